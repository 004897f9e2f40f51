/* What a frontend listens to: the event, and some of what it shows. */

const EVENT = 'cursor event { id type sequence occurredAt';

export const CONVERSATION = `subscription SoakChat($id: ID!, $after: EventCursor) {
  stream: conversationEvents(conversationId: $id, after: $after) { ${EVENT} message { id sequence } member { readSequence } } }
}`;

export const INBOX = `subscription SoakInbox($id: ID, $after: EventCursor) {
  stream: inboxEvents(businessId: $id, after: $after) { ${EVENT} conversation { id lastSequence } } }
}`;

export const ORDERS = `subscription SoakOrders($filter: OrderEventFilter, $after: EventCursor) {
  stream: orderEvents(filter: $filter, after: $after) { ${EVENT} order { id state lines { quantity } } } }
}`;

export const PAYMENTS = `subscription SoakPayments($filter: PaymentEventFilter, $after: EventCursor) {
  stream: paymentEvents(filter: $filter, after: $after) { ${EVENT} payment { id state } } }
}`;

export const WALLET = `subscription SoakWallet($after: EventCursor) {
  stream: walletEvents(after: $after) { ${EVENT} } }
}`;

/** For a webhook: without variables. */
export const ordersDocument = (filter: string): string => `subscription SoakDeliveries {
  stream: orderEvents${filter} { ${EVENT} order { id state } } }
}`;
