import type { WebSocket } from 'ws';

type Take = (text: string) => Promise<void>;

/** An operation that is under way. */
interface Use {
  /** Whether the client has said that it wants no more of it. */
  isLeft: boolean;
  /** The operation that it wants under the same id instead; it waits until this one is over. */
  next: string | null;
}

/** As graphql-ws closes a socket for it. */
const ALREADY_EXISTS = 4409;

/**
 * A client may use an id again as soon as it has said `complete`, and the operation that had it is over only some time
 * later. graphql-ws then takes the new one for the old: it tells the client that it is complete, and forgets it, so that
 * nothing ends its stream any more, not even the end of the socket. Here the new one waits for the old one's end.
 */
export function idsInTurn(client: WebSocket, take: Take): Take {
  const uses = new Map<string, Use>();

  async function begin(id: string, text: string): Promise<void> {
    const use: Use = { isLeft: false, next: null };
    uses.set(id, use);
    try {
      await take(text);
    } finally {
      uses.delete(id);
    }
    if (use.next !== null && client.readyState === client.OPEN) await begin(id, use.next);
  }

  return async (text) => {
    const { type, id } = headOf(text);
    if (id === null) return take(text);
    const use = uses.get(id);
    if (type === 'subscribe') {
      if (!use) return begin(id, text);
      if (!use.isLeft) return take(text);
      if (use.next === null) use.next = text;
      else client.close(ALREADY_EXISTS, `Subscriber for ${id} already exists`.slice(0, 120));
      return;
    }
    if (type === 'complete' && use) {
      if (use.next !== null) {
        use.next = null;
        return;
      }
      use.isLeft = true;
    }
    return take(text);
  };
}

/** What can't be read is for graphql-ws to refuse. */
function headOf(text: string): { type: unknown; id: string | null } {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== 'object' || message === null) return { type: null, id: null };
    const { type, id } = message as { type?: unknown; id?: unknown };
    return { type, id: typeof id === 'string' ? id : null };
  } catch {
    return { type: null, id: null };
  }
}
