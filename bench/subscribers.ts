/** Subscribers in a process of their own, of either server: they count what comes, and note when. */
import { serveParent } from './child.ts';
import { clock, EVENT_MARK, SUBSCRIPTION_ID, type Subscriber } from './live-protocol.ts';
import { openWebSocket, type WebSocketClient } from './web-socket.ts';

const ACKNOWLEDGED = '"connection_ack"';
const NEXT = '"type":"next"';
/** Of what is said in a message, when the load wants to know it again. */
const TAG = /"text":"(tag-\d+)"/;
/** So many sockets open at a time. */
const OPENING = 50;

const sockets = new Set<WebSocketClient>();
const arrivals = new Map<string, number>();
/** What the first of them has got, newest last. */
const texts: string[] = [];
let first: WebSocketClient | null = null;
let isTagged = false;
let events = 0;
let wanted = Infinity;
let reached: (at: number) => void = () => {};
let broken: (error: Error) => void = () => {};

function count(client: WebSocketClient, text: Buffer): void {
  if (!text.includes(EVENT_MARK)) {
    if (!text.includes('"event":null')) broken(new Error(`Not a delivery: ${text.toString()}`));
    return;
  }
  if (client === first) texts.push(text.toString());
  if (isTagged) {
    const tag = TAG.exec(text.toString('latin1'))?.[1];
    if (tag) arrivals.set(tag, clock());
  }
  events += 1;
  if (events >= wanted) reached(clock());
}

/** Resolves when it is acknowledged and, with a subscription, its first bookmark has come: from there on it is live. */
function openOne(port: number, { token, subscription }: Subscriber): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let isLive = false;
    openWebSocket({
      port,
      token,
      failed: (error) => {
        reject(error);
        broken(error);
      },
      opened: (client) => {
        first ??= client;
        sockets.add(client);
        client.send({ type: 'connection_init' });
      },
      came: (client, text) => {
        if (isLive) return count(client, text);
        if (text.includes(ACKNOWLEDGED)) {
          if (subscription === null) resolve();
          else client.send({ id: SUBSCRIPTION_ID, type: 'subscribe', payload: subscription });
        } else if (text.includes(NEXT)) {
          isLive = true;
          resolve();
        } else reject(new Error(`Not the beginning of a stream: ${text.toString()}`));
      },
    });
  });
}

await serveParent(() =>
  Promise.resolve({
    port: 0,
    answers: {
      open: async ({
        port,
        subscribers,
        tagged,
      }: {
        port: number;
        subscribers: Subscriber[];
        tagged: boolean;
      }) => {
        isTagged = tagged;
        events = 0;
        first = null;
        texts.length = 0;
        arrivals.clear();
        const waiting = subscribers.values();
        const openRest = async () => {
          for (const one of waiting) await openOne(port, one);
        };
        await Promise.all(Array.from({ length: OPENING }, openRest));
      },
      /** When the last of so many deliveries came, from the last time on. */
      expect: (more: number) =>
        new Promise<number>((resolve, reject) => {
          broken = reject;
          wanted = more;
          reached = (at) => {
            events -= more;
            wanted = Infinity;
            resolve(at);
          };
          if (events >= wanted) reached(clock());
        }),
      payloads: (last: number) =>
        texts.slice(-last).map((text) => (JSON.parse(text) as { payload: unknown }).payload),
      arrivals: () => Object.fromEntries(arrivals),
      close: () => {
        broken = () => {};
        for (const socket of sockets) socket.close();
        sockets.clear();
      },
    },
    stop: () => {
      for (const socket of sockets) socket.close();
      return Promise.resolve();
    },
  }),
);
