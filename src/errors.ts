/**
 * Every code that a `userErrors` entry may carry, with the sentence that documents it in the API.
 * The classes stand beside the rules that throw them.
 */
export const USER_ERROR_CODES = {
  INVALID_INPUT: 'A value is missing, malformed or outside its limits; `path` names it.',
  INVALID_MONEY: 'An amount is malformed, out of range or in the wrong currency.',
  NOT_FOUND: 'There is no such thing, or it is not yours: the two look the same.',
  FORBIDDEN_ROLE: 'Your role in this business does not allow it.',
  IDEMPOTENCY_CONFLICT: 'This idempotency key was used before with another input.',
  VERSION_CONFLICT: 'The thing has changed since the version that you named; read it again.',
  SIGN_IN_REFUSED: 'The code is wrong, used or expired; ask for a new one.',
  TOO_MANY_ATTEMPTS: 'Too many attempts; wait for the time that the message names.',
  HANDLE_TAKEN: 'Another business has this handle.',
  SKU_TAKEN: 'Another product of this business has this SKU.',
  ALREADY_STAFF: 'This person is already on the staff.',
  LAST_OWNER: 'A business keeps at least one owner.',
  PRODUCT_UNAVAILABLE: 'The product is archived or not sold here.',
  INSUFFICIENT_FUNDS: 'The balance does not cover the amount; see `available`.',
  INSUFFICIENT_STOCK: 'Fewer are left than asked for.',
  CART_EMPTY: 'The cart has no lines.',
  CONVERSATION_WITH_SELF: 'A conversation needs somebody else.',
  INVALID_TRANSITION: 'The state of the thing does not allow this action; see its `availableActions`.',
  HOLD_EXPIRED: 'The stock held for this order was given back; order again.',
  PAYMENT_IN_PROGRESS: 'Another payment of the same is under way; wait for its outcome.',
  ALREADY_PAID: 'The order is paid.',
  REFUND_TOO_LARGE: 'More than what is left of the payment.',
  LIMIT_EXCEEDED: 'More than may be sent in one transfer, a day or a month; see the limits of the wallet.',
  CURRENCY_MISMATCH: 'Money does not cross currencies: use the one that the message names.',
  CONVERSATION_BLOCKED: 'One of the two sides has blocked the other.',
  NO_CARD: 'The balance does not cover it and there is no card for the rest.',
  NO_BANK_ACCOUNT: 'The business has no bank account to be paid out to; set one.',
  CARD_TOKEN_REFUSED: 'The provider does not know this card token, or it was used before.',
  BANK_TOKEN_REFUSED: 'The provider does not know this bank account token.',
  CARD_EXPIRED: 'The card has expired; choose another.',
  CHALLENGE_REFUSED: 'The code is wrong; the payment waits for the right one.',
  FEATURE_UNAVAILABLE: 'The country has not switched this on, or not for you; see `reason`.',
  NOT_BUSINESS_USER:
    'Platform support is for those who work in a shop; ask the shop itself in its chat, with ticketOpen.',
  TOO_MANY_TICKETS: 'So many tickets of yours are open already: go on in one of them.',
  SCREEN_LOCK_MISSING: 'This session has no screen lock: set one first.',
  WRONG_PASSWORD: 'The password is wrong; after some tries you have to wait.',
  SIGN_IN_AGAIN: 'Only right after signing in: do that again, with a code from your phone.',
  CONVERSATION_LOCKED: 'You have locked this conversation: unlock it first.',
  FILE_REFUSED: 'The file is empty, too large or none that can be read.',
  TOO_MANY_KEYS: 'So many API keys of this app are in use already; revoke one that is not needed.',
  TOO_MANY_WEBHOOKS: 'So many webhooks of this app exist already; delete one that is not needed.',
  TOO_MANY_REPLAYS: 'So many replays of this webhook are running; wait for one to finish.',
  SCOPE_NOT_GRANTED: 'The app asks for no such scope, or the business has not granted it.',
  DOCUMENT_REFUSED: 'The document is no subscription that this app may run; the message says why.',
  ADDRESS_REFUSED: 'Nothing may be sent to this address; the message says why.',
  RANGE_EXPIRED: 'A part of what was asked for is no longer in the log; the message says where it begins.',
  PROVIDER_UNAVAILABLE: 'The payment provider does not answer now; nothing was done, try again.',
} as const;

export type UserErrorCode = keyof typeof USER_ERROR_CODES;

/**
 * A failure that the caller can do something about. It reaches clients as an entry of `userErrors`;
 * the transaction that threw it leaves nothing behind.
 */
export abstract class UserError extends Error {
  abstract readonly code: UserErrorCode;
  /** The input fields at fault, from the top of `input`. */
  readonly path: readonly string[];

  constructor(message: string, path: readonly string[] = []) {
    super(message);
    this.path = path;
  }
}

export class InvalidInputError extends UserError {
  readonly code = 'INVALID_INPUT';
}

/** Thrown for what is absent and for what is somebody else's alike, so that the two can't be told apart. */
export class NotFoundError extends UserError {
  readonly code = 'NOT_FOUND';

  constructor(noun: string, path: readonly string[] = []) {
    super(`There is no such ${noun}.`, path);
  }
}

export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'SESSION_LOCKED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'COST_EXCEEDED'
  | 'CURSOR_INVALID'
  | 'CURSOR_EXPIRED'
  | 'SLOW_CONSUMER';

/** A fault of the call itself (who calls, how): a top-level GraphQL error with `extensions.code`. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: FaultCode, message: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
