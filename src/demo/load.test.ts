import { expect, it, onTestFinished } from 'vitest';
import { contextOf, systemContext, type App } from '../context.ts';
import { newId } from '../db/id.ts';
import { completeSignIn, startSignIn } from '../identity/sign-in.ts';
import { people } from '../identity/tables.ts';
import { SCOPE_NAMES } from '../partners/rules.ts';
import { reconcileDay } from '../reconciliation/run.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { DEMO_BOTS } from './bots.ts';
import { catalogueOf } from './catalogue.ts';
import { daysBefore } from './clock.ts';
import { findCast } from './cast.ts';
import { demoState, insertMarket, loadDemo } from './load.ts';
import { IMPORTED } from './load-import.ts';
import { registerPartner } from './load-partner.ts';
import { DEMO_CUSTOMERS, DEMO_SIGN_IN_CODE } from './people.ts';
import { prepareDemo } from './prepare.ts';
import { DEMO_SHOPS } from './shops.ts';
import { DEMO_PEOPLE } from './staff.ts';

/** Stopping it proves the books. */
async function start(): Promise<TestServer> {
  const server = await startTestServer({ worksJobs: true });
  onTestFinished(() => server.stop());
  return server;
}

const silent = (): void => {};
const stateOf = ({ app }: TestServer) => demoState(systemContext(app, 'test'));

/** What there is, without ids and times: equal for equal demo markets. */
async function contentsOf({ app }: TestServer): Promise<unknown> {
  // The bank takes a payout a moment after the load.
  await expect.poll(() => app.sql`select from payouts where state = 'PENDING'`).toHaveLength(0);
  const [counts] = await app.sql`
    select (select count(*) from people) as people, (select count(*) from businesses) as shops,
           (select count(*) from products) as products, (select count(*) from images) as pictures,
           (select count(*) from messages) as messages, (select count(*) from orders) as orders,
           (select count(*) from payments) as payments, (select count(*) from cards) as cards,
           (select count(*) from refunds) as refunds, (select count(*) from payouts) as payouts,
           (select count(*) from bank_accounts) as banks,
           (select count(*) from tickets) as tickets, (select count(*) from fee_charges) as charges,
           (select count(*) from invoices) as invoices, (select count(*) from bot_settings where enabled) as bots,
           (select count(*) from catalog_import_errors) as errors,
           (select count(*) from event_log) + (select count(*) from outbox) as events`;
  const orders = await app.sql`
    select p.name, o.state, o.payment_state, o.fulfillment_state, o.total_minor
    from orders o join people p on p.id = o.person_id order by o.number`;
  const wallets = await app.sql`
    select p.name, a.balance_minor, a.held_minor
    from ledger_accounts a join people p on p.id = a.owner_id where a.kind = 'WALLET' order by p.name`;
  const transfers = await app.sql`
    select p.name, t.amount_minor, t.card_minor, t.state from transfers t join people p on p.id = t.sender_id order by t.id`;
  const requests = await app.sql`select amount_minor, state from money_requests order by id`;
  return {
    ...counts,
    orders: [...orders],
    wallets: [...wallets],
    transfers: [...transfers],
    requests: [...requests],
  };
}

/** Which shops have an invoice: of how many months depends on the day. */
async function invoicedIn({ app }: TestServer): Promise<string[]> {
  const rows = await app.sql<{ handle: string }[]>`
    select distinct b.handle from invoices i join businesses b on b.id = i.business_id order by 1`;
  return rows.map(({ handle }) => handle);
}

/** Messages of customers that a bot would still take for new, and answers that bots have given. */
async function unansweredIn({ app }: TestServer): Promise<readonly unknown[]> {
  return app.sql`
    select m.content from messages m join conversations c on c.id = m.conversation_id
    left join bot_conversations b on b.conversation_id = c.id
    where c.business_id is not null and c.ticket_id is null
      and (m.content ->> 'type' = 'bot' or m.sequence > coalesce(b.answered_sequence, 0))`;
}

/** An app that dies at its nth transaction from now, and stays dead. */
function mortal(app: App, lifetime: number): App {
  let left = lifetime;
  const transaction: App['db']['transaction'] = (...args) => {
    if (left-- <= 0) return Promise.reject(new Error('killed'));
    return app.db.transaction(...args);
  };
  const db = Object.create(app.db, { transaction: { value: transaction } }) as App['db'];
  return { ...app, db };
}

it(
  "its books and the provider's agree on every day, although the provider was asked today",
  { timeout: 150_000 },
  async () => {
    const server = await start();
    await loadDemo(server.app, silent);
    await expect.poll(() => server.app.sql`select from payouts where state = 'PENDING'`).toHaveLength(0);
    const ctx = systemContext(server.app, 'test');
    for (let daysAgo = 0; daysAgo <= 45; daysAgo++) {
      const day = daysBefore(server.app.now(), daysAgo).toISOString().slice(0, 10);
      expect(await reconcileDay(ctx, day)).toEqual([]);
    }
  },
);

