import extraGroceries from './data/extra-groceries.json' with { type: 'json' };
import products from './data/products.json' with { type: 'json' };
import { SALES_CHANNELS, type SalesChannel } from '../catalog/rules.ts';
import { currencyCode, parseMoney } from '../money.ts';
import { demoPrices } from './prices.ts';
import type { DemoPrices } from './prices.ts';
import type { DemoShop } from './shops.ts';
import type { Unit } from './units.ts';

/** A product of DummyJSON, reduced: see data/NOTICE.md. */
export interface SourceProduct {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  /** US dollars, such as "9.99". */
  readonly price: string;
  /** Percent, such as "10.48". */
  readonly discountPercentage: string;
  readonly stock: number;
  readonly sku: string;
  readonly brand: string | null;
  /** No unit is given by the source, and the numbers are made up. */
  readonly weight: number;
  readonly tags: readonly string[];
}

/** A grocery that we added by hand; prices are rupees. */
interface ExtraGrocery {
  readonly sku: string;
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly price: string;
  readonly salePrice: string | null;
  readonly stock: number;
  readonly tags: readonly string[];
}

/** A product as a demo shop sells it: prices in minor units of the shop's currency. */
export interface DemoProduct extends DemoPrices {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly brand: string | null;
  readonly unit: Unit;
  readonly stock: number;
  readonly tags: readonly string[];
  readonly channels: readonly SalesChannel[];
}

/** What a channel's shop could not deliver: fresh goods go from hand to hand, and nobody buys a car out of a feed. */
const CHAT_ONLY: readonly string[] = ['SBZ-CORIANDER-BUNCH', 'SBZ-DAHI-400G', 'SBZ-PANEER-200G', 'vehicle'];

function channelsFor(...names: readonly string[]): readonly SalesChannel[] {
  return names.some((name) => CHAT_ONLY.includes(name)) ? ['CHAT'] : SALES_CHANNELS;
}

export const SOURCE_PRODUCTS: readonly SourceProduct[] = products;

const EXTRA_GROCERIES: readonly ExtraGrocery[] = extraGroceries;

/** All that a shop sells, ours first: they are what people in its country come for. */
export function catalogueOf(shop: DemoShop): readonly DemoProduct[] {
  const extras = shop.handle === 'sabzi-mandi' ? EXTRA_GROCERIES.map((grocery) => extra(grocery, shop)) : [];
  const sold = SOURCE_PRODUCTS.filter((product) => shop.categories.includes(product.category));
  return [...extras, ...sold.map((product) => converted(product, shop))];
}

function converted(product: SourceProduct, shop: DemoShop): DemoProduct {
  const { sku, title, description, category, brand, stock, tags } = product;
  const unit = shop.units.bySku[sku] ?? shop.units.default;
  const channels = channelsFor(sku, category);
  const prices = demoPrices(product, shop);
  return { sku, name: title, description, category, brand, unit, stock, tags, channels, ...prices };
}

function extra(grocery: ExtraGrocery, shop: DemoShop): DemoProduct {
  const { sku, title, description, stock, tags } = grocery;
  const currency = currencyCode(shop.currency);
  return {
    sku,
    name: title,
    description,
    category: 'groceries',
    brand: null,
    unit: unitOf(grocery.unit),
    stock,
    tags,
    channels: channelsFor(sku),
    price: parseMoney(grocery.price, currency).minor,
    salePrice: grocery.salePrice === null ? null : parseMoney(grocery.salePrice, currency).minor,
  };
}

/** JSON knows only strings: this makes one of our units of it. */
function unitOf(text: string): Unit {
  switch (text) {
    case 'piece':
    case 'kg':
    case 'pack':
      return text;
    default:
      throw new RangeError(`Not a unit: ${text}`);
  }
}
