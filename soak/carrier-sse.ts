import { createClient } from 'graphql-sse';
import type { Answer, Carrier } from './carrier.ts';

/** In distinct connections mode: a request a stream. */
export const serverSentEvents: Carrier = {
  name: 'sse',
  open: (url, { query, variables, token }) => {
    const client = createClient({ url, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
    const answers = client.iterate({ query, variables: { ...variables } }) as Answers;
    const leave = () => client.dispose();
    // Leaving is closing the connection: there is no politer way.
    return { answers, leave, drop: leave };
  },
};

type Answers = AsyncIterableIterator<Answer>;
