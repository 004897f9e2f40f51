import type { TicketPriority, TicketState } from './rules.ts';

const HOUR_MS = 60 * 60_000;

interface Spans {
  readonly firstAnswerMs: number;
  readonly resolutionMs: number;
}

/** How soon a ticket of each priority should be answered first, and resolved. */
export const SPANS: Readonly<Record<TicketPriority, Spans>> = {
  URGENT: { firstAnswerMs: HOUR_MS, resolutionMs: 8 * HOUR_MS },
  HIGH: { firstAnswerMs: 4 * HOUR_MS, resolutionMs: 24 * HOUR_MS },
  NORMAL: { firstAnswerMs: 8 * HOUR_MS, resolutionMs: 3 * 24 * HOUR_MS },
  LOW: { firstAnswerMs: 24 * HOUR_MS, resolutionMs: 7 * 24 * HOUR_MS },
};

export interface Clocks {
  readonly state: TicketState;
  readonly priority: TicketPriority;
  readonly firstAnswerDueAt: Date;
  readonly firstAnsweredAt: Date | null;
  /** Moved on by each wait that is over. */
  readonly resolutionDueAt: Date;
  readonly waitingSince: Date | null;
  readonly waitedMs: number;
}

type Due = Pick<Clocks, 'firstAnswerDueAt' | 'resolutionDueAt'>;

const later = (time: Date, ms: number) => new Date(time.getTime() + ms);

/** By when a ticket that begins now is due. */
export function dueFrom(now: Date, priority: TicketPriority): Due {
  const { firstAnswerMs, resolutionMs } = SPANS[priority];
  return { firstAnswerDueAt: later(now, firstAnswerMs), resolutionDueAt: later(now, resolutionMs) };
}

/** By when it is due under another priority; of a first answer that was given nothing changes. */
export function dueUnder(clocks: Clocks, priority: TicketPriority): Due {
  const [was, is] = [SPANS[clocks.priority], SPANS[priority]];
  return {
    firstAnswerDueAt: clocks.firstAnsweredAt
      ? clocks.firstAnswerDueAt
      : later(clocks.firstAnswerDueAt, is.firstAnswerMs - was.firstAnswerMs),
    resolutionDueAt: later(clocks.resolutionDueAt, is.resolutionMs - was.resolutionMs),
  };
}

/** The clock of the resolution goes on when the wait is over: what is due moves on by as long as it was. */
export function afterWaiting(
  clocks: Clocks,
  now: Date,
): Pick<Clocks, 'resolutionDueAt' | 'waitingSince' | 'waitedMs'> {
  const waitedMs = clocks.waitingSince ? Math.max(now.getTime() - clocks.waitingSince.getTime(), 0) : 0;
  return {
    resolutionDueAt: later(clocks.resolutionDueAt, waitedMs),
    waitingSince: null,
    waitedMs: clocks.waitedMs + waitedMs,
  };
}

/** By when it should be resolved; null while it waits, since the clock stands still. */
export function resolutionDue({ resolutionDueAt, waitingSince }: Clocks): Date | null {
  return waitingSince ? null : resolutionDueAt;
}

export function isOverdue(clocks: Clocks, now: Date): boolean {
  if (clocks.state === 'RESOLVED' || clocks.state === 'CLOSED') return false;
  const due = resolutionDue(clocks);
  return (!clocks.firstAnsweredAt && now > clocks.firstAnswerDueAt) || (due !== null && now > due);
}
