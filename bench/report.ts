import { cpus, totalmem } from 'node:os';
import type { Run } from './load.ts';
import type { Workload } from './workloads.ts';

export interface Measured {
  readonly workload: Workload;
  readonly measured: readonly Run[];
  readonly beside: readonly Run[];
}

const HEAD = ['', 'requests/s', '(runs)', 'p50 ms', 'p99 ms', 'ratio', 'target'];

/** The table of all requests that were measured. */
export function report(all: readonly Measured[]): string {
  const rows = all.flatMap(({ workload, measured, beside }) => {
    const ratio = median(rates(measured)) / median(rates(beside));
    return [
      [workload.measured.title, ...figures(measured), percent(ratio), percent(workload.target)],
      [workload.beside.title, ...figures(beside), '', ''],
    ];
  });
  return table(HEAD, rows);
}

/** Names to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

/** What it was measured on. */
export function machine(postgres: string): string {
  const [cpu] = cpus();
  return (
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ` +
    `Node ${process.versions.node}, Postgres ${postgres}`
  );
}

/** Requests a second: the median of the runs, the slowest and the fastest. Latencies: of all requests of all runs. */
function figures(runs: readonly Run[]): string[] {
  const perSecond = rates(runs);
  const latencies = runs.flatMap((run) => run.latencies);
  return [whole(median(perSecond)), range(perSecond), part(latencies, 0.5), part(latencies, 0.99)];
}

export function range(values: readonly number[]): string {
  return `(${whole(Math.min(...values))} - ${whole(Math.max(...values))})`;
}

/** The value that so large a part of them does not exceed. */
export function part(values: readonly number[], size: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * size)] ?? NaN).toFixed(1);
}

function rates(runs: readonly Run[]): number[] {
  return runs.map(({ perSecond }) => perSecond);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = NaN, high = low] = sorted.slice(
    Math.ceil(sorted.length / 2) - 1,
    Math.floor(sorted.length / 2) + 1,
  );
  return (low + high) / 2;
}

export function percent(part: number): string {
  return `${(part * 100).toFixed(0)} %`;
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
