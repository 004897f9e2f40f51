import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { FeedClosedError, feedRows, markFetched } from '../channels/feed.ts';
import { FEED_COLUMNS } from '../channels/feed-fields.ts';
import { feedBySecret } from '../channels/read.ts';
import { systemContext, type App } from '../context.ts';
import { transact } from '../db/transact.ts';
import { answerError } from './answers.ts';
import type { Call } from './operation.ts';

export const FEEDS_PATH = '/feeds/';

/**
 * A shop's products as Meta's CSV, for whoever has the address. It is written as fast as the other side reads. When it can't
 * be finished the connection is cut: half a feed that looks whole would take half of the products out of the shop there.
 */
export async function answerFeed(
  app: App,
  req: IncomingMessage,
  res: ServerResponse,
  call: Call,
): Promise<void> {
  const ctx = systemContext(app, 'feed');
  const secret = secretOf(req.url ?? '');
  const found = await feedBySecret(ctx, secret);
  res.setHeader('cache-control', 'no-store');
  if (found.kind === 'none') return answerError(res, 404, 'NOT_FOUND', 'There is no such feed.');
  if (found.kind === 'off') return answerError(res, 404, 'FEATURE_UNAVAILABLE', found.reason);
  res.setHeader('content-type', 'text/csv; charset=utf-8');
  res.setHeader('content-disposition', 'attachment; filename="products.csv"');
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  await transact(ctx, (tx) => markFetched(tx, found.feed.id));
  const rows = Readable.from(feedRows(ctx, secret), { highWaterMark: 16 });
  try {
    await pipeline(rows, stringify({ header: true, columns: [...FEED_COLUMNS] }), res);
  } catch (error) {
    const hasLeft = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!hasLeft && !(error instanceof FeedClosedError)) throw error;
    app.log.debug({ requestId: call.requestId, feed: found.feed.id }, 'a feed was left or closed half-way');
  }
}

/** `/feeds/<secret>.csv`. Something else is as absent as an unknown secret. */
function secretOf(url: string): string {
  const file = url.split('?', 1)[0]?.slice(FEEDS_PATH.length) ?? '';
  return file.endsWith('.csv') ? file.slice(0, -'.csv'.length) : '';
}
