import type { PriceRule } from './prices.ts';
import { GROCERY_UNITS } from './units.ts';
import type { Unit } from './units.ts';

/** A shop of the demo market, before it has an id. */
export interface DemoShop extends PriceRule {
  /** Lowercase words joined by hyphens; unique. */
  readonly handle: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 639-1, the first is the one it writes in when it can't tell. */
  readonly languages: readonly string[];
  readonly category: string;
  readonly description: string;
  /** The categories of DummyJSON that it sells. Every category is sold by exactly one shop. */
  readonly categories: readonly string[];
  readonly units: UnitRule;
}

/** By which unit a shop sells: `default`, but for the SKUs listed. */
export interface UnitRule {
  readonly default: Unit;
  readonly bySku: Readonly<Record<string, Unit>>;
}

/**
 * The rates of the shops are round numbers near those of this day, stated for the demo. They are no exchange rates:
 * nobody should convert money with them.
 */
export const DEMO_RATES_OF = '2025-11-01';

const BY_PIECE: UnitRule = { default: 'piece', bySku: {} };

const RUPEES = { currency: 'INR', rate: '88.00', rounding: { to: '1', less: '0' } } as const;

/** The grocer of India comes first: it is the shop that a new reader meets. */
export const DEMO_SHOPS: readonly DemoShop[] = [
  {
    handle: 'sabzi-mandi',
    name: 'Sabzi Mandi',
    country: 'IN',
    ...RUPEES,
    // American grocery prices would shock anyone in Panaji: milk comes to ₹123 like this, and to ₹307 without.
    priceLevel: '0.4',
    languages: ['en', 'hi'],
    category: 'Groceries',
    description:
      'Vegetables, fruit, dairy and everything for the kitchen shelf, from the market in Panaji, Goa. Order by eight in the ' +
      'evening, at your door by seven the next morning.',
    categories: ['groceries'],
    units: { default: 'piece', bySku: GROCERY_UNITS },
  },
  {
    handle: 'volt-bazaar',
    name: 'Volt Bazaar',
    country: 'IN',
    ...RUPEES,
    priceLevel: '1',
    rounding: { to: '100', less: '1' },
    languages: ['en', 'hi'],
    category: 'Electronics',
    description:
      'Phones, laptops, tablets and what plugs into them, with a bill, a warranty and a person who answers. Bengaluru.',
    categories: ['smartphones', 'laptops', 'tablets', 'mobile-accessories'],
    units: BY_PIECE,
  },
  {
    handle: 'rasoi-ghar',
    name: 'Rasoi Ghar',
    country: 'IN',
    ...RUPEES,
    priceLevel: '0.6',
    rounding: { to: '10', less: '1' },
    languages: ['en', 'hi'],
    category: 'Kitchen',
    description:
      'Pots, pans, knives and clever little things for an Indian kitchen. Family shop in Jaipur since 1987.',
    categories: ['kitchen-accessories'],
    units: BY_PIECE,
  },
  {
    handle: 'rose-and-rye',
    name: 'Rose & Rye',
    country: 'GB',
    currency: 'GBP',
    rate: '0.76',
    priceLevel: '1',
    rounding: { to: '1', less: '0.01' },
    languages: ['en'],
    category: 'Beauty and fragrances',
    description:
      'Make-up, skin care and perfume, chosen by two sisters in Bristol. Samples with every order.',
    categories: ['beauty', 'fragrances', 'skin-care'],
    units: BY_PIECE,
  },
  {
    handle: 'casa-jacaranda',
    name: 'Casa Jacaranda',
    country: 'MX',
    currency: 'MXN',
    rate: '18.50',
    priceLevel: '1',
    rounding: { to: '10', less: '1' },
    languages: ['es', 'en'],
    category: 'Fashion',
    description:
      'Ropa, zapatos, bolsas y joyería con color. Desde la Roma Norte, Ciudad de México, a todo el país.',
    categories: [
      'mens-shirts',
      'mens-shoes',
      'tops',
      'womens-dresses',
      'womens-shoes',
      'womens-bags',
      'womens-jewellery',
    ],
    units: BY_PIECE,
  },
  {
    handle: 'rumah-jati',
    name: 'Rumah Jati',
    country: 'ID',
    currency: 'IDR',
    rate: '16600',
    priceLevel: '1',
    rounding: { to: '1000', less: '0' },
    languages: ['id', 'en'],
    category: 'Furniture and home decoration',
    description: 'Perabot dan hiasan rumah dari pengrajin Jepara. Diantar dan dipasang di seluruh Jawa.',
    categories: ['furniture', 'home-decoration'],
    units: BY_PIECE,
  },
  {
    handle: 'cancha-y-sol',
    name: 'Cancha y Sol',
    country: 'CO',
    currency: 'COP',
    rate: '3860',
    priceLevel: '1',
    rounding: { to: '100', less: '0' },
    languages: ['es', 'en'],
    category: 'Sports and sunglasses',
    description:
      'Balones, raquetas, bates y gafas de sol. Todo para salir a jugar. Medellín, envíos a toda Colombia.',
    categories: ['sports-accessories', 'sunglasses'],
    units: BY_PIECE,
  },
  {
    handle: 'tempo-e-motori',
    name: 'Tempo e Motori',
    country: 'IT',
    currency: 'EUR',
    rate: '0.87',
    priceLevel: '1',
    rounding: { to: '10', less: '0' },
    languages: ['it', 'en'],
    category: 'Watches, cars and motorcycles',
    description:
      'Orologi, auto e moto per chi ama la meccanica. Su appuntamento a Modena, dal lunedì al sabato.',
    categories: ['mens-watches', 'womens-watches', 'motorcycle', 'vehicle'],
    units: BY_PIECE,
  },
];

export function demoShop(handle: string): DemoShop {
  const shop = DEMO_SHOPS.find((candidate) => candidate.handle === handle);
  if (!shop) throw new RangeError(`No such demo shop: ${handle}`);
  return shop;
}
