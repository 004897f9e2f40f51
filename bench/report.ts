import { cpus, totalmem } from 'node:os';
import type { Run } from './load.ts';
import type { Workload } from './workloads.ts';

export interface Measured {
  readonly workload: Workload;
  readonly measured: readonly Run[];
  readonly beside: readonly Run[];
}

const HEAD = ['', 'requests/s', '(runs)', 'p50 ms', 'p99 ms', 'ratio', 'target'];

/** The table of all that was measured, and the machine that it was measured on. */
export function report(all: readonly Measured[], postgres: string): string {
  const rows = all.flatMap(({ workload, measured, beside }) => {
    const ratio = median(rates(measured)) / median(rates(beside));
    return [
      [workload.measured.title, ...figures(measured), percent(ratio), percent(workload.target)],
      [workload.beside.title, ...figures(beside), '', ''],
    ];
  });
  const widths = HEAD.map((_, column) =>
    Math.max(...[HEAD, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const [cpu] = cpus();
  const machine =
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ` +
    `Node ${process.versions.node}, Postgres ${postgres}`;
  return [line(HEAD), ...rows.map(line), '', machine].join('\n');
}

/** Requests a second: the median of the runs, the slowest and the fastest. Latencies: of all requests of all runs. */
function figures(runs: readonly Run[]): string[] {
  const perSecond = rates(runs);
  const latencies = runs.flatMap((run) => run.latencies).sort((a, b) => a - b);
  const at = (part: number) => (latencies[Math.floor(latencies.length * part)] ?? NaN).toFixed(1);
  const range = `(${whole(Math.min(...perSecond))} - ${whole(Math.max(...perSecond))})`;
  return [whole(median(perSecond)), range, at(0.5), at(0.99)];
}

function rates(runs: readonly Run[]): number[] {
  return runs.map(({ perSecond }) => perSecond);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = NaN, high = low] = sorted.slice(
    Math.ceil(sorted.length / 2) - 1,
    Math.floor(sorted.length / 2) + 1,
  );
  return (low + high) / 2;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(0)} %`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
