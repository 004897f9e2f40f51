import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Webhook as Signer } from 'standardwebhooks';
import { hasCardNumber } from '../card-numbers.ts';
import { checkAddress, type Allowing } from './address.ts';
import { lookupFor, PRIVATE_HOST } from './lookup.ts';
import { AddressRefusedError } from './rules.ts';

/** In whole: from looking up the name to the last byte of the answer that is read. */
export const SEND_TIMEOUT_MS = 10_000;
/** Bytes of an answer; what comes behind them is not waited for. */
const MOST_READ = 64_000;
/** Characters of an answer that are kept. */
const EXCERPT = 500;

export interface Sending extends Allowing {
  readonly url: string;
  /** As Standard Webhooks has them (`whsec_...`); all of them sign. */
  readonly secrets: readonly string[];
  /** The `webhook-id`: the same at every try. */
  readonly id: string;
  readonly body: string;
  readonly now: Date;
}

/** What came of it. With a status there was an answer, whatever it says. */
export interface Answer {
  readonly status: number | null;
  /** The beginning of the answer's body. */
  readonly answer: string | null;
  /** The answer's `Retry-After`. */
  readonly retryAfter: string | null;
  /** Why there was no answer, in words. */
  readonly error: string | null;
  readonly durationMs: number;
}

/**
 * Posts a body, signed by Standard Webhooks, to an address that is none of the house's own network. Never throws for what
 * the receiver does. Redirects are answers like others: following one would sign for somebody else.
 */
export async function sendSigned(sending: Sending): Promise<Answer> {
  const start = performance.now();
  const told = await post(sending).catch((error: unknown) => ({ ...NOTHING, error: wordsFor(error) }));
  return { ...told, durationMs: Math.round(performance.now() - start) };
}

const NOTHING = { status: null, answer: null, retryAfter: null };

const TOO_LATE = new Error('There was no answer in time.');
const CUT = Object.assign(new Error('The connection was closed.'), { code: 'ECONNRESET' });

type Told = Omit<Answer, 'durationMs'>;

async function post(sending: Sending): Promise<Told> {
  const { url, secrets, id, body, now } = sending;
  const target = new URL(checkAddress(sending, url));
  const content = Buffer.from(body);
  const filter = { keepAlive: false, allowIPAddressList: [...sending.allowPrivate] };
  const options: RequestOptions = {
    method: 'POST',
    lookup: lookupFor(sending),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': content.length,
      'user-agent': 'Bottega-Webhooks',
      'webhook-id': id,
      'webhook-timestamp': Math.floor(now.getTime() / 1_000),
      'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, now, body)).join(' '),
    },
  };
  const request =
    target.protocol === 'https:'
      ? requestHttps(target, { ...options, agent: new RequestFilteringHttpsAgent(filter) })
      : requestHttp(target, { ...options, agent: new RequestFilteringHttpAgent(filter) });

  return new Promise<Told>((resolve, reject) => {
    let finish: (why: Error) => void = reject;
    const timer = setTimeout(() => finish(TOO_LATE), SEND_TIMEOUT_MS);
    request.on('response', (response) => {
      const read = collect(response, () => finish(TOO_LATE));
      // From here on there is an answer, however its body ends: it is only for people to read.
      finish = () => {
        resolve({
          status: response.statusCode ?? null,
          answer: excerpt(read(), secrets),
          retryAfter: response.headers['retry-after'] ?? null,
          error: null,
        });
        request.destroy();
      };
      response.on('close', () => finish(CUT));
    });
    request.on('error', reject);
    request.on('close', () => {
      clearTimeout(timer);
      // Some answers end it without an error and without a response, such as that to an upgrade that nobody asked for.
      finish(CUT);
    });
    request.end(content);
  }).finally(() => request.destroy());
}

/** Reads what comes, up to the limit; what it has read until then. */
function collect(response: IncomingMessage, onFull: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    if (size < MOST_READ) chunks.push(chunk.subarray(0, MOST_READ - size));
    size += chunk.length;
    if (size >= MOST_READ) onFull();
  });
  // A connection that is cut says nothing that `close` does not.
  response.on('error', () => undefined);
  return () => Buffer.concat(chunks);
}

/** Text that Postgres takes and a person can read; the receiver knows secrets that its log here must not hold. */
function excerpt(read: Buffer, secrets: readonly string[]): string | null {
  if (read.length === 0) return null;
  let text = read.toString('utf8').replaceAll('\u0000', '\uFFFD');
  const forms = secrets.flatMap((secret) => [secret, secret.replace(/^whsec_/, '')]);
  for (const form of forms) text = text.replaceAll(form, '[secret]');
  const short = text.slice(0, EXCERPT).toWellFormed();
  return hasCardNumber(short) ? '[not kept: it looks like the number of a card]' : short;
}

const PRIVATE = 'The host is in a private network.';
const WORDS: Readonly<Record<string, string>> = {
  [PRIVATE_HOST]: PRIVATE,
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was cut before there was an answer.',
  EPIPE: 'The connection was cut before there was an answer.',
  ENOTFOUND: 'There is no such host.',
  EAI_AGAIN: 'The name of the host could not be looked up.',
  EHOSTUNREACH: 'The host can not be reached.',
  ENETUNREACH: 'The host can not be reached.',
  ETIMEDOUT: 'The connection was not answered in time.',
};

/** The address that a name stands for is the house's to know. */
function wordsFor(error: unknown): string {
  if (error instanceof AddressRefusedError) return error.message;
  const message = error instanceof Error ? error.message : '';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error === TOO_LATE) return `There was no answer within ${SEND_TIMEOUT_MS / 1_000} seconds.`;
  if (message.includes('is not allowed. Because')) return PRIVATE;
  return WORDS[code] ?? `The connection failed${code === '' ? '' : ` (${code})`}.`;
}
