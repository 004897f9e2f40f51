import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, clientOf, type Client, type Result } from '../src/testing/client.ts';

/** A request that takes longer has been lost. */
const PATIENCE_MS = 20_000;
const TRIES = 100;

/**
 * A client that sends its request again, the same one, for as long as it has no answer: at whichever server is there.
 * Requests carry keys of the client's own, so that what was done already is not done twice.
 */
export function roamingClient(
  urls: readonly string[],
  token: string,
  { random, retried }: { readonly random: () => number; readonly retried: () => void },
): Client {
  async function tryOnce<Data>(query: string, variables: unknown): Promise<Result<Data> | null> {
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const result = (await response.json()) as Result<Data>;
      const isOurFault = result.errors?.some(({ extensions }) => extensions?.['code'] === 'INTERNAL');
      return isOurFault ? null : result;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') {
        throw new Error(`No answer from ${url} in ${PATIENCE_MS / 1000} s.`, { cause: error });
      }
      return null;
    }
  }

  return {
    ...clientOf(urls[0] ?? '', token),
    request: async (document, variables) => {
      for (let tries = 0; tries < TRIES; tries++) {
        const result = await tryOnce<never>(String(document), variables);
        if (result?.errors) throw new ApiError(result.errors);
        if (result?.data) return result.data;
        retried();
        await pause(50 + random() * 200);
      }
      throw new Error('Neither server answers.');
    },
  };
}
