import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { uploadImage } from '../businesses/upload-image.ts';
import { archiveProduct, setStock } from '../catalog/update.ts';
import { encodeId } from '../db/id.ts';
import { currencyCode } from '../money.ts';
import { PIXEL } from '../testing/business-commands.ts';
import { makeProduct, makeShop } from '../testing/factories.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const get = (id: string, init: RequestInit = {}) => fetch(`${server.url}/products/${id}`, init);
const html = async (id: string) => (await get(id)).text();

describe('the page of a product', () => {
  it('says what it is, what it costs, who sells it and how to order it', async () => {
    const shop = await makeShop(server);
    const image = await uploadImage(shop.owner.ctx, { businessId: shop.id, bytes: PIXEL });
    const { publicId } = await makeProduct(shop, {
      name: 'Alphonso mangoes',
      description: 'A dozen.\nRipe.',
      imageIds: [image],
      sale: { price: { minor: 1_999n, currency: currencyCode('INR') } },
    });
    const page = await html(publicId);
    for (const part of [
      '<title>Alphonso mangoes · Sabzi Mandi</title>',
      `<img src="http://bottega.test/images/${encodeId('img', image)}" alt="Alphonso mangoes">`,
      '₹19.99 <s>₹25.00</s>',
      'In stock',
      'A dozen.\nRipe.',
      'Open your chat with <b>Sabzi Mandi</b> (@shop-',
      'write <b dir="auto">1 Alphonso mangoes</b>',
      `<meta property="og:url" content="http://bottega.test/products/${publicId}">`,
      '<meta property="product:price:amount" content="19.99">',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('runs nothing, whatever a shop wrote', async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&`;
    const { publicId } = await makeProduct(await makeShop(server), { name: evil, description: evil });
    const answer = await get(publicId);
    const page = await answer.text();
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;&amp;',
    );
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; img-src http:\/\/bottega\.test;.* sandbox$/,
      ),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('shows what is out of stock, and what only another channel sells', async () => {
    const shop = await makeShop(server);
    const { id, publicId } = await makeProduct(shop, { channels: ['FACEBOOK_SHOP'] });
    await setStock(shop.owner.ctx, { productId: id, free: 0 });
    const page = await html(publicId);
    expect(page).toContain('Out of stock');
    expect(page).toContain('ask for it');
    expect(page).not.toContain('write <b');
  });

  it('has a head', async () => {
    const { publicId } = await makeProduct(await makeShop(server));
    const head = await get(publicId, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(500);
  });
});

describe('there is no page', () => {
  it('of what is archived or sold nowhere', async () => {
    const shop = await makeShop(server);
    const [gone, nowhere] = [await makeProduct(shop), await makeProduct(shop, { channels: [] })];
    await archiveProduct(shop.owner.ctx, gone.id);
    expect((await get(gone.publicId)).status).toBe(404);
    expect((await get(nowhere.publicId)).status).toBe(404);
  });

  test.each([
    'x',
    'prd_',
    'biz_00000000000000000000000000',
    'prd_00000000000000000000000000',
    '%00',
    '../images',
  ])('at %s', async (id) => {
    expect((await get(id)).status).toBe(404);
  });
});
