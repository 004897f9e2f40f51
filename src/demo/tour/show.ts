import type {
  TourMessageFragment,
  TourOrderFragment,
  TourPaymentFragment,
  TourRequestFragment,
  TourTransferFragment,
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
    case 'MoneyContent':
      return content.transfer ? `[${transferText(content.transfer)}]` : `[${requestText(content.request)}]`;
    case 'BotContent':
      return [content.text, ...content.products.map(({ product }) => `[${product.name}]`)]
        .join(' ')
        .replaceAll(/\s*\n\s*/g, ' · ');
    case 'TicketContent':
      return content.ticket
        ? `[Ticket #${content.ticket.number} · ${lower(content.ticket.state)}]`
        : '[Ticket]';
    case 'NoticeContent':
      return content.text;
  }
}

function orderText(order: TourOrderFragment): string {
  return `Order #${order.number} · ${order.total.formatted} · ${statesText(order)}`;
}

export function statesText({ state, paymentState, fulfillmentState }: TourOrderFragment): string {
  return [state, paymentState, fulfillmentState].map(lower).join(', ');
}

function paymentText(payment: TourPaymentFragment): string {
  const { amount, state } = payment;
  return `Payment of ${amount.formatted} with ${meansText(payment)} · ${lower(state)}`;
}

function transferText({ amount, note, state }: TourTransferFragment): string {
  return `Money · ${amount.formatted}${quoted(note)} · ${lower(state)}`;
}

function requestText(request: TourRequestFragment | null): string {
  return request
    ? `Asks for ${request.amount.formatted}${quoted(request.note)} · ${lower(request.state)}`
    : 'Money';
}

const quoted = (note: string | null) => (note === null ? '' : ` · "${note}"`);

/** A state as people read it. */
export const lower = (state: string) => state.toLowerCase().replaceAll('_', ' ');

/** With what it is paid. */
export function meansText({ card }: Pick<TourPaymentFragment, 'card'>): string {
  return card ? cardText(card) : 'the balance';
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

export function cardText(card: { readonly brand: string; readonly last4: string }): string {
  return `${card.brand} …${card.last4}`;
}
