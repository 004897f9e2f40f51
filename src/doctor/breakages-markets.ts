import type { Ways } from './breakage.ts';

/** Where a feature was switched twice; see markets.test.ts. */
export const MARKET_BREAKAGES: Ways<unknown> = {
  'Every switch of a feature has its event, and every such event its switch.': {
    'nobody was told': () => `update event_log set type = 'stock.set' where type = 'market.feature_switched'`,
    'the history is gone': () => `delete from market_feature_switches`,
  },
  'A feature stands as it was switched last.': {
    'it was switched past the history': () => `update market_features set state = 'ON', share_percent = null`,
    'another share is in': () => `update market_features set share_percent = 51 where share_percent = 50`,
    'it is gone': () => `delete from market_features`,
  },
};
