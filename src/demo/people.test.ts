import { parsePhoneNumberWithError } from 'libphonenumber-js';
import { expect, test } from 'vitest';
import { DEMO_CUSTOMERS } from './people.ts';
import { DEMO_SHOPS } from './shops.ts';
import { DEMO_PEOPLE, DEMO_STAFF } from './staff.ts';

test.each(DEMO_PEOPLE.map((person) => [person.key, person] as const))(
  'the phone of %s is valid',
  (_, person) => {
    const phone = parsePhoneNumberWithError(person.phone);
    expect(phone.isValid()).toBe(true);
    expect(phone.number).toBe(person.phone);
    expect(phone.country).toBe(person.country);
  },
);

test('keys and phones are unique', () => {
  expect(new Set(DEMO_PEOPLE.map(({ key }) => key)).size).toBe(DEMO_PEOPLE.length);
  expect(new Set(DEMO_PEOPLE.map(({ phone }) => phone)).size).toBe(DEMO_PEOPLE.length);
});

test('every shop has one owner and an agent, and everyone works for a shop that exists', () => {
  const workers = DEMO_STAFF.map(({ role }) =>
    role.kind === 'staff' ? `${role.as} ${role.shop}` : role.kind,
  );
  for (const { handle } of DEMO_SHOPS) {
    expect(workers.filter((worker) => worker === `owner ${handle}`)).toHaveLength(1);
    expect(workers).toContain(`agent ${handle}`);
  }
});

test('every market has a customer at home', () => {
  const countries = new Set(DEMO_CUSTOMERS.map(({ country }) => country));
  expect([...countries].sort()).toEqual([...new Set(DEMO_SHOPS.map(({ country }) => country))].sort());
});
