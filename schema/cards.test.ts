import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { encodeId, newId } from '../src/db/id.ts';
import { makePerson, type TestPerson } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { makeCardDefault, registerCard, removeCard } from '../src/testing/payment-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Cards = graphql(`
  query CardsOfViewer {
    viewer {
      ... on Person {
        wallet {
          cards {
            edges {
              node {
                ...ShoppingCard
              }
            }
          }
        }
      }
    }
  }
`);

const Expiry = graphql(`
  query CardsExpiry($id: ID!) {
    node(id: $id) {
      ... on Card {
        expMonth
        expYear
        isRemoved
      }
    }
  }
`);

/** The last fours of a person's cards, newest first; the default has a star. */
async function cardsOf({ client }: TestPerson): Promise<string[]> {
  const { viewer } = await client.request(Cards, {});
  const edges = viewer && 'wallet' in viewer ? (viewer.wallet?.cards.edges ?? []) : [];
  return edges.map(({ node }) => `${node.last4}${node.isDefault ? '*' : ''}`);
}

async function register({ client }: TestPerson, token: string, more: { makeDefault?: boolean } = {}) {
  const { card, userErrors } = await registerCard(client, { token, ...more });
  expect(userErrors).toEqual([]);
  return card?.id ?? '';
}

const refusedAs = (code: string, path: readonly string[]) => ({ card: null, userErrors: [{ code, path }] });

describe('a card', () => {
  it('is registered by its token, and shown by brand, last four and no more', async () => {
    const asha = await makePerson(server);
    const { card, userErrors } = await registerCard(asha.client, { token: 'pm_card_mastercard' });
    expect(userErrors).toEqual([]);
    expect(card).toEqual({
      id: expect.stringMatching(/^crd_/),
      brand: 'mastercard',
      last4: '4444',
      isDefault: true,
      isRemoved: false,
    });
  });

  it('is the default when it is the first, or when it is said so', async () => {
    const asha = await makePerson(server);
    await register(asha, 'pm_card_visa');
    await register(asha, 'pm_card_mastercard');
    expect(await cardsOf(asha)).toEqual(['4444', '4242*']);
    await register(asha, 'pm_card_amex', { makeDefault: true });
    expect(await cardsOf(asha)).toEqual(['8431*', '4444', '4242']);
  });

  it('becomes the default when it is chosen, again and again', async () => {
    const asha = await makePerson(server);
    const first = await register(asha, 'pm_card_visa');
    const second = await register(asha, 'pm_card_mastercard');
    expect((await makeCardDefault(asha.client, second)).card).toMatchObject({ isDefault: true });
    expect((await makeCardDefault(asha.client, second)).userErrors).toEqual([]);
    expect(await cardsOf(asha)).toEqual(['4444*', '4242']);
    await makeCardDefault(asha.client, first);
    expect(await cardsOf(asha)).toEqual(['4444', '4242*']);
  });

  it('that is removed leaves its place as default to the newest of the others', async () => {
    const asha = await makePerson(server);
    const first = await register(asha, 'pm_card_visa');
    await register(asha, 'pm_card_mastercard');
    await register(asha, 'pm_card_amex');
    const { card } = await removeCard(asha.client, first);
    expect(card).toMatchObject({ isRemoved: true, isDefault: false });
    expect(await cardsOf(asha)).toEqual(['8431*', '4444']);
    expect(await removeCard(asha.client, first)).toMatchObject(refusedAs('NOT_FOUND', ['cardId']));
    expect(await makeCardDefault(asha.client, first)).toMatchObject(refusedAs('NOT_FOUND', ['cardId']));
  });

  it('that is the last can be removed, and the next is the default again', async () => {
    const asha = await makePerson(server);
    await removeCard(asha.client, await register(asha, 'pm_card_visa'));
    expect(await cardsOf(asha)).toEqual([]);
    await register(asha, 'pm_card_mastercard');
    expect(await cardsOf(asha)).toEqual(['4444*']);
  });

  it('is for its owner only', async () => {
    const [asha, ravi] = [await makePerson(server), await makePerson(server)];
    const cardId = await register(asha, 'pm_card_visa');
    for (const id of [cardId, encodeId('crd', newId<'card'>()), 'card']) {
      expect(await removeCard(ravi.client, id)).toMatchObject(refusedAs('NOT_FOUND', ['cardId']));
      expect(await makeCardDefault(ravi.client, id)).toMatchObject(refusedAs('NOT_FOUND', ['cardId']));
    }
    expect(await cardsOf(asha)).toEqual(['4242*']);
    expect(await cardsOf(ravi)).toEqual([]);
  });
});

it('is not for a guest to register, to choose or to remove', async () => {
  const cardId = await register(await makePerson(server), 'pm_card_visa');
  const guest = server.client();
  for (const tried of [
    registerCard(guest, { token: 'pm_card_visa' }),
    makeCardDefault(guest, cardId),
    removeCard(guest, cardId),
  ]) {
    await expect(tried).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }
});

it('says until when it is good, and is listed when that is over, as what it is', async () => {
  const asha = await makePerson(server);
  const cardId = await register(asha, 'pm_card_visa');
  const expiry = async () => (await asha.client.request(Expiry, { id: cardId })).node;
  expect(await expiry()).toEqual({ expMonth: 12, expYear: expect.any(Number), isRemoved: false });
  await server.app.sql`update cards set exp_month = 1, exp_year = 2020 where person_id = ${asha.id}`;
  expect(await expiry()).toEqual({ expMonth: 1, expYear: 2020, isRemoved: false });
  expect(await cardsOf(asha)).toEqual(['4242*']);
});

describe('the same key', () => {
  it('registers one card, also when both come at once', async () => {
    const asha = await makePerson(server);
    const input = { token: 'pm_card_visa', idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => registerCard(asha.client, input)));
    answers.push(await registerCard(asha.client, input));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(answers.map(({ card }) => card?.id)).size).toBe(1);
    expect(await cardsOf(asha)).toEqual(['4242*']);
  });

  test.each([{ token: 'pm_card_mastercard' }, { token: 'pm_card_visa', makeDefault: true }])(
    'with %o instead is a conflict',
    async (other) => {
      const asha = await makePerson(server);
      const idempotencyKey = randomUUID();
      await registerCard(asha.client, { token: 'pm_card_visa', idempotencyKey });
      const again = await registerCard(asha.client, { ...other, idempotencyKey });
      expect(again).toMatchObject(refusedAs('IDEMPOTENCY_CONFLICT', ['idempotencyKey']));
      expect(await cardsOf(asha)).toEqual(['4242*']);
    },
  );

  it('of a refused token may be used with a good one', async () => {
    const asha = await makePerson(server);
    const idempotencyKey = randomUUID();
    const refused = await registerCard(asha.client, { token: 'pm_nobody_knows', idempotencyKey });
    expect(refused).toMatchObject(refusedAs('CARD_TOKEN_REFUSED', ['token']));
    expect(await registerCard(asha.client, { token: 'pm_card_visa', idempotencyKey })).toMatchObject({
      card: { last4: '4242' },
    });
  });
});

describe('at the same moment', () => {
  it('the first two cards of a person are registered, and one of them is the default', async () => {
    for (let round = 0; round < 4; round++) {
      const asha = await makePerson(server);
      const tokens = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_amex'];
      await Promise.all(tokens.map((token) => register(asha, token)));
      const cards = await cardsOf(asha);
      expect(cards).toHaveLength(3);
      expect(cards.filter((card) => card.endsWith('*'))).toHaveLength(1);
    }
  });

  it('cards that are made the default, added and removed leave one default', async () => {
    const asha = await makePerson(server);
    const ids: string[] = [];
    for (let count = 0; count < 4; count++) ids.push(await register(asha, 'pm_card_visa'));
    const [removed = '', ...kept] = ids;
    await Promise.all([
      ...kept.map((id) => makeCardDefault(asha.client, id)),
      removeCard(asha.client, removed),
      register(asha, 'pm_card_amex', { makeDefault: true }),
      ...kept.map((id) => makeCardDefault(asha.client, id)),
    ]);
    const cards = await cardsOf(asha);
    expect(cards).toHaveLength(4);
    expect(cards.filter((card) => card.endsWith('*'))).toHaveLength(1);
  });
});

describe('a token is refused', () => {
  test.each(['pm_nobody_knows', 'tok_visa', 'cus_1'])(
    '%s, which the provider does not know',
    async (token) => {
      const asha = await makePerson(server);
      expect(await registerCard(asha.client, { token })).toMatchObject(
        refusedAs('CARD_TOKEN_REFUSED', ['token']),
      );
    },
  );

  test.each(['', 'pm', 'pm card', 'pm_card_visa\u0000', 'pm_\ud800', 'x'.repeat(256)])(
    '%j, which is none',
    async (token) => {
      const asha = await makePerson(server);
      expect(await registerCard(asha.client, { token })).toMatchObject(refusedAs('INVALID_INPUT', ['token']));
    },
  );

  test.each(['4242424242424242', '4242 4242 4242 4242', '378282246310005'])(
    '%s, which is a card number: at the door, and kept nowhere',
    async (token) => {
      const asha = await makePerson(server);
      const answer = await registerCard(asha.client, { token }).catch((error: Error) => error);
      expect(answer).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(JSON.stringify(answer)).not.toContain(token);
      expect(await cardsOf(asha)).toEqual([]);
    },
  );
});
