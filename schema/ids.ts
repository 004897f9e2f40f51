import { decodeId, encodeId, type Id } from '../src/db/id.ts';
import { Fault, NotFoundError } from '../src/errors.ts';

/** The prefix of each type's ids, and the noun that errors call it. */
const TYPES = {
  Person: { prefix: 'per', noun: 'person' },
  Session: { prefix: 'ses', noun: 'session' },
  Business: { prefix: 'biz', noun: 'business' },
  Image: { prefix: 'img', noun: 'image' },
  Product: { prefix: 'prd', noun: 'product' },
  Conversation: { prefix: 'cnv', noun: 'conversation' },
  Message: { prefix: 'msg', noun: 'message' },
  Cart: { prefix: 'crt', noun: 'cart' },
  CartLine: { prefix: 'cln', noun: 'cart line' },
  Order: { prefix: 'ord', noun: 'order' },
  OrderLine: { prefix: 'oln', noun: 'order line' },
  Shipment: { prefix: 'shp', noun: 'shipment' },
  Payment: { prefix: 'pay', noun: 'payment' },
  Refund: { prefix: 'ref', noun: 'refund' },
  Card: { prefix: 'crd', noun: 'card' },
  Transfer: { prefix: 'trf', noun: 'transfer' },
  MoneyRequest: { prefix: 'mrq', noun: 'request' },
  BankAccount: { prefix: 'bnk', noun: 'bank account' },
  Payout: { prefix: 'pot', noun: 'payout' },
  FeeRule: { prefix: 'fee', noun: 'fee rule' },
  FeeCharge: { prefix: 'chg', noun: 'fee charge' },
  Invoice: { prefix: 'inv', noun: 'invoice' },
  Ticket: { prefix: 'tkt', noun: 'ticket' },
  ProductFeed: { prefix: 'fed', noun: 'feed' },
  CatalogImport: { prefix: 'imp', noun: 'import' },
  PartnerApp: { prefix: 'app', noun: 'partner app' },
  ApiKey: { prefix: 'key', noun: 'API key' },
  Webhook: { prefix: 'whk', noun: 'webhook' },
  WebhookDelivery: { prefix: 'whd', noun: 'delivery' },
  WebhookReplay: { prefix: 'whr', noun: 'replay' },
  Discrepancy: { prefix: 'dsc', noun: 'discrepancy' },
} as const;

export type TypeName = keyof typeof TYPES;

const typeByPrefix = new Map<string, string>(
  Object.entries(TYPES).map(([name, type]) => [type.prefix, name]),
);

export function encodeGlobalId(typename: string, uuid: string): string {
  return encodeId(TYPES[typename as TypeName].prefix, uuid);
}

/** For `node(id:)`: which type an id is of. A malformed id is a fault of the call, said as such. */
export function decodeGlobalId(id: string): { typename: string; id: string } {
  const decoded = decodeId(id);
  const typename = decoded && typeByPrefix.get(decoded.prefix);
  if (!decoded || !typename) throw new Fault('BAD_USER_INPUT', 'This is not an id of this API.');
  return { typename, id: decoded.uuid };
}

/** The id that an input names. One of another type, or no id at all, is as absent as one that was never given out. */
export function inputId<Noun extends string>(
  typename: TypeName,
  id: string,
  path: readonly string[],
): Id<Noun> {
  const decoded = decodeId(id);
  if (decoded?.prefix !== TYPES[typename].prefix) throw new NotFoundError(TYPES[typename].noun, path);
  return decoded.uuid as Id<Noun>;
}

/** The same for an argument of a query: null, because what is absent reads as null. */
export function argumentId<Noun extends string>(typename: TypeName, id: string): Id<Noun> | null {
  const decoded = decodeId(id);
  return decoded?.prefix === TYPES[typename].prefix ? (decoded.uuid as Id<Noun>) : null;
}

/** Optional fields of inputs: null and left out stay what they are. */
export function optionalId<Noun extends string>(
  typename: TypeName,
  id: string | null | undefined,
  path: readonly string[],
): Id<Noun> | null {
  return id == null ? null : inputId<Noun>(typename, id, path);
}
