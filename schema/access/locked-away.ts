import type { Answer } from './rows.ts';

/**
 * What a customer is answered who has locked their chat with the shop away, where a message of it was sent with a
 * ticket. The shop is answered as before: it learns nothing of the lock.
 */
export const LOCKED_AWAY: Readonly<Record<string, Answer>> = {
  'node(Conversation)': 'null',
  'node(Message)': 'null',
  'Conversation.messages': 'unseen',
  'Message.content(TextContent).text': 'unseen',
  'Message.conversation.messages': 'unseen',
  'Message.content(OrderContent).order, of the card': 'unseen',
  'Order.conversation': 'null',
  'Order.conversation.messages': 'unseen',
  'Payment.order.conversation': 'null',
  'Payment.order.conversation.messages': 'unseen',
  'Ticket.context.messages': 'empty',
  'Ticket.context.messages.message': 'unseen',
  'Query.viewer(Person).orders.conversation.messages': 'unseen',
  'Query.viewer(Person).tickets.context.messages': 'empty',
  // What was bought, and the thread of the ticket, are not the chat.
  'node(Order)': 'ok',
  'node(Cart)': 'ok',
  'Ticket.conversation.messages': 'ok',
  'Person.lockedConversationCount': 'ok',

  'Mutation.messageSend': 'CONVERSATION_LOCKED',
  'Mutation.messagesRead': 'CONVERSATION_LOCKED',
  'Mutation.typingSet': 'CONVERSATION_LOCKED',
  'Mutation.cartLineAdd': 'CONVERSATION_LOCKED',

  'Subscription.conversationEvents': 'FORBIDDEN',
};
