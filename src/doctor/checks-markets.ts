import type { Check } from './check.ts';
import { EVENTS, KEPT_SINCE } from './checks-events.ts';

/** Of what countries have switched. */
export const MARKET_CHECKS: readonly Check[] = [
  {
    invariant: 5,
    rule: 'Every switch of a feature has its event, and every such event its switch.',
    sql: `
      select coalesce(s.id, e.subject_id)::text as id,
             case when e.subject_id is null then format('%s of %s was switched untold', s.feature, s.country)
                  else 'told of a switch that is not there' end as fact
      from market_feature_switches s full join (
        select subject_id from ${EVENTS} where type = 'market.feature_switched'
      ) e on e.subject_id = s.id
      where s.id is null or (e.subject_id is null and s.switched_at >= ${KEPT_SINCE})`,
  },
  {
    invariant: 5,
    rule: 'A feature stands as it was switched last.',
    sql: `
      select s.id::text as id,
             format('%s of %s is %s %s, was last switched to %s %s', s.feature, s.country, m.state, m.share_percent, s.to_state, s.to_share_percent) as fact
      from (
        select distinct on (country, feature) * from market_feature_switches
        order by country, feature, switched_at desc, id desc
      ) s left join market_features m on m.country = s.country and m.feature = s.feature
      where (m.state, m.share_percent) is distinct from (s.to_state, s.to_share_percent)`,
  },
];
