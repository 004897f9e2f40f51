import type { Sql } from '../src/db/client.ts';
import type { Notebook } from './notebook.ts';
import type { Told } from './record.ts';

/** Somebody who is told of what happens, and writes it down. */
export interface Follower {
  readonly name: string;
  /** What of the log is theirs. */
  readonly topics: readonly string[];
  /** Where the record begins: what came before was never theirs. Null while they have not got through at all. */
  start(): number | null;
  /** In the order in which they came, each once: repeats only count. */
  readonly record: readonly Told[];
  /** In which order they are promised to be told: that of the log, or the same for each subject by itself. */
  readonly order: 'of the log' | 'of each subject';
  /** Whether they have everything up to a position of the log, and know it. */
  hasAll(position: number): Promise<boolean>;
  /** How often they began again. */
  reconnects(): number;
  /** What came again, and may: told apart by its id. */
  repeats(): number;
  /** No more leaving at random: they stay until they have everything. */
  settle(): void;
  stop(): Promise<void>;
}

/** What everybody in a run needs. */
export interface Surroundings {
  readonly urls: readonly string[];
  readonly sql: Sql;
  readonly notebook: Notebook;
  /** A source of chance for each that acts, so that one's turns don't depend on another's. */
  readonly randomOf: (place: number) => () => number;
}
