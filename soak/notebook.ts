import { StreamError } from './carrier.ts';

interface Kill {
  readonly at: number;
  /** Until somebody was told of something that had been committed after it. */
  silenceMs: number | null;
}

/** What ends a stream when a process or a connection dies, and nothing else may. */
const EXPECTED = new Set(['INTERNAL']);

/** What the run has seen: figures for the summary, and what must not have been. */
export function openNotebook() {
  const deliveries = new Map<string, number>();
  const endings = new Map<string, number>();
  const refusals = new Map<string, number>();
  const faults: string[] = [];
  const kills: Kill[] = [];
  let cuts = 0;

  const count = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  return {
    deliveries,
    endings,
    refusals,
    faults,
    /** A line for who waits. */
    progress: () => {
      const delivered = [...deliveries].map(([carrier, times]) => `${carrier} ${times}`).join(', ');
      return `${kills.length} kills, ${cuts} cuts, delivered: ${delivered}`;
    },
    cuts: () => cuts,
    kills: () => kills.length,
    longestSilenceMs: () => Math.max(0, ...kills.map(({ silenceMs }) => silenceMs ?? 0)),
    killed: () => void kills.push({ at: Date.now(), silenceMs: null }),
    cut: (connections: number) => {
      cuts += connections;
    },
    delivered: (carrier: string, occurredAt: Date) => {
      count(deliveries, carrier);
      for (const kill of kills) {
        if (kill.silenceMs === null && occurredAt.getTime() > kill.at) kill.silenceMs = Date.now() - kill.at;
      }
    },
    /** Why a stream ended that its subscriber had not left; null when it was just over. */
    ended: (carrier: string, error: unknown) => {
      const other = error === null ? 'nothing' : 'its connection';
      const code = error instanceof StreamError ? error.code : other;
      count(endings, `${carrier}: ${code}`);
      if (error instanceof StreamError && !EXPECTED.has(code)) {
        faults.push(`A stream over ${carrier} ended with ${code}: ${error.message}`);
      }
    },
    refused: (code: string) => count(refusals, code),
    fault: (what: string) => void faults.push(what),
  };
}

export type Notebook = ReturnType<typeof openNotebook>;
