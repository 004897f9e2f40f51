import { encodeId, type BusinessId } from '../db/id.ts';
import type { Client } from './client.ts';
import type { TestShop } from './factories.ts';
import type { FeedChannel, ProductFeedCreateInput, SalesChannel } from './gql/graphql.ts';
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

const SalesByChannel = graphql(`
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
  channel: FeedChannel = 'FACEBOOK_SHOP',
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

const ReadProducts = graphql(`
  query ChannelProducts(
    $businessId: ID!
    $channel: SalesChannel
    $search: String
    $first: Int
    $after: String
  ) {
    node(id: $businessId) {
      ... on Business {
        products(channel: $channel, search: $search, first: $first, after: $after) {
          totalCount
          edges {
            node {
              name
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

const ReadProduct = graphql(`
  query ChannelProduct($id: ID!, $channel: SalesChannel) {
    node(id: $id) {
      ... on Product {
        name
        channels
        inChat: availability
        availability(channel: $channel)
      }
    }
  }
`);

const SetChannels = graphql(`
  mutation ChannelSet($input: ProductUpdateInput!) {
    productUpdate(input: $input) {
      product {
        channels
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const ReadCart = graphql(`
  query ChannelCart($id: ID!, $channel: SalesChannel) {
    node(id: $id) {
      ... on Cart {
        lines {
          id
        }
        problems(channel: $channel) {
          code
        }
      }
    }
  }
`);

const ReadOrders = graphql(`
  query ChannelOrders($businessId: ID!, $channel: SalesChannel) {
    viewer {
      ... on Person {
        orders(channel: $channel) {
          edges {
            node {
              channel
            }
          }
        }
      }
    }
    node(id: $businessId) {
      ... on Business {
        orders(channel: $channel) {
          edges {
            node {
              channel
            }
          }
        }
      }
    }
  }
`);

interface ListArgs {
  readonly channel?: SalesChannel;
  readonly search?: string;
  readonly first?: number;
  readonly after?: string;
}

/** The names of a shop's products as the client sees them, and how many there are. */
export async function listProducts(client: Client, shop: TestShop, args: ListArgs = {}) {
  const { node } = await client.request(ReadProducts, { businessId: shop.publicId, ...args });
  const products = node && 'products' in node ? node.products : null;
  return {
    names: products?.edges.map((edge) => edge.node.name) ?? [],
    count: products?.totalCount,
    next: products?.pageInfo,
  };
}

export async function readProduct(client: Client, id: string, channel?: SalesChannel) {
  const { node } = await client.request(ReadProduct, { id, ...(channel && { channel }) });
  return node && 'name' in node ? node : null;
}

export async function setChannels(client: Client, productId: string, channels: SalesChannel[] | null) {
  return (await client.request(SetChannels, { input: { productId, channels } })).productUpdate;
}

/** What checkout by a channel would refuse, and the lines. */
export async function readCart(client: Client, id: string, channel?: SalesChannel) {
  const { node } = await client.request(ReadCart, { id, ...(channel && { channel }) });
  return node && 'lines' in node
    ? { lineIds: node.lines.map((line) => line.id), problems: node.problems.map(({ code }) => code) }
    : null;
}

/** The channels of the viewer's orders, and of those of the shop. */
export async function listOrders(client: Client, businessId: string, channel?: SalesChannel) {
  const { viewer, node } = await client.request(ReadOrders, { businessId, ...(channel && { channel }) });
  const channelsOf = (orders: { edges: readonly { node: { channel: SalesChannel } }[] }) =>
    orders.edges.map((edge) => edge.node.channel);
  return {
    own: viewer && 'orders' in viewer ? channelsOf(viewer.orders) : [],
    shop: node && 'orders' in node ? channelsOf(node.orders) : [],
  };
}
