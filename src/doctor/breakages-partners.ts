import type { Ways } from './breakage.ts';

/** With an app that one shop lets act for it and another does no longer, and two keys, one of them revoked. */
export const PARTNER_BREAKAGES: Ways<unknown> = {
  'Every API key that was revoked has its event, and every such event a key that was.': {
    'one ends and nobody is told': () => `update api_keys set revoked_at = now() where revoked_at is null`,
    'one goes on of whose end was told': () => `update api_keys set revoked_at = null`,
  },
  'An app may act for a business exactly when the last event of the two says so.': {
    'a grant goes and nobody is told': () => `delete from partner_grants`,
    'a grant comes back and nobody is told': () => `
      insert into partner_grants (app_id, business_id, scopes, granted_by)
      select g.app_id, b.id, g.scopes, g.granted_by from partner_grants g join businesses b on b.id <> g.business_id`,
  },
};
