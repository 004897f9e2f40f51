import { test } from 'vitest';
import { makeShop } from '../testing/factories.ts';
import { importFile } from '../testing/import-commands.ts';
import { startTestServer } from '../testing/server.ts';
test('perf', async () => {
  const server = await startTestServer();
  const shop = await makeShop(server);
  const rows = Array.from({ length: 20000 }, (_, i) => `sku-${i},"Product ${i}, fine","A <b>good</b> product number ${i}. ${'words '.repeat(40)}",in stock,new,${10 + i % 90}.50 INR,https://x.example/${i},https://x.example/${i}.jpg,Acme,${i % 50}`);
  const file = ['id,title,description,availability,condition,price,link,image_link,brand,quantity_to_sell_on_facebook', ...rows].join('\n');
  for (const _ of [1, 2]) {
    const t = performance.now();
    const out = await importFile(server, shop, file);
    const ms = performance.now() - t;
    console.log(JSON.stringify(out), Math.round(ms), Math.round(20000 / ms * 1000), 'rows/s', file.length);
  }
  const t = performance.now();
  const out = await importFile(server, shop, file.replaceAll('INR', 'inr').replaceAll('.50 ', '.75 '));
  console.log(JSON.stringify(out), Math.round(20000 / (performance.now() - t) * 1000), 'rows/s update');
  await server.stop();
}, 120000);
