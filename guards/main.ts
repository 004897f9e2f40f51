import path from 'node:path';
import { parseArgs } from 'node:util';
import { unlisted } from './coverage.ts';
import type { Guard } from './guard.ts';
import { GUARDS } from './list.ts';
import { tableOf, writePage, type Verdict } from './report.ts';
import { openWorkshop, type Ran, type Workshop } from './workshop.ts';

/*
 * Takes each guard away, in a copy of the repository, and runs the test that should notice. A guard that can be removed
 * unnoticed is a guard that the next change will remove unnoticed.
 */

const AT_ONCE = 2;
const repository = path.dirname(import.meta.dirname);
const { values: options } = parseArgs({
  options: { only: { type: 'string' }, write: { type: 'boolean' } },
});
const print = (line: string) => process.stdout.write(`${line}\n`);

const chosen = GUARDS.filter(
  ({ name, testFile }) => !options.only || name.includes(options.only) || testFile.includes(options.only),
);

/** Guards that one run of the tests tries. */
function batches(guards: readonly Guard[]): Guard[][] {
  const alone = guards.filter((guard) => !guard.together).map((guard) => [guard]);
  const together = Map.groupBy(
    guards.filter((guard) => guard.together),
    ({ testFile }) => testFile,
  );
  return [...together.values(), ...alone];
}

const namesOf = (guards: readonly Guard[]) => [...new Set(guards.map(({ test }) => test))];

/** The tests as they are: those that fail with all guards in place prove nothing. */
async function baseline(shops: readonly Workshop[]): Promise<Map<string, Ran[] | Error>> {
  const files = Map.groupBy(chosen, ({ testFile }) => testFile);
  const found = new Map<string, Ran[] | Error>();
  await inWorkshops(shops, [...files], async (shop, [file, guards]) => {
    const ran = await shop.run(file, namesOf(guards)).catch((error: Error) => error);
    found.set(file, ran);
    print(`as it is  ${file}: ${ran instanceof Error ? ran.message : `${ran.length} tests`}`);
  });
  return found;
}

async function tryBatch(
  shop: Workshop,
  batch: readonly Guard[],
  before: ReadonlyMap<string, Ran[] | Error>,
): Promise<Verdict[]> {
  const file = batch[0]?.testFile ?? '';
  const removals = batch.map(({ removal }) => removal);
  const after = await shop.runWithout(removals, file, namesOf(batch)).catch((error: Error) => error);
  return batch.map((guard) => judge(guard, before.get(file), after));
}

function judge(guard: Guard, before: Ran[] | Error | undefined, after: Ran[] | Error): Verdict {
  const error = (why: string): Verdict => ({ guard, result: 'error', why });
  if (!before || before instanceof Error) return error(before?.message ?? 'no tests');
  const own = (ran: readonly Ran[]) => ran.filter(({ name }) => name.includes(guard.test));
  const failing = own(before).find(({ passed }) => !passed);
  if (own(before).length === 0) return error('there is no such test');
  if (failing) return error(`fails with the guard in place: ${failing.why}`);
  if (after instanceof Error) return error(after.message);
  const noticed = own(after).find(({ passed }) => !passed);
  if (noticed) return { guard, result: 'noticed', why: noticed.why };
  return own(after).length === 0 ? error('its test did not run') : { guard, result: 'UNNOTICED', why: '' };
}

/** Does the work of a list, so many at once, each in a workshop of its own. */
async function inWorkshops<Item>(
  shops: readonly Workshop[],
  items: readonly Item[],
  work: (shop: Workshop, item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    shops.map(async (shop) => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(shop, item);
    }),
  );
}

const shops = await Promise.all(Array.from({ length: AT_ONCE }, () => openWorkshop(repository)));
/** An interrupted run leaves no copies behind. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void Promise.all(shops.map((shop) => shop.close())).then(() => process.exit(1)));
}

const verdicts: Verdict[] = [];
try {
  const before = await baseline(shops);
  await inWorkshops(shops, batches(chosen), async (shop, batch) => {
    const tried = await tryBatch(shop, batch, before);
    verdicts.push(...tried);
    for (const { guard, result, why } of tried) {
      print(`${String(verdicts.length).padStart(3)}/${chosen.length} ${result} ${guard.name}: ${why}`);
    }
  });
} finally {
  await Promise.all(shops.map((shop) => shop.close()));
}

const missing = options.only ? [] : await unlisted(GUARDS);
for (const name of missing) print(`not in the list: ${name}`);
print(tableOf(verdicts));
if (options.write) await writePage(verdicts);
const isWhole = missing.length === 0 && verdicts.every(({ result }) => result === 'noticed');
process.exitCode = isWhole ? 0 : 1;
