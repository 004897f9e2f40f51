import { Stripe } from 'stripe';

/**
 * The SDK's own HTTP client, but strict: the SDK takes any JSON without an `error` for what it asked for,
 * whatever the status, and so would a gateway's `{"message": "Bad gateway"}` be a charge without an id. Here
 * it is an answer that can't be read, which tells nothing of what was done.
 */
export function strictHttpClient(): Stripe.HttpClient {
  const client = Stripe.createNodeHttpClient();
  return {
    getClientName: () => client.getClientName(),
    async makeRequest(...request) {
      const response = await client.makeRequest(...request);
      const read = response.toJSON.bind(response);
      const toJSON = async () => stripes(response.getStatusCode(), await read());
      return Object.assign(response, { toJSON });
    },
  };
}

/** Every resource names its type, and every refusal has an error. */
function stripes(status: number, body: unknown): object {
  const expected = status >= 200 && status < 300 ? 'object' : 'error';
  if (typeof body === 'object' && body !== null && expected in body) return body;
  throw new TypeError('An answer that is not of Stripe.');
}
