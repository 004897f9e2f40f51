import { call, type Access } from './api.ts';

/** What this client asks of an order, in lists and in events alike. */
export const ORDER = `
  fragment PartnerOrder on Order {
    id
    number
    state
    paymentState
    availableActions
    business { name }
    address { name line1 city postalCode }
    lines { id sku name quantity }
    total { formatted }
  }`;

export interface Order {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly paymentState: string;
  readonly availableActions: readonly string[];
  readonly business: { readonly name: string };
  readonly total: { readonly formatted: string };
}

interface Payload {
  readonly order: { readonly state: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const CONFIRM = `
  mutation ($input: OrderConfirmInput!) {
    result: orderConfirm(input: $input) { order { state } userErrors { code message } }
  }`;

const SHIP = `
  mutation ($input: OrderShipInput!) {
    result: orderShip(input: $input) { order { state } userErrors { code message } }
  }`;

/** Accepts an order. Its own id is the key: however often this is called, it is done once. */
export function acknowledge(access: Access, order: Order): Promise<string> {
  return command(access, CONFIRM, { orderId: order.id, idempotencyKey: `confirm-${order.id}` });
}

/** Sends all that is left of an order in one parcel. */
export function ship(access: Access, order: Order, trackingNumber: string): Promise<string> {
  const idempotencyKey = `ship-${order.id}`;
  return command(access, SHIP, { orderId: order.id, carrier: 'Own van', trackingNumber, idempotencyKey });
}

async function command(access: Access, mutation: string, input: object): Promise<string> {
  const { result } = await call<{ result: Payload }>(access, mutation, { input });
  const [error] = result.userErrors;
  // Somebody of the shop was faster, or the customer has called it off: the next event tells.
  return error ? `${error.code}: ${error.message}` : (result.order?.state ?? 'unseen');
}
