import type { UserErrorCode } from '../errors.ts';

/*
 * The money of this house in a few lines of memory: what every command does to every balance and state, or by which code
 * it is refused. src/wallets/model.test.ts holds it against the real one. It knows nothing of locks, holds or journals.
 */

export const PEOPLE = [0, 1, 2] as const;
export type PersonIndex = (typeof PEOPLE)[number];
/** By person: one has a card that pays, one none, and one a card that is declined. */
export const CARDS = ['good', 'none', 'declined'] as const;
export type Method = 'CARD' | 'BALANCE' | 'BALANCE_AND_CARD';
export type Bank = 'pays' | 'refuses' | 'returns';

/** Of 20.00 and less at a time, 100.00 a day; one percent of a transfer and two of a sale are the platform's. */
export const LIMITS = { perTransfer: 2_000n, perDay: 10_000n };
export const FEES = { transferBasisPoints: 100n, saleBasisPoints: 200n };
export const PRICE = 500n;

/** Numbers name what was made before, counted around: there need be no such thing. */
export type Step =
  | { readonly kind: 'topUp'; readonly person: PersonIndex; readonly amount: bigint }
  | { readonly kind: 'send'; readonly from: PersonIndex; readonly to: PersonIndex; readonly amount: bigint }
  | {
      readonly kind: 'request';
      readonly from: PersonIndex;
      readonly to: PersonIndex;
      readonly amount: bigint;
    }
  | { readonly kind: 'accept' | 'decline' | 'cancel'; readonly request: number }
  | { readonly kind: 'reverse'; readonly transfer: number }
  | {
      readonly kind: 'order';
      readonly person: PersonIndex;
      readonly quantity: number;
      readonly method: Method;
    }
  | { readonly kind: 'refund'; readonly order: number; readonly amount: bigint | null }
  | { readonly kind: 'deliver'; readonly order: number }
  | { readonly kind: 'payOut'; readonly bank: Bank; readonly amount: bigint | null };

interface Balance {
  total: bigint;
  held: bigint;
}
export interface ModelTransfer {
  readonly from: PersonIndex;
  readonly to: PersonIndex;
  readonly amount: bigint;
  state: 'SUCCEEDED' | 'FAILED' | 'REVERSED';
}
export interface ModelRequest {
  /** Who asks whom. */
  readonly from: PersonIndex;
  readonly to: PersonIndex;
  readonly amount: bigint;
  state: 'OPEN' | 'PAID' | 'DECLINED' | 'CANCELLED';
}
export interface ModelOrder {
  readonly person: PersonIndex;
  readonly total: bigint;
  readonly fee: bigint;
  /** What each side paid; null when nobody has. */
  readonly paid: { readonly wallet: bigint; readonly card: bigint } | null;
  refunded: bigint;
  heldBack: bigint;
  state: 'PLACED' | 'COMPLETED';
}
export interface Model {
  readonly wallets: [Balance, Balance, Balance];
  readonly sentToday: [bigint, bigint, bigint];
  readonly shop: Balance;
  readonly transfers: ModelTransfer[];
  readonly requests: ModelRequest[];
  readonly orders: ModelOrder[];
  readonly payouts: ('PAID' | 'FAILED' | 'RETURNED')[];
  platform: bigint;
}

export function newModel(): Model {
  const nothing = () => ({ total: 0n, held: 0n });
  return {
    wallets: [nothing(), nothing(), nothing()],
    sentToday: [0n, 0n, 0n],
    shop: nothing(),
    transfers: [],
    requests: [],
    orders: [],
    payouts: [],
    platform: 0n,
  };
}

/** The thing that a number names; null when there is none yet. */
export function pick<Thing>(things: readonly Thing[], number: number): Thing | null {
  return things[number % things.length] ?? null;
}

