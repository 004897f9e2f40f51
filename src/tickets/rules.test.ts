import { describe, expect, it, test } from 'vitest';
import { afterWaiting, dueFrom, dueUnder, isOverdue, resolutionDue, type Clocks } from './clocks.ts';
import {
  actionOfMessage,
  allows,
  availableActions,
  closesAt,
  REOPEN_DAYS,
  requireAction,
  TICKET_ACTIONS,
  TICKET_STATES,
  TicketTransitionError,
  type TicketRole,
  type TicketStanding,
  type TicketState,
} from './rules.ts';

const HOUR = 60 * 60_000;
const resolvedAt = new Date('2026-11-01T00:00:00Z');
const soon = new Date(resolvedAt.getTime() + HOUR);
const ROLES: readonly TicketRole[] = ['OPENER', 'AGENT', 'SYSTEM'];

const standing = (state: TicketState, rating: number | null = null): TicketStanding => ({
  state,
  resolvedAt: state === 'RESOLVED' || state === 'CLOSED' ? resolvedAt : null,
  rating,
});

/** What each role may do in each state, written out by hand: the table in the rules must say the same. */
const MAY: Readonly<Record<TicketState, Readonly<Record<TicketRole, readonly string[]>>>> = {
  OPEN: { OPENER: ['answer', 'close'], AGENT: ['assign', 'start', 'answer', 'prioritise'], SYSTEM: [] },
  IN_PROGRESS: {
    OPENER: ['answer', 'close'],
    AGENT: ['assign', 'answer', 'wait', 'resolve', 'prioritise'],
    SYSTEM: [],
  },
  WAITING: {
    OPENER: ['answer', 'close'],
    AGENT: ['assign', 'start', 'answer', 'resolve', 'prioritise'],
    SYSTEM: [],
  },
  RESOLVED: { OPENER: ['close', 'reopen', 'rate'], AGENT: ['assign', 'answer'], SYSTEM: ['close'] },
  CLOSED: { OPENER: ['rate'], AGENT: [], SYSTEM: [] },
};

describe.each(TICKET_STATES)('a ticket that is %s', (state) => {
  describe.each(ROLES)('lets %s', (role) => {
    test.each(TICKET_ACTIONS.filter((action) => action !== 'open'))('%s, or not', (action) => {
      const may = MAY[state][role].includes(action);
      expect(allows(standing(state), action, role, soon)).toBe(may);
      const ask = () => requireAction(standing(state), action, role, soon);
      if (may) expect(ask).not.toThrow();
      else expect(ask).toThrow(TicketTransitionError);
    });

    it('see what it may ask for', () => {
      const asked = MAY[state][role].filter((action) => action !== 'answer');
      expect(availableActions(standing(state), role, soon)).toEqual(asked);
    });
  });
});

describe('what a message does', () => {
  const answered = resolvedAt;
  test.each<[TicketState, TicketRole, Date | null, string | null]>([
    ['OPEN', 'OPENER', null, null],
    ['OPEN', 'AGENT', null, 'answer'],
    ['OPEN', 'AGENT', answered, 'answer'],
    ['IN_PROGRESS', 'OPENER', null, null],
    ['IN_PROGRESS', 'AGENT', null, 'answer'],
    ['IN_PROGRESS', 'AGENT', answered, null],
    ['WAITING', 'OPENER', answered, 'answer'],
    ['WAITING', 'AGENT', null, 'answer'],
    ['WAITING', 'AGENT', answered, null],
    ['RESOLVED', 'OPENER', answered, 'reopen'],
    ['RESOLVED', 'AGENT', null, 'answer'],
    ['RESOLVED', 'AGENT', answered, null],
  ])('%s, %s, answered %s: %s', (state, role, firstAnsweredAt, action) => {
    expect(actionOfMessage({ ...standing(state), firstAnsweredAt }, role, soon)).toBe(action);
  });

  test.each<[TicketState, Date]>([
    ['CLOSED', soon],
    ['RESOLVED', closesAt(resolvedAt)],
  ])('none in one that is %s since %s', (state, now) => {
    for (const role of ['OPENER', 'AGENT'] as const) {
      const write = () => actionOfMessage({ ...standing(state), firstAnsweredAt: null }, role, now);
      expect(write).toThrow('This ticket is closed: open a new one.');
    }
  });
});

