import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { newId, type OrderId, type ProductId } from '../db/id.ts';
import { decide } from './decide.ts';
import { RULES, type Command, type Outcome, type Plan, type Reply, type Rule } from './plan.ts';
import { readMessage } from './read-message.ts';
import { replyTo } from './reply.ts';
import { LANGUAGES, lookups, type BotState, type Intent, type NamedProduct } from './rules.ts';

const product = (name: string): NamedProduct => ({ productId: newId<'product'>(), name });
const RICE = product('Basmati Rice 1 kg');
const MILK = product('Milk');
const EGGS = product('Eggs');
const PHONE = product('iPhone 6');
const SHELF = [RICE, MILK, EGGS, PHONE];
const ORDER_ID: OrderId = newId<'order'>();

const EMPTY: BotState = {
  language: 'en',
  shopName: 'Sabzi Mandi',
  isOpen: true,
  opensAtText: null,
  greetedToday: true,
  awayToldToday: true,
  challenged: false,
  cart: { lines: [], totalText: null },
  order: null,
  offered: null,
  found: [],
  greeting: {},
  away: {},
  customReplies: [],
  misses: 0,
};
const FULL: BotState = {
  ...EMPTY,
  cart: {
    lines: [
      { ...RICE, quantity: 2 },
      { ...MILK, quantity: 1 },
    ],
    totalText: '₹300',
  },
};

type Order = NonNullable<BotState['order']>;
const withOrder = (more: Partial<Order>, state = EMPTY): BotState => ({
  ...state,
  order: {
    id: ORDER_ID,
    number: 1042,
    state: 'PLACED',
    paymentState: 'UNPAID',
    fulfillmentState: 'UNFULFILLED',
    totalText: '₹300',
    payable: true,
    ...more,
  },
});

/** What a search of the shelf would say: the one that has the words, or those that begin alike. */
function foundFor(intent: Intent): BotState['found'] {
  return lookups(intent).map(({ words }) => {
    const asked = words.toLowerCase();
    const match = SHELF.find(({ name }) => name.toLowerCase().includes(asked)) ?? null;
    const alike = SHELF.filter(({ name }) => name.toLowerCase().startsWith(asked.slice(0, 1)));
    return { words, match, near: match || asked.startsWith('zz') ? [] : alike };
  });
}

const add = (...items: readonly (readonly [number, string])[]): Intent => ({
  kind: 'add',
  items: items.map(([quantity, words]) => ({ quantity, words, whole: null })),
  isBare: false,
  whole: null,
});
const bare = (words: string): Intent => ({
  kind: 'add',
  items: [{ words, quantity: 1, whole: null }],
  isBare: true,
  whole: null,
});
const pay = (method: 'CARD' | 'CASH_ON_DELIVERY' | null = null): Intent => ({ kind: 'pay', method });

const said = (command: Command): string => {
  switch (command.kind) {
    case 'add':
      return `add ${command.quantity} ${command.name}`;
    case 'remove':
      return `remove ${command.name}`;
    case 'pay':
      return `pay ${command.orderId === 'PLACED' ? 'the placed' : 'the order'}`;
    case 'offer':
      return `offer ${command.products.map(({ name }) => name).join(', ')}`;
    case 'place':
    case 'confirm':
    case 'cancel':
    case 'ticket':
    case 'handOver':
      return command.kind;
  }
};

/** All goes well. */
function success(command: Command): Outcome {
  switch (command.kind) {
    case 'add':
    case 'remove':
      return { ok: true, kind: command.kind, totalText: '₹300' };
    case 'place':
      return { ok: true, kind: 'place', orderNumber: 1042, totalText: '₹300' };
    case 'pay':
    case 'confirm':
      return paidIn(command.kind, 'SUCCEEDED');
    case 'cancel':
      return { ok: true, kind: 'cancel', orderNumber: 1042 };
    case 'ticket':
      return { ok: true, kind: 'ticket', ticketNumber: 7 };
    case 'handOver':
    case 'offer':
      return { ok: true, kind: command.kind };
  }
}

