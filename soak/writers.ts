import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pick } from '../src/testing/random.ts';
import { addLine } from '../src/testing/cart-commands.ts';
import { ReadMessages, send, SetTyping } from '../src/testing/chat-commands.ts';
import type { Client } from '../src/testing/client.ts';
import { cancel, confirm, deliver, place, ship } from '../src/testing/order-commands.ts';
import { pay } from '../src/testing/payment-commands.ts';
import type { Notebook } from './notebook.ts';
import { roamingClient } from './roaming.ts';
import type { Customer } from './world.ts';

export interface WriterOptions {
  readonly customer: Customer;
  readonly urls: readonly string[];
  readonly random: () => number;
  readonly notebook: Notebook;
  /** Between two doings, in milliseconds, up to twice as long. */
  readonly pauseMs: number;
  readonly isOver: () => boolean;
}

/** What a writer was told is done: it has to be there, once. */
export interface Done {
  readonly clientIds: string[];
  readonly orderIds: string[];
  retries: number;
}

interface Desk extends Pick<WriterOptions, 'customer' | 'random' | 'notebook'> {
  readonly buyer: Client;
  readonly agent: Client;
  readonly done: Done;
  /** Of the newest message that it knows of; 0 before there is one. */
  lastSequence: number;
}

/** A customer and the shop's agent at work: they write, read, type, order, pay, ship and cancel until it is over. */
export async function write(options: WriterOptions): Promise<Done> {
  const { customer, urls, random, notebook, pauseMs, isOver } = options;
  const done: Done = { clientIds: [], orderIds: [], retries: 0 };
  const on = { random, retried: () => void (done.retries += 1) };
  const desk: Desk = {
    customer,
    random,
    notebook,
    done,
    lastSequence: 0,
    buyer: roamingClient(urls, customer.token, on),
    agent: roamingClient(urls, customer.shop.agentToken, on),
  };
  while (!isOver()) {
    try {
      await pick(random, [say, say, say, read, type, fill, order])(desk);
    } catch (error) {
      notebook.fault(`A writer was refused: ${String(error)}`);
    }
    await pause(random() * 2 * pauseMs);
  }
  return done;
}

async function say(desk: Desk): Promise<void> {
  const { customer, random, notebook, buyer, agent, done } = desk;
  const clientId = randomUUID();
  const writer = pick(random, [buyer, agent]);
  const { message, code } = await send(writer, customer.chatId, 'How much is it?', clientId);
  if (message) done.clientIds.push(clientId);
  desk.lastSequence = Math.max(desk.lastSequence, message?.sequence ?? 0);
  if (code !== null) notebook.refused(code);
}

async function read({ customer, random, notebook, buyer, agent, lastSequence }: Desk): Promise<void> {
  if (lastSequence === 0) return;
  const input = { conversationId: customer.chatId, sequence: 1 + Math.floor(random() * lastSequence) };
  const { messagesRead } = await pick(random, [buyer, agent]).request(ReadMessages, { input });
  told(notebook, messagesRead);
}

async function type({ customer, random, notebook, buyer, agent }: Desk): Promise<void> {
  const input = { conversationId: customer.chatId, isTyping: random() < 0.5 };
  const { typingSet } = await pick(random, [buyer, agent]).request(SetTyping, { input });
  told(notebook, typingSet);
}

async function fill(desk: Desk): Promise<string | null> {
  const { customer, notebook, buyer, random } = desk;
  const quantity = 1 + Math.floor(random() * 3);
  const key = randomUUID();
  const answer = await addLine(buyer, { productId: customer.shop.productId, quantity, idempotencyKey: key });
  told(notebook, answer);
  return answer.cart?.id ?? null;
}

async function order(desk: Desk): Promise<void> {
  const { notebook, buyer, agent, random, done } = desk;
  const cartId = await fill(desk);
  if (cartId === null) return;
  const placed = await place(buyer, { cartId, idempotencyKey: randomUUID() });
  told(notebook, placed);
  const orderId = placed.order?.id;
  if (orderId === undefined) return;
  done.orderIds.push(orderId);
  const way = pick(random, ['given up', 'paid', 'in cash', 'refused'] as const);
  const idempotencyKey = randomUUID();
  switch (way) {
    case 'given up':
      told(notebook, await cancel(buyer, { orderId, idempotencyKey }));
      return;
    case 'refused':
      told(notebook, await confirm(agent, orderId));
      told(notebook, await cancel(agent, { orderId, idempotencyKey, reason: 'Sold out.' }));
      return;
    case 'paid':
    case 'in cash':
      told(
        notebook,
        await pay(buyer, {
          orderId,
          idempotencyKey,
          ...(way === 'in cash' && { method: 'CASH_ON_DELIVERY' }),
        }),
      );
      told(notebook, await confirm(agent, orderId));
      told(notebook, await ship(agent, { orderId, idempotencyKey: randomUUID() }));
      told(notebook, await deliver(agent, orderId));
  }
}

/** A refusal is an answer: orders meet each other's states. It is counted, to be looked at. */
function told(
  notebook: Notebook,
  answer: { readonly userErrors: readonly { readonly code: string }[] },
): void {
  for (const { code } of answer.userErrors) notebook.refused(code);
}
