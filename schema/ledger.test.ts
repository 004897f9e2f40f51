import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { systemContext } from '../src/context.ts';
import { transact } from '../src/db/transact.ts';
import { extendChain } from '../src/ledger/chain.ts';
import { post, type AccountName } from '../src/ledger/post.ts';
import { PLATFORM } from '../src/ledger/rules.ts';
import { currencyCode } from '../src/money.ts';
import type { Client } from '../src/testing/client.ts';
import { makePerson, makeShop, type TestPerson } from '../src/testing/factories.ts';
import { graphql } from '../src/testing/gql/index.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

let server: TestServer;
let operator: TestPerson;
let asha: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  operator = await makePerson(server, { operator: true });
  asha = await makePerson(server);
});
afterAll(() => server.stop());

const CASH: AccountName = { kind: 'CASH_CLEARING', ownerId: PLATFORM };

/** Gives a wallet or a shop some money, out of nowhere. */
async function give(account: AccountName, amountMinor: bigint): Promise<void> {
  await transact(systemContext(server.app, 'test'), (tx) =>
    post(tx, {
      kind: 'gift',
      subjectId: randomUUID(),
      description: 'A gift',
      currency: currencyCode('INR'),
      postings: [{ debit: CASH, credit: account, amountMinor }],
    }),
  );
}

const Entries = graphql(`
  query LedgerEntries($kind: LedgerAccountKind!, $owner: ID, $first: Int, $after: String) {
    ledgerEntries(kind: $kind, ownerId: $owner, currencyCode: "INR", first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          description
          reference
          createdAt
          amount {
            amount
          }
          balance {
            formatted
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Trial = graphql(`
  query LedgerTrialBalance {
    trialBalance {
      kind
      accounts
      balance {
        minorUnits
        currencyCode
      }
    }
  }
`);

const Heads = graphql(`
  query LedgerHeads($after: String) {
    ledgerHeads(first: 5, after: $after) {
      edges {
        cursor
        node {
          day
          hash
          position
          publishedAt
        }
      }
    }
  }
`);

describe('an operator', () => {
  it('reads the entries of an account, newest first, page by page', async () => {
    const wallet: AccountName = { kind: 'WALLET', ownerId: asha.id };
    for (const amount of [100n, 200n, 300n]) await give(wallet, amount);
    const variables = { kind: 'WALLET', owner: asha.publicId, first: 2 } as const;
    const first = await operator.client.request(Entries, variables);
    expect(first.ledgerEntries.edges.map(({ node }) => node)).toMatchObject([
      {
        kind: 'OTHER',
        description: 'A gift',
        reference: null,
        amount: { amount: '3.00' },
        balance: { formatted: '₹6.00' },
      },
      { amount: { amount: '2.00' }, balance: { formatted: '₹3.00' } },
    ]);
    const { hasNextPage, endCursor } = first.ledgerEntries.pageInfo;
    expect(hasNextPage).toBe(true);
    const rest = await operator.client.request(Entries, { ...variables, after: endCursor });
    expect(rest.ledgerEntries.edges.map(({ node }) => node.amount.amount)).toEqual(['1.00']);
    expect(rest.ledgerEntries.pageInfo.hasNextPage).toBe(false);
  });

  it("reads a business's and the platform's own, which keep no running balance", async () => {
    const shop = await makeShop(server);
    await give({ kind: 'BUSINESS_BALANCE', ownerId: shop.id }, 500n);
    const theirs = await operator.client.request(Entries, { kind: 'BUSINESS_BALANCE', owner: shop.publicId });
    expect(theirs.ledgerEntries.edges).toHaveLength(1);
    const ours = await operator.client.request(Entries, { kind: 'CASH_CLEARING', first: 1 });
    expect(ours.ledgerEntries.edges[0]?.node).toMatchObject({ amount: { amount: '-5.00' }, balance: null });
  });

  it.each(['prd_01k50000000000000000000000', 'nothing'])('finds no account of %s', async (owner) => {
    const none = await operator.client.request(Entries, { kind: 'WALLET', owner });
    expect(none.ledgerEntries.edges).toEqual([]);
  });

  it.each(['x', 'OTk5OTk5OTk5OTk5OTk5OTk5OQ', 'LTE'])('is told that %s is no cursor', async (after) => {
    const answer = await operator.client.raw(Entries, { kind: 'WALLET', owner: asha.publicId, after });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('reads the trial balance, which comes to nothing', async () => {
    await give({ kind: 'WALLET', ownerId: asha.id }, 1n);
    const { trialBalance } = await operator.client.request(Trial, {});
    expect(trialBalance.map(({ kind }) => kind)).toContain('WALLET');
    expect(trialBalance.reduce((sum, { balance }) => sum + BigInt(balance.minorUnits), 0n)).toBe(0n);
  });

  it('reads the heads of the chain', async () => {
    await give({ kind: 'WALLET', ownerId: asha.id }, 1n);
    const ctx = systemContext(server.app, 'test');
    await extendChain(ctx);
    await server.app.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update ledger_chain set created_at = created_at - interval '1 day'`;
    });
    await extendChain(ctx);
    const { ledgerHeads } = await operator.client.request(Heads, {});
    expect(ledgerHeads.edges).toHaveLength(1);
    expect(ledgerHeads.edges[0]?.node.hash).toMatch(/^[0-9a-f]{64}$/);
    const after = ledgerHeads.edges[0]?.cursor;
    const next = await operator.client.request(Heads, { after: after ?? null });
    expect(next.ledgerHeads.edges).toEqual([]);
  });
});

describe('nobody else reads the books', () => {
  test.each([
    ['entries', Entries, { kind: 'PLATFORM_FEES' }],
    ['the trial balance', Trial, {}],
    ['heads', Heads, {}],
  ] as const)('%s', async (_what, query, variables) => {
    const code = async (client: Client) => {
      const { data, errors } = await client.raw<unknown, unknown>(query as never, variables);
      expect(data).toBeNull();
      return errors?.[0]?.extensions?.['code'];
    };
    expect(await code(asha.client)).toBe('FORBIDDEN');
    expect(await code(server.client())).toBe('UNAUTHENTICATED');
  });
});
