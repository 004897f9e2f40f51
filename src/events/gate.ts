import type { LogReader } from './reader.ts';

/** Whether a stream may deliver now. */
export interface Opening {
  readonly isOpen: boolean;
  /** From when on this has to be asked again; null when nothing but an event on the gate's topics changes it. */
  readonly askAgainAt: Date | null;
}

export interface GateOptions {
  /** An event on one of these makes the gate ask again, and nothing is delivered before it has. */
  readonly topics: readonly string[];
  readonly ask: () => Promise<Opening>;
  readonly now: () => Date;
}

/** Stands before everything that a stream delivers. While it is shut the stream stays where it is in the log. */
export interface Gate {
  /** Whether the last answer holds no more. Free: most streams never have to ask again. */
  isDue(): boolean;
  ask(): Promise<boolean>;
  /** Milliseconds until it is due by time. */
  dueIn(): number;
  close(): void;
}

const ALWAYS_OPEN: Gate = {
  isDue: () => false,
  ask: () => Promise.resolve(true),
  dueIn: () => Infinity,
  close: () => {},
};

/** It hears of its topics from the reader itself and not through an inbox, which may overflow or lag. */
export function openGate(reader: LogReader, options: GateOptions | undefined, changed: () => void): Gate {
  if (!options) return ALWAYS_OPEN;
  let heard = true;
  let opening: Opening = { isOpen: false, askAgainAt: null };
  const close = reader.listen(options.topics, () => {
    heard = true;
    changed();
  });
  const dueIn = () =>
    opening.askAgainAt === null ? Infinity : opening.askAgainAt.getTime() - options.now().getTime();
  return {
    isDue: () => heard || !opening.isOpen || dueIn() <= 0,
    ask: async () => {
      do {
        heard = false;
        opening = await options.ask();
        // What came meanwhile may be newer than the answer.
      } while (heard);
      return opening.isOpen;
    },
    dueIn,
    close,
  };
}
