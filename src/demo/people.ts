/** What a demo person is there for. */
export type DemoRole =
  | { readonly kind: 'customer' }
  | { readonly kind: 'staff'; readonly shop: string; readonly as: 'owner' | 'manager' | 'agent' }
  | { readonly kind: 'operator' };

export interface DemoPerson {
  /** By this the rest of the demo names the person. */
  readonly key: string;
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  /** ISO 639-1. */
  readonly language: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly role: DemoRole;
}

/** Made up, but for the city. */
export interface DemoAddress {
  readonly street: string;
  readonly city: string;
  readonly postcode: string;
  readonly country: string;
}

export interface DemoCustomer extends DemoPerson {
  readonly role: { readonly kind: 'customer' };
  readonly address: DemoAddress;
  /** Names of the sandbox's test cards; the first is the default. */
  readonly cards: readonly string[];
}

/** Every demo person signs in with this code. It must be taken only where the demo was loaded on purpose. */
export const DEMO_SIGN_IN_CODE = '000000';

/** One that pays, another that pays, one that asks for a challenge first, one that is declined when charged. */
export const DEMO_CARDS: readonly string[] = [
  'pm_card_visa',
  'pm_card_mastercard',
  'pm_card_authenticationRequired',
  'pm_card_visa_chargeDeclined',
];

/*
 * Phone numbers. The British ones are of the range that Ofcom keeps for drama (020 7946 0xxx; its mobile range, 07700
 * 900xxx, is not valid to libphonenumber). The other countries keep none: there they are valid, but of a shape that is
 * rarely if ever given out. The demo sends no text messages; never switch on a real sender with these people loaded.
 */

function customer(person: Omit<DemoPerson, 'role' | 'country'>, address: DemoAddress): DemoCustomer {
  return { ...person, country: address.country, role: { kind: 'customer' }, address, cards: DEMO_CARDS };
}

export const DEMO_CUSTOMERS: readonly DemoCustomer[] = [
  customer(
    { key: 'asha', name: 'Asha Kulkarni', phone: '+919999900001', language: 'en' },
    { street: '14 Mango Lane, Fontainhas', city: 'Panaji', postcode: '403001', country: 'IN' },
  ),
  customer(
    { key: 'ravi', name: 'Ravi Deshmukh', phone: '+919999900002', language: 'hi' },
    { street: '7 Cashew Road', city: 'Panaji', postcode: '403001', country: 'IN' },
  ),
  customer(
    { key: 'emma', name: 'Emma Whitfield', phone: '+442079460101', language: 'en' },
    { street: '22 Marigold Lane', city: 'Bristol', postcode: 'BS1 4ZZ', country: 'GB' },
  ),
  customer(
    { key: 'lucia', name: 'Lucía Hernández', phone: '+525500000101', language: 'es' },
    { street: 'Calle Jacaranda 190, Roma Norte', city: 'Ciudad de México', postcode: '06700', country: 'MX' },
  ),
  customer(
    { key: 'dewi', name: 'Dewi Anggraini', phone: '+6281200000101', language: 'id' },
    { street: 'Jalan Melati 12', city: 'Yogyakarta', postcode: '55281', country: 'ID' },
  ),
  customer(
    { key: 'camila', name: 'Camila Restrepo', phone: '+573000000101', language: 'es' },
    { street: 'Calle de las Flores 7-50', city: 'Medellín', postcode: '050021', country: 'CO' },
  ),
  customer(
    { key: 'marco', name: 'Marco Ferri', phone: '+393200000101', language: 'it' },
    { street: 'Via dei Tigli 8', city: 'Modena', postcode: '41121', country: 'IT' },
  ),
];

export const DEMO_OPERATOR: DemoPerson = {
  key: 'priya',
  name: 'Priya Menon',
  phone: '+919999900099',
  language: 'en',
  country: 'IN',
  role: { kind: 'operator' },
};