it(`is reopened within ${REOPEN_DAYS} days to the millisecond`, () => {
  const end = closesAt(resolvedAt).getTime();
  expect(allows(standing('RESOLVED'), 'reopen', 'OPENER', new Date(end - 1))).toBe(true);
  expect(allows(standing('RESOLVED'), 'reopen', 'OPENER', new Date(end))).toBe(false);
  expect(availableActions(standing('RESOLVED'), 'OPENER', new Date(end))).toEqual(['close', 'rate']);
});

it('is rated once', () => {
  for (const state of ['RESOLVED', 'CLOSED'] as const) {
    expect(allows(standing(state, 4), 'rate', 'OPENER', soon)).toBe(false);
    expect(() => requireAction(standing(state, 4), 'rate', 'OPENER', soon)).toThrow('rated already');
  }
});

describe('the clocks', () => {
  const now = resolvedAt;
  const clocks = (changes: Partial<Clocks> = {}): Clocks => ({
    state: 'OPEN',
    priority: 'NORMAL',
    ...dueFrom(now, 'NORMAL'),
    firstAnsweredAt: null,
    waitingSince: null,
    waitedMs: 0,
    ...changes,
  });
  const hoursTo = (time: Date) => (time.getTime() - now.getTime()) / HOUR;
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR);

  test.each([
    ['URGENT', 1, 8],
    ['HIGH', 4, 24],
    ['NORMAL', 8, 72],
    ['LOW', 24, 168],
  ] as const)('%s: an answer in %i hours, a resolution in %i', (priority, answer, resolution) => {
    const due = dueFrom(now, priority);
    expect([hoursTo(due.firstAnswerDueAt), hoursTo(due.resolutionDueAt)]).toEqual([answer, resolution]);
    const moved = dueUnder(clocks(), priority);
    expect(moved).toEqual(due);
    const back = dueUnder(clocks({ ...moved, priority }), 'NORMAL');
    expect(back).toEqual(dueFrom(now, 'NORMAL'));
  });

  it('leave a first answer that was given where it was due', () => {
    const due = dueUnder(clocks({ firstAnsweredAt: at(1) }), 'URGENT');
    expect([hoursTo(due.firstAnswerDueAt), hoursTo(due.resolutionDueAt)]).toEqual([8, 8]);
  });

  it('stand still while it waits, and go on behind it', () => {
    const waiting = clocks({ state: 'WAITING', firstAnsweredAt: at(1), waitingSince: at(2), waitedMs: HOUR });
    expect(resolutionDue(waiting)).toBeNull();
    expect(isOverdue(waiting, at(100))).toBe(false);
    const awake = afterWaiting(waiting, at(100));
    expect(awake).toEqual({ resolutionDueAt: at(72 + 98), waitingSince: null, waitedMs: 99 * HOUR });
    const again = { ...waiting, ...awake, state: 'IN_PROGRESS' as const };
    expect(resolutionDue(again)).toEqual(at(72 + 98));
    expect([isOverdue(again, at(170)), isOverdue(again, at(171))]).toEqual([false, true]);
  });

  test.each<[string, Partial<Clocks>, number, boolean]>([
    ['unanswered, in time', {}, 8, false],
    ['unanswered, late', {}, 9, true],
    ['answered, in time', { firstAnsweredAt: at(1) }, 72, false],
    ['answered, unresolved', { firstAnsweredAt: at(1) }, 73, true],
    ['resolved', { state: 'RESOLVED' }, 500, false],
    ['closed', { state: 'CLOSED' }, 500, false],
  ])('%s', (_what, changes, hours, overdue) => {
    expect(isOverdue(clocks(changes), at(hours))).toBe(overdue);
  });
});