type Paid = Extract<Outcome, { kind: 'pay' | 'confirm' }>;
const paidIn = (
  kind: Paid['kind'],
  paymentState: Paid['paymentState'],
  confirmUrl: string | null = null,
): Outcome => ({
  ok: true,
  kind,
  orderNumber: 1042,
  totalText: '₹300',
  paymentState,
  confirmUrl,
});

const reached = new Set<Rule>();

function talk(
  state: BotState,
  intent: Intent,
  outcomes?: readonly Outcome[],
): { plan: Plan; reply: Reply | null; done: string[] } {
  const seen = { ...state, found: foundFor(intent) };
  const plan = decide(seen, intent);
  const reply = replyTo(seen, plan, outcomes ?? plan.commands.map(success));
  reached.add(reply?.rule ?? plan.rule);
  return { plan, reply, done: plan.commands.map(said) };
}

const OFFERED = { ...EMPTY, offered: { products: [RICE, MILK], quantity: 3 } };
const ONE_OFFERED = { ...EMPTY, offered: { products: [RICE], quantity: 3 } };

test.each<readonly [string, BotState, Intent, Rule, readonly string[]]>([
  ['the first hello of a day', { ...EMPTY, greetedToday: false }, { kind: 'greet' }, 'greeting', []],
  ['another hello', EMPTY, { kind: 'greet' }, 'catalog', []],
  ['the catalogue', EMPTY, { kind: 'catalog' }, 'catalog', []],
  ['a product', EMPTY, add([2, 'rice']), 'added', ['add 2 Basmati Rice 1 kg']],
  ['products', EMPTY, add([2, 'rice'], [1, 'milk']), 'added', ['add 2 Basmati Rice 1 kg', 'add 1 Milk']],
  ['one product by two names', EMPTY, add([2, 'rice'], [1, 'basmati']), 'added', ['add 3 Basmati Rice 1 kg']],
  ['only its name', EMPTY, bare('milk'), 'added', ['add 1 Milk']],
  ['nearly its name', EMPTY, bare('mlik'), 'near_misses', ['offer Milk']],
  [
    'one that is there and one that is not',
    EMPTY,
    add([2, 'rice'], [1, 'zz']),
    'added_some',
    ['add 2 Basmati Rice 1 kg'],
  ],
  [
    'one and one nearly',
    EMPTY,
    add([2, 'rice'], [1, 'mlik']),
    'added_some',
    ['offer Milk', 'add 2 Basmati Rice 1 kg'],
  ],
  ['one that is not there', EMPTY, add([2, 'zz']), 'not_found', []],
  ['words that are no product', EMPTY, bare('zz top'), 'not_understood', []],
  ['a number that can not be', EMPTY, add([0, 'rice']), 'quantity_range', []],
  ['to see a product', EMPTY, { kind: 'find', words: 'rice' }, 'found', ['offer Basmati Rice 1 kg']],
  ['to see what is nearly there', EMPTY, { kind: 'find', words: 'mlik' }, 'near_misses', ['offer Milk']],
  ['to see what is not there', EMPTY, { kind: 'find', words: 'zz' }, 'not_found', []],
  ['the second of two', OFFERED, { kind: 'choose', place: 2 }, 'added', ['add 3 Milk']],
  [
    'the third of two',
    OFFERED,
    { kind: 'choose', place: 3 },
    'choice_none',
    ['offer Basmati Rice 1 kg, Milk'],
  ],
  ['yes to two', OFFERED, { kind: 'choose', place: 0 }, 'choice_none', ['offer Basmati Rice 1 kg, Milk']],
  ['yes to one', ONE_OFFERED, { kind: 'choose', place: 0 }, 'added', ['add 3 Basmati Rice 1 kg']],
  ['a choice of nothing', EMPTY, { kind: 'choose', place: 1 }, 'not_understood', []],
  ['to take out', FULL, { kind: 'remove', words: 'rice' }, 'removed', ['remove Basmati Rice 1 kg']],
  ['to take out what is not in', FULL, { kind: 'remove', words: 'eggs' }, 'nothing_to_remove', []],
  ['to take out of nothing', EMPTY, { kind: 'remove', words: 'rice' }, 'cart_empty', []],
  ['the cart', FULL, { kind: 'cart' }, 'cart', []],
  ['the empty cart', EMPTY, { kind: 'cart' }, 'cart_empty', []],
  ['to order', FULL, { kind: 'checkout' }, 'ordered', ['place']],
  ['to order nothing', EMPTY, { kind: 'checkout' }, 'cart_empty', []],
  ['to order what waits to be paid', withOrder({}), { kind: 'checkout' }, 'status', []],
  ['to pay the cart', FULL, pay(), 'paid', ['place', 'pay the placed']],
  ['to pay the order', withOrder({}), pay('CARD'), 'paid', ['pay the order']],
  ['to pay the order before the cart', withOrder({}, FULL), pay(), 'paid', ['pay the order']],
  ['to pay in cash', withOrder({}), pay('CASH_ON_DELIVERY'), 'pay_cash', ['pay the order']],
  ['to pay nothing', EMPTY, pay(), 'pay_nothing', []],
  ['a method alone, with a cart', FULL, { kind: 'pay', method: 'CARD', isBare: true }, 'cart', []],
  [
    'a method alone, with an order',
    withOrder({}),
    { kind: 'pay', method: 'CARD', isBare: true },
    'paid',
    ['pay the order'],
  ],
  ['to pay while a code is awaited', { ...withOrder({}), challenged: true }, pay(), 'code_needed', []],
  ['to pay what is paid', withOrder({ paymentState: 'PAID', payable: false }), pay(), 'already_paid', []],
  [
    'to pay what is paid in cash',
    withOrder({ paymentState: 'AUTHORIZED', payable: false }),
    pay(),
    'pay_cash',
    [],
  ],
  ['to pay too late', withOrder({ payable: false }), pay(), 'hold_expired', []],
  ['a code', { ...EMPTY, challenged: true }, { kind: 'code', code: '123456' }, 'paid', ['confirm']],
  ['a code that nobody asked for', EMPTY, { kind: 'code', code: '123456' }, 'not_understood', []],
  ['something else than the code', { ...EMPTY, challenged: true }, { kind: 'unknown' }, 'code_needed', []],
  ['to cancel', withOrder({}), { kind: 'cancel' }, 'cancelled', ['cancel']],
  ['to cancel nothing', FULL, { kind: 'cancel' }, 'cancel_nothing', []],
  [
    'to cancel what is paid',
    withOrder({ paymentState: 'PAID', payable: false }),
    { kind: 'cancel' },
    'cancel_too_late',
    [],
  ],
  ['how it stands', withOrder({}), { kind: 'status' }, 'status', []],
  ['how nothing stands', EMPTY, { kind: 'status' }, 'status_none', []],
  ['help', EMPTY, { kind: 'help' }, 'help', ['ticket']],
  ['a human', EMPTY, { kind: 'human' }, 'human', ['handOver']],
  ['thanks', EMPTY, { kind: 'thanks' }, 'thanks', []],
  [
    'a custom word',
    { ...EMPTY, customReplies: [{ en: '9 to 5' }] },
    { kind: 'custom', index: 0 },
    'custom',
    [],
  ],
  ['a custom word without a text', EMPTY, { kind: 'custom', index: 0 }, 'not_understood', []],
  ['nothing', EMPTY, { kind: 'nothing' }, 'silent', []],
  ['who knows', EMPTY, { kind: 'unknown' }, 'not_understood', []],
  ['who knows, again', { ...EMPTY, misses: 1 }, { kind: 'unknown' }, 'handed_over', ['handOver']],
])('%s', (_what, state, intent, rule, commands) => {
  const { plan, reply, done } = talk(state, intent);
  expect(done).toEqual(commands);
  expect(reply?.rule ?? plan.rule).toBe(rule);
  expect(reply === null).toBe(rule === 'silent');
  expect(plan.missed).toBe(rule === 'not_understood' || rule === 'handed_over');
});

