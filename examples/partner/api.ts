import { setTimeout as sleep } from 'node:timers/promises';

/** What the API says is wrong with a call, such as UNAUTHENTICATED. */
export class ApiError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    message: string;
    extensions?: { code?: string; retryAfterSeconds?: number };
  }[];
}

export interface Access {
  /** Of the endpoint: https://shop.example/graphql */
  readonly url: string;
  /** The API key: `btg_...` */
  readonly key: string;
}

const ATTEMPTS = 6;

/**
 * Runs a query or a mutation. When no answer comes, it can't know whether the call was done: it asks again, which is
 * safe because every mutation carries an idempotency key.
 */
export async function call<Data>(access: Access, query: string, variables: object = {}): Promise<Data> {
  for (let attempt = 1; ; attempt++) {
    const answer = await post<Data>(access, JSON.stringify({ query, variables }));
    const [error] = answer?.errors ?? [];
    if (answer?.data && !error) return answer.data;
    const code = error?.extensions?.code ?? 'NO_ANSWER';
    const isPassing = code === 'NO_ANSWER' || code === 'RATE_LIMITED' || code === 'INTERNAL';
    if (!isPassing || attempt === ATTEMPTS) throw new ApiError(error?.message ?? 'No answer came.', code);
    await sleep(1_000 * (error?.extensions?.retryAfterSeconds ?? 2 ** attempt / 4));
  }
}

async function post<Data>({ url, key }: Access, body: string): Promise<Answer<Data> | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    return (await response.json()) as Answer<Data>;
  } catch {
    return null;
  }
}
