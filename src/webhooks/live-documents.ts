import type { FormattedExecutionResult } from 'graphql';
import type { PartnerAppId } from '../db/id.ts';
import type { LogEvent } from '../events/reader.ts';

/** What a document gives for one event of the log, or how far it has come without one. */
export interface LiveResult {
  readonly cursor: string;
  readonly position: number;
  /** Null for a bookmark, and then the result is null as well. */
  readonly event: LogEvent | null;
  readonly result: FormattedExecutionResult | null;
}

export interface LiveResults extends AsyncIterableIterator<LiveResult, void> {
  /** Ends it at once, also while a result is being waited for. */
  return(): Promise<IteratorResult<LiveResult, void>>;
}

export interface Example {
  readonly event: LogEvent;
  readonly result: FormattedExecutionResult;
}

/** Runs the subscription documents of partner apps: the live streams of the API, without a client. */
export interface LiveDocuments {
  /** Throws a DocumentRefusedError for what is no subscription that the app may run. */
  check(appId: PartnerAppId, document: string): Promise<void>;
  /**
   * What the document gives the app from a position of the log on, each event once and in order. With `upTo` it tells soon
   * that it has come there, also when nothing more of it is for the app; else it may take its time to say how far it is.
   */
  open(appId: PartnerAppId, document: string, after: number, upTo?: number | null): LiveResults;
  /**
   * What it gives the app for one event, by its id, or for the newest that it would be told of; null when there is no such
   * event, or none in the recent past. Nothing is opened and nothing moves.
   */
  example(appId: PartnerAppId, document: string, eventId: string | null): Promise<Example | null>;
}
