import { requirePerson, type Ctx, type Tx } from '../context.ts';
import type { PersonId } from '../db/id.ts';
import { moneyMarkets, type MoneyMarket } from '../markets/read.ts';
import { dayIn } from '../markets/rules.ts';
import type { CurrencyCode, Money } from '../money.ts';
import { missingToSend, requireSending } from './features.ts';
import { CurrencyMismatchError, requireOneCurrency, requireWithinLimits, type Sent } from './rules.ts';
import type { Transfer } from './tables.ts';

/** What may be sent between two people, from the market of the one who sends. */
export interface SendingRules {
  readonly currency: CurrencyCode;
  /** The sender's day. */
  readonly day: string;
  readonly limits: NonNullable<MoneyMarket['limits']>;
  readonly fee: MoneyMarket['fee'];
}

/** Who sends money of a currency to whom. */
export interface Sending {
  readonly senderId: PersonId;
  readonly recipientId: PersonId;
  readonly currency: CurrencyCode;
}

/** Throws when money of this currency does not go from the one to the other, or not in their countries. */
export async function sendingRules(ctx: Ctx, sending: Sending): Promise<SendingRules> {
  const [markets, missing] = await Promise.all([marketsOf(ctx, sending), missingToSend(ctx, sending)]);
  requireSending(ctx, missing, sending);
  return rulesOf(markets, sending, ctx.now());
}

/** What `rulesOf` asks for: a statement of its own, so that others can go in the same round trip. */
export function marketsOf(ctx: Ctx, { senderId, recipientId }: Sending): Promise<MoneyMarket[]> {
  return moneyMarkets(ctx, [senderId, recipientId]);
}

export function rulesOf(
  found: readonly MoneyMarket[],
  { senderId, recipientId, currency }: Sending,
  now: Date,
): SendingRules {
  const sender = found.find((market) => market.personId === senderId);
  const recipient = found.find((market) => market.personId === recipientId);
  if (!sender || !recipient) throw new Error('a person of a conversation is gone');
  requireOneCurrency(currency, sender.currency, recipient.currency);
  if (!sender.limits) throw new CurrencyMismatchError(`No money is sent in ${currency} in your country.`);
  return { currency, day: dayIn(sender.timeZone, now), limits: sender.limits, fee: sender.fee };
}

/**
 * Counts a transfer into the sender's day, or throws LimitExceededError. The sender's wallet is locked by then, so that
 * two at once are counted one after the other. One statement, so that others can go in the same round trip.
 */
export async function countTransfer(
  tx: Tx,
  { day, limits }: SendingRules,
  { minor, currency }: Money,
): Promise<void> {
  const { personId } = requirePerson(tx);
  const [row] = await tx.sql<{ today: bigint; earlier: string }[]>`
    /* transfer_count */
    with counted as (
      insert into transfer_days as d (person_id, currency, day, sent_minor)
      values (${personId}, ${currency}, ${day}, ${minor})
      on conflict on constraint transfer_days_pkey do update set sent_minor = d.sent_minor + excluded.sent_minor
      returning sent_minor
    )
    select sent_minor as today, (
      select coalesce(sum(sent_minor), 0)::text from transfer_days
      where person_id = ${personId} and currency = ${currency}
        and day >= date_trunc('month', ${day}::date)::date and day < ${day}::date
    ) as earlier
    from counted`;
  if (!row) throw new Error('a transfer was not counted');
  const before = row.today - minor;
  const sent = { todayMinor: before, thisMonthMinor: BigInt(row.earlier) + before };
  requireWithinLimits(limits, sent, { minor, currency });
}

/** A transfer came to nothing: it no longer counts. */
export async function uncountTransfer(tx: Tx, transfer: Transfer): Promise<void> {
  await tx.sql`
    /* transfer_uncount */
    update transfer_days set sent_minor = sent_minor - ${transfer.amountMinor}
    where person_id = ${transfer.senderId} and currency = ${transfer.currency} and day = ${transfer.countedOn}`;
}

/** What a person has sent on a day of theirs, and in its month up to then. */
export async function sentBy(
  ctx: Ctx,
  personId: PersonId,
  currency: CurrencyCode,
  day: string,
): Promise<Sent> {
  const [row] = await ctx.sql<{ today: string; month: string }[]>`
    /* transfer_sums */
    select coalesce(sum(sent_minor) filter (where day = ${day}), 0)::text as today,
           coalesce(sum(sent_minor), 0)::text as month
    from transfer_days
    where person_id = ${personId} and currency = ${currency}
      and day between date_trunc('month', ${day}::date)::date and ${day}::date`;
  return { todayMinor: BigInt(row?.today ?? 0), thisMonthMinor: BigInt(row?.month ?? 0) };
}
