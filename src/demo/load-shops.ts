import { businesses, images, staff, type StaffRole } from '../businesses/tables.ts';
import { recordProduct } from '../catalog/create.ts';
import { products, stock, type Product } from '../catalog/tables.ts';
import type { Tx } from '../context.ts';
import { newId, type BusinessId, type ImageId } from '../db/id.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { currencyCode } from '../money.ts';
import { catalogueOf, type DemoProduct } from './catalogue.ts';
import { arrivalAt, at } from './clock.ts';
import type { People } from './load-people.ts';
import { productPicture, shopPicture } from './pictures.ts';
import { DEMO_SHOPS, type DemoShop } from './shops.ts';
import { DEMO_STAFF } from './staff.ts';
import type { Unit } from './units.ts';

const UNITS: Readonly<Record<Unit, Product['unit']>> = { piece: 'PIECE', kg: 'KG', pack: 'PACK' };
const ROLES = { owner: 'OWNER', manager: 'MANAGER', agent: 'AGENT' } as const satisfies Record<
  string,
  StaffRole
>;

/** The shops with their staff, pictures, products and stock, and the events that tell of them. */
export async function insertShops(tx: Tx, people: People): Promise<void> {
  const arrival = arrivalAt(tx.now());
  const then: Tx = { ...tx, ...at(tx, arrival) };
  for (const shop of DEMO_SHOPS) {
    const businessId = newId<'business'>();
    const pictureId = newId<'image'>();
    await tx.db
      .insert(businesses)
      .values({ ...businessRow(shop, businessId, pictureId), createdAt: arrival });
    await record(then, {
      type: 'business.created',
      subjectId: businessId,
      topics: [topic.catalog(businessId)],
      payload: { partyId: businessId },
    });
    const category = shop.categories[0] ?? shop.category;
    const picture = shopPicture({ name: shop.name, category, seed: shop.handle });
    await tx.db.insert(images).values(imageRow(businessId, pictureId, picture));
    await insertStaff(then, shop, businessId, people);
    await insertProducts(then, shop, businessId);
  }
}

function businessRow(shop: DemoShop, id: BusinessId, imageId: ImageId): typeof businesses.$inferInsert {
  const { handle, name, description, category, country } = shop;
  return { id, handle, name, description, category, country, currency: currencyCode(shop.currency), imageId };
}

async function insertStaff(tx: Tx, shop: DemoShop, businessId: BusinessId, people: People): Promise<void> {
  for (const { key, role } of DEMO_STAFF) {
    const personId = people.get(key);
    if (role.kind !== 'staff' || role.shop !== shop.handle || !personId) continue;
    await tx.db.insert(staff).values({ businessId, personId, role: ROLES[role.as], createdAt: tx.now() });
    // As in the verbs: who opens a business is its owner without further words.
    if (role.as === 'owner') continue;
    await record(tx, {
      type: 'staff.changed',
      subjectId: businessId,
      topics: [topic.access(personId)],
      payload: { partyId: businessId },
    });
  }
}

async function insertProducts(tx: Tx, shop: DemoShop, businessId: BusinessId): Promise<void> {
  const made = catalogueOf(shop).map((product) => ({
    product,
    id: newId<'product'>(),
    imageId: newId<'image'>(),
  }));
  await tx.db
    .insert(images)
    .values(made.map(({ product, imageId }) => imageRow(businessId, imageId, pictureOf(product))));
  await tx.db.insert(products).values(
    made.map(({ product, id, imageId }) => ({
      id,
      businessId,
      name: product.name,
      description: product.description,
      sku: product.sku,
      unit: UNITS[product.unit],
      currency: currencyCode(shop.currency),
      priceMinor: product.price,
      salePriceMinor: product.salePrice,
      imageIds: [imageId],
      channels: [...product.channels],
      createdAt: tx.now(),
      updatedAt: tx.now(),
    })),
  );
  await tx.db
    .insert(stock)
    .values(made.map(({ product, id }) => ({ productId: id, tracked: true, received: product.stock })));
  await Promise.all(made.map(({ id }) => recordProduct(tx, 'product.created', { id, businessId })));
}

function pictureOf({ name, category, sku }: DemoProduct): string {
  return productPicture({ name, category, seed: sku });
}

function imageRow(businessId: BusinessId, id: ImageId, svg: string): typeof images.$inferInsert {
  const bytes = Buffer.from(svg);
  return { id, businessId, contentType: 'image/svg+xml', bytes, size: bytes.length };
}
