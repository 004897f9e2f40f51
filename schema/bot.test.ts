import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import { makeBotShop, openBotChat } from '../src/testing/bot-chat.ts';
import { makePerson, makeShop, makeStaff, type TestShop } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

const UpdateBot = graphql(`
  mutation BotUpdate($input: BotUpdateInput!) {
    botUpdate(input: $input) {
      business {
        bot {
          isEnabled
          greeting {
            language
            text
          }
          away {
            language
            text
          }
          replies {
            keywords
            texts {
              language
              text
            }
          }
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const SetHours = graphql(`
  mutation OpeningHoursSet($input: OpeningHoursSetInput!) {
    openingHoursSet(input: $input) {
      business {
        openingHours {
          weekday
          opensAt
          closesAt
        }
        isOpenNow
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const HandOver = graphql(`
  mutation BotHandOver($input: BotHandOverInput!) {
    botHandOver(input: $input) {
      conversation {
        isWithHuman
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Resume = graphql(`
  mutation BotResume($input: BotResumeInput!) {
    botResume(input: $input) {
      conversation {
        isWithHuman
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const ShopBot = graphql(`
  query ShopBot($id: ID!) {
    node(id: $id) {
      ... on Business {
        isOpenNow
        openingHours {
          weekday
        }
        bot {
          isEnabled
        }
      }
    }
  }
`);

const BotWords = graphql(`
  query BotWords($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        messages(last: 1) {
          edges {
            node {
              sender {
                __typename
              }
              content {
                ... on BotContent {
                  rule
                  text
                  products {
                    product {
                      name
                    }
                    priceAsSent {
                      formatted
                    }
                  }
                  catalog {
                    id
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

const refusedAs = (code: string, path: readonly string[] | null = null) => ({ userErrors: [{ code, path }] });

let server: TestServer;
// A Saturday, 10:30 in India.
const NOW = new Date('2026-11-21T05:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ now: () => NOW });
});
afterAll(() => server.stop());

const week = (opensAt: string, closesAt: string) =>
  (['MONDAY', 'SATURDAY'] as const).map((weekday) => ({ weekday, opensAt, closesAt }));

const setHours = (shop: TestShop, hours: ReturnType<typeof week>) =>
  shop.owner.client.request(SetHours, { input: { businessId: shop.publicId, hours } });

describe("a shop's bot", () => {
  it('says what its managers want, for its staff to read', async () => {
    const shop = await makeShop(server);
    const input = {
      businessId: shop.publicId,
      isEnabled: true,
      greeting: [{ language: 'en', text: 'Welcome to the market!' }],
      replies: [{ keywords: ['parking'], texts: [{ language: 'en', text: 'Behind the house.' }] }],
    };
    const { botUpdate } = await shop.owner.client.request(UpdateBot, { input });
    expect(botUpdate).toEqual({
      business: { bot: { isEnabled: true, greeting: input.greeting, away: [], replies: input.replies } },
      userErrors: [],
    });
    const kept = await shop.owner.client.request(UpdateBot, {
      input: { businessId: shop.publicId, isEnabled: false },
    });
    expect(kept.botUpdate.business?.bot).toMatchObject({ isEnabled: false, greeting: input.greeting });
    const stranger = await makePerson(server);
    for (const client of [stranger.client, server.client()]) {
      expect(await client.request(ShopBot, { id: shop.publicId })).toMatchObject({ node: { bot: null } });
    }
  });

  it('greets and answers in its own words', async () => {
    const shop = await makeBotShop(server);
    await shop.owner.client.request(UpdateBot, {
      input: {
        businessId: shop.publicId,
        greeting: [{ language: 'en', text: 'Welcome to the market!' }],
        replies: [{ keywords: ['parking'], texts: [{ language: 'en', text: 'Behind the house.' }] }],
      },
    });
    const asha = await makePerson(server);
    const chat = await openBotChat(server, shop, asha);
    expect((await chat.says('hello')).reply?.text).toContain('Welcome to the market!');
    expect(await chat.says('Parking?')).toMatchObject({
      rule: 'custom',
      reply: { text: 'Behind the house.' },
    });
    const again = await chat.says('hello');
    expect(again.reply?.text).not.toContain('Welcome to the market!');
  });

  it('shows what it offers as cards', async () => {
    const shop = await makeBotShop(server);
    const asha = await makePerson(server);
    const chat = await openBotChat(server, shop, asha);
    await chat.says('2 rice');
    const { node } = await asha.client.request(BotWords, { id: encodeId('cnv', chat.conversationId) });
    const names = ['Basmati Rice', 'Brown Rice'].map((name) => ({
      product: { name },
      priceAsSent: { formatted: '₹25.00' },
    }));
    expect(node).toMatchObject({
      messages: {
        edges: [
          {
            node: {
              sender: { __typename: 'Business' },
              content: { rule: 'near_misses', products: expect.arrayContaining(names), catalog: null },
            },
          },
        ],
      },
    });
  });

  it.each([
    ['an unknown language', { greeting: [{ language: 'de', text: 'Hallo' }] }, ['greeting', '0', 'language']],
    ['one language twice', { away: ['a', 'b'].map((text) => ({ language: 'en', text })) }, ['away']],
    [
      'a reply to nothing',
      { replies: [{ keywords: [], texts: [{ language: 'en', text: 'x' }] }] },
      ['replies', '0', 'keywords'],
    ],
    ['a reply of nothing', { replies: [{ keywords: ['x'], texts: [] }] }, ['replies', '0', 'texts']],
  ])('refuses %s', async (_what, change, path) => {
    const shop = await makeShop(server);
    const { botUpdate } = await shop.owner.client.request(UpdateBot, {
      input: { businessId: shop.publicId, ...change },
    });
    expect(botUpdate).toMatchObject({ business: null, ...refusedAs('INVALID_INPUT', path) });
  });

  it('is set by managers, and by nobody else', async () => {
    const shop = await makeShop(server);
    const [agent, manager, stranger] = [
      await makeStaff(server, shop, 'AGENT'),
      await makeStaff(server, shop, 'MANAGER'),
      await makePerson(server),
    ];
    const input = { businessId: shop.publicId, isEnabled: true };
    const ask = async (client: typeof agent.client) => (await client.request(UpdateBot, { input })).botUpdate;
    expect(await ask(agent.client)).toMatchObject(refusedAs('FORBIDDEN_ROLE'));
    expect(await ask(stranger.client)).toMatchObject(refusedAs('NOT_FOUND', ['businessId']));
    expect(await ask(manager.client)).toMatchObject({ userErrors: [] });
  });
});

describe('a conversation', () => {
  it('is handed over and taken back by the staff of its shop, and by nobody else', async () => {
    const shop = await makeBotShop(server);
    const asha = await makePerson(server);
    const { conversationId } = await openBotChat(server, shop, asha);
    const input = { conversationId: encodeId('cnv', conversationId) };
    const { client } = shop.owner;
    expect(await client.request(HandOver, { input })).toMatchObject({
      botHandOver: { conversation: { isWithHuman: true } },
    });
    expect(await client.request(Resume, { input })).toMatchObject({
      botResume: { conversation: { isWithHuman: false } },
    });
    for (const other of [asha.client, (await makeShop(server)).owner.client]) {
      expect((await other.request(HandOver, { input })).botHandOver).toMatchObject({
        conversation: null,
        ...refusedAs('NOT_FOUND', ['conversationId']),
      });
    }
  });
});

describe('opening hours', () => {
  it('are said by the clock of the market, for everybody', async () => {
    const shop = await makeShop(server);
    expect(await setHours(shop, week('10:00', '10:30'))).toMatchObject({
      openingHoursSet: { business: { isOpenNow: false, openingHours: week('10:00', '10:30') } },
    });
    expect(await setHours(shop, week('10:30', '24:00'))).toMatchObject({
      openingHoursSet: { business: { isOpenNow: true } },
    });
    expect(await server.client().request(ShopBot, { id: shop.publicId })).toMatchObject({
      node: { isOpenNow: true, openingHours: [{ weekday: 'MONDAY' }, { weekday: 'SATURDAY' }] },
    });
    expect(await setHours(shop, [])).toMatchObject({
      openingHoursSet: { business: { isOpenNow: true, openingHours: [] } },
    });
  });

  it.each([
    ['no time', week('9', '18:00'), ['hours', 'opensAt']],
    ['the end before the beginning', week('18:00', '09:00'), ['hours']],
    ['one over another', [...week('09:00', '12:00'), ...week('11:00', '13:00')], ['hours']],
    ['too many', Array.from({ length: 11 }, () => week('09:00', '10:00')).flat(), ['hours']],
  ])('refuse %s', async (_what, hours, path) => {
    const shop = await makeShop(server);
    await setHours(shop, week('10:00', '11:00'));
    expect((await setHours(shop, hours)).openingHoursSet).toMatchObject({
      business: null,
      ...refusedAs('INVALID_INPUT', path),
    });
    const kept = await server.client().request(ShopBot, { id: shop.publicId });
    expect(kept).toMatchObject({ node: { openingHours: [{ weekday: 'MONDAY' }, { weekday: 'SATURDAY' }] } });
  });

  it('have the bot say when the shop opens, once a day', async () => {
    const shop = await makeBotShop(server);
    await setHours(shop, week('18:00', '20:00'));
    const asha = await makePerson(server);
    const chat = await openBotChat(server, shop, asha);
    const first = await chat.says('2 milk');
    expect(first).toMatchObject({ rule: 'added' });
    expect(first.reply?.text).toContain('6:00');
    expect((await chat.says('cart')).reply?.text).not.toContain('6:00');
  });
});
