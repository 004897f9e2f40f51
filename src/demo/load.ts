import { sql } from 'drizzle-orm';
import { systemContext, type App, type Ctx } from '../context.ts';
import { transact } from '../db/transact.ts';
import { hashCode } from '../identity/secrets.ts';
import { demoSignIns } from '../identity/tables.ts';
import { findCast } from './cast.ts';
import { openBots } from './load-bots.ts';
import { registerCards } from './load-cards.ts';
import { replayHistory } from './load-history.ts';
import { importCatalogue } from './load-import.ts';
import { registerPartner } from './load-partner.ts';
import { insertPeople, inviteToPilots } from './load-people.ts';
import { insertShops } from './load-shops.ts';
import { DEMO_OPERATOR, DEMO_SIGN_IN_CODE } from './people.ts';
import { catalogueOf } from './catalogue.ts';
import { DEMO_SHOPS } from './shops.ts';
import { DEMO_PEOPLE } from './staff.ts';

/** How far a database has come with the demo market. */
export type DemoState = 'empty' | 'begun' | 'loaded' | 'inhabited';

/** Any number will do, as long as nothing else in this database locks it. */
const DEMO_LOCK = 7_316_003;

/**
 * `inhabited` is a database of people or shops that are not the demo's. Somebody of the demo can sign in as soon as
 * it has begun, and the operator only when all of it is there: their row is what says so.
 */
export async function demoState({ db }: Pick<Ctx, 'db'>): Promise<DemoState> {
  const [row] = await db.execute<{ begun: boolean; loaded: boolean; inhabited: boolean }>(sql`
    select exists (select from demo_sign_ins) as begun,
           exists (select from demo_sign_ins where phone = ${DEMO_OPERATOR.phone}) as loaded,
           exists (select from people) or exists (select from businesses) as inhabited`);
  if (row?.loaded) return 'loaded';
  if (row?.begun) return 'begun';
  return row?.inhabited ? 'inhabited' : 'empty';
}

/**
 * Loads the demo market, or goes on where a start was killed: first the shops, products and people in one
 * transaction, then cards, chats and orders by the same verbs that clients call, every one with a key of its own.
 */
export async function loadDemo(app: App, print: (line: string) => void): Promise<void> {
  const ctx = systemContext(app, 'demo');
  const products = DEMO_SHOPS.flatMap(catalogueOf).length;
  print(`Loading the demo market: ${DEMO_SHOPS.length} shops, ${products} products. Once, some seconds.`);
  const begin = performance.now();
  const done = (what: string) =>
    print(`  ${what.padEnd(28)}${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s`);
  await insertMarket(ctx);
  done('shops, products and people');
  const cast = await findCast(ctx);
  await registerCards(ctx, cast);
  done('cards');
  await replayHistory(ctx, cast);
  done('chats, orders and money');
  await importCatalogue(ctx, cast);
  await registerPartner(ctx, cast);
  // Last of all, so that no bot answers what was said in the past.
  await openBots(ctx, cast);
  done('an import, a partner, bots');
  await insertSignIns(ctx, [DEMO_OPERATOR]);
}

/** The first part: all of it or nothing, and nothing when another process was faster. */
export async function insertMarket(ctx: Ctx): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(${DEMO_LOCK})`);
    if ((await demoState(tx)) !== 'empty') return;
    const people = await insertPeople(tx);
    await inviteToPilots(tx, people);
    await insertShops(tx, people);
    await insertSignIns(
      tx,
      DEMO_PEOPLE.filter((person) => person !== DEMO_OPERATOR),
    );
  });
}

async function insertSignIns({ db }: Ctx, people: readonly { phone: string }[]): Promise<void> {
  const rows = people.map(({ phone }) => ({ phone, codeHash: hashCode(phone, DEMO_SIGN_IN_CODE) }));
  await db.insert(demoSignIns).values(rows).onConflictDoNothing();
}
