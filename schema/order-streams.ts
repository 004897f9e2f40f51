import { roleIn } from '../src/businesses/staff.ts';
import { requirePerson, type Actor, type Ctx } from '../src/context.ts';
import type { BusinessId, OrderId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import { ordersByIds } from '../src/orders/read.ts';
import { grantedBusinesses, isGranted } from '../src/partners/grants.ts';
import { builder } from './builder.ts';
import { argumentId } from './ids.ts';
import { Event, liveField, noSuchStream, type Listening } from './live.ts';
import { Order } from './refs.ts';

const OrderEvent = builder.objectRef<LogEvent>('OrderEvent').implement({
  description: 'Something happened to an order.',
  interfaces: [Event],
  fields: (t) => ({
    order: t.field({
      type: Order,
      nullable: true,
      description: 'As it is now.',
      resolve: (event) => event.payload.orderId ?? null,
    }),
  }),
});

const OrderEventFilter = builder.inputType('OrderEventFilter', {
  description:
    'Which orders: your own when nothing is given; for a partner app, those of all the businesses that let it READ_ORDERS.',
  fields: (t) => ({
    businessId: t.id({
      description: 'Those of a business whose staff you are, or that lets your app READ_ORDERS.',
    }),
    orderId: t.id({ description: 'Only this one of them; FORBIDDEN when you do not see it.' }),
  }),
});

interface StreamFilter {
  readonly businessId?: string | null | undefined;
  readonly orderId?: string | null | undefined;
}

/** The streams of orders and of payments are of a person or of a business, and may be narrowed to one order. */
export function listenFor(
  ctx: Ctx,
  filter: StreamFilter | null | undefined,
  topicOf: (party: string) => string,
): Listening {
  const { businessId, orderId, wants } = readFilter(filter);
  return {
    topics: [topicOf(businessId ?? requirePerson(ctx).personId)],
    wants,
    authorize: async () => {
      if (businessId && !(await roleIn(ctx, businessId))) throw noSuchStream('business');
      await requireOrder(ctx, orderId);
    },
  };
}

interface Wanted {
  readonly businessId: BusinessId | null;
  readonly orderId: OrderId | null;
  readonly wants: (event: LogEvent) => boolean;
}

function readFilter(filter: StreamFilter | null | undefined): Wanted {
  const orderId = filter?.orderId == null ? null : argumentId<'order'>('Order', filter.orderId);
  if (filter?.orderId != null && !orderId) throw noSuchStream('order');
  const businessId =
    filter?.businessId == null ? null : argumentId<'business'>('Business', filter.businessId);
  if (filter?.businessId != null && !businessId) throw noSuchStream('business');
  return { businessId, orderId, wants: (event) => orderId === null || event.payload.orderId === orderId };
}

/** A stream that would stay silent for ever is refused: who narrows it to one order has to see that order. */
async function requireOrder(ctx: Ctx, orderId: OrderId | null): Promise<void> {
  if (orderId === null) return;
  const [order] = await ordersByIds(ctx, [orderId]);
  if (!order) throw noSuchStream('order');
}

/** An app listens to those who let it, as they are each time that is asked: some join and others leave on the way. */
function listenForApp(
  ctx: Ctx,
  { appId }: Extract<Actor, { kind: 'app' }>,
  filter: StreamFilter | null | undefined,
): Listening {
  const { businessId, orderId, wants } = readFilter(filter);
  const scope = 'READ_ORDERS';
  if (businessId === null) {
    const authorize = async () => {
      await requireOrder(ctx, orderId);
      return (await grantedBusinesses(ctx, appId, scope)).map(topic.orders);
    };
    return { topics: [], wants, authorize };
  }
  return {
    topics: [topic.orders(businessId)],
    wants,
    authorize: async () => {
      if (!(await isGranted(ctx, { appId, businessId, scope }))) throw noSuchStream('business');
      await requireOrder(ctx, orderId);
    },
  };
}

liveField('orderEvents', {
  description:
    'What happens to orders, live: to your own, or to those of a business whose staff you are. For a partner app with READ_ORDERS, those of all the businesses that let it: who joins them while the stream is open is heard from there on, and of who leaves nothing later comes; with `filter.businessId` the stream then ends with FORBIDDEN. It ends with UNAUTHENTICATED when the API key is revoked or its time is over.',
  event: OrderEvent,
  scope: 'READ_ORDERS',
  args: builder.args((t) => ({ filter: t.field({ type: OrderEventFilter, description: 'Which orders.' }) })),
  listen: ({ filter }, ctx) =>
    ctx.actor.kind === 'app' ? listenForApp(ctx, ctx.actor, filter) : listenFor(ctx, filter, topic.orders),
});
