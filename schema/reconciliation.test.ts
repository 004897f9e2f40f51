import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { systemContext } from '../src/context.ts';
import { encodeId, newId } from '../src/db/id.ts';
import { transact } from '../src/db/transact.ts';
import { noteDiscrepancy } from '../src/reconciliation/note.ts';
import { reconcileDay } from '../src/reconciliation/run.ts';
import {
  Discrepancies,
  readDiscrepancies,
  ReconciliationDays,
  ResolveDiscrepancy,
} from '../src/testing/balance-commands.ts';
import { fillWallet, makeCard, makePerson, makeShop, type TestPerson } from '../src/testing/factories.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import type { Client } from '../src/testing/client.ts';

let server: TestServer;
let operator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  operator = await makePerson(server, { operator: true });
});
beforeEach(async () => {
  for (const { id } of await readDiscrepancies(operator.client, { resolved: false }))
    await resolve(id, 'Away.');
});
afterAll(async () => {
  for (const { id } of await readDiscrepancies(operator.client, { resolved: false }))
    await resolve(id, 'Away.');
  await server.stop();
});

async function resolve(discrepancyId: string, note: string, client: Client = operator.client) {
  return (await client.request(ResolveDiscrepancy, { input: { discrepancyId, note } })).discrepancyResolve;
}

/** The provider speaks of a payment that is not here. Gives its id. */
async function find(providerRef: string | null = null, subjectId: string = randomUUID()): Promise<string> {
  await transact(systemContext(server.app, 'test'), (tx) =>
    noteDiscrepancy(tx, { kind: 'UNKNOWN_SUBJECT', subjectId, providerRef, detail: 'a charge of 1.00 INR' }),
  );
  return subjectId;
}

describe('discrepancies', () => {
  it('show the payment that they are about, to be asked for again', async () => {
    const asha = await makePerson(server);
    await makeCard(asha);
    await find();
    const paymentId = await fillWallet(asha, 1_000n);
    await find(null, paymentId);
    const payments = (await readDiscrepancies(operator.client, { resolved: false })).map(
      (one) => one.payment,
    );
    expect(payments).toEqual([{ id: encodeId('pay', paymentId) }, null]);
  });

  it('are listed with their facts, newest first, a page at a time', async () => {
    const subjects = [await find('pi_1'), await find('pi_2'), await find()].toReversed();
    const all = await readDiscrepancies(operator.client, { resolved: false });
    expect(all.map(({ subject }) => subject)).toEqual(subjects);
    expect(all.at(-1)).toMatchObject({
      id: expect.stringMatching(/^[a-z]+_[0-9a-z]{26}$/),
      kind: 'UNKNOWN_SUBJECT',
      detail: 'a charge of 1.00 INR',
      providerRef: 'pi_1',
      resolvedAt: null,
      resolution: null,
    });
    const { discrepancies: first } = await operator.client.request(Discrepancies, {
      resolved: false,
      first: 2,
    });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = first.edges.at(-1)?.cursor ?? '';
    const rest = await readDiscrepancies(operator.client, { resolved: false, after });
    expect(rest.map(({ subject }) => subject)).toEqual(subjects.slice(2));
  });

  it('are resolved once, with what came of it, and are listed apart then', async () => {
    const subject = await find();
    const [open] = await readDiscrepancies(operator.client, { resolved: false });
    if (!open) throw new Error('nothing is listed');
    const first = await resolve(open.id, 'The provider has taken it back.');
    expect(first).toMatchObject({
      discrepancy: { resolvedAt: expect.any(String), resolution: 'The provider has taken it back.' },
      userErrors: [],
    });
    expect(await resolve(open.id, 'Something else.')).toEqual(first);
    expect(await readDiscrepancies(operator.client, { resolved: false })).toEqual([]);
    expect((await readDiscrepancies(operator.client, { resolved: true }))[0]).toMatchObject({ subject });
    expect((await readDiscrepancies(operator.client))[0]).toMatchObject({ subject });
  });

  test.each([
    ['of nothing', ''],
    ['that is too long', 'x'.repeat(501)],
  ])('are not resolved by a note %s', async (_what, note) => {
    await find();
    const [open] = await readDiscrepancies(operator.client, { resolved: false });
    const refused = { discrepancy: null, userErrors: [{ code: 'INVALID_INPUT', path: ['note'] }] };
    expect(await resolve(open?.id ?? '', note)).toMatchObject(refused);
    expect(await readDiscrepancies(operator.client, { resolved: false })).toHaveLength(1);
  });

  it('that are not there are not resolved', async () => {
    await find();
    const [open] = await readDiscrepancies(operator.client, { resolved: false });
    const prefix = open?.id.split('_')[0] ?? '';
    const refused = { discrepancy: null, userErrors: [{ code: 'NOT_FOUND', path: ['discrepancyId'] }] };
    expect(await resolve(encodeId(prefix, newId()), 'Gone.')).toMatchObject(refused);
  });
});

describe('the days that were compared', () => {
  it('are listed, newest first, a page at a time', async () => {
    const system = systemContext(server.app, 'provider.reconcile');
    for (const day of ['2026-02-27', '2026-02-28', '2026-03-01', '2026-02-28'])
      await reconcileDay(system, day);
    const page = async (after?: string) => {
      const variables = { first: 2, ...(after && { after }) };
      return (await operator.client.request(ReconciliationDays, variables)).reconciliationDays;
    };
    const newest = await page();
    const empty = { theirs: 0, ours: 0, differences: 0 };
    expect(newest.edges.map(({ node }) => node)).toEqual([
      { day: '2026-03-01', ...empty },
      { day: '2026-02-28', ...empty },
    ]);
    expect(newest.pageInfo.hasNextPage).toBe(true);
    const rest = await page(newest.edges.at(-1)?.cursor);
    expect(rest.edges.map(({ node }) => node.day)).toEqual(['2026-02-27']);
    await expect(page('nonsense')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('anybody but operators', () => {
  test.each(['owner', 'person', 'guest'] as const)('such as a %s is refused', async (who) => {
    await find();
    const [open] = await readDiscrepancies(operator.client, { resolved: false });
    const client =
      who === 'owner'
        ? (await makeShop(server)).owner.client
        : who === 'person'
          ? (await makePerson(server)).client
          : server.client();
    const code = who === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    await expect(readDiscrepancies(client)).rejects.toMatchObject({ code });
    await expect(client.request(ReconciliationDays, {})).rejects.toMatchObject({ code });
    await expect(resolve(open?.id ?? '', 'Mine.', client)).rejects.toMatchObject({ code });
    expect(await readDiscrepancies(operator.client, { resolved: false })).toHaveLength(1);
  });
});
