import { encodeId, type ImportId } from '../db/id.ts';
import { runImport } from '../imports/run.ts';
import { startImport } from '../imports/start.ts';
import type { TestShop } from './factories.ts';
import { graphql } from './gql/index.ts';
import type { TestServer } from './server.ts';

/* Files of products as a frontend sends them, and what comes of them. */

export const ReadImport = graphql(`
  query ImportRead($id: ID!, $first: Int, $after: String) {
    node(id: $id) {
      ... on CatalogImport {
        fileName
        size
        state
        failure
        rowsRead
        created
        updated
        unchanged
        rejected
        finishedAt
        business {
          id
        }
        errors(first: $first, after: $after) {
          edges {
            node {
              line
              column
              code
              value
              message
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const ListImports = graphql(`
  query ImportList($id: ID!, $first: Int, $after: String) {
    node(id: $id) {
      ... on Business {
        catalogImports(first: $first, after: $after) {
          edges {
            node {
              id
              state
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const WatchImport = graphql(`
  subscription ImportWatch($id: ID!, $after: EventCursor) {
    stream: importEvents(importId: $id, after: $after) {
      cursor
      event {
        type
        sequence
        import {
          state
          rowsRead
          created
        }
      }
    }
  }
`);

const Upload = `mutation ($input: CatalogImportInput!) {
  catalogImport(input: $input) { import { id state } userErrors { code message path } }
}`;

export interface Sent {
  readonly status: number;
  readonly id: string | null;
  /** Of the first failure, wherever it stands. */
  readonly code: string | null;
  readonly message: string | null;
}

/** Sends a file as a multipart request. */
export async function sendFile(
  client: { readonly url: string; readonly token: string | null },
  input: { businessId: string; idempotencyKey?: string },
  file: Blob,
  name = 'products.csv',
): Promise<Sent> {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: Upload, variables: { input: { ...input, file: null } } }));
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.set('0', file, name);
  const authorization = client.token === null ? {} : { authorization: `Bearer ${client.token}` };
  const response = await fetch(`${client.url}/graphql`, {
    method: 'POST',
    headers: { 'x-bottega': '1', ...authorization },
    body: form,
  });
  const answer = (await response.json()) as {
    data?: {
      catalogImport: { import: { id: string } | null; userErrors: { code: string; message: string }[] };
    } | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const result = answer.data?.catalogImport;
  const [failure] = result?.userErrors ?? [];
  const [fault] = answer.errors ?? [];
  return {
    status: response.status,
    id: result?.import?.id ?? null,
    code: failure?.code ?? fault?.extensions.code ?? null,
    message: failure?.message ?? fault?.message ?? null,
  };
}

/** Keeps a file without a request; nobody works its job unless the server does. */
export function keepFile(shop: TestShop, text: string | Buffer): Promise<ImportId> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const file = { name: 'products.csv', size: bytes.length, stream: () => inChunks(bytes) };
  return startImport(shop.owner.ctx, { businessId: shop.id, file });
}

// oxlint-disable-next-line require-await -- as a file's stream gives it
async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}

/** One row's error, short: `line column code`, or `line - code`. */
export type Outcome = Awaited<ReturnType<typeof outcomeOf>>;

/** What came of an import, read as the shop's owner reads it. */
export async function outcomeOf(shop: TestShop, importId: ImportId) {
  const { node } = await shop.owner.client.request(ReadImport, { id: encodeId('imp', importId), first: 100 });
  if (!node || !('state' in node)) throw new Error('there is no such import');
  const { state, failure, rowsRead, created, updated, unchanged, rejected, errors } = node;
  return {
    state,
    failure,
    counts: { rowsRead, created, updated, unchanged, rejected },
    errors: errors.edges.map(({ node: one }) => `${one.line} ${one.column ?? '-'} ${one.code}`),
    values: errors.edges.map(({ node: one }) => one.value),
  };
}

/** Keeps a file, works its jobs here until it is over, and tells what came of it. */
export async function importFile(
  server: TestServer,
  shop: TestShop,
  text: string | Buffer,
): Promise<Outcome> {
  const importId = await keepFile(shop, text);
  await workImport(server, importId);
  return outcomeOf(shop, importId);
}

/** As the queue does: one job after another, since a long file takes several. */
export async function workImport(server: TestServer, importId: ImportId): Promise<void> {
  const isRunning = async () => {
    const [row] = await server.app.sql<
      { state: string }[]
    >`select state from catalog_imports where id = ${importId}`;
    return row?.state === 'RUNNING';
  };
  while (await isRunning()) await runImport(server.ctx({ kind: 'system', job: 'catalog.import' }), importId);
}
