import { stringify } from 'csv-stringify/sync';
import type { Ctx } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { decimalAmount } from '../money.ts';
import { movements, type Period, type StatementEntry } from './movements.ts';
import type { AccountRef } from './read.ts';

const MAX_DAYS = 366;
const DAY = 24 * 60 * 60 * 1_000;
const HEADER = ['time', 'kind', 'description', 'reference', 'amount', 'balance', 'currency'];

/**
 * A strict account's movements in a period as CSV (UTF-8, lines end with \r\n): what it had before, a line for each
 * entry, what it had after. Amounts are decimals of the currency, times are UTC. `referenceOf` says what clients call
 * the subject of an entry.
 */
export async function statementCsv(
  ctx: Ctx,
  account: AccountRef,
  { from, to }: Period,
  referenceOf: (entry: StatementEntry) => string = (entry) => entry.subjectId,
): Promise<string> {
  requirePeriod({ from, to });
  const { opening, entries } = await movements(ctx, account, { from, to });
  const closing = entries.at(-1)?.balanceMinor ?? opening;
  const rule = (time: Date, kind: string, balance: bigint | null) =>
    [time, kind, '', '', '', balance, account.currency] as const;
  const rows = [
    HEADER,
    rule(from, 'opening balance', opening),
    ...entries.map((entry) => [
      entry.createdAt,
      entry.kind,
      entry.description,
      referenceOf(entry),
      entry.amountMinor,
      entry.balanceMinor,
      entry.currency,
    ]),
    rule(to, 'closing balance', closing),
  ];
  return stringify(rows, {
    record_delimiter: 'windows',
    // A description that begins like a formula is not one to a spreadsheet. Numbers are left alone, as is their sign.
    escape_formulas: true,
    cast: {
      date: (time) => time.toISOString(),
      bigint: (minor) => decimalAmount({ minor, currency: account.currency }),
    },
  });
}

function requirePeriod({ from, to }: Period): void {
  if (!(from < to)) throw new InvalidInputError('A statement ends after it begins.', ['to']);
  if (to.getTime() - from.getTime() > MAX_DAYS * DAY) {
    throw new InvalidInputError(`A statement is of ${MAX_DAYS} days at most.`, ['to']);
  }
}
