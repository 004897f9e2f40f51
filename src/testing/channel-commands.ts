import { encodeId, type BusinessId } from '../db/id.ts';
import type { Client } from './client.ts';
import type { TestShop } from './factories.ts';
import type { ProductFeedCreateInput, SalesChannel } from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* Sales channels and feeds as a merchant's frontend uses them. */

graphql(`
  fragment ChannelFeed on ProductFeed {
    id
    channel
    lastFetchedAt
    revokedAt
    business {
      id
    }
  }
`);

const CreateFeed = graphql(`
  mutation ChannelFeedCreate($input: ProductFeedCreateInput!) {
    productFeedCreate(input: $input) {
      address
      feed {
        ...ChannelFeed
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const RevokeFeed = graphql(`
  mutation ChannelFeedRevoke($input: ProductFeedRevokeInput!) {
    productFeedRevoke(input: $input) {
      feed {
        ...ChannelFeed
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const ListFeeds = graphql(`
  query ChannelFeeds($businessId: ID!, $first: Int, $after: String) {
    node(id: $businessId) {
      ... on Business {
        productFeeds(first: $first, after: $after) {
          edges {
            node {
              ...ChannelFeed
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

const ReadFeed = graphql(`
  query ChannelReadFeed($id: ID!) {
    node(id: $id) {
      ... on ProductFeed {
        ...ChannelFeed
      }
    }
  }
`);

export const SalesByChannel = graphql(`
  query ChannelSales($businessId: ID!, $from: DateTime!, $to: DateTime!) {
    node(id: $businessId) {
      ... on Business {
        salesByChannel(from: $from, to: $to) {
          channel
          ordersPlaced
          ordersPaid
          gross {
            amount
            currencyCode
          }
          refunded {
            amount
          }
          net {
            amount
          }
        }
      }
    }
  }
`);

export async function createFeed(client: Client, input: ProductFeedCreateInput) {
  return (await client.request(CreateFeed, { input })).productFeedCreate;
}

export async function revokeFeed(client: Client, feedId: string) {
  return (await client.request(RevokeFeed, { input: { feedId } })).productFeedRevoke;
}

export async function listFeeds(
  client: Client,
  businessId: string,
  page: { first?: number; after?: string } = {},
) {
  const { node } = await client.request(ListFeeds, { businessId, ...page });
  return node && 'productFeeds' in node ? node.productFeeds : null;
}

/** Null for what is absent or not the caller's. */
export async function readFeed(client: Client, id: string) {
  const { node } = await client.request(ReadFeed, { id });
  return node && 'id' in node ? node : null;
}

/** A feed of a shop, and the path of its address. */
export async function makeFeed(
  shop: TestShop,
  channel: SalesChannel = 'FACEBOOK_SHOP',
): Promise<{ id: string; path: string }> {
  const { feed, address, userErrors } = await createFeed(shop.owner.client, {
    businessId: shop.publicId,
    channel,
  });
  if (!feed || !address) throw new Error(`no feed: ${JSON.stringify(userErrors)}`);
  return { id: feed.id, path: new URL(address).pathname };
}

/** What is sold by channel, as a client sees it; null for who may not. */
export async function readSales(client: Client, businessId: BusinessId, range: { from: Date; to: Date }) {
  const variables = {
    businessId: encodeId('biz', businessId),
    from: range.from.toISOString(),
    to: range.to.toISOString(),
  };
  const { node } = await client.request(SalesByChannel, variables);
  return node && 'salesByChannel' in node ? node.salesByChannel : null;
}
