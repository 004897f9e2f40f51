import type { Toy } from './toy-server.ts';

interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** What an operation is answered on the fast lane, through Yoga, over SSE and over a socket. */
export async function answersOnAllLanes(fast: Toy, slow: Toy, operation: Operation): Promise<unknown[]> {
  return [
    await (await fast.post(operation)).json(),
    await (await slow.post(operation)).json(),
    await overSse(fast, operation),
    await overSocket(fast, operation),
  ];
}

/** The first event of a stream; a query is a stream of one. */
async function overSse(toy: Toy, operation: Operation): Promise<unknown> {
  const answer = await toy.post(operation, { accept: 'text/event-stream' });
  const data = /^data: (\{.*\})$/m.exec(await answer.text())?.[1];
  return JSON.parse(data ?? 'null');
}

/** The one answer of a socket, or the errors with which the operation was refused. */
async function overSocket(toy: Toy, operation: Operation): Promise<unknown> {
  try {
    for await (const answer of toy
      .socket()
      .iterate({ query: operation.query, variables: operation.variables ?? {} })) {
      return answer;
    }
    return undefined;
  } catch (errors) {
    return { errors };
  }
}