const refused = (code: Extract<Outcome, { ok: false }>['code'], more = {}): Outcome => ({
  ok: false,
  code,
  ...more,
});
const PLACED: Outcome = { ok: true, kind: 'place', orderNumber: 1042, totalText: '₹300' };
const ADDED: Outcome = { ok: true, kind: 'add', totalText: '₹300' };

test.each<readonly [string, BotState, Intent, readonly Outcome[], Rule, RegExp]>([
  [
    'few are left',
    EMPTY,
    add([9, 'rice']),
    [refused('INSUFFICIENT_STOCK', { available: 2 })],
    'not_enough',
    /Basmati.*: 2\./,
  ],
  [
    'none is left',
    EMPTY,
    add([9, 'rice']),
    [refused('INSUFFICIENT_STOCK', { available: 0 })],
    'not_enough',
    /sold out/,
  ],
  [
    'it is archived',
    EMPTY,
    add([9, 'rice']),
    [refused('PRODUCT_UNAVAILABLE')],
    'product_gone',
    /not sold any more/,
  ],
  [
    'the second fails',
    EMPTY,
    add([1, 'milk'], [9, 'rice'], [1, 'eggs']),
    [ADDED, refused('INSUFFICIENT_STOCK', { available: 2 })],
    'added_some',
    /Added 1 × Milk\.[^]*Left in stock: 2[^]*not added 1 × Eggs/,
  ],
  [
    'the cart lacks stock',
    FULL,
    { kind: 'checkout' },
    [refused('INSUFFICIENT_STOCK', { available: 2 })],
    'not_enough',
    /“cart”/,
  ],
  ['the cart was emptied', FULL, { kind: 'checkout' }, [refused('CART_EMPTY')], 'cart_empty', /empty/],
  [
    'the line is gone',
    FULL,
    { kind: 'remove', words: 'rice' },
    [refused('NOT_FOUND')],
    'nothing_to_remove',
    /Basmati/,
  ],
  [
    'the last line goes',
    FULL,
    { kind: 'remove', words: 'rice' },
    [{ ok: true, kind: 'remove', totalText: null }],
    'removed',
    /empty now/,
  ],
  [
    'the bank asks on a page of its own',
    FULL,
    pay(),
    [PLACED, paidIn('pay', 'REQUIRES_ACTION', 'https://bank.example/3ds')],
    'confirm_at_bank',
    /https:\/\/bank\.example\/3ds/,
  ],
  ['the bank asks', FULL, pay(), [PLACED, paidIn('pay', 'REQUIRES_ACTION')], 'code_needed', /six-digit/],
  ['the bank declines', FULL, pay(), [PLACED, paidIn('pay', 'FAILED')], 'declined', /#1042 was declined/],
  [
    'the bank is silent',
    FULL,
    pay(),
    [PLACED, paidIn('pay', 'UNKNOWN')],
    'pay_under_way',
    /not charge you twice/,
  ],
  ['the bank takes its time', FULL, pay(), [PLACED, paidIn('pay', 'PROCESSING')], 'pay_under_way', /status/],
  ['there is no card', FULL, pay(), [PLACED, refused('NO_CARD')], 'no_card', /#1042 is placed[^]*no card/],
  [
    'the wallet lacks money',
    FULL,
    pay(),
    [PLACED, refused('INSUFFICIENT_FUNDS')],
    'no_card',
    /#1042[^]*does not cover/,
  ],
  [
    'payments are off',
    FULL,
    pay(),
    [refused('FEATURE_UNAVAILABLE', { reason: 'It is a holiday.' })],
    'unavailable',
    /It is a holiday\. Your cart stays/,
  ],
  [
    'payments are off, for no reason',
    FULL,
    pay(),
    [refused('FEATURE_UNAVAILABLE')],
    'unavailable',
    /Your cart stays/,
  ],
  [
    'the code is wrong',
    { ...EMPTY, challenged: true },
    { kind: 'code', code: '000000' },
    [refused('CHALLENGE_REFUSED')],
    'code_wrong',
    /right one/,
  ],
  [
    'the code is right and the card is not',
    { ...EMPTY, challenged: true },
    { kind: 'code', code: '123456' },
    [paidIn('confirm', 'FAILED')],
    'declined',
    /declined/,
  ],
  ['the hold ran out', withOrder({}), pay(), [refused('HOLD_EXPIRED')], 'hold_expired', /not paid in time/],
  ['it was paid meanwhile', withOrder({}), pay(), [refused('ALREADY_PAID')], 'already_paid', /#1042/],
  [
    'it is being paid',
    withOrder({}),
    { kind: 'cancel' },
    [refused('PAYMENT_IN_PROGRESS')],
    'pay_under_way',
    /twice/,
  ],
  [
    'it was confirmed meanwhile',
    withOrder({}),
    { kind: 'cancel' },
    [refused('INVALID_TRANSITION')],
    'cancel_too_late',
    /#1042/,
  ],
  ['tickets are too many', EMPTY, { kind: 'help' }, [refused('TOO_MANY_TICKETS')], 'help', /take your order/],
  [
    'there were too many tries',
    EMPTY,
    { kind: 'human' },
    [refused('TOO_MANY_ATTEMPTS')],
    'refused',
    /Too many/,
  ],
  ['something else', EMPTY, add([1, 'milk']), [refused('VERSION_CONFLICT')], 'refused', /did not work/],
])('when %s', (_what, state, intent, outcomes, rule, text) => {
  const { reply } = talk(state, intent, outcomes);
  expect(reply?.rule).toBe(rule);
  expect(reply?.text).toMatch(text);
});

it('has reached every rule by now', () => {
  expect(RULES.filter((rule) => !reached.has(rule))).toEqual([]);
});

describe('what is said', () => {
  const read = (text: string) =>
    readMessage(text, { language: 'en', customKeywords: [], expects: null }).intent;

  it('takes a name with a number in it for a product, and another number for a quantity', () => {
    expect(talk(EMPTY, read('iphone 6')).done).toEqual(['add 1 iPhone 6']);
    expect(talk(EMPTY, read('2 iphone 6')).done).toEqual(['add 2 iPhone 6']);
    expect(talk(EMPTY, read('milk 6')).done).toEqual(['add 6 Milk']);
    expect(talk(EMPTY, read('rice 1')).done).toEqual(['add 1 Basmati Rice 1 kg']);
  });

  it('says that the shop is closed once a day, before the answer', () => {
    const closed = { ...EMPTY, isOpen: false, awayToldToday: false, opensAtText: 'Monday at 9:00 AM' };
    const first = talk(closed, add([1, 'milk']));
    expect(first.reply?.text).toMatch(/^Sabzi Mandi is closed until Monday at 9:00 AM\.[^]*Added 1 × Milk/);
    expect(first.plan.saysAway).toBe(true);
    expect(talk({ ...closed, away: { en: 'Gone fishing.' } }, { kind: 'thanks' }).reply?.text).toMatch(
      /^Gone fishing\.\n/,
    );
    expect(talk({ ...closed, awayToldToday: true }, { kind: 'thanks' }).reply?.text).not.toMatch(/closed/);
    expect(talk(closed, { kind: 'nothing' })).toMatchObject({ reply: null, plan: { saysAway: false } });
    expect(talk({ ...closed, awayToldToday: true }, { kind: 'human' }).reply?.text).toMatch(/until Monday/);
    const silent = { ...closed, awayToldToday: true, opensAtText: null };
    expect(talk(silent, { kind: 'human' }).reply?.text).toMatch(/when they open/);
  });

  it("greets in the shop's words where it has them", () => {
    const state = { ...EMPTY, greetedToday: false, greeting: { en: 'Namaste!' } };
    expect(talk(state, { kind: 'greet' })).toMatchObject({
      plan: { greets: true },
      reply: { text: 'Namaste!', catalog: true },
    });
    expect(talk({ ...state, language: 'it' }, { kind: 'greet' }).reply?.text).toMatch(/^Ciao/);
  });

  it('numbers what it offers, and shows five cards at most', () => {
    const many = Array.from({ length: 9 }, (_, place) => product(`Thing ${place}`));
    const plan = decide({ ...EMPTY, found: [{ words: 'q', match: null, near: many }] }, add([2, 'q']));
    const reply = replyTo(EMPTY, plan, plan.commands.map(success));
    expect(reply?.text).toMatch(/\n1\. Thing 0\n2\. Thing 1\n[^]*5\. Thing 4$/);
    expect(reply?.productIds).toHaveLength(5);
    expect(plan.commands).toMatchObject([{ kind: 'offer', quantity: 2, products: many.slice(0, 5) }]);
  });

  it('says how each order stands', () => {
    const at = (more: Partial<Order>) =>
      talk(withOrder({ payable: false, ...more }), { kind: 'status' }).reply?.text;
    expect(at({ payable: true })).toMatch(/waits to be paid/);
    expect(at({})).toMatch(/not paid in time/);
    expect(at({ paymentState: 'PAID' })).toMatch(/is paid/);
    expect(at({ paymentState: 'PAID', state: 'CONFIRMED' })).toMatch(/being prepared/);
    expect(at({ paymentState: 'AUTHORIZED', state: 'CONFIRMED' })).toMatch(/in cash/);
    expect(at({ paymentState: 'REFUNDED' })).toMatch(/refunded/);
    expect(at({ paymentState: 'PAID', fulfillmentState: 'PARTIALLY_SHIPPED' })).toMatch(/Part of/);
    expect(at({ paymentState: 'PAID', fulfillmentState: 'SHIPPED' })).toMatch(/on its way/);
    expect(at({ paymentState: 'PAID', fulfillmentState: 'DELIVERED' })).toMatch(/arrived/);
    expect(at({ paymentState: 'REFUNDED', fulfillmentState: 'RETURNED' })).toMatch(/returned/);
  });
});

it('answers any message in any state with a text that fits, or not at all', () => {
  const states = fc.constantFrom(
    EMPTY,
    FULL,
    OFFERED,
    withOrder({}),
    withOrder({}, FULL),
    { ...EMPTY, challenged: true },
    { ...EMPTY, isOpen: false, awayToldToday: false, misses: 1 },
  );
  const words = fc.constantFrom(
    '2',
    'rice',
    'milk',
    'and',
    'remove',
    'pay',
    'zz',
    'cart',
    'hola',
    '-1',
    '?',
    '😀',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(
      states,
      texts,
      fc.constantFrom(...LANGUAGES),
      fc.boolean(),
      (state, text, language, fails) => {
        const expects = state.challenged ? 'CODE' : state.offered ? 'CHOICE' : null;
        const { intent } = readMessage(text, { language, customKeywords: [], expects });
        const seen = { ...state, language, found: foundFor(intent) };
        const plan = decide(seen, intent);
        const outcomes =
          fails && plan.commands.length > 0 ? [refused('NOT_FOUND')] : plan.commands.map(success);
        const reply = replyTo(seen, plan, outcomes);
        for (const command of plan.commands)
          if (command.kind === 'add') expect(command.quantity >= 1 && command.quantity <= 999).toBe(true);
        if (reply === null) {
          expect(plan.rule).toBe('silent');
          return;
        }
        expect(reply.text.trim()).not.toBe('');
        expect(reply.text.length).toBeLessThanOrEqual(4_096);
        expect(reply.text).not.toMatch(/\{\w+\}/);
        expect(reply.productIds.length).toBeLessThanOrEqual(5);
        const ids: readonly ProductId[] = SHELF.map(({ productId }) => productId);
        expect(reply.productIds.every((id) => ids.includes(id))).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});
