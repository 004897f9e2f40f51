/**
 * Just enough of Postgres' wire protocol (version 3) to know which statements a connection runs and when its COMMIT is
 * done: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */

export interface Message {
  /** One letter; empty for the first message of a client, which has none. */
  readonly type: string;
  readonly body: Buffer;
  /** All of it, as it came. */
  readonly bytes: Buffer;
}

const LENGTH_BYTES = 4;

/** Cuts what comes, in whatever pieces, into messages. */
export function messagesFrom(side: 'client' | 'server'): (piece: Buffer) => Message[] {
  let rest: Buffer = Buffer.alloc(0);
  let typeBytes = side === 'client' ? 0 : 1;
  return (piece) => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const found: Message[] = [];
    while (rest.length >= typeBytes + LENGTH_BYTES) {
      const end = typeBytes + rest.readInt32BE(typeBytes);
      if (rest.length < end) break;
      const type = rest.toString('latin1', 0, typeBytes);
      const body = rest.subarray(typeBytes + LENGTH_BYTES, end);
      found.push({ type, body, bytes: rest.subarray(0, end) });
      rest = rest.subarray(end);
      typeBytes = 1;
    }
    return found;
  };
}

/** Knows the statements of one client: gives the text of each one that it is about to run. */
export function statementsOf(): (message: Message) => string | null {
  const prepared = new Map<string, string>();
  return ({ type, body }) => {
    switch (type) {
      case 'Q':
        return texts(body, 1)[0] ?? '';
      case 'P': {
        const [name = '', text = ''] = texts(body, 2);
        prepared.set(name, text);
        return null;
      }
      case 'B': {
        const [, name = ''] = texts(body, 2);
        return prepared.get(name) ?? '';
      }
      default:
        return null;
    }
  };
}

/** Whether the server says that a transaction is committed. One that failed is answered with ROLLBACK. */
export function isCommitted({ type, body }: Message): boolean {
  return type === 'C' && texts(body, 1)[0] === 'COMMIT';
}

/** Whether the server has done all that was asked up to a point. */
export function isReady({ type }: Message): boolean {
  return type === 'Z';
}

export const begins = (statement: string): boolean => /^\s*begin\b/i.test(statement);
export const commits = (statement: string): boolean => /^\s*commit\b/i.test(statement);

/** The first so many of the texts that end in a zero byte. */
function texts(body: Buffer, count: number): string[] {
  const found: string[] = [];
  for (let start = 0; found.length < count;) {
    const end = body.indexOf(0, start);
    if (end < 0) break;
    found.push(body.toString('utf8', start, end));
    start = end + 1;
  }
  return found;
}
