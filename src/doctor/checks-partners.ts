import type { Check } from './check.ts';
import { EVENTS, KEPT_SINCE } from './checks-events.ts';

/** Of partner apps: streams end, and processes forget, by events. */
export const PARTNER_CHECKS: readonly Check[] = [
  {
    invariant: 5,
    rule: 'Every API key that was revoked has its event, and every such event a key that was.',
    sql: `
      select coalesce(k.id, e.subject_id)::text as id,
             case when e.subject_id is null then 'it was revoked untold' else 'told of the end of a key that goes on' end as fact
      from (select id, revoked_at from api_keys where revoked_at is not null) k full join (
        select subject_id from ${EVENTS} where type = 'key.revoked'
      ) e on e.subject_id = k.id
      where k.id is null or (e.subject_id is null and k.revoked_at >= ${KEPT_SINCE})`,
  },
  {
    invariant: 5,
    rule: 'An app may act for a business exactly when the last event of the two says so.',
    sql: `
      select coalesce(g.app_id, e.app_id)::text as id,
             format('for %s: %s, told last: %s', coalesce(g.business_id, e.business_id),
                    case when g.app_id is null then 'not granted' else 'granted' end, coalesce(e.type, 'nothing')) as fact
      from partner_grants g full join (
        select distinct on (subject_id, payload ->> 'partyId')
               subject_id as app_id, (payload ->> 'partyId')::uuid as business_id, type
        from (
          select subject_id, sequence, type, payload from event_log where type in ('app.granted', 'app.grant_withdrawn')
          union all
          select subject_id, sequence, type, payload from outbox where type in ('app.granted', 'app.grant_withdrawn')
        ) told order by subject_id, payload ->> 'partyId', sequence desc
      ) e on e.app_id = g.app_id and e.business_id = g.business_id
      where (g.app_id is not null) <> coalesce(e.type = 'app.granted', g.updated_at < ${KEPT_SINCE})`,
  },
];
