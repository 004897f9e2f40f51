import { randomUUID } from 'node:crypto';
import {
  createSourceEventStream,
  executeSubscriptionEvent,
  GraphQLError,
  validateSubscriptionArgs,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Limits } from '../config.ts';
import { contextOf, type App } from '../context.ts';
import type { PartnerAppId } from '../db/id.ts';
import { Fault, UserError } from '../errors.ts';
import type { LiveStream } from '../events/feed.ts';
import { findEvent, newestEvents } from '../events/look-up.ts';
import type { LogEvent } from '../events/reader.ts';
import type { Delivery, StreamOptions } from '../events/stream.ts';
import { actorOfApp } from '../partners/actor.ts';
import type { LiveDocuments, LiveResult, LiveResults } from '../webhooks/live-documents.ts';
import { begunAfter, readLiveDocument, refused } from './live-document.ts';
import { maskError } from './masking.ts';
import { freshCopy, type OperationContext } from './operation.ts';
import { whole } from './whole-results.ts';

/** How long a stream that has somewhere to end may be quiet. */
const EAGER_MS = 100;

export interface LiveDocumentsOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** Asked for when the first document is run: they are a part of it. */
  readonly app: () => App;
}

/** A document that runs as an app of the house's partners would run it. */
interface Running {
  readonly args: Exclude<ReturnType<typeof validateSubscriptionArgs>, readonly GraphQLError[]>;
  readonly context: OperationContext;
}

export function openLiveDocuments({ schema, limits, app }: LiveDocumentsOptions): LiveDocuments {
  const read = (text: string) => readLiveDocument(schema, limits, text);

  async function run(appId: PartnerAppId, document: DocumentNode, within: App = app()): Promise<Running> {
    const actor = await actorOfApp(contextOf(within, { kind: 'system', job: 'live-documents' }), appId);
    if (!actor) throw new Fault('FORBIDDEN', 'There is no such partner app.');
    const call = { requestId: randomUUID(), wantsCost: false };
    const log = within.log.child({ requestId: call.requestId });
    const context: OperationContext = { ...contextOf(within, actor, log), call };
    const args = validateSubscriptionArgs({ schema, document, contextValue: context });
    if (!('schema' in args)) throw rootOf(args[0]);
    return { args, context };
  }

  return {
    check: async (appId, text) => {
      const { document } = read(text);
      await explained(async () => {
        const source = await sourceOf(await run(appId, document));
        // The first item comes when the caller has been let in, and not before.
        await source.next();
        await source.return?.();
      });
    },
    open: (appId, text, after, upTo = null) => {
      const start = async () => {
        const house = app();
        const begun = begunAfter(read(text), house.feed.cursorAt(after));
        return run(appId, begun, upTo === null ? house : { ...house, feed: eager(house.feed) });
      };
      return resultsOf(start, (cursor) => app().feed.positionOf(cursor));
    },
    example: async (appId, text, eventId) => {
      const house = app();
      const { document } = read(text);
      return explained(async () => {
        const running = await run(appId, document, { ...house, feed: feedOfOne(house, eventId) });
        const { value: item } = await (await sourceOf(running)).next();
        if (!item?.event) return null;
        return { event: item.event, result: await resultOf(running, item) };
      });
    },
  };
}

/** What keeps the app from opening the stream, as a reason to refuse its document. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const explains = error instanceof Fault || error instanceof UserError || error instanceof GraphQLError;
    throw explains ? refused(`This app can't open the stream: ${error.message}`) : error;
  }
}

/** What the field subscribes to: items of `liveField`, which are what each result is made of. */
async function sourceOf({ args }: Running): Promise<AsyncIterator<Delivery>> {
  const source = await createSourceEventStream(args);
  if (Symbol.asyncIterator in source) return (source as AsyncIterable<Delivery>)[Symbol.asyncIterator]();
  throw rootOf(source.errors?.[0]);
}

/** With a context of its own, as on a socket; and no error comes out that is not masked. */
async function resultOf(
  { args, context }: Running,
  item: Delivery,
  closing = new AbortController().signal,
): Promise<FormattedExecutionResult> {
  const run = () => executeSubscriptionEvent({ ...args, rootValue: item, contextValue: freshCopy(context) });
  const { data, errors } = await whole(run, closing);
  if (!errors) return { data: data ?? null };
  return { data: data ?? null, errors: errors.map((error) => maskError(error, context.call, context.log)) };
}

function resultsOf(start: () => Promise<Running>, positionOf: (cursor: string) => number): LiveResults {
  let source: AsyncIterator<Delivery> | null = null;
  const closing = new AbortController();

  async function* results(): AsyncGenerator<LiveResult, void> {
    const running = await start();
    if (closing.signal.aborted) return;
    source = await sourceOf(running);
    try {
      while (!closing.signal.aborted) {
        const { done, value: item } = await source.next();
        if (done === true) return;
        const { cursor, event } = item;
        const result = event && (await resultOf(running, item, closing.signal));
        if (closing.signal.aborted) return;
        yield { cursor, position: positionOf(cursor), event, result };
      }
    } finally {
      await source.return?.();
    }
  }

  const items = results();
  const iterator: LiveResults = {
    [Symbol.asyncIterator]: () => iterator,
    next: () => items.next(),
    // A generator can't be returned from while it waits: what it waits for is ended first.
    return: async () => {
      closing.abort();
      await source?.return?.();
      return items.return();
    },
  };
  return iterator;
}

/** A feed whose streams say at once how far they are when nothing comes. */
function eager(feed: App['feed']): App['feed'] {
  return { ...feed, subscribe: (options) => feed.subscribe({ ...options, bookmarkMs: EAGER_MS }) };
}

/**
 * A feed on which a stream tells of one event of the past and ends: of the one that is named, or else of the newest one, as
 * far as the stream would tell of it.
 */
function feedOfOne({ feed, sql }: App, eventId: string | null): App['feed'] {
  async function* one(options: StreamOptions): AsyncGenerator<Delivery, void> {
    const topics = (await options.authorize()) ?? options.topics;
    const named = eventId === null ? null : await findEvent(sql, eventId);
    const candidates = eventId === null ? await newestEvents(sql, topics) : named ? [named] : [];
    const event = candidates.find((candidate) => isTold(options, topics, candidate));
    if (event) yield { cursor: feed.cursorAt(event.position ?? 0), event };
  }
  return {
    ...feed,
    subscribe: (options) => {
      const items = one(options);
      const stream: LiveStream = {
        [Symbol.asyncIterator]: () => stream,
        next: () => items.next(),
        return: () => items.return(),
      };
      return stream;
    },
  };
}

function isTold(options: StreamOptions, topics: readonly string[], event: LogEvent): boolean {
  return (
    event.topics.some((name) => topics.includes(name)) &&
    options.wants?.(event) !== false &&
    options.withholds?.(event) !== true
  );
}

function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? error.originalError : error;
}
