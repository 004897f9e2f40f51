import type { Page, PageRequest } from '../src/db/read.ts';
import { Fault } from '../src/errors.ts';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** How a list's cursors are made and read back: the key of a row that the list is ordered by. */
export interface CursorCodec<Key> {
  encode(key: Key): string;
  /** Null when it is not a cursor of this list. */
  decode(text: string): Key | null;
}

/** Cursors of lists that are ordered by id. */
export const idCursor: CursorCodec<string> = {
  encode: (id) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url'),
  decode: (text) => {
    const hex = Buffer.from(text, 'base64url').toString('hex');
    if (hex.length !== 32) return null;
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  },
};

/** Cursors of lists with an order of their own: two parts, of which the last one is the id. */
export function pairCursor<Key>(codec: {
  encode: (key: Key) => readonly [string, string];
  decode: (first: string, second: string) => Key | null;
}): CursorCodec<Key> {
  return {
    encode: (key) => Buffer.from(codec.encode(key).join('|')).toString('base64url'),
    decode: (text) => {
      const [first, second, rest] = Buffer.from(text, 'base64url').toString('utf8').split('|');
      if (first === undefined || second === undefined || rest !== undefined || !UUID.test(second))
        return null;
      return codec.decode(first, second);
    },
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function pageSize(size: number | null | undefined, name: 'first' | 'last' = 'first'): number {
  const limit = size ?? DEFAULT_PAGE;
  if (limit < 1 || limit > MAX_PAGE)
    throw new Fault('BAD_USER_INPUT', `\`${name}\` is from 1 to ${MAX_PAGE}.`);
  return limit;
}

export interface Connection<Node> {
  readonly edges: { cursor: string; node: Node }[];
  readonly pageInfo: {
    startCursor: string | null;
    endCursor: string | null;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
  };
}

/** A page of a list that goes forward, as a Relay connection. */
export async function connect<Row, Node, Key>(options: {
  args: PageArgs;
  cursor: CursorCodec<Key>;
  fetch: (page: PageRequest<Key>) => Promise<Page<Row>>;
  keyOf: (row: Row) => Key;
  nodeOf: (row: Row) => Node;
}): Promise<Connection<Node>> {
  const { args, cursor } = options;
  const limit = pageSize(args.first);
  const after = args.after == null ? null : cursor.decode(args.after);
  if (args.after != null && after === null) {
    throw new Fault(
      'BAD_USER_INPUT',
      '`after` is not a cursor of this list: take it from pageInfo.endCursor.',
    );
  }
  const page = await options.fetch({ limit, after });
  const edges = page.rows.map((row) => ({
    cursor: cursor.encode(options.keyOf(row)),
    node: options.nodeOf(row),
  }));
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: page.hasMore,
      hasPreviousPage: after !== null,
    },
  };
}

const EMPTY = { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false };

/** The page of a list that the caller has none of. */
export function emptyPage<Node>(): Connection<Node> {
  return { edges: [], pageInfo: EMPTY };
}

const rowId = (row: { readonly id: string }) => row.id;

/** The usual list: ordered by id, its rows are its nodes. */
export function connectById<Row extends { readonly id: string }>(
  args: PageArgs,
  fetch: (page: PageRequest) => Promise<Page<Row>>,
): Promise<Connection<Row>> {
  return connect({ args, cursor: idCursor, fetch, keyOf: rowId, nodeOf: (row) => row });
}
