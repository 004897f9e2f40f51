import { getCountries, getCountryCallingCode } from 'libphonenumber-js';
import { z } from 'zod';
import { requireOperator, type Ctx, type Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { brokenConstraint, transact } from '../db/transact.ts';
import { InvalidInputError } from '../errors.ts';
import { currencyCode, parseMoney, type CurrencyCode } from '../money.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import { markets, moneyLimits } from './tables.ts';

const Create = z.object({
  name: humanText(80),
  languages: z
    .array(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'A language is a tag such as hi or en-IN.'))
    .min(1, 'A country has one language at least.')
    .max(20, 'At most 20 languages.')
    .refine((tags) => new Set(tags).size === tags.length, 'A language is named twice.'),
  timeZone: z
    .string()
    .regex(/^[A-Z][A-Za-z0-9_+/-]{1,63}$/, 'A time zone is an IANA name such as Asia/Kolkata.'),
  callingCode: z.string().regex(/^[1-9][0-9]{0,2}$/, 'A calling code is its digits alone, such as 91.'),
  idempotencyKey: idempotencyKey.nullish(),
});

export interface CreateMarket extends z.input<typeof Create> {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** How much money a person may send, in units of the currency; none when it is not given. */
  readonly limits?: Limits | null | undefined;
}

export interface Limits {
  readonly perTransfer: string;
  readonly perDay: string;
  readonly perMonth: string;
}

/** Adds a country, with everything off until it is switched on. For operators. */
export async function createMarket(ctx: Ctx, input: CreateMarket): Promise<string> {
  requireOperator(ctx);
  const { idempotencyKey: key, ...fields } = parseInput(Create, input);
  const country = knownCountry(input.country, fields.callingCode);
  const currency = currencyCode(input.currency, ['currencyCode']);
  const limits = input.limits ? limitsOf(input.limits, currency) : null;
  try {
    await transact(ctx, (tx) =>
      once(tx, { name: 'marketCreate', key, input }, async () => {
        await requireTimeZone(tx, fields.timeZone);
        await tx.db.insert(markets).values({ ...fields, country, currency });
        if (limits) await tx.db.insert(moneyLimits).values({ ...limits, country, currency });
        return { country };
      }),
    );
    return country;
  } catch (error) {
    if (brokenConstraint(error) !== 'markets_pkey') throw error;
    throw new InvalidInputError('This country is there already: see `markets`.', ['country']);
  }
}

/** People are put into a country by their phone number, so it must be one that the numbers' plan knows. */
function knownCountry(text: string, callingCode: string): string {
  const country = getCountries().find((one) => one === text);
  if (!country) throw new InvalidInputError('There is no such country, or it has no phones.', ['country']);
  const known = getCountryCallingCode(country);
  if (known !== callingCode) {
    throw new InvalidInputError(`The calling code of ${country} is ${known}.`, ['callingCode']);
  }
  return country;
}

/** Days are counted by Postgres and by this process alike: both must know the zone. */
async function requireTimeZone({ sql }: Tx, timeZone: string): Promise<void> {
  const [known] = await sql`select from pg_timezone_names where name = ${timeZone}`;
  if (known && isTimeZone(timeZone)) return;
  throw new InvalidInputError('There is no such time zone: give an IANA name such as Asia/Kolkata.', [
    'timeZone',
  ]);
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function limitsOf({ perTransfer, perDay, perMonth }: Limits, currency: CurrencyCode) {
  const limit = (amount: string, name: keyof Limits) => parseMoney(amount, currency, ['limits', name]).minor;
  const limits = {
    perTransferMinor: limit(perTransfer, 'perTransfer'),
    perDayMinor: limit(perDay, 'perDay'),
    perMonthMinor: limit(perMonth, 'perMonth'),
  };
  const isInOrder =
    limits.perTransferMinor > 0n &&
    limits.perTransferMinor <= limits.perDayMinor &&
    limits.perDayMinor <= limits.perMonthMinor;
  if (!isInOrder) {
    throw new InvalidInputError('Limits are above nothing and grow: a transfer, a day, a month.', ['limits']);
  }
  return limits;
}
