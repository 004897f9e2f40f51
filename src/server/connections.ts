import type { IncomingMessage } from 'node:http';
import type { Actor } from '../context.ts';

/** The sockets and SSE streams that are open in this process, by who has them; other processes count their own. */
export interface Connections {
  /** Returns how to say that it is closed; null when the caller has as many as one may have. */
  open(actor: Actor, address: string): (() => void) | null;
}

export function connectionsOf(most: number): Connections {
  const open = new Map<string, number>();
  return {
    open: (actor, address) => {
      const holder = holderOf(actor, address);
      const held = open.get(holder) ?? 0;
      if (held >= most) return null;
      open.set(holder, held + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (open.get(holder) ?? 1) - 1;
        if (left > 0) open.set(holder, left);
        else open.delete(holder);
      };
    },
  };
}

/** A person is one across all of their sessions; a guest is nobody but an address. */
function holderOf(actor: Actor, address: string): string {
  switch (actor.kind) {
    case 'person':
    case 'locked':
      return `person:${actor.personId}`;
    case 'app':
      return `key:${actor.keyId ?? actor.appId}`;
    case 'guest':
      return `guest:${address}`;
    case 'system':
      return `system:${actor.job}`;
  }
}

/** Where a request comes from: as far as our proxy says, the last of those that it names is the one that it saw. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers['x-forwarded-for'] : undefined;
  const seen = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
  return seen || (socket.remoteAddress ?? '');
}
