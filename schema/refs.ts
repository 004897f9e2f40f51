import { businessesByIds } from '../src/businesses/read.ts';
import { cartsByIds } from '../src/carts/read.ts';
import { productsByIds } from '../src/catalog/read.ts';
import { feedsByIds } from '../src/channels/read.ts';
import { peopleInReach } from '../src/conversations/people.ts';
import { conversationsByIds, messagesByIds } from '../src/conversations/read.ts';
import { feeRulesByIds } from '../src/fees/read.ts';
import { invoicesByIds } from '../src/fees/invoice-read.ts';
import { importsByIds } from '../src/imports/read.ts';
import { ordersByIds } from '../src/orders/read.ts';
import { appsByIds, keysByIds } from '../src/partners/read.ts';
import { cardsByIds, paymentsByIds } from '../src/payments/read.ts';
import { payoutsByIds } from '../src/payouts/read.ts';
import { ticketsByIds } from '../src/tickets/read.ts';
import { requestsByIds, transfersByIds } from '../src/wallets/read.ts';
import { deliveriesByIds, replaysByIds, webhooksByIds } from '../src/webhooks/read.ts';
import type { Ctx } from '../src/context.ts';
import { builder } from './builder.ts';
import type { TypeName } from './ids.ts';

// Every type that is found by id, apart from its fields, so that the nouns can refer to each other. A field of such a
// type resolves to the row when it has it, and to the id when it has not: ids are loaded together, once.

function node<Id extends string, Row extends { readonly id: Id }>(
  name: TypeName,
  read: (ctx: Ctx, ids: readonly Id[]) => Promise<(Row | null)[]>,
) {
  return builder.loadableNodeRef<Row, Id>(name, {
    id: { resolve: (row) => row.id, description: 'Global and opaque.' },
    // What is missing is null and not an error: fields that may be empty are nullable.
    load: async (ids, ctx) => (await read(ctx, ids)) as Row[],
  });
}

export const Person = node('Person', peopleInReach);
export const Business = node('Business', businessesByIds);
export const Product = node('Product', productsByIds);
export const ProductFeed = node('ProductFeed', feedsByIds);
export const Conversation = node('Conversation', conversationsByIds);
export const Message = node('Message', messagesByIds);
export const Cart = node('Cart', cartsByIds);
export const Order = node('Order', ordersByIds);
export const Payment = node('Payment', paymentsByIds);
export const Card = node('Card', cardsByIds);
export const Transfer = node('Transfer', transfersByIds);
export const MoneyRequest = node('MoneyRequest', requestsByIds);
export const Payout = node('Payout', payoutsByIds);
export const Ticket = node('Ticket', ticketsByIds);
export const Invoice = node('Invoice', invoicesByIds);
export const FeeRule = node('FeeRule', feeRulesByIds);
export const CatalogImport = node('CatalogImport', importsByIds);
export const PartnerApp = node('PartnerApp', appsByIds);
export const ApiKey = node('ApiKey', keysByIds);
export const Webhook = node('Webhook', webhooksByIds);
export const WebhookDelivery = node('WebhookDelivery', deliveriesByIds);
export const WebhookReplay = node('WebhookReplay', replaysByIds);
