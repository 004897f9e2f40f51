import { createHash } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { once, type Command } from '../db/idempotency.ts';
import { newId, type CardId, type PersonId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { cards, providerCustomers } from './tables.ts';

const Register = z.object({
  token: z
    .string()
    .regex(/^[A-Za-z0-9_]{3,255}$/, "A card token is what the provider's card fields give, such as pm_..."),
  makeDefault: z.boolean().nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});

export interface RegisterCard {
  /** From the provider's own card fields: the number never comes here. */
  readonly token: string;
  readonly makeDefault?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Registers a card for the caller; the first one becomes the default. */
export async function registerCard(ctx: Ctx, input: RegisterCard): Promise<CardId> {
  const { personId } = requirePerson(ctx);
  const { token, makeDefault, idempotencyKey: key } = parseInput(Register, input);
  const command = { name: 'cardRegister', key, input };
  const before = await registeredBefore(ctx, command);
  if (before) return before;
  // Before the transaction, because the provider is asked; its own keys make a repeat give the same card.
  const customerRef = await customerOf(ctx, personId);
  // The token is part of it, because a provider keeps its refusal of another token under the key.
  const providerKey = `card:${personId}:${digest(`${key ?? newId()} ${token}`)}`;
  const attached = await ctx.app.payments.attachCard({ customerRef, token, idempotencyKey: providerKey });
  const { cardId } = await transact(ctx, (tx) =>
    once(tx, command, async () => {
      const others = await lockCards(tx, personId);
      const isDefault = makeDefault === true || !others.some((card) => card.isDefault);
      if (isDefault) await clearDefault(tx, personId);
      const id = newId<'card'>();
      await tx.db.insert(cards).values({ id, personId, ...attached, isDefault });
      await recordCard(tx, 'card.registered', id, personId);
      return { cardId: id };
    }),
  );
  return cardId;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

class NotYetError extends Error {}

/** The card that a key has registered, or null for a new key. A key that was used for another card is refused here. */
async function registeredBefore(ctx: Ctx, command: Command): Promise<CardId | null> {
  if (command.key == null) return null;
  try {
    const nothing = (): Promise<{ cardId: CardId }> => Promise.reject(new NotYetError());
    return (await transact(ctx, (tx) => once(tx, command, nothing))).cardId;
  } catch (error) {
    if (error instanceof NotYetError) return null;
    throw error;
  }
}

/** Removes a card of the caller; payments made with it stay. The newest of the others becomes the default. */
export async function removeCard(ctx: Ctx, cardId: CardId): Promise<void> {
  const { personId } = requirePerson(ctx);
  const methodRef = await transact(ctx, async (tx) => {
    const own = await lockCards(tx, personId);
    const card = own.find((one) => one.id === cardId);
    if (!card) throw new NotFoundError('card', ['cardId']);
    await tx.db.update(cards).set({ removedAt: tx.now(), isDefault: false }).where(eq(cards.id, cardId));
    const next = own.find((one) => one.id !== cardId);
    if (card.isDefault && next)
      await tx.db.update(cards).set({ isDefault: true }).where(eq(cards.id, next.id));
    await recordCard(tx, 'card.changed', cardId, personId);
    return card.methodRef;
  });
  // The card is gone here whether or not the provider hears of it now.
  await ctx.app.payments
    .detachCard({ methodRef })
    .catch((error: unknown) =>
      ctx.log.warn({ err: error, cardId }, 'a removed card is still with the provider'),
    );
}

/** Makes a card of the caller the one that is used when none is named. */
export async function makeCardDefault(ctx: Ctx, cardId: CardId): Promise<void> {
  const { personId } = requirePerson(ctx);
  await transact(ctx, async (tx) => {
    const own = await lockCards(tx, personId);
    if (!own.some((card) => card.id === cardId)) throw new NotFoundError('card', ['cardId']);
    await clearDefault(tx, personId);
    await tx.db.update(cards).set({ isDefault: true }).where(eq(cards.id, cardId));
    await recordCard(tx, 'card.changed', cardId, personId);
  });
}

/**
 * The person's cards, newest first, while nobody else changes them: there is never a moment with two defaults. What is
 * locked is the provider's customer, because there may be no card yet.
 */
async function lockCards(tx: Tx, personId: PersonId) {
  await tx.db
    .select()
    .from(providerCustomers)
    .where(eq(providerCustomers.personId, personId))
    .for('no key update');
  return tx.db
    .select()
    .from(cards)
    .where(and(eq(cards.personId, personId), isNull(cards.removedAt)))
    .orderBy(desc(cards.id));
}

async function clearDefault(tx: Tx, personId: PersonId): Promise<void> {
  await tx.db
    .update(cards)
    .set({ isDefault: false })
    .where(and(eq(cards.personId, personId), eq(cards.isDefault, true)));
}

async function recordCard(
  tx: Tx,
  type: 'card.registered' | 'card.changed',
  cardId: CardId,
  personId: PersonId,
) {
  await record(tx, { type, subjectId: cardId, topics: [topic.wallet(personId)], payload: {} });
}

/** The provider's customer for a person; two at once make one, because the provider sees one key. */
async function customerOf(ctx: Ctx, personId: PersonId): Promise<string> {
  const known = eq(providerCustomers.personId, personId);
  const [found] = await ctx.db.select().from(providerCustomers).where(known);
  if (found) return found.customerRef;
  const { customerRef } = await ctx.app.payments.createCustomer({
    personId,
    idempotencyKey: `customer:${personId}`,
  });
  await ctx.db.insert(providerCustomers).values({ personId, customerRef }).onConflictDoNothing();
  const [stored] = await ctx.db.select().from(providerCustomers).where(known);
  return stored?.customerRef ?? customerRef;
}
