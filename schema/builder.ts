import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import type { Ctx } from '../src/context.ts';
import { Fault } from '../src/errors.ts';
import type { CurrencyCode } from '../src/money.ts';
import { decodeGlobalId, encodeGlobalId } from './ids.ts';

/** The types that everything in `schema/` is built with. */
export interface SchemaTypes {
  Context: Ctx;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Decimal: { Input: string; Output: string };
    BigInt: { Input: bigint; Output: bigint };
    CurrencyCode: { Input: CurrencyCode; Output: CurrencyCode };
    CountryCode: { Input: string; Output: string };
    EventCursor: { Input: string; Output: string };
    File: { Input: File; Output: never };
  };
}

const MAX_NODES = 100;

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  relay: {
    encodeGlobalID: (typename, id) => encodeGlobalId(typename, String(id)),
    decodeGlobalID: decodeGlobalId,
    cursorType: 'String',
    nodeTypeOptions: {
      description: 'Anything with an id of its own, that `node` and `nodes` can find again.',
    },
    nodeQueryOptions: {
      description: 'What the id names; null when there is no such thing or it is not for the caller to see.',
      args: { id: { description: 'Any id that this API has given out.' } },
    },
    nodesQueryOptions: {
      description:
        'What the ids name, in their order; null for each that is not there or not for the caller to see.',
      args: { ids: { description: 'Ids that this API has given out, 100 at most.' } },
      resolve: (_root, { ids }, _ctx, _info, resolveNodes) => {
        if (ids.length > MAX_NODES)
          throw new Fault('BAD_USER_INPUT', `\`nodes\` takes ${MAX_NODES} ids at most.`);
        return resolveNodes(ids);
      },
    },
    pageInfoTypeOptions: { description: 'Where a page of a list stands.' },
    hasNextPageFieldOptions: { description: 'Whether there is more behind this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'Ask for the next page after this cursor; null on an empty page.' },
    edgesFieldOptions: { description: 'The items of this page, in the order of the list.' },
    pageInfoFieldOptions: { description: 'Where this page stands.' },
    nodeFieldOptions: { description: 'The item.' },
    cursorFieldOptions: { description: 'Where the item stands in the list. Opaque.' },
    idFieldOptions: { description: 'Global and opaque.' },
  },
});

builder.queryType({
  description: 'Reads. Guests see markets, shops and their catalogues; the rest needs a session.',
});
builder.mutationType({
  description: 'Commands. Expected failures come in `userErrors`; with any of them nothing was changed.',
});
builder.subscriptionType({
  description:
    'Live streams. Every item has a `cursor`; subscribe again with `after: <cursor>` to get everything since, each event once, in order.',
});
