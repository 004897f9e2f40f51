import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../db/id.ts';
import { makePerson } from '../testing/factories.ts';
import { makeSwitchboard } from '../testing/market-commands.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const india = await makeSwitchboard(server);
  await india.turn('BOT', 'PILOT', { sharePercent: 50 });
  const { id } = await makePerson(server);
  await server.app.sql`insert into pilot_members (country, person_id) values ('IN', ${id})`;
});
afterAll(() => server.stop());

const another = (country: string, person: string) => `
  insert into market_feature_switches (id, country, feature, from_state, to_state, reason, person_id)
  select '${newId()}', ${country}, feature, to_state, 'ON', reason, ${person} from market_feature_switches limit 1`;

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    [
      'a feature in no state that there is',
      'market_features_state_known',
      `update market_features set state = 'SOME' where state = 'ON'`,
    ],
    [
      'a pilot of nobody knows whom',
      'market_features_share_of_pilot',
      `update market_features set share_percent = null where state = 'PILOT'`,
    ],
    [
      'a pilot of more than all',
      'market_features_share_of_pilot',
      `update market_features set share_percent = 101 where state = 'PILOT'`,
    ],
    [
      'a share of what is no pilot',
      'market_features_share_of_pilot',
      `update market_features set state = 'ON'`,
    ],
    [
      'a switch of no country',
      'market_feature_switches_country_markets_country_fk',
      another(`'ZZ'`, 'person_id'),
    ],
    ['a switch by nobody', 'market_feature_switches_person_fkey', another('country', `'${newId()}'`)],
    [
      'a pilot without the person',
      'pilot_members_person_fkey',
      `update pilot_members set person_id = '${newId()}'`,
    ],
    ['a country of three letters', 'markets_country_shape', newMarket({ country: 'POL' })],
    ['a currency of small letters', 'markets_currency_shape', newMarket({ currency: 'pln' })],
    ['a calling code with a plus', 'markets_calling_code_shape', newMarket({ code: '+48' })],
  ])('%s: %s', async (_what, name, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(name);
  });

  test.each([
    `update market_feature_switches set reason = 'Nobody said so.'`,
    `delete from market_feature_switches`,
    `truncate market_feature_switches`,
  ])('a switch that was never moved: market_feature_switches_append_only: %s', async (statement) => {
    expect(await refusalOf(server.app.sql, statement)).toContain('is history');
  });
});

function newMarket({ country = 'PL', currency = 'PLN', code = '48' }): string {
  return `insert into markets (country, name, currency, languages, calling_code)
    values ('${country}', 'Poland', '${currency}', '{pl}', '${code}')`;
}
