import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { StreamError, type Answer, type ApiError, type Carrier } from './carrier.ts';

/** graphql-ws stops listening for errors before a socket stops having them: one that is left while it connects. */
class Socket extends WebSocket {
  constructor(...[address, protocols]: ConstructorParameters<typeof WebSocket>) {
    super(address, protocols);
    this.on('error', () => {});
  }
}

export const sockets: Carrier = {
  name: 'ws',
  open: (url, { query, variables, token }) => {
    let socket: WebSocket | null = null;
    const client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: Socket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
      on: { opened: (opened) => void (socket = opened as WebSocket) },
    });
    const answers = client.iterate<NonNullable<Answer['data']>>({ query, variables });
    return {
      answers: throwing(answers),
      leave: () => void client.dispose(),
      drop: () => {
        // Without a word to the server, if there is a connection that can be cut.
        socket?.terminate();
        client.terminate();
      },
    };
  },
};

/** graphql-ws throws the bare list of errors that ended a stream. */
async function* throwing<T>(answers: AsyncIterableIterator<T>): AsyncGenerator<T, void> {
  try {
    yield* answers;
  } catch (error) {
    throw Array.isArray(error) ? new StreamError(error as ApiError[]) : error;
  }
}
