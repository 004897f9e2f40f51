import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { begins, commits, isCommitted, isReady, messagesFrom, statementsOf } from './postgres-wire.ts';

/**
 * What befalls a COMMIT. `before`: the server never hears of it, so that nothing is done; `after`: it is done, and the
 * client never hears of that. The connection is cut at that point, or goes dead there until somebody cuts it.
 */
export type CommitFault = 'cut before' | 'cut after' | 'hang before' | 'hang after';

export interface PostgresProxy {
  /** The database, through here. */
  readonly url: string;
  /** The next commit of a transaction in which a statement like this ran has the fault. Resolves when it had. */
  atNextCommit(statement: RegExp, fault: CommitFault): Promise<void>;
  /** From now on each other commit has the fault that this names; null for none. */
  atEveryCommit(choose: () => CommitFault | null): void;
  /** Cuts every connection, wherever it is; gives how many there were. */
  cutAll(): number;
  /** How many commits had each fault. */
  tally(): Readonly<Record<CommitFault, number>>;
  /** From now on calls back for each transaction that is committed. */
  onCommit(tell: (transaction: Transaction) => void): void;
  stop(): Promise<void>;
}

/** What a committed transaction was, without its BEGIN and COMMIT. */
export interface Transaction {
  readonly statements: readonly string[];
  /** How often it waited for answers: what is sent before one comes is one round trip. */
  readonly roundTrips: number;
}

interface Order {
  readonly statement: RegExp;
  readonly fault: CommitFault;
  readonly carriedOut: () => void;
}

/** What is to become of the commit that a connection is about to make. */
interface Fate {
  readonly fault: CommitFault;
  readonly carriedOut: () => void;
}

/** Stands in front of a Postgres without TLS, and loses commits and connections as a test wants it. */
export async function startPostgresProxy(
  databaseUrl: string,
  { answersTakeMs = 0 }: { readonly answersTakeMs?: number } = {},
): Promise<PostgresProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<() => void>();
  const orders: Order[] = [];
  const tally = { 'cut before': 0, 'cut after': 0, 'hang before': 0, 'hang after': 0 };
  let choose = (): CommitFault | null => null;
  let tellCommit = (_transaction: Transaction): void => {};

  const fateOf = (statements: readonly string[]): Fate | null => {
    const place = orders.findIndex((order) => statements.some((text) => order.statement.test(text)));
    const [order] = place < 0 ? [] : orders.splice(place, 1);
    const fault = order?.fault ?? choose();
    if (!fault) return null;
    const carriedOut = (): void => {
      tally[fault] += 1;
      order?.carriedOut();
    };
    return { fault, carriedOut };
  };

  const server = createServer((client) => {
    const upstream = connect({ host: target.hostname, port: Number(target.port || 5432), noDelay: true });
    client.setNoDelay(true);
    const cut = (): void => {
      open.delete(cut);
      client.destroy();
      upstream.destroy();
    };
    open.add(cut);
    for (const socket of [client, upstream]) socket.on('error', cut).on('close', cut);
    join(client, upstream, { cut, fateOf, answersTakeMs, committed: (one) => tellCommit(one) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${address.port}`;

  const cutAll = (): number => {
    const all = [...open];
    for (const cut of all) cut();
    return all.length;
  };
  return {
    url: url.href,
    atNextCommit: (statement, fault) =>
      new Promise((carriedOut) => orders.push({ statement, fault, carriedOut })),
    atEveryCommit: (next) => {
      choose = next;
    },
    cutAll,
    tally: () => ({ ...tally }),
    onCommit: (tell) => {
      tellCommit = tell;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      cutAll();
      await closed;
    },
  };
}

interface Hooks {
  readonly cut: () => void;
  readonly fateOf: (statements: readonly string[]) => Fate | null;
  readonly committed: (transaction: Transaction) => void;
  /** As from a server further away: what goes out without waiting for an answer has gone out by then. */
  readonly answersTakeMs: number;
}

/** Passes messages on in both directions, up to the commit that goes wrong. */
function join(client: Socket, upstream: Socket, { cut, fateOf, committed, answersTakeMs }: Hooks): void {
  const statementOf = statementsOf();
  let statements: string[] = [];
  let roundTrips = 0;
  let isAnswered = false;
  let fate: Fate | null = null;
  let isDead = false;

  const end = ({ fault, carriedOut }: Fate): void => {
    isDead = true;
    if (fault.startsWith('cut')) cut();
    carriedOut();
  };
  const fromClient = messagesFrom('client');
  client.on('data', (piece: Buffer) => {
    for (const message of fromClient(piece)) {
      if (isDead) return;
      const statement = statementOf(message);
      if (statement !== null) {
        if (begins(statement)) {
          [statements, roundTrips] = [[], 0];
        } else if (commits(statement)) {
          fate = fateOf(statements);
        } else {
          statements.push(statement);
          if (isAnswered) roundTrips += 1;
        }
        isAnswered = false;
      }
      if (fate?.fault.endsWith('before')) return end(fate);
      upstream.write(message.bytes);
    }
  });
  const fromServer = messagesFrom('server');
  const answer = (piece: Buffer): void => {
    for (const message of fromServer(piece)) {
      if (isDead) return;
      if (isCommitted(message)) {
        if (fate) return end(fate);
        committed({ statements, roundTrips });
        statements = [];
      }
      if (isReady(message)) isAnswered = true;
      client.write(message.bytes);
    }
  };
  upstream.on('data', (piece: Buffer) => {
    if (answersTakeMs === 0) answer(piece);
    else setTimeout(answer, answersTakeMs, piece);
  });
}
