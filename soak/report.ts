import type { Follower } from './follower.ts';
import type { Complaints } from './house.ts';
import type { Notebook } from './notebook.ts';
import type { Done } from './writers.ts';

export interface Ran {
  readonly followers: readonly Follower[];
  readonly done: readonly Done[];
  readonly head: number;
  readonly notebook: Notebook;
  readonly complaints: Complaints;
  readonly found: readonly string[];
}

const MOST_SHOWN = 40;

/** What a run was, and what it found. */
export function summaryOf({ followers, done, head, notebook, complaints, found }: Ran): string {
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
  const reconnects = sum(followers.map((follower) => follower.reconnects()));
  const repeats = sum(followers.map((follower) => follower.repeats()));
  const silence = (notebook.longestSilenceMs() / 1_000).toFixed(1);
  const lines = [
    '',
    `events in the log    ${head}`,
    `deliveries           ${countsOf(notebook.deliveries)}; repeats told apart: ${repeats}`,
    `reconnects           ${reconnects}`,
    `streams ended by     ${countsOf(notebook.endings)}`,
    `kills                ${notebook.kills()}, the longest silence after one ${silence} s`,
    `connections cut      ${notebook.cuts()}`,
    `requests sent again  ${sum(done.map(({ retries }) => retries))}`,
    `messages, orders     ${sum(done.map((one) => one.clientIds.length))}, ${sum(done.map((one) => one.orderIds.length))}`,
    `refusals             ${countsOf(notebook.refusals)}`,
    '',
    ...section(
      'The servers logged:',
      [...complaints.logged].map(([said, times]) => `${times} x ${said}`),
    ),
    ...section('WRONG:', found.slice(0, MOST_SHOWN)),
    ...(found.length > MOST_SHOWN ? [`  and ${found.length - MOST_SHOWN} more`] : []),
    found.length === 0
      ? `The record of each of ${followers.length} subscribers is the log, event for event. The doctor finds nothing.`
      : `${found.length} faults.`,
  ];
  return lines.join('\n');
}

function countsOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([what, times]) => `${what} ${times}`).join(', ') || 'none';
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}