export function paymentStateOf({ paid, refunded, total }: ModelOrder): string {
  if (!paid) return 'UNPAID';
  if (refunded === 0n) return 'PAID';
  return refunded === total ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

/** Takes a step; gives the code by which it is refused, in which case nothing has changed. */
export function take(model: Model, step: Step): UserErrorCode | null {
  switch (step.kind) {
    case 'topUp':
      return topUp(model, step.person, step.amount);
    case 'send':
      return send(model, step, null);
    case 'request':
      if (step.amount > LIMITS.perTransfer) return 'LIMIT_EXCEEDED';
      model.requests.push({ from: step.from, to: step.to, amount: step.amount, state: 'OPEN' });
      return null;
    case 'accept':
    case 'decline':
    case 'cancel':
      return answer(model, step.kind, pick(model.requests, step.request));
    case 'reverse':
      return reverse(model, pick(model.transfers, step.transfer));
    case 'order':
      return order(model, step);
    case 'refund':
      return refund(model, pick(model.orders, step.order), step.amount);
    case 'deliver':
      return deliver(model, pick(model.orders, step.order));
    case 'payOut':
      return payOut(model, step.bank, step.amount);
  }
}

const share = (amount: bigint, basisPoints: bigint) => (amount * basisPoints + 5_000n) / 10_000n;

function topUp(model: Model, person: PersonIndex, amount: bigint): UserErrorCode | null {
  if (amount > LIMITS.perTransfer) return 'LIMIT_EXCEEDED';
  if (CARDS[person] === 'none') return 'NOT_FOUND';
  if (CARDS[person] === 'good') model.wallets[person].total += amount;
  return null;
}

type Sending = Pick<ModelTransfer, 'from' | 'to' | 'amount'>;

function send(
  model: Model,
  { from, to, amount }: Sending,
  request: ModelRequest | null,
): UserErrorCode | null {
  if (amount > LIMITS.perTransfer || model.sentToday[from] + amount > LIMITS.perDay) return 'LIMIT_EXCEEDED';
  const fee = share(amount, FEES.transferBasisPoints);
  const sender = model.wallets[from];
  const lacks = amount + fee - sender.total;
  if (lacks > 0n && CARDS[from] === 'none') return 'NO_CARD';
  const isPaid = lacks <= 0n || CARDS[from] === 'good';
  model.transfers.push({ from, to, amount, state: isPaid ? 'SUCCEEDED' : 'FAILED' });
  if (!isPaid) return null;
  sender.total = lacks > 0n ? 0n : -lacks;
  model.wallets[to].total += amount;
  model.platform += fee;
  model.sentToday[from] += amount;
  if (request) request.state = 'PAID';
  return null;
}

function answer(
  model: Model,
  kind: 'accept' | 'decline' | 'cancel',
  request: ModelRequest | null,
): UserErrorCode | null {
  if (!request) return null;
  if (request.state !== 'OPEN') return 'INVALID_TRANSITION';
  const { from, to, amount } = request;
  if (kind === 'accept') return send(model, { from: to, to: from, amount }, request);
  request.state = kind === 'decline' ? 'DECLINED' : 'CANCELLED';
  return null;
}

function reverse(model: Model, transfer: ModelTransfer | null): UserErrorCode | null {
  if (!transfer) return null;
  if (transfer.state !== 'SUCCEEDED') return 'INVALID_TRANSITION';
  const recipient = model.wallets[transfer.to];
  if (recipient.total < transfer.amount) return 'INSUFFICIENT_FUNDS';
  recipient.total -= transfer.amount;
  model.wallets[transfer.from].total += transfer.amount;
  transfer.state = 'REVERSED';
  return null;
}

/** An order is placed also when it then can't be paid. */
function order(
  model: Model,
  { person, quantity, method }: Extract<Step, { kind: 'order' }>,
): UserErrorCode | null {
  const total = PRICE * BigInt(quantity);
  const fee = share(total, FEES.saleBasisPoints);
  const buyer = model.wallets[person];
  const covered = method === 'CARD' ? 0n : buyer.total < total ? buyer.total : total;
  const rest = total - covered;
  const refusal =
    method === 'BALANCE' && rest > 0n
      ? 'INSUFFICIENT_FUNDS'
      : rest > 0n && CARDS[person] === 'none'
        ? 'NOT_FOUND'
        : null;
  const isPaid = !refusal && (rest === 0n || CARDS[person] === 'good');
  const paid = isPaid ? { wallet: covered, card: rest } : null;
  const heldBack = isPaid ? total - fee : 0n;
  model.orders.push({ person, total, fee, paid, refunded: 0n, heldBack, state: 'PLACED' });
  if (!isPaid) return refusal;
  buyer.total -= covered;
  model.shop.total += heldBack;
  model.shop.held += heldBack;
  model.platform += fee;
  return null;
}

function refund(model: Model, sale: ModelOrder | null, wanted: bigint | null): UserErrorCode | null {
  if (!sale) return null;
  if (!sale.paid) return 'INVALID_INPUT';
  const left = sale.total - sale.refunded;
  if (left === 0n) return 'INVALID_TRANSITION';
  const amount = wanted ?? left;
  if (amount > left) return 'REFUND_TOO_LARGE';
  const feeUpTo = (refunded: bigint) => (sale.fee * refunded) / sale.total;
  const fee = feeUpTo(sale.refunded + amount) - feeUpTo(sale.refunded);
  const net = amount - fee;
  const { shop } = model;
  // What is held back of this very sale first.
  if (shop.total - shop.held + sale.heldBack < net) return 'INSUFFICIENT_FUNDS';
  const fromHeld = sale.heldBack < net ? sale.heldBack : net;
  shop.total -= net;
  shop.held -= fromHeld;
  sale.heldBack -= fromHeld;
  model.platform -= fee;
  const cardLeft = sale.paid.card > sale.refunded ? sale.paid.card - sale.refunded : 0n;
  const toCard = amount < cardLeft ? amount : cardLeft;
  model.wallets[sale.person].total += amount - toCard;
  sale.refunded += amount;
  return null;
}

/** Confirmed, shipped and delivered, one after the other. */
function deliver(model: Model, sale: ModelOrder | null): UserErrorCode | null {
  if (!sale) return null;
  const payment = paymentStateOf(sale);
  const isPayable = payment === 'PAID' || payment === 'PARTIALLY_REFUNDED';
  if (sale.state !== 'PLACED' || !isPayable) return 'INVALID_TRANSITION';
  sale.state = 'COMPLETED';
  model.shop.held -= sale.heldBack;
  sale.heldBack = 0n;
  return null;
}

function payOut(model: Model, bank: Bank, wanted: bigint | null): UserErrorCode | null {
  const { shop } = model;
  const available = shop.total - shop.held;
  if (available < (wanted ?? 1n)) return 'INSUFFICIENT_FUNDS';
  model.payouts.push(bank === 'pays' ? 'PAID' : bank === 'refuses' ? 'FAILED' : 'RETURNED');
  if (bank === 'pays') shop.total -= wanted ?? available;
  return null;
}
