import type {
  TourMessageFragment,
  TourOrderFragment,
  TourPaymentFragment,
} from '../../testing/gql/graphql.ts';

/** What the tour shows of a message, as a chat would: words as they are, cards in brackets. */
export function messageText({ content }: TourMessageFragment): string {
  switch (content.__typename) {
    case 'TextContent':
      return content.text;
    case 'ProductContent':
      return `[${content.product.name} · ${content.priceAsSent.formatted}]`;
    case 'CatalogContent':
      return `[Catalogue of ${content.business.name} · ${content.business.products.totalCount} products]`;
    case 'CartContent':
      return '[Cart]';
    case 'OrderContent':
      return content.order ? `[${orderText(content.order)}]` : '[Order]';
    case 'PaymentContent':
      return content.payment ? `[${paymentText(content.payment)}]` : '[Payment]';
    case 'NoticeContent':
      return content.text;
  }
}

function orderText(order: TourOrderFragment): string {
  return `Order #${order.number} · ${order.total.formatted} · ${statesText(order)}`;
}

export function statesText({ state, paymentState, fulfillmentState }: TourOrderFragment): string {
  return [state, paymentState, fulfillmentState].join(', ').toLowerCase();
}

function paymentText({ amount, state, card }: TourPaymentFragment): string {
  return `Payment of ${amount.formatted}${card ? ` with ${cardText(card)}` : ''} · ${state.toLowerCase()}`;
}

export function cardText(card: { readonly brand: string; readonly last4: string }): string {
  return `${card.brand} …${card.last4}`;
}
