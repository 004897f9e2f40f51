import type { PersonId } from '../db/id.ts';
import { ApiError, type Client, type Result } from './client.ts';

/** What a call was told for good: what it made, or why not. */
export type Answer =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: string };

/** One thing that a client wants, under one key, however often it has to ask. */
export interface Call {
  readonly what: 'send' | 'ask' | 'accept' | 'topUp' | 'reverse';
  readonly key: string;
  readonly token: string;
  /** Who pays or gets it; null for an operator. */
  readonly by: PersonId | null;
  /** Who gets what is sent or accepted. */
  readonly to: PersonId | null;
  readonly amountMinor: bigint;
  readonly ask: (client: Client, idempotencyKey: string) => Promise<Answer>;
  /** All of them must be the same. */
  readonly answers: Answer[];
  tries: number;
}

/** Counts of what befell the calls. */
export interface Mishaps {
  aborted: number;
  unanswered: number;
  /** Errors that no client should see. */
  readonly unexpected: string[];
}

/** Asks once, and gives up after so long. False when nobody answered: nothing is known then. */
export async function attempt(
  call: Call,
  url: string,
  patienceMs: number,
  mishaps: Mishaps,
): Promise<boolean> {
  call.tries += 1;
  const patience = AbortSignal.timeout(Math.ceil(patienceMs));
  try {
    call.answers.push(await call.ask(clientWith(url, call.token, patience), call.key));
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.code !== 'INTERNAL') {
      mishaps.unexpected.push(`${call.what}: ${error.message}`);
    }
    if (patience.aborted) mishaps.aborted += 1;
    else mishaps.unanswered += 1;
    return false;
  }
}

/** A client that hangs up when it takes too long. */
function clientWith(url: string, token: string, signal: AbortSignal): Client {
  const raw: Client['raw'] = async (document, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: String(document), variables }),
      signal,
    });
    return (await response.json()) as Result<never>;
  };
  return {
    raw,
    request: async (document, variables) => {
      const { data, errors } = await raw(document, variables);
      if (errors || data === null) throw new ApiError(errors ?? []);
      return data;
    },
    subscribe: () => {
      throw new Error('this client only calls');
    },
    close: () => Promise.resolve(),
  };
}
