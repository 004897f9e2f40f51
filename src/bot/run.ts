import { InsufficientStockError } from '../catalog/rules.ts';
import type { PaymentId } from '../db/id.ts';
import { NotFoundError, UserError } from '../errors.ts';
import { FeatureUnavailableError } from '../markets/rules.ts';
import { openTicket } from '../tickets/open.ts';
import { ticketsByIds } from '../tickets/read.ts';
import { MAX_SUBJECT } from '../tickets/rules.ts';
import type { Errand, Made } from './errand.ts';
import type { Command, Outcome } from './plan.ts';
import { addToCart, removeFromCart } from './run-cart.ts';
import { cancel, confirm, pay, place } from './run-order.ts';

/** What running the commands has come to. */
export interface Done {
  readonly outcomes: readonly Outcome[];
  /** The payment that waits for its code from now on; null: none does. */
  readonly challengedPaymentId: PaymentId | null;
}

/**
 * Runs commands in their order until one fails, by the same verbs as people use. Each bears a key made of the message:
 * should the process die before the answer is written, the next one does nothing twice. It may decide anew by what has
 * been done, so the key is not of a command's place.
 */
export async function run(errand: Errand, commands: readonly Command[]): Promise<Done> {
  const outcomes: Outcome[] = [];
  const made: Made = { orderId: null, challengedPaymentId: errand.desk.challengedPaymentId };
  for (const command of commands) {
    const what = 'productId' in command ? `${command.kind}:${command.productId}` : command.kind;
    const idempotencyKey = `bot:${errand.messageId}:${what}`;
    const outcome = await attempt(command, () => runOne(errand, command, { made, idempotencyKey }));
    outcomes.push(outcome);
    if (!outcome.ok) break;
  }
  return { outcomes, challengedPaymentId: made.challengedPaymentId };
}

async function attempt(command: Command, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return failureOf(error, command);
  }
}

function failureOf(error: UserError, command: Command): Outcome {
  const { code } = error;
  const name = 'name' in command ? { name: command.name } : {};
  if (error instanceof InsufficientStockError)
    return { ok: false, code, available: error.available, ...name };
  if (error instanceof FeatureUnavailableError) return { ok: false, code, reason: error.setting.reason };
  return { ok: false, code, ...name };
}

async function runOne(
  errand: Errand,
  command: Command,
  running: { readonly made: Made; readonly idempotencyKey: string },
): Promise<Outcome> {
  switch (command.kind) {
    case 'add':
      return addToCart(errand, command, running.idempotencyKey);
    case 'remove':
      return removeFromCart(errand, command, running.idempotencyKey);
    case 'place':
      return place(errand, running);
    case 'pay':
      return pay(errand, command, running);
    case 'confirm':
      return confirm(errand, command, running);
    case 'cancel':
      return cancel(errand, command, running);
    case 'ticket':
      return askForHelp(errand, running.idempotencyKey);
    case 'handOver':
    case 'offer':
      return { ok: true, kind: command.kind };
  }
}

/** Opens a ticket with the customer's own words. */
async function askForHelp({ ctx, chat, words }: Errand, idempotencyKey: string): Promise<Outcome> {
  const { conversationId } = chat;
  // Half an emoji is no text.
  const subject = words.slice(0, MAX_SUBJECT).replace(/[\uD800-\uDBFF]$/, '');
  const asked = { desk: 'BUSINESS', conversationId, subject, text: words, idempotencyKey } as const;
  const [ticket] = await ticketsByIds(ctx, [await openTicket(ctx, asked)]);
  if (!ticket) throw new NotFoundError('ticket');
  return { ok: true, kind: 'ticket', ticketNumber: ticket.number };
}
