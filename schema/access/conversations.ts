import { FOR_BOTH_SIDES, FOR_PERSONS, FOR_THE_CUSTOMER, type Rows } from './rows.ts';

/** Chats, their messages and the lock that a person puts on one. */
export const CONVERSATION_ROWS: Rows = {
  'node(Conversation)': { all: 'null', customer: 'ok', staff: 'ok' },
  'node(Conversation), with a friend': { from: 'MoneySendInput.conversationId', all: 'null', customer: 'ok' },
  'node(Message)': { all: 'null', customer: 'ok', staff: 'ok' },

  'Message.clientId': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Message.isMine': { all: 'unseen', customer: 'ok', staff: 'false' },
  // Each side has its own.
  'Conversation.unreadCount': { all: 'unseen', customer: 'ok', staff: 'ok' },
  'Person.conversations': { all: 'unseen', customer: 'ok', staff: 'empty', app: 'empty' },
  'Person.lockedConversationCount': { all: 'unseen', customer: 'ok', staff: 'null', app: 'null' },
  // From a chat to what its sides have elsewhere.
  'Conversation.messages.clientId': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Conversation.members.party(Person).phone': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Conversation.members.party(Person).wallet': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Conversation.members.party(Person).sessions': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Conversation.members.party(Person).orders': { all: 'unseen', customer: 'ok', staff: 'empty' },
  'Conversation.members.party(Business).staff': { all: 'unseen', customer: 'null', staff: 'ok' },
  'Conversation.business.orders': { all: 'unseen', customer: 'empty', staff: 'ok' },
  'Conversation.business.conversations': { all: 'unseen', customer: 'empty', staff: 'ok' },
  'Conversation.business.tickets': { all: 'unseen', customer: 'empty', staff: 'ok' },
  'Conversation.messages, with a friend': {
    from: 'MoneySendInput.conversationId',
    all: 'unseen',
    customer: 'ok',
  },
  'Message.sender(Person).phone': { all: 'unseen', customer: 'ok', staff: 'null' },
  'Message.conversation.business.balance': { all: 'unseen', customer: 'null', staff: 'null', owner: 'ok' },
  'Message.conversation.members.party(Person).wallet.cards': { all: 'unseen', customer: 'ok' },
  'Message.content(OrderContent).order, of the card': {
    from: 'orderCardId',
    all: 'unseen',
    customer: 'ok',
    staff: 'ok',
  },
  'Message.content(OrderContent).order.payments.card, of the card': {
    from: 'orderCardId',
    all: 'unseen',
    customer: 'ok',
    staff: 'null',
  },
  'Message.content(OrderContent).order.fee, of the card': {
    from: 'orderCardId',
    all: 'unseen',
    customer: 'null',
    staff: 'ok',
  },

  'Mutation.conversationStart': FOR_PERSONS,
  'Mutation.messageSend': FOR_BOTH_SIDES,
  'Mutation.messagesRead': FOR_BOTH_SIDES,
  'Mutation.typingSet': FOR_BOTH_SIDES,
  'Mutation.conversationBlock': FOR_BOTH_SIDES,
  'Mutation.conversationUnblock': FOR_BOTH_SIDES,
  'Mutation.conversationLock': FOR_THE_CUSTOMER,
  'Mutation.conversationUnlock': FOR_THE_CUSTOMER,
  'Mutation.conversationLocksReset': FOR_PERSONS,
  'Mutation.lockedConversationsOpen': FOR_PERSONS,

  'Subscription.conversationEvents': {
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    customer: 'ok',
    staff: 'ok',
  },
  'Subscription.inboxEvents': FOR_PERSONS,
  'Subscription.inboxEvents, of the shop': {
    args: 'businessId: $businessId',
    guest: 'UNAUTHENTICATED',
    signedIn: 'FORBIDDEN',
    staff: 'ok',
  },
};
