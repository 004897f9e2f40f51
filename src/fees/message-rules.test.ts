import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { newId, type FeeRuleId } from '../db/id.ts';
import { allowanceKey, priceMessages, type SentMessage } from './message-rules.ts';
import { SERVICE_OF, type MessageCategory } from './rules.ts';

const RULES = [newId<'feeRule'>(), newId<'feeRule'>()] as const;

interface Sketch {
  readonly category: MessageCategory;
  readonly inside: boolean;
  readonly month: string;
  readonly rule: FeeRuleId;
  readonly price: bigint;
  readonly free: number | null;
}

const sent = ({ category, inside, month, rule, price, free }: Sketch): SentMessage => ({
  messageId: newId(),
  category,
  insideWindow: inside,
  sentAt: new Date(),
  month,
  ruleId: rule,
  fixedMinor: price,
  freePerMonth: free,
});

const message = (rest: Partial<Sketch> = {}): SentMessage =>
  sent({
    category: 'SERVICE',
    inside: true,
    month: '2026-11-01',
    rule: RULES[0],
    price: 10n,
    free: 2,
    ...rest,
  });

const told = (messages: SentMessage[], used: ReadonlyMap<string, number> = new Map()) =>
  priceMessages(messages, used).map(
    ({ service, free, messageIds, amountMinor }) =>
      `${service} ${free ? 'free' : 'paid'} ${messageIds.length} for ${amountMinor}`,
  );

const key = allowanceKey('2026-11-01', 'MESSAGE_SERVICE');

test.each<[string, SentMessage[], ReadonlyMap<string, number>, string[]]>([
  ['nothing for nothing', [], new Map(), []],
  ['the first ones free', [message(), message()], new Map(), ['MESSAGE_SERVICE free 2 for 0']],
  [
    'the others by the price',
    [message(), message(), message(), message()],
    new Map(),
    ['MESSAGE_SERVICE free 2 for 0', 'MESSAGE_SERVICE paid 2 for 20'],
  ],
  [
    'fewer free where some were before',
    [message(), message()],
    new Map([[key, 1]]),
    ['MESSAGE_SERVICE free 1 for 0', 'MESSAGE_SERVICE paid 1 for 10'],
  ],
  [
    'what is outside the window, whatever is free',
    [message({ inside: false, category: 'MARKETING', free: null })],
    new Map(),
    ['MESSAGE_MARKETING paid 1 for 10'],
  ],
  ['all free by null', [message({ free: null })], new Map([[key, 1_000]]), ['MESSAGE_SERVICE free 1 for 0']],
  [
    'each month by itself',
    [message({ free: 1 }), message({ free: 1, month: '2026-12-01' })],
    new Map(),
    ['MESSAGE_SERVICE free 1 for 0', 'MESSAGE_SERVICE free 1 for 0'],
  ],
  [
    'each by the rule of its moment',
    [message({ free: 0 }), message({ free: 0, rule: RULES[1], price: 7n })],
    new Map(),
    ['MESSAGE_SERVICE paid 1 for 10', 'MESSAGE_SERVICE paid 1 for 7'],
  ],
])('prices %s', (_what, messages, used, expected) => {
  expect(told(messages, used)).toEqual(expected);
});

const sketches = fc.array(
  fc.record({
    category: fc.constantFrom<MessageCategory>('MARKETING', 'UTILITY', 'SERVICE'),
    inside: fc.boolean(),
    month: fc.constantFrom('2026-11-01', '2026-12-01'),
    rule: fc.constantFrom(...RULES),
    price: fc.bigInt({ min: 0n, max: 100n }),
    free: fc.constantFrom(null, 0, 1, 3),
  }),
  { maxLength: 40 },
);

it('comes to the same in pieces as at once, charges each message once, and no answer that is free', () => {
  fc.assert(
    fc.property(sketches, fc.nat(40), (drawn, cut) => {
      const messages = drawn.map((sketch) => sent({ ...sketch, price: sketch.rule === RULES[0] ? 10n : 7n }));
      const atOnce = priceMessages(messages, new Map());
      const first = priceMessages(messages.slice(0, cut), new Map());
      const used = new Map<string, number>();
      for (const run of first.filter(({ free }) => free)) {
        const of = allowanceKey(run.month, run.service);
        used.set(of, (used.get(of) ?? 0) + run.messageIds.length);
      }
      const pieces = [...first, ...priceMessages(messages.slice(cut), used)];
      const sum = (runs: typeof pieces) => runs.reduce((total, run) => total + run.amountMinor, 0n);
      expect(sum(pieces)).toBe(sum(atOnce));
      const ids = pieces.flatMap(({ messageIds }) => messageIds);
      expect(ids.toSorted()).toEqual(messages.map(({ messageId }) => messageId).toSorted());
      for (const run of atOnce.filter(({ free }) => free)) expect(run.amountMinor).toBe(0n);
      for (const { insideWindow, messageId, category } of messages.filter((one) => !one.insideWindow)) {
        const run = atOnce.find(({ messageIds }) => messageIds.includes(messageId));
        expect([insideWindow, run?.free, run?.service]).toEqual([false, false, SERVICE_OF[category]]);
      }
    }),
  );
});
