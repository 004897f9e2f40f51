import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../src/testing/client.ts';
import { makeCard, makePerson } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { giveMoney, makeFriends } from '../src/testing/money-chat.ts';
import { inr, readWallet, send } from '../src/testing/money-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const Transfers = graphql(`
  query WalletHistoryTransfers($first: Int, $after: String) {
    viewer {
      ... on Person {
        wallet {
          transfers(first: $first, after: $after) {
            edges {
              cursor
              node {
                note
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`);

const Statement = graphql(`
  query WalletHistoryStatement($from: DateTime!, $to: DateTime!) {
    viewer {
      ... on Person {
        wallet {
          balances {
            statementCsv(from: $from, to: $to)
          }
        }
      }
    }
  }
`);

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);

/** Asha has sent this many transfers of 1.00, 2.00, ... with their number as note. */
async function makeHistory(count: number) {
  const friends = await makeFriends(server, { paise: 100_000n });
  const { asha, chat } = friends;
  for (const number of numbered(count)) {
    await send(asha.client, { conversationId: chat, amount: inr(number), note: number });
  }
  return friends;
}

async function entries(client: Client, page: { first?: number; after?: string }) {
  const [balance] = (await readWallet(client, page)).balances;
  if (!balance) throw new Error('no balance');
  return balance.entries;
}

async function transfers(client: Client, page: { first?: number; after?: string }) {
  const { viewer } = await client.request(Transfers, page);
  if (!viewer || !('wallet' in viewer) || !viewer.wallet) throw new Error('no wallet');
  return viewer.wallet.transfers;
}

describe('the entries of a balance', () => {
  it('are pages, newest first, each with what it left; what comes meanwhile moves nothing', async () => {
    const { asha, ravi, chat } = await makeHistory(7);
    const seen: { amount: string; balance: string }[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 10; pages++) {
      const page = await entries(asha.client, { first: 3, ...(after && { after }) });
      expect(page.edges.length).toBeLessThanOrEqual(3);
      for (const { node } of page.edges) {
        seen.push({ amount: node.amount.amount, balance: node.balance?.amount ?? '' });
      }
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor ?? undefined;
      await send(ravi.client, { conversationId: chat, amount: inr('0.01') });
    }
    expect(seen).toEqual([
      { amount: '-7.00', balance: '972.00' },
      { amount: '-6.00', balance: '979.00' },
      { amount: '-5.00', balance: '985.00' },
      { amount: '-4.00', balance: '990.00' },
      { amount: '-3.00', balance: '994.00' },
      { amount: '-2.00', balance: '997.00' },
      { amount: '-1.00', balance: '999.00' },
      { amount: '1000.00', balance: '1000.00' },
    ]);
  });

  it('say what each was', async () => {
    const { asha } = await makeFriends(server, { paise: 100n });
    const [top] = (await entries(asha.client, {})).edges;
    expect(top?.node).toMatchObject({ kind: 'TOP_UP', amount: inr('1.00'), balance: inr('1.00') });
  });

  it('are shown as they came also when card and balance paid together', async () => {
    const { asha, chat } = await makeFriends(server, { paise: 1_000n, card: 'pm_card_visa' });
    await send(asha.client, { conversationId: chat, amount: inr('25') });
    const { edges } = await entries(asha.client, {});
    expect(edges.map(({ node }) => [node.kind, node.amount.amount, node.balance?.amount])).toEqual([
      ['TRANSFER', '-25.00', '0.00'],
      ['TRANSFER', '15.00', '25.00'],
      ['TOP_UP', '10.00', '10.00'],
    ]);
  });

  it('refuse a cursor that is none', async () => {
    const { asha } = await makeFriends(server, { paise: 100n });
    for (const after of ['nonsense', '-1', 'MTIzNDU2Nzg5MDEyMzQ1Njc4OTA']) {
      await expect(readWallet(asha.client, { after })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});

describe('the transfers of a wallet', () => {
  it('are pages of both directions, newest first, without a gap or a repeat', async () => {
    const { asha, ravi, chat } = await makeHistory(6);
    await send(ravi.client, { conversationId: chat, amount: inr('1'), note: 'back' });
    for (const { client } of [asha, ravi]) {
      const notes: (string | null)[] = [];
      let after: string | undefined;
      for (let pages = 0; pages < 10; pages++) {
        const page = await transfers(client, { first: 2, ...(after && { after }) });
        notes.push(...page.edges.map(({ node }) => node.note));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor ?? undefined;
      }
      expect(notes).toEqual(['back', '6', '5', '4', '3', '2', '1']);
    }
  });

  it('show what failed to the sender alone', async () => {
    const { asha, ravi, chat } = await makeFriends(server, { card: 'pm_card_chargeCustomerFail' });
    await send(asha.client, { conversationId: chat, amount: inr('1'), note: 'declined' });
    expect((await transfers(asha.client, {})).edges).toMatchObject([{ node: { note: 'declined' } }]);
    expect((await transfers(ravi.client, {})).edges).toEqual([]);
  });
});

describe('the statement', () => {
  const day = 24 * 60 * 60_000;
  const period = (from: number, to: number) => ({
    from: new Date(Date.now() + from * day).toISOString(),
    to: new Date(Date.now() + to * day).toISOString(),
  });

  async function statement(client: Client, { from, to }: { from: string; to: string }): Promise<string[][]> {
    const { viewer } = await client.request(Statement, { from, to });
    if (!viewer || !('wallet' in viewer)) throw new Error('nobody is signed in');
    const [csv = ''] = viewer.wallet?.balances.map((balance) => balance.statementCsv) ?? [];
    expect(csv.endsWith('\r\n')).toBe(true);
    return csv
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
  }

  it('is of a period, oldest first, from what there was to what there is', async () => {
    const { asha, chat } = await makeFriends(server, { paise: 1_000n });
    const { transfer } = await send(asha.client, { conversationId: chat, amount: inr('2.50'), note: 'Tea' });
    const rows = await statement(asha.client, period(-1, 1));
    expect(rows[0]).toEqual(['time', 'kind', 'description', 'reference', 'amount', 'balance', 'currency']);
    expect(rows.slice(1).map(([, kind, , , amount, balance]) => [kind, amount, balance])).toEqual([
      ['opening balance', '', '0.00'],
      ['top_up', '10.00', '10.00'],
      ['transfer', '-2.50', '7.50'],
      ['closing balance', '', '7.50'],
    ]);
    expect(rows[3]?.[3]).toBe(transfer?.id);
    // A note is not in it: what is booked is never changed, and words may have to be erased.
    expect(JSON.stringify(rows)).not.toContain('Tea');
  });

  it('is of nothing where nothing was, and opens with what came before', async () => {
    const { asha } = await makeFriends(server, { paise: 1_000n });
    expect(await statement(asha.client, period(1, 2))).toMatchObject([
      {},
      { 1: 'opening balance', 5: '10.00' },
      { 1: 'closing balance', 5: '10.00' },
    ]);
    const { client } = await makePerson(server);
    expect(await statement(client, period(-1, 1))).toMatchObject([
      {},
      { 5: '0.00', 6: 'INR' },
      { 5: '0.00', 6: 'INR' },
    ]);
  });

  it.each([
    [1, -1],
    [0, 0],
    [0, 400],
  ])('is refused from day %d to day %d', async (from, to) => {
    const { client } = await makePerson(server);
    const at = Date.now();
    const variables = {
      from: new Date(at + from * day).toISOString(),
      to: new Date(at + to * day).toISOString(),
    };
    await expect(client.request(Statement, variables)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('balances', () => {
  it('begin with that of the market, which is there before any money', async () => {
    const { client } = await makePerson(server);
    const nothing = inr('0.00');
    expect((await readWallet(client)).balances).toMatchObject([
      { available: nothing, held: nothing, total: nothing, entries: { edges: [] } },
    ]);
  });

  it('of other currencies follow, and stay when somebody moves', async () => {
    const asha = await makePerson(server);
    await giveMoney(asha, 1_000n);
    await server.app.sql`update people set country = 'GB' where id = ${asha.id}`;
    const { balances } = await readWallet(asha.client);
    expect(balances).toMatchObject([
      { available: { amount: '0.00', currencyCode: 'GBP' }, entries: { edges: [] } },
      { available: inr('10.00'), entries: { edges: [{ node: { kind: 'TOP_UP' } }] } },
    ]);
    await makeCard(asha);
  });

  it("are nobody else's to read", async () => {
    const { asha, ravi } = await makeFriends(server, { paise: 1_000n });
    const { node } = await ravi.client.request(OthersWallet, { id: asha.publicId });
    expect(node).toEqual({ wallet: null });
    const operator = await makePerson(server, { operator: true });
    expect((await operator.client.request(OthersWallet, { id: asha.publicId })).node).toBeNull();
  });
});

const OthersWallet = graphql(`
  query WalletHistoryOthers($id: ID!) {
    node(id: $id) {
      ... on Person {
        wallet {
          __typename
        }
      }
    }
  }
`);
