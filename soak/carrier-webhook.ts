import { randomUUID } from 'node:crypto';
import { Webhook as Verifier } from 'standardwebhooks';
import type { Sql } from '../src/db/client.ts';
import { decodeId } from '../src/db/id.ts';
import type { Client } from '../src/testing/client.ts';
import { keep } from '../src/testing/webhook-commands.ts';
import type { Answer } from './carrier.ts';
import { positionOf } from './cursor.ts';
import type { Follower } from './follower.ts';
import type { Notebook } from './notebook.ts';
import { openReceiver, type Posted } from './receiver.ts';
import type { Told } from './record.ts';

export interface WebhookOptions {
  readonly name: string;
  /** A subscription without variables, aliased as `stream`. */
  readonly document: string;
  readonly topics: readonly string[];
  /** Of the partner. */
  readonly client: Client;
  readonly sql: Sql;
  readonly random: () => number;
  readonly notebook: Notebook;
}

/** A partner that is told by webhook: it tells repeats apart by their id, and keeps what it took first. */
export async function followByWebhook(options: WebhookOptions): Promise<Follower> {
  const { name, document, topics, client, sql, random, notebook } = options;
  const record: Told[] = [];
  const known = new Set<string>();
  let repeats = 0;
  let settled = false;
  let verifier: Verifier | null = null;

  function take({ id, headers, body }: Posted): void {
    const told = verifier === null ? null : openedBy(verifier, body, headers);
    if (told === null) {
      notebook.fault(`A delivery to ${name} is not signed as it should be: ${id}`);
      return;
    }
    const { event, cursor } = told;
    if (event === null || event.sequence === null) {
      notebook.fault(`A delivery to ${name} tells of nothing: ${body}`);
      return;
    }
    if (known.has(id)) {
      repeats += 1;
      return;
    }
    known.add(id);
    record.push({ id: event.id, type: event.type, sequence: event.sequence, position: positionOf(cursor) });
    notebook.delivered('webhook', new Date(event.occurredAt));
  }

  const receiver = await openReceiver({ random, isMoody: () => !settled, take });
  const made = await keep(client).create({ url: receiver.url, document, idempotencyKey: randomUUID() });
  const { webhook, secret } = made;
  if (!webhook || secret == null) throw new Error(`No webhook: ${JSON.stringify(made.userErrors)}`);
  verifier = new Verifier(secret);
  const start = positionOf(webhook.position);
  const webhookId = decodeId(webhook.id)?.uuid ?? '';
  return {
    name: `webhook ${name}`,
    topics,
    order: 'of each subject',
    start: () => start,
    record,
    hasAll: (head) => isDone(sql, webhookId, head),
    reconnects: () => 0,
    repeats: () => repeats,
    settle: () => {
      settled = true;
    },
    stop: () => receiver.stop(),
  };
}

/** Null for what its signature does not hold for; throws for what the server should not have sent. */
function openedBy(verifier: Verifier, body: string, headers: Posted['headers']) {
  try {
    verifier.verify(body, { ...headers });
  } catch {
    return null;
  }
  const { data, errors } = JSON.parse(body) as Answer;
  if (!data || errors) return { cursor: '', event: null };
  return data.stream;
}

/** Whether it has come to the end of the log, and everything has arrived. */
async function isDone(sql: Sql, webhookId: string, head: number): Promise<boolean> {
  const [row] = await sql<{ done: boolean }[]>`
    select w.position >= ${head} and not exists (
      select from webhook_deliveries d where d.webhook_id = w.id and d.state = 'PENDING'
    ) as done from webhooks w where w.id = ${webhookId}`;
  return row?.done ?? false;
}