it(
  'loads everything, at its time in the past, and loading again changes nothing',
  { timeout: 150_000 },
  async () => {
    const server = await start();
    expect(await stateOf(server)).toBe('empty');
    await loadDemo(server.app, silent);
    const loaded = await contentsOf(server);
    const products = DEMO_SHOPS.flatMap(catalogueOf).length;
    expect(loaded).toMatchObject({
      people: BigInt(DEMO_PEOPLE.length),
      shops: BigInt(DEMO_SHOPS.length),
      products: BigInt(products + IMPORTED),
      pictures: BigInt(products + DEMO_SHOPS.length),
      wallets: [
        { name: 'Asha Kulkarni', balance_minor: 300_00n, held_minor: 0n },
        { name: 'Ravi Deshmukh', balance_minor: 1850_00n, held_minor: 0n },
      ],
      requests: [{ state: 'PAID' }, { state: 'OPEN' }],
      refunds: 1n,
      payouts: 1n,
      tickets: 5n,
      bots: BigInt(DEMO_BOTS.length),
      errors: 4n,
      cards: BigInt(DEMO_CUSTOMERS.flatMap(({ cards }) => cards).length),
    });
    const [late] = await server.app.sql`
    select (select count(*) from messages where sent_at > now() - interval '12 hours') as messages,
           (select count(*) from orders where updated_at > now() - interval '12 hours') as orders,
           (select count(*) from ledger_journals where kind not like 'payout%' and created_at > now() - interval '12 hours')
             as journals,
           (select count(*) from (
             select j.created_at, lag(j.created_at) over (partition by a.id order by p.id) as before
             from ledger_accounts a join ledger_postings p on a.id in (p.debit_account_id, p.credit_account_id)
             join ledger_journals j on j.id = p.journal_id
           ) entries where created_at < before) as disordered`;
    expect(late).toEqual({ messages: 0n, orders: 0n, journals: 0n, disordered: 0n });
    expect(await invoicedIn(server)).toEqual(
      expect.arrayContaining(['casa-jacaranda', 'rasoi-ghar', 'rose-and-rye', 'sabzi-mandi']),
    );
    expect(await unansweredIn(server)).toEqual([]);
    expect(await stateOf(server)).toBe('loaded');
    await loadDemo(server.app, silent);
    expect(await contentsOf(server)).toEqual(loaded);
  },
);

it('is the same when the start is killed again and again', { timeout: 150_000 }, async () => {
  const whole = await start();
  await loadDemo(whole.app, silent);
  const killed = await start();
  await insertMarket(systemContext(killed.app, 'test'));
  expect(await stateOf(killed)).toBe('begun');
  for (const lifetime of [3, 31, 71, 120, 200]) {
    await expect(loadDemo(mortal(killed.app, lifetime), silent)).rejects.toThrow('killed');
  }
  expect(await stateOf(killed)).toBe('begun');
  await loadDemo(killed.app, silent);
  expect(await contentsOf(killed)).toEqual(await contentsOf(whole));
});

it('two processes that load at once load it once', async () => {
  const { app } = await start();
  const ctx = systemContext(app, 'test');
  await Promise.all([insertMarket(ctx), insertMarket(ctx)]);
  expect(await app.db.$count(people)).toBe(DEMO_PEOPLE.length);
});

it("goes only where it may: never with off, into a database of one's own only with load, and only when it is empty", async () => {
  const server = await start();
  const lines: string[] = [];
  const prepare = (mode: 'auto' | 'load' | 'off', isEmbedded: boolean) =>
    prepareDemo(server.app, { mode, isEmbedded, print: (line) => lines.push(line) });
  expect(await prepare('off', true)).toBeNull();
  expect(await prepare('auto', false)).toBeNull();
  expect(await stateOf(server)).toBe('empty');
  const stranger = {
    id: newId<'person'>(),
    phone: '+919812345678',
    country: 'IN',
    name: 'S',
    language: 'en',
  };
  await server.app.db.insert(people).values(stranger);
  expect(await prepare('auto', true)).toBeNull();
  expect(lines).toEqual([]);
  expect(await prepare('load', false)).toBeNull();
  expect(lines).toEqual([expect.stringContaining('NOT loaded')]);
  expect(await stateOf(server)).toBe('inhabited');
});

it('gives fresh tokens at each start, and those of the start before are over', async () => {
  const server = await start();
  const ctx = systemContext(server.app, 'test');
  await insertMarket(ctx);
  await registerPartner(ctx, await findCast(ctx));
  // Here it may not go on with the load, which takes a while.
  const prepare = () => prepareDemo(server.app, { mode: 'auto', isEmbedded: false, print: silent });
  const tokensOf = (text: string | null) => text?.match(/Bearer \S+/g) ?? [];
  const first = tokensOf(await prepare());
  const second = tokensOf(await prepare());
  expect(new Set([...first, ...second]).size).toBe(8);
  for (const token of first) {
    await expect(server.app.sessions.authenticate(token)).rejects.toThrow('revoked');
  }
  const actors = await Promise.all(second.map((token) => server.app.sessions.authenticate(token)));
  expect(actors.map((actor) => actor.kind === 'person' && actor.operator)).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect(actors[3]).toMatchObject({ kind: 'app', scopes: SCOPE_NAMES });
});

it('lets its people sign in with the one code, as often as they like', async () => {
  const server = await start();
  await insertMarket(systemContext(server.app, 'test'));
  const ctx = contextOf(server.app, { kind: 'guest' });
  const phone = DEMO_CUSTOMERS[0]?.phone ?? '';
  for (let time = 1; time <= 7; time++) {
    await startSignIn(ctx, { phone });
    const { personId } = await completeSignIn(ctx, { phone, code: DEMO_SIGN_IN_CODE, device: 'test' });
    expect(personId).not.toBe('');
  }
  expect(server.codes.size).toBe(0);
});
