import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { makeShop } from '../testing/factories.ts';
import { keepFile, workImport } from '../testing/import-commands.ts';
import { INR } from '../testing/ledger.ts';
import { overtake } from '../testing/meeting.ts';
import { refusalOf } from '../testing/refusals.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { makeShopWorld } from '../testing/shop-world.ts';
import { takeBatch } from './batch.ts';
import { batchesOf } from './run.ts';
import { catalogImports } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeShopWorld(server);
});
afterAll(() => server.stop());

const job = () => server.ctx({ kind: 'system', job: 'catalog.import' });

describe('the database refuses, whoever asks', () => {
  test.each<[string, string, string]>([
    [
      'a row that was read and neither taken nor rejected',
      'catalog_imports_rows_add_up',
      `update catalog_imports set rows_read = rows_read + 1`,
    ],
    [
      'an import in no state that there is',
      'catalog_imports_state_known',
      `update catalog_imports set state = 'GONE', finished_at = now()`,
    ],
    [
      'one that is over since nobody knows when',
      'catalog_imports_finished_at',
      `update catalog_imports set finished_at = null where state = 'FINISHED'`,
    ],
    [
      'a piece that is there twice',
      'catalog_import_pieces_pkey',
      `insert into catalog_import_pieces select * from catalog_import_pieces`,
    ],
    [
      'an error that is there twice',
      'catalog_import_errors_pkey',
      `insert into catalog_import_errors select * from catalog_import_errors`,
    ],
  ])('%s: %s', async (_what, constraint, statement) => {
    expect(await refusalOf(server.app.sql, statement)).toBe(constraint);
  });
});

it('who comes second with the same rows finds them taken', async () => {
  const shop = await makeShop(server);
  const importId = await keepFile(shop, 'id,title,price\na,A,10\nb,B,10\n');
  const [found] = await server.app.db.select().from(catalogImports).where(eq(catalogImports.id, importId));
  if (!found) throw new Error('nothing was kept');
  const { value: batch } = await batchesOf(job(), found, INR).next();
  if (!batch) throw new Error('the file is empty');
  const work = { importId, business: { id: shop.id, currency: INR }, batch };
  await overtake(
    job(),
    (tx) => takeBatch(tx, work),
    () => takeBatch(job(), work),
  );
  await workImport(server, importId);
  const [row] = await server.app.sql`
    select state, rows_read::int as read, created::int, unchanged::int from catalog_imports where id = ${importId}`;
  expect(row).toEqual({ state: 'FINISHED', read: 2, created: 2, unchanged: 0 });
});
