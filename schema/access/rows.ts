import type { FaultCode, UserErrorCode } from '../../src/errors.ts';

// The words in which the table of this folder is written: who asks, and what they are answered.

/**
 * Who asks. A customer is the one whose order, cart, chat, wallet it is; agents, managers and owners work in the shop
 * that it is with; a rival owns another shop; a stranger has nothing to do with any of it. An app is a partner app that
 * calls with a key of all scopes, and the shop has granted it all of them.
 */
export const ACTORS = [
  'guest',
  'stranger',
  'customer',
  'agent',
  'manager',
  'owner',
  'rival',
  'operator',
  'app',
] as const;

export type Actor = (typeof ACTORS)[number];

/**
 * `ok`: it is given or, of a mutation, done as far as the state of things allows. `null`, `empty`, `false`: that, without
 * an error. `unseen`: the way to it ends before. Else the code of the error.
 */
export type Answer = 'ok' | 'null' | 'empty' | 'false' | 'unseen' | FaultCode | UserErrorCode;

/**
 * The answers of a row. What is said of fewer counts before what is said of more: `agent`, `staff`, `signedIn`, `all`. An
 * app is refused what a guest would have to sign in for, and else is answered as a guest, unless the row says it of `app`.
 */
export interface Row extends Readonly<Partial<Record<Actor, Answer>>> {
  readonly all?: Answer;
  /** All people but guests; not apps. */
  readonly signedIn?: Answer;
  /** Agents, managers and owners of the shop. */
  readonly staff?: Answer;
  readonly managers?: Answer;
  /** The arguments, when others than those that are required; `$businessId` is the id of that name. */
  readonly args?: string;
  /** Which thing the way begins at, when another than the usual one: the id of that name. */
  readonly from?: string;
  /** What the input has instead of what is plain for its type; undefined leaves a field out. */
  readonly input?: Readonly<Record<string, unknown>>;
}

/**
 * A row by what is asked for: `Query.viewer`, `Mutation.orderPay`, `Subscription.orderEvents`, `node(Order)`; or a way
 * that begins at a thing of the customer or the shop: `Order.fee`, `Order.business.balance`. Behind a comma: how.
 */
export type Rows = Readonly<Record<string, Row>>;

// Who may call, as the descriptions of the mutations say it. What is absent and what is not yours look the same.

export const FOR_EVERYBODY: Row = { all: 'ok' };
export const FOR_PERSONS: Row = { guest: 'UNAUTHENTICATED', signedIn: 'ok' };
export const FOR_THE_CUSTOMER: Row = { guest: 'UNAUTHENTICATED', signedIn: 'NOT_FOUND', customer: 'ok' };
export const FOR_BOTH_SIDES: Row = { ...FOR_THE_CUSTOMER, staff: 'ok' };
export const FOR_STAFF: Row = { guest: 'UNAUTHENTICATED', signedIn: 'NOT_FOUND', staff: 'ok' };
export const FOR_MANAGERS: Row = { ...FOR_STAFF, agent: 'FORBIDDEN_ROLE' };
export const FOR_OWNERS: Row = { ...FOR_STAFF, staff: 'FORBIDDEN_ROLE', owner: 'ok' };
export const FOR_OPERATORS: Row = { guest: 'UNAUTHENTICATED', signedIn: 'FORBIDDEN', operator: 'ok' };

export const isStaff = (actor: Actor): boolean => actor === 'agent' || isManager(actor);
const isManager = (actor: Actor): boolean => actor === 'manager' || actor === 'owner';

/** What an actor is answered: null when the row does not say. */
export function answerTo(row: Row, actor: Actor): Answer | null {
  if (actor === 'app') {
    const asGuest = row.guest ?? row.all ?? null;
    return row.app ?? (asGuest === 'UNAUTHENTICATED' ? 'FORBIDDEN' : asGuest);
  }
  return (
    row[actor] ??
    (isManager(actor) ? row.managers : undefined) ??
    (isStaff(actor) ? row.staff : undefined) ??
    (actor === 'guest' ? undefined : row.signedIn) ??
    row.all ??
    null
  );
}

/** `Query`, `Mutation`, `Subscription`, `node` or the type at which the way begins, and the fields from there on. */
export function wayOf(key: string): { readonly start: string; readonly steps: readonly string[] } {
  const [place = ''] = key.split(', ');
  const node = /^node\((\w+)\)$/.exec(place)?.[1];
  if (node) return { start: 'node', steps: [node] };
  const [start = '', ...steps] = place.split('.');
  return { start, steps };
}

/** What all rows are about that no actor of the table can be: a session behind its screen lock gets this alone. */
export const OPEN_WHILE_LOCKED = ['Mutation.sessionUnlock', 'Mutation.signOut', 'Subscription.sessionEvents'];
