import type { Access } from './api.ts';
import { cursorFile } from './cursor-file.ts';
import { follow } from './follow.ts';
import { acknowledge, ship, type Order } from './orders.ts';

/**
 * A partner that packs what is paid: it follows the orders of all shops that let it, accepts each once it is paid for (or
 * will be in cash) and ships what it has accepted. Stop it, kill it, restart the server: it goes on where it was.
 */
const {
  BOTTEGA_URL = 'http://localhost:4000/graphql',
  BOTTEGA_API_KEY,
  CURSOR_FILE = 'orders.cursor',
} = process.env;
if (!BOTTEGA_API_KEY) throw new Error('Set BOTTEGA_API_KEY to an API key with READ_ORDERS and WRITE_ORDERS.');
const access: Access = { url: BOTTEGA_URL, key: BOTTEGA_API_KEY };

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Decides by what the order is now, not by what the event was: then it does not matter how late or how often it comes. */
async function handle(order: Order, because: string): Promise<void> {
  print(`#${order.number} ${because}: ${order.state}, ${order.paymentState}, ${order.total.formatted}`);
  const isCovered = order.paymentState === 'PAID' || order.paymentState === 'AUTHORIZED';
  if (order.state === 'PLACED' && isCovered && order.availableActions.includes('CONFIRM')) {
    print(`#${order.number} accepted: ${await acknowledge(access, order)}`);
  } else if (order.state === 'CONFIRMED' && order.availableActions.includes('SHIP')) {
    print(`#${order.number} shipped: ${await ship(access, order, `VAN-${order.number}`)}`);
  }
}

print(`Following orders at ${BOTTEGA_URL}; Ctrl-C to stop.`);
await follow(access, cursorFile(CURSOR_FILE), handle);
