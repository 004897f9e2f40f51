import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import { PIXEL, uploadImage, type Uploaded } from '../src/testing/business-commands.ts';
import { CreateProduct } from '../src/testing/catalogue-commands.ts';
import { makePerson, makeShop, makeStaff, type TestPerson, type TestShop } from '../src/testing/factories.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

const MEGABYTE = 1024 * 1024;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

function upload(
  shop: TestShop,
  bytes: Uint8Array | string,
  options: { by?: TestPerson | null; headers?: Record<string, string> } = {},
): Promise<Uploaded> {
  const { by = shop.owner, headers } = options;
  const file = new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type: 'image/png' });
  return uploadImage({ url: server.url, token: by?.token ?? null }, shop.publicId, file, headers);
}

/** A file that is of a type as far as its first bytes tell. */
const fileOf = (start: Buffer, size: number) => Buffer.concat([start, Buffer.alloc(size - start.length)]);
const WEBP = Buffer.from('RIFF\x1a\0\0\0WEBPVP8L', 'latin1');
const JPEG = Buffer.from('ffd8ffe000104a46494600', 'hex');

/** As a browser would fetch what `url` names; the public address of a test's server is made up. */
const load = (url: string, method = 'GET') =>
  fetch(url.replace('http://bottega.test', server.url), { method });

describe('imageUpload', () => {
  it.each([
    ['a PNG', PIXEL, 'image/png'],
    ['a JPEG', JPEG, 'image/jpeg'],
    ['a WebP', WEBP, 'image/webp'],
    ['exactly 5 MB', fileOf(PIXEL, 5 * MEGABYTE), 'image/png'],
  ])('keeps %s and serves it as what it is', async (_what, bytes, type) => {
    const { status, image, code } = await upload(await makeShop(server), bytes);
    expect([status, code]).toEqual([200, null]);
    expect(image?.url).toBe(`http://bottega.test/images/${image?.id}`);
    const response = await load(image?.url ?? '');
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  it.each([
    ['an SVG, which can carry scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['nothing', ''],
    ['a GIF', 'GIF89a'],
    ['half a signature', PIXEL.subarray(0, 7)],
    ['one byte more than 5 MB', fileOf(PIXEL, 5 * MEGABYTE + 1)],
  ])('refuses %s', async (_what, bytes) => {
    expect(await upload(await makeShop(server), bytes)).toMatchObject({ image: null, code: 'INVALID_INPUT' });
  });

  it('is for managers', async () => {
    const shop = await makeShop(server);
    const by = async (person: TestPerson | null) => (await upload(shop, PIXEL, { by: person })).code;
    expect(await by(await makeStaff(server, shop, 'MANAGER'))).toBeNull();
    expect(await by(await makeStaff(server, shop, 'AGENT'))).toBe('FORBIDDEN_ROLE');
    expect(await by(await makePerson(server))).toBe('NOT_FOUND');
    expect(await by(null)).toBe('UNAUTHENTICATED');
  });

  it('is refused as the form of another page could send it', async () => {
    const answer = await upload(await makeShop(server), PIXEL, { headers: {} });
    expect(answer).toMatchObject({ status: 403, image: null, code: 'FORBIDDEN' });
  });

  it('makes pictures for the products of the shop, and of no other', async () => {
    const [shop, other] = [await makeShop(server), await makeShop(server)];
    const { image } = await upload(shop, PIXEL);
    const create = async ({ owner, publicId }: TestShop) => {
      const price = { amount: '10', currencyCode: 'INR' };
      const input = { businessId: publicId, name: 'Onions', price, imageIds: [image?.id ?? ''] };
      return (await owner.client.request(CreateProduct, { input })).productCreate;
    };
    expect((await create(shop)).product).toMatchObject({
      photo: { url: image?.url },
      photos: [{ id: image?.id }],
    });
    expect(await create(other)).toMatchObject({
      product: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['imageIds'] }],
    });
  });
});

describe('/images', () => {
  it('answers a HEAD without the picture', async () => {
    const { image } = await upload(await makeShop(server), PIXEL);
    const response = await load(image?.url ?? '', 'HEAD');
    expect([response.status, response.headers.get('content-length')]).toEqual([200, String(PIXEL.length)]);
    expect(await response.text()).toBe('');
  });

  it.each([
    'x',
    encodeId('img', '0198c0de-0000-7000-8000-000000000000'),
    encodeId('prd', '0198c0de-0000-7000-8000-000000000000'),
    '..%2f..%2fetc%2fpasswd',
    'img_%00',
  ])('has no %s', async (id) => {
    const response = await load(`http://bottega.test/images/${id}`);
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('NOT_FOUND')]);
  });
});
