/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where to deliver. */
export type AddressInput = {
  /** 80 characters. */
  city: string;
  /** Which country. */
  country: string;
  /** Street and number; 120 characters. */
  line1: string;
  /** Flat, floor and the like; 120 characters. */
  line2?: string | null | undefined;
  /** Who receives it; 80 characters. */
  name: string;
  /** 16 characters. */
  postalCode?: string | null | undefined;
  /** State or province; 80 characters. */
  region?: string | null | undefined;
};

/** For apiKeyCreate. It takes no idempotency key: the secret is shown once and kept nowhere, so that a repeat could not be answered with it. If you missed the answer, revoke that key and make another. */
export type ApiKeyCreateInput = {
  /** Which app, of your own. */
  appId: string | number;
  /** When it ends by itself; left out, it lasts until it is revoked. */
  expiresAt?: string | null | undefined;
  /** What you call the key; 80 characters. */
  name: string;
  /** What it may do, of what the app asks for; at least one. */
  scopes: Array<PartnerScope>;
};

/** For apiKeyRevoke. */
export type ApiKeyRevokeInput = {
  /** Which key, of an app of your own. */
  keyId: string | number;
};

/** For apiKeyRotate. It takes no idempotency key, for the reason that apiKeyCreate takes none. */
export type ApiKeyRotateInput = {
  /** Which key, of an app of your own. */
  keyId: string | number;
  /** How long the old key goes on to work: 0 to 168 hours, 24 when left out. */
  overlapHours?: number | null | undefined;
};

/** For bankAccountSet. */
export type BankAccountSetInput = {
  /** Your own business. */
  businessId: string | number;
  /** Your own key: the same one again sets nothing more. */
  idempotencyKey?: string | null | undefined;
  /** What the provider's own bank fields give (btok_...). The account's number must never come here. */
  token: string;
};

/** For botHandOver. */
export type BotHandOverInput = {
  /** Which. */
  conversationId: string | number;
};

/** An answer in the shop's own words. */
export type BotReplyInput = {
  /** Up to 20; a message that is one of them, in any case, is answered with it. */
  keywords: Array<string>;
  /** What to say, one for each language. */
  texts: Array<BotTextInput>;
};

/** For botResume. */
export type BotResumeInput = {
  /** Which. */
  conversationId: string | number;
};

/** What the bot says in a language. */
export type BotTextInput = {
  /** Its two letters: en, hi, es, pt, id or it. */
  language: string;
  /** Up to 1,000 characters. */
  text: string;
};

/** For botUpdate. What is left out stays as it is. */
export type BotUpdateInput = {
  /** While closed; empty: the words of the house. */
  away?: Array<BotTextInput> | null | undefined;
  /** Of which shop. */
  businessId: string | number;
  /** To a first hello; empty: the words of the house. */
  greeting?: Array<BotTextInput> | null | undefined;
  /** Whether it answers. */
  isEnabled?: boolean | null | undefined;
  /** All of them, 50 at most. */
  replies?: Array<BotReplyInput> | null | undefined;
};

/** For businessCreate. */
export type BusinessCreateInput = {
  /** What kind of shop it is; 40 characters. */
  category: string;
  /** One of `markets`; it decides the currency. */
  country: string;
  /** What it says of itself; 2,000 characters. */
  description?: string | null | undefined;
  /** Unique: 3 to 40 small letters, digits and hyphens. */
  handle: string;
  /** Your own key: the same one again opens nothing new. */
  idempotencyKey?: string | null | undefined;
  /** What people call it; 80 characters. */
  name: string;
};

/** For businessPlanSet. */
export type BusinessPlanSetInput = {
  /** Your own business. */
  businessId: string | number;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** Which. */
  plan: FeePlan;
};

/** For businessUpdate; what is left out stays. */
export type BusinessUpdateInput = {
  /** Which business. */
  businessId: string | number;
  /** 40 characters. */
  category?: string | null | undefined;
  /** 2,000 characters. */
  description?: string | null | undefined;
  /** 80 characters. */
  name?: string | null | undefined;
};

/** For cardMakeDefault. */
export type CardMakeDefaultInput = {
  /** Your own card. */
  cardId: string | number;
};

/** For cardRegister. */
export type CardRegisterInput = {
  /** Your own key: the same one again registers nothing more. */
  idempotencyKey?: string | null | undefined;
  /** Whether it is used when none is named; the first card always is. */
  makeDefault?: boolean | null | undefined;
  /** What the provider's own card fields give (pm_...). A card number is refused: it must never come here. */
  token: string;
};

/** For cardRemove. */
export type CardRemoveInput = {
  /** Your own card. */
  cardId: string | number;
};

/** For cartClear. */
export type CartClearInput = {
  /** Which cart. */
  cartId: string | number;
  /** The change is refused unless the cart is at this version. */
  expectedVersion?: number | null | undefined;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
};

/** For cartLineAdd. */
export type CartLineAddInput = {
  /** Through which channel it is to be ordered, as for orderPlace; it has to be sold there. The chat when left out. */
  channel?: SalesChannel | null | undefined;
  /** For staff: the chat whose customer's cart it goes into. */
  conversationId?: string | number | null | undefined;
  /** The change is refused unless the cart is at this version. */
  expectedVersion?: number | null | undefined;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** What. */
  productId: string | number;
  /** How many, 1 to 999; adds to what is there. */
  quantity?: number;
};

/** For cartLineRemove. */
export type CartLineRemoveInput = {
  /** The change is refused unless the cart is at this version. */
  expectedVersion?: number | null | undefined;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** Which line. */
  lineId: string | number;
};

/** For cartLineUpdate. */
export type CartLineUpdateInput = {
  /** Through which channel it is to be ordered, as for orderPlace; it has to be sold there. The chat when left out. */
  channel?: SalesChannel | null | undefined;
  /** The change is refused unless the cart is at this version. */
  expectedVersion?: number | null | undefined;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** Which line. */
  lineId: string | number;
  /** How many from now on, 1 to 999. */
  quantity: number;
};

/** Why checkout would refuse a line. */
export type CartProblemCode =
  /** Fewer are left. */
  | 'INSUFFICIENT_STOCK'
  /** It is no longer sold, or not in this channel. */
  | 'PRODUCT_UNAVAILABLE';

/** Whether a cart can still be changed. */
export type CartState =
  /** It can. */
  | 'OPEN'
  /** It has become an order. */
  | 'ORDERED';

/** Why a row was not taken. */
export type CatalogImportErrorCode =
  /** It holds the number of a payment card: those are kept out, here too. */
  | 'CARD_NUMBER'
  /** A row further up has the same id; the first one counts. */
  | 'DUPLICATE'
  /** It can not be read: too many cells, or characters that are no text. */
  | 'MALFORMED'
  /** A cell that has to be filled is empty. */
  | 'MISSING'
  /** No period of a sale: write 2026-01-01T00:00+00:00/2026-01-31T23:59+00:00. */
  | 'NOT_A_DATE'
  /** No whole number from 0 to 1,000,000,000. */
  | 'NOT_A_NUMBER'
  /** No price that can be read for certain: write 9.99 USD. */
  | 'NOT_A_PRICE'
  /** The sale price is above the price. */
  | 'SALE_ABOVE_PRICE'
  /** More characters than the column takes. */
  | 'TOO_LONG'
  /** None of the values that the column knows. */
  | 'UNKNOWN_VALUE'
  /** The shop sells in another currency. */
  | 'WRONG_CURRENCY';

/** How far an import is. */
export type CatalogImportState =
  /** The file could not be read, or not to its end: see `failure`. */
  | 'FAILED'
  /** Every row was read; `errors` has those that were not taken. */
  | 'FINISHED'
  /** Its rows are being read, or wait for their turn. */
  | 'RUNNING';

/** For conversationBlock. */
export type ConversationBlockInput = {
  /** Which. */
  conversationId: string | number;
};

/** For conversationLock. */
export type ConversationLockInput = {
  /** Which. */
  conversationId: string | number;
  /** 6 to 128 characters. The first one that you give is yours from then on. */
  password: string;
};

/** For conversationStart. */
export type ConversationStartInput = {
  /** Who to talk to. */
  with: ConversationWith;
};

/** For conversationUnblock. */
export type ConversationUnblockInput = {
  /** Which. */
  conversationId: string | number;
};

/** For conversationUnlock. */
export type ConversationUnlockInput = {
  /** Which; lockedConversationsOpen knows them. */
  conversationId: string | number;
  /** The one of your locked conversations. */
  password: string;
};

/** Who to talk to. */
export type ConversationWith =
  {   /** A shop. */
  businessId: string | number; phone?: never; }
  |  { businessId?: never;   /** Somebody who has signed in once, by their phone number in full. */
  phone: string; };

/** What can be wrong between our books and the provider. */
export type DiscrepancyKind =
  /** The provider moved another amount or currency than was asked for. Nothing was booked. */
  | 'AMOUNT_DIFFERS'
  /** Our books have money that the provider has no record of. */
  | 'MISSING_AT_PROVIDER'
  /** The provider has a record of money of which our books know nothing. */
  | 'MISSING_HERE'
  /** The provider was asked as often as it may be and what came of it is still not known. */
  | 'OUTCOME_UNKNOWN'
  /** The provider refused a refund for a reason that no other way out was foreseen for. */
  | 'REFUND_REFUSED'
  /** The provider speaks of a payment, refund or payout that is not here. */
  | 'UNKNOWN_SUBJECT';

/** For discrepancyResolve. */
export type DiscrepancyResolveInput = {
  /** Which. */
  discrepancyId: string | number;
  /** What came of it, 500 characters at most. */
  note: string;
};

/** What happened. */
export type EventType =
  /** A partner app was registered. */
  | 'APP_CREATED'
  /** A business let a partner app act for it, or changed what it may do. */
  | 'APP_GRANTED'
  /** A business let a partner app act for it no longer. */
  | 'APP_GRANT_WITHDRAWN'
  /** A partner app was changed. */
  | 'APP_UPDATED'
  /** A business named the bank account that it is paid out to. */
  | 'BANK_ACCOUNT_SET'
  /** A human answers in a conversation instead of the bot. */
  | 'BOT_HANDED_OVER'
  /** The bot answers in a conversation again. */
  | 'BOT_RESUMED'
  /** A business changed what its bot says, or switched it. */
  | 'BOT_UPDATED'
  /** A business was opened. */
  | 'BUSINESS_CREATED'
  /** The profile of a business was changed. */
  | 'BUSINESS_UPDATED'
  /** A card became the default or was removed. */
  | 'CARD_CHANGED'
  /** A card was registered. */
  | 'CARD_REGISTERED'
  /** Lines of a cart were added, changed or removed, or it was ordered. */
  | 'CART_CHANGED'
  /** A side of a conversation has blocked the other one. Only that side is told. */
  | 'CONVERSATION_BLOCKED'
  /** A person locked a conversation away. Only they are told. */
  | 'CONVERSATION_LOCKED'
  /** Two sides began to talk. */
  | 'CONVERSATION_STARTED'
  /** A side of a conversation takes messages from the other one again. Only that side is told. */
  | 'CONVERSATION_UNBLOCKED'
  /** A person unlocked a conversation. Only they are told. */
  | 'CONVERSATION_UNLOCKED'
  /** A business made an address from which a channel fetches its products. */
  | 'FEED_CREATED'
  /** Such an address was taken back. */
  | 'FEED_REVOKED'
  /** A business was charged for something, or got a charge back. */
  | 'FEE_CHARGED'
  /** A file of products was read to its end, or could not be. */
  | 'IMPORT_FINISHED'
  /** Some more rows of it were read. */
  | 'IMPORT_PROGRESSED'
  /** A file of products is being read. */
  | 'IMPORT_STARTED'
  /** The month of a business was invoiced. */
  | 'INVOICE_ISSUED'
  /** A partner app got an API key. */
  | 'KEY_CREATED'
  /** An API key was revoked, or another took its place and its time has run out. */
  | 'KEY_REVOKED'
  /** A feature was switched in a country. */
  | 'MARKET_FEATURE_SWITCHED'
  /** A message was added to a conversation. */
  | 'MESSAGE_SENT'
  /** A card in a conversation shows something new. */
  | 'MESSAGE_UPDATED'
  /** Money was not sent: its card was not charged. Told to the sender only. */
  | 'MONEY_FAILED'
  /** Money is being sent, and a card charged for a part of it. Told to the sender only. */
  | 'MONEY_PENDING'
  /** Somebody asked for money. */
  | 'MONEY_REQUESTED'
  /** Who asked for money took it back. */
  | 'MONEY_REQUEST_CANCELLED'
  /** Who was asked for money declined. */
  | 'MONEY_REQUEST_DECLINED'
  /** Nobody answered a request for money in time. */
  | 'MONEY_REQUEST_EXPIRED'
  /** What was asked for was sent. */
  | 'MONEY_REQUEST_PAID'
  /** The platform took back what was sent. */
  | 'MONEY_REVERSED'
  /** Money went from one person to another. */
  | 'MONEY_SENT'
  /** The customer pays an order in cash when it is delivered. */
  | 'ORDER_AUTHORIZED'
  /** An order was cancelled and its stock given back. */
  | 'ORDER_CANCELLED'
  /** An order is over: delivered and paid. */
  | 'ORDER_COMPLETED'
  /** The shop accepted an order. */
  | 'ORDER_CONFIRMED'
  /** All that was shipped has arrived. */
  | 'ORDER_DELIVERED'
  /** The hold of an unpaid order ran out and its stock was given back. */
  | 'ORDER_EXPIRED'
  /** An order was paid in full. */
  | 'ORDER_PAID'
  /** An order was placed and its stock is held. */
  | 'ORDER_PLACED'
  /** What was paid for an order was given back. */
  | 'ORDER_REFUNDED'
  /** Some or all lines of an order were shipped. */
  | 'ORDER_SHIPPED'
  /** A payment was given up. */
  | 'PAYMENT_CANCELLED'
  /** A payment was begun. */
  | 'PAYMENT_CREATED'
  /** A payment that had been given up went through after all: it was put into the payer's wallet. */
  | 'PAYMENT_CREDITED'
  /** A payment failed; the order can be paid in another way. */
  | 'PAYMENT_FAILED'
  /** The provider is working on a payment. */
  | 'PAYMENT_PROCESSING'
  /** The payer must answer a challenge. */
  | 'PAYMENT_REQUIRES_ACTION'
  /** A payment succeeded. */
  | 'PAYMENT_SUCCEEDED'
  /** The provider has not answered; it is being asked. */
  | 'PAYMENT_UNKNOWN'
  /** Money of a business is on its way to its bank. */
  | 'PAYOUT_CREATED'
  /** The bank refused a payout: the money is in the balance again. */
  | 'PAYOUT_FAILED'
  /** The bank has taken a payout. */
  | 'PAYOUT_PAID'
  /** The bank sent a payout back: the money is in the balance again. */
  | 'PAYOUT_RETURNED'
  /** A person changed their profile. */
  | 'PERSON_UPDATED'
  /** A business chose another plan, from the next month on. */
  | 'PLAN_CHANGED'
  /** A product was added to a catalogue. */
  | 'PRODUCT_CREATED'
  /** A product was changed or archived. */
  | 'PRODUCT_UPDATED'
  /** A member has received or read up to a sequence. */
  | 'RECEIPT_MOVED'
  /** Money is on its way back. */
  | 'REFUND_CREATED'
  /** The provider refused a refund; the platform looks at it. */
  | 'REFUND_FAILED'
  /** Money went back to where it came from. */
  | 'REFUND_SUCCEEDED'
  /** A device signed in. */
  | 'SESSION_CREATED'
  /** The screen of a session was locked. */
  | 'SESSION_LOCKED'
  /** A session has no screen lock any more. */
  | 'SESSION_LOCK_REMOVED'
  /** A session was given a screen lock, or a new one. */
  | 'SESSION_LOCK_SET'
  /** A device was signed out. */
  | 'SESSION_REVOKED'
  /** The screen of a session was unlocked. */
  | 'SESSION_UNLOCKED'
  /** Somebody joined or left the staff of a business, or changed role. */
  | 'STAFF_CHANGED'
  /** The free stock of a product was counted anew. */
  | 'STOCK_SET'
  /** A ticket was assigned, moved on, rated or given another priority. */
  | 'TICKET_CHANGED'
  /** Somebody asked for help. */
  | 'TICKET_OPENED'
  /** A member began or stopped typing. Live only: it is not in the log. */
  | 'TYPING_CHANGED'
  /** The balance of a wallet changed: by a top-up, a payment or a refund. */
  | 'WALLET_CHANGED'
  /** A partner app named an address to be told at. */
  | 'WEBHOOK_CREATED'
  /** Such an address was deleted. */
  | 'WEBHOOK_DELETED'
  /** Nothing is sent to such an address any more; its `pauseReason` says why. */
  | 'WEBHOOK_PAUSED'
  /** It has been made ready for sending to its end. */
  | 'WEBHOOK_REPLAY_FINISHED'
  /** A part of the log is being sent again. */
  | 'WEBHOOK_REPLAY_STARTED'
  /** It is sent to again, from where it was. */
  | 'WEBHOOK_RESUMED'
  /** Such an address, what is told there, or its signing secret was changed. */
  | 'WEBHOOK_UPDATED';

/** What a country can have. */
export type FeatureKey =
  /** Shops that answer by themselves. */
  | 'BOT'
  /** Paying with a card: orders, top-ups, and the part of a transfer that it pays. */
  | 'CARD_PAYMENT'
  /** Filling carts and ordering. */
  | 'CART'
  /** Paying in cash when an order is delivered. */
  | 'CASH_ON_DELIVERY'
  /** Cards of products and catalogues in chats. */
  | 'CATALOG'
  /** Selling in a Facebook Shop. */
  | 'FACEBOOK_SHOP'
  /** Selling in an Instagram Shop. */
  | 'INSTAGRAM_SHOP'
  /** Sending money to people and asking them for it: both sides must have it. */
  | 'SEND_MONEY'
  /** Topping a wallet up and paying from it. */
  | 'WALLET';

/** How a feature stands in a country. */
export type FeatureState =
  /** For nobody yet: it will come. */
  | 'ANNOUNCED'
  /** For nobody. */
  | 'OFF'
  /** For everybody. */
  | 'ON'
  /** For a share of the people, always the same ones, and for those who were invited. */
  | 'PILOT';

/** What a business has chosen to pay by. */
export type FeePlan =
  /** So much by the month, and less of each sale. */
  | 'PLUS'
  /** Nothing by the month. */
  | 'STANDARD';

/** For feeRuleCreate. */
export type FeeRuleCreateInput = {
  /** True: all messages inside the answer window are free. */
  alwaysFree?: boolean | null | undefined;
  /** Where. */
  country: string;
  /** From when on; a minute from now at the earliest. */
  effectiveFrom: string;
  /** Not for TAX: an amount in the country's currency; nothing when left out. */
  fixed?: MoneyInput | null | undefined;
  /** For messages: how many inside the answer window are free in a month; none when left out. */
  freePerMonth?: number | null | undefined;
  /** Your own key: the same one again makes no other rule. */
  idempotencyKey?: string | null | undefined;
  /** Why, for other operators; 500 characters at most. */
  note?: string | null | undefined;
  /** On which plan; left out: on each that has no rule of its own. Not for TAX and MONEY_TRANSFER. */
  plan?: FeePlan | null | undefined;
  /** For what. */
  service: FeeService;
  /** For SALE, MONEY_TRANSFER and TAX: a share in hundredths of a percent, 0 to 10,000. */
  shareBasisPoints?: number | null | undefined;
};

/** What is charged for. */
export type FeeService =
  /** A message of a shop to whom has not written for a day. */
  | 'MESSAGE_MARKETING'
  /** An answer of a shop, within a day after the customer wrote. */
  | 'MESSAGE_SERVICE'
  /** What a shop tells by itself, such as that an order is on its way. */
  | 'MESSAGE_UTILITY'
  /** Money between people; its sender pays it. */
  | 'MONEY_TRANSFER'
  /** A paid order: a share of it. Given back as far as the order is refunded. */
  | 'SALE'
  /** A month of a plan. */
  | 'SUBSCRIPTION'
  /** On all fees of a month: it stands on the invoice. */
  | 'TAX';

/** A sales channel that fetches a shop's products from an address. */
export type FeedChannel =
  /** A Facebook Shop. */
  | 'FACEBOOK_SHOP'
  /** An Instagram Shop. */
  | 'INSTAGRAM_SHOP'
  /** A partner app. */
  | 'PARTNER';

/** What an account of the ledger holds. Balances are credits less debits. */
export type LedgerAccountKind =
  /** What the platform owes a business. */
  | 'BUSINESS_BALANCE'
  /** Cash that businesses were paid at the door; the other side of CASH_COLLECTED. */
  | 'CASH_CLEARING'
  /** Cash that a business was paid at the door: shown to it, and owed to nobody. */
  | 'CASH_COLLECTED'
  /** Fees that the balance of a business did not cover, and of sales paid in cash; below zero. */
  | 'FEES_OWED'
  /** What the platform has earned. */
  | 'PLATFORM_FEES'
  /** What the payment provider has taken in and not yet paid out; below zero, for it is ours. */
  | 'PROVIDER_CLEARING'
  /** Tax on fees, for the state of the market. */
  | 'TAX_PAYABLE'
  /** What the platform owes a person. */
  | 'WALLET';

/** What an entry is of. */
export type LedgerEntryKind =
  /** A business was charged for a service. */
  | 'FEE'
  /** Fees that were owed were taken from the balance. */
  | 'FEE_COLLECTED'
  /** Tax on the fees of a month. */
  | 'FEE_TAX'
  /** A card was charged after the payment had been given up: the money went into the wallet. */
  | 'LATE_PAYMENT'
  /** Something else: see `description`. */
  | 'OTHER'
  /** Money went out to a business's bank. */
  | 'PAYOUT'
  /** A bank sent a payout back. */
  | 'PAYOUT_RETURN'
  /** Money of a payment went back. */
  | 'REFUND'
  /** A refund that the card did not take came back and went into the wallet. */
  | 'REFUND_RETURNED'
  /** An order was paid. */
  | 'SALE'
  /** A wallet was topped up by card. */
  | 'TOP_UP'
  /** One person sent money to another. */
  | 'TRANSFER'
  /** A transfer was taken back. */
  | 'TRANSFER_REVERSAL';

/** For lockedConversationsOpen. */
export type LockedConversationsOpenInput = {
  /** The one of your locked conversations. */
  password: string;
};

/** A place in the log: one of the fields. */
export type LogPlace =
  {   /** Of an item of a stream, or of a delivery: behind it. */
  cursor: string; time?: never; }
  |  { cursor?: never;   /** Before the first event that came into the log then or later. */
  time: string; };

/** For marketCreate. */
export type MarketCreateInput = {
  /** What its phone numbers begin with, without the plus: "48". */
  callingCode: string;
  /** Which country. */
  country: string;
  /** What its shops sell in: it stays. */
  currencyCode: string;
  /** Your own key: the same one again adds nothing new. */
  idempotencyKey?: string | null | undefined;
  /** Tags such as "pl" or "en-IN", 1 to 20; the first one is the default. */
  languages: Array<string>;
  /** How much money a person may send; left out: wallets take and send none. */
  limits?: MarketLimitsInput | null | undefined;
  /** Its name in English; 80 characters. */
  name: string;
  /** An IANA name such as "Europe/Warsaw". */
  timeZone: string;
};

/** For marketFeatureSet. */
export type MarketFeatureSetInput = {
  /** Where. */
  country: string;
  /** What. */
  feature: FeatureKey;
  /** Why, shown to whoever meets it: 3 to 500 characters, in English. */
  reason: string;
  /** For a pilot, and for nothing else: how many of a hundred people are in, 0 to 100. */
  sharePercent?: number | null | undefined;
  /** How it stands from now on. */
  state: FeatureState;
};

/** How much money a person may send, each in units of the currency and none below the one before. */
export type MarketLimitsInput = {
  /** In a day of the time zone. */
  perDay: string;
  /** In a month of the time zone. */
  perMonth: string;
  /** At once; top-ups too. */
  perTransfer: string;
};

/** What to send: one of the fields. */
export type MessageContentInput =
  {   /** The customer's cart as it is now. */
  cartId: string | number; catalog?: never; productId?: never; text?: never; }
  |  { cartId?: never;   /** True: the whole catalogue of this chat's shop. */
  catalog: boolean; productId?: never; text?: never; }
  |  { cartId?: never; catalog?: never;   /** A card of a product. */
  productId: string | number; text?: never; }
  |  { cartId?: never; catalog?: never; productId?: never;   /** 4,096 characters. */
  text: string; };

/** For messageSend. */
export type MessageSendInput = {
  /** Made by the device, such as a UUID: the same one again gives the first message back. */
  clientId: string;
  /** What. */
  content: MessageContentInput;
  /** Where. */
  conversationId: string | number;
};

/** For messagesRead. */
export type MessagesReadInput = {
  /** How far; READ when left out. */
  as?: ReceiptKind;
  /** Where. */
  conversationId: string | number;
  /** Of the newest message; an older one changes nothing. */
  sequence: number;
};

/** An amount in a currency. */
export type MoneyInput = {
  /** In units of the currency; no more decimals than it has. */
  amount: string;
  /** The currency. */
  currencyCode: string;
};

/** For moneyRequestAccept. */
export type MoneyRequestAcceptInput = {
  /** For what the balance lacks; your default card when left out. */
  cardId?: string | number | null | undefined;
  /** Your own key: the same one again gives the first answer again, and moves nothing more. */
  idempotencyKey: string;
  /** A request to you. */
  requestId: string | number;
};

/** What can be done with a request. */
export type MoneyRequestAction =
  /** Pay it: moneyRequestAccept. */
  | 'ACCEPT'
  /** Take it back: moneyRequestCancel. */
  | 'CANCEL'
  /** Say no: moneyRequestDecline. */
  | 'DECLINE';

/** For moneyRequestCancel. */
export type MoneyRequestCancelInput = {
  /** A request of yours. */
  requestId: string | number;
};

/** For moneyRequestDecline. */
export type MoneyRequestDeclineInput = {
  /** A request to you. */
  requestId: string | number;
};

/** For moneyRequest. */
export type MoneyRequestInput = {
  /** How much, in the currency of both wallets. */
  amount: MoneyInput;
  /** Your chat with the person whom you ask. */
  conversationId: string | number;
  /** Your own key: the same one again gives the first answer again, and moves nothing more. */
  idempotencyKey: string;
  /** What for, 200 characters at most. */
  note?: string | null | undefined;
};

/** Where a request for money is. */
export type MoneyRequestState =
  /** Who asked took it back. */
  | 'CANCELLED'
  /** Who was asked said no. */
  | 'DECLINED'
  /** Nobody answered in time. */
  | 'EXPIRED'
  /** It waits for an answer. */
  | 'OPEN'
  /** What was asked for was sent. */
  | 'PAID';

/** For moneyReverse. */
export type MoneyReverseInput = {
  /** Your own key: the same one again gives the first answer again, and moves nothing more. */
  idempotencyKey: string;
  /** Why, 500 characters at most. The two people see it. */
  reason: string;
  /** A transfer that succeeded. */
  transferId: string | number;
};

/** For moneySend. */
export type MoneySendInput = {
  /** How much, in the currency of your wallet, which must be theirs as well. */
  amount: MoneyInput;
  /** For what the balance lacks; your default card when left out. */
  cardId?: string | number | null | undefined;
  /** Your chat with the person who gets it. */
  conversationId: string | number;
  /** Your own key: the same one again gives the first answer again, and moves nothing more. */
  idempotencyKey: string;
  /** A word with it, 200 characters at most. */
  note?: string | null | undefined;
};

/** What a notice says. */
export type NoticeCode =
  /** The customer pays in cash when the order arrives. */
  | 'CASH_ON_DELIVERY'
  /** The order was called off. */
  | 'ORDER_CANCELLED'
  /** The shop accepted the order. */
  | 'ORDER_CONFIRMED'
  /** All of it has arrived. */
  | 'ORDER_DELIVERED'
  /** The order was not paid in time. */
  | 'ORDER_EXPIRED'
  /** The shop has the order. */
  | 'ORDER_PLACED'
  /** A parcel has left the shop. */
  | 'ORDER_SHIPPED';

/** A stretch of a day. */
export type OpeningHoursInput = {
  /** Such as 18:30; 24:00 is midnight. */
  closesAt: string;
  /** Such as 09:00. */
  opensAt: string;
  /** On which day. */
  weekday: Weekday;
};

/** For openingHoursSet. */
export type OpeningHoursSetInput = {
  /** Of which shop. */
  businessId: string | number;
  /** The whole week, 21 stretches at most, none over another; empty: always open. */
  hours: Array<OpeningHoursInput>;
};

/** What can be done with an order, and what was. */
export type OrderAction =
  /** To be paid in cash at the door: orderPay. */
  | 'AUTHORIZE'
  /** Called off: orderCancel. */
  | 'CANCEL'
  /** Over, by itself. */
  | 'COMPLETE'
  /** Accepted by the shop: orderConfirm. */
  | 'CONFIRM'
  /** Arrived: orderDeliver. */
  | 'DELIVER'
  /** Not paid in time, by itself. */
  | 'EXPIRE'
  /** Paid: orderPay. */
  | 'PAY'
  /** Ordered. */
  | 'PLACE'
  /** What was paid went back: refundCreate. */
  | 'REFUND'
  /** Sent: orderShip. */
  | 'SHIP';

/** For orderCancel. */
export type OrderCancelInput = {
  /** Your own key. */
  idempotencyKey?: string | null | undefined;
  /** Which order. */
  orderId: string | number;
  /** For the other side; 500 characters. */
  reason?: string | null | undefined;
};

/** For orderConfirm. */
export type OrderConfirmInput = {
  /** Your own key: the same one again is answered as the first time, and changes nothing. */
  idempotencyKey?: string | null | undefined;
  /** Which order. */
  orderId: string | number;
};

/** For orderDeliver. */
export type OrderDeliverInput = {
  /** Your own key: the same one again is answered as the first time, and changes nothing. */
  idempotencyKey?: string | null | undefined;
  /** Which order. */
  orderId: string | number;
};

/** Which orders: your own when nothing is given; for a partner app, those of all the businesses that let it READ_ORDERS. */
export type OrderEventFilter = {
  /** Those of a business whose staff you are, or that lets your app READ_ORDERS. */
  businessId?: string | number | null | undefined;
  /** Only this one of them; FORBIDDEN when you do not see it. */
  orderId?: string | number | null | undefined;
};

/** Where its goods are. */
export type OrderFulfillmentState =
  /** All arrived. */
  | 'DELIVERED'
  /** Some on their way. */
  | 'PARTIALLY_SHIPPED'
  /** Back in the shop. */
  | 'RETURNED'
  /** All on their way. */
  | 'SHIPPED'
  /** In the shop. */
  | 'UNFULFILLED';

/** For orderPay. */
export type OrderPayInput = {
  /** Your default card when left out. */
  cardId?: string | number | null | undefined;
  /** Your own key: the same one again gives the same payment. */
  idempotencyKey: string;
  /** CARD when left out. */
  method?: PaymentMethod | null | undefined;
  /** Your own order. */
  orderId: string | number;
};

/** Where its money is. */
export type OrderPaymentState =
  /** The money is reserved and not taken yet. */
  | 'AUTHORIZED'
  /** All was paid. */
  | 'PAID'
  /** Some went back. */
  | 'PARTIALLY_REFUNDED'
  /** All went back. */
  | 'REFUNDED'
  /** Nothing was paid. */
  | 'UNPAID';

/** For orderPlace. */
export type OrderPlaceInput = {
  /** Where to deliver; left out when it is picked up. */
  address?: AddressInput | null | undefined;
  /** Your own open cart. */
  cartId: string | number;
  /** Where the cart came from: CHAT when left out, or a shop on Facebook or Instagram. Every line has to be sold there. PARTNER is not for persons. */
  channel?: SalesChannel | null | undefined;
  /** The order is refused unless the cart is at this version. */
  expectedVersion?: number | null | undefined;
  /** Your own key: the same one again gives the same order. */
  idempotencyKey: string;
  /** For the shop; 500 characters. */
  note?: string | null | undefined;
};

/** For orderShip. */
export type OrderShipInput = {
  /** Who carries it; 80 characters. */
  carrier?: string | null | undefined;
  /** Your own key: the same one again ships nothing more. */
  idempotencyKey?: string | null | undefined;
  /** What is in the parcel; all that is left when left out. */
  lines?: Array<ParcelLineInput> | null | undefined;
  /** Which order. */
  orderId: string | number;
  /** The carrier's number; 80 characters. */
  trackingNumber?: string | null | undefined;
};

/** Where an order is between shop and customer. */
export type OrderState =
  /** It was called off. */
  | 'CANCELLED'
  /** It is over: paid and delivered. */
  | 'COMPLETED'
  /** The shop has accepted. */
  | 'CONFIRMED'
  /** It was not paid while its stock was held. */
  | 'EXPIRED'
  /** The customer has ordered. */
  | 'PLACED';

/** So many of a line. */
export type ParcelLineInput = {
  /** Of which line. */
  lineId: string | number;
  /** How many. */
  quantity: number;
};

/** For partnerAppCreate. */
export type PartnerAppCreateInput = {
  /** What it does, in plain text; 2,000 characters. */
  description?: string | null | undefined;
  /** Your own key: the same one again makes nothing new. */
  idempotencyKey?: string | null | undefined;
  /** What others see; 80 characters. */
  name: string;
  /** The most that it asks for; at least one. */
  scopes: Array<PartnerScope>;
};

/** For partnerAppUpdate; what is left out stays. */
export type PartnerAppUpdateInput = {
  /** Which app, of your own. */
  appId: string | number;
  /** What it does, in plain text; 2,000 characters. */
  description?: string | null | undefined;
  /** What others see; 80 characters. */
  name?: string | null | undefined;
  /** All that it asks for from now on; at least one. Its keys and grants never exceed it. */
  scopes?: Array<PartnerScope> | null | undefined;
};

/** For partnerGrant. */
export type PartnerGrantInput = {
  /** Which app, of anybody's: look it up with `partnerApp`. */
  appId: string | number;
  /** For which business, of your own. */
  businessId: string | number;
  /** All that it may do from now on, of what it asks for; at least one. MANAGE_WEBHOOKS is no business's to grant. */
  scopes: Array<PartnerScope>;
};

/** For partnerRevoke. */
export type PartnerRevokeInput = {
  /** Which app. */
  appId: string | number;
  /** For which business, of your own. */
  businessId: string | number;
};

/** Something that a partner app may be allowed to do. */
export type PartnerScope =
  /** Create and change the webhooks of the app, and see what they are sent: all that the app may read. It concerns no business, so that none grants it. */
  | 'MANAGE_WEBHOOKS'
  /** Read the orders of the businesses that granted it, and follow them live. */
  | 'READ_ORDERS'
  /** Confirm, ship, deliver and cancel those orders. */
  | 'WRITE_ORDERS'
  /** Set the stock of their products. */
  | 'WRITE_STOCK';

/** What the payer can do with a payment. */
export type PaymentAction =
  /** Give it up: paymentCancel. */
  | 'CANCEL'
  /** Answer the challenge: paymentConfirm. */
  | 'CONFIRM';

/** For paymentAskAgain. */
export type PaymentAskAgainInput = {
  /** A payment of anybody. */
  paymentId: string | number;
};

/** For paymentCancel. */
export type PaymentCancelInput = {
  /** A payment of yours that waits for you. */
  paymentId: string | number;
};

/** What the payer must do. */
export type PaymentChallengeKind =
  /** Give the code that the bank sent to paymentConfirm. */
  | 'ONE_TIME_CODE'
  /** Go to `url`, then call paymentConfirm without a code. */
  | 'REDIRECT';

/** For paymentConfirm. */
export type PaymentConfirmInput = {
  /** The code that the bank sent; left out after a redirect. */
  code?: string | null | undefined;
  /** A payment of yours that waits for you. */
  paymentId: string | number;
};

/** Which payments: your own when nothing is given. */
export type PaymentEventFilter = {
  /** Those to a business whose staff you are. */
  businessId?: string | number | null | undefined;
  /** Only those of this order. */
  orderId?: string | number | null | undefined;
};

/** Why a payment failed. */
export type PaymentFailureCode =
  /** This amount cannot be charged to a card. */
  | 'AMOUNT_NOT_CHARGEABLE'
  /** Your bank could not handle the payment. Nothing was charged. Try again in a while. */
  | 'BANK_UNAVAILABLE'
  /** This payment was cancelled. Nothing was charged. */
  | 'CANCELLED'
  /** Your bank declined this card. Try another one. */
  | 'CARD_DECLINED'
  /** Some details of this card are wrong. Register it again, or try another one. */
  | 'CARD_DETAILS_WRONG'
  /** Your bank could not confirm that it was you. Nothing was charged. Try again. */
  | 'CHALLENGE_FAILED'
  /** This card has expired. Try another one. */
  | 'EXPIRED_CARD'
  /** There is not enough money on this card. Try another one. */
  | 'INSUFFICIENT_FUNDS'
  /** This payment could not be taken. Nothing was charged. */
  | 'PROVIDER_REFUSED';

/** How to pay. */
export type PaymentMethod =
  /** From the wallet's balance, all of it. */
  | 'BALANCE'
  /** From the balance as far as it goes, the rest with a card. */
  | 'BALANCE_AND_CARD'
  /** With a card. */
  | 'CARD'
  /** In cash at the door, where the market offers it. */
  | 'CASH_ON_DELIVERY';

/** Where a payment is. */
export type PaymentState =
  /** It was given up; nothing was taken. */
  | 'CANCELLED'
  /** Begun; the provider has not answered yet. */
  | 'CREATED'
  /** Nothing was taken: see `failure`. The order can be paid in another way. */
  | 'FAILED'
  /** The provider works on it. */
  | 'PROCESSING'
  /** The payer must answer a challenge: see `challenge`. */
  | 'REQUIRES_ACTION'
  /** The money was taken. */
  | 'SUCCEEDED'
  /** The provider's answer is missing and is being asked for. Not a failure: do not pay again. */
  | 'UNKNOWN';

/** For payoutCreate. */
export type PayoutCreateInput = {
  /** How much; all that is available when left out. */
  amount?: MoneyInput | null | undefined;
  /** Your own business. */
  businessId: string | number;
  /** Your own key: the same one again pays nothing more. */
  idempotencyKey: string;
};

/** Why a payout did not arrive. */
export type PayoutFailureCode =
  /** This bank account has been closed. Register another one. */
  | 'ACCOUNT_CLOSED'
  /** The bank did not take the money. Ask it why, or register another account. */
  | 'BANK_DECLINED'
  /** This payout was cancelled. */
  | 'CANCELLED'
  /** The bank knows no such account. Register it again, or another one. */
  | 'NO_ACCOUNT'
  /** This payout could not be made. */
  | 'PROVIDER_REFUSED';

/** Where a payout is. */
export type PayoutState =
  /** The bank refused it: see `failure`. The amount is available again. */
  | 'FAILED'
  /** The bank has taken it. */
  | 'PAID'
  /** On its way: the amount is held back. */
  | 'PENDING'
  /** The bank had taken it and sent it back: the amount is available again. */
  | 'RETURNED';

/** For personUpdate; what is left out stays. */
export type PersonUpdateInput = {
  /** A tag such as "hi" or "en-IN". */
  language?: string | null | undefined;
  /** What others see; 80 characters. */
  name?: string | null | undefined;
};

/** For pilotMemberSet. */
export type PilotMemberSetInput = {
  /** Whose pilots. */
  country: string;
  /** True: in all of its pilots. False: the share decides, as for everybody. */
  isMember: boolean;
  /** Of somebody who has signed in once. */
  phone: string;
};

/** For productArchive. */
export type ProductArchiveInput = {
  /** Which product. */
  productId: string | number;
};

/** Whether it can be had now. */
export type ProductAvailability =
  /** It is no longer sold. */
  | 'DISCONTINUED'
  /** It can. */
  | 'IN_STOCK'
  /** Not now. */
  | 'OUT_OF_STOCK';

/** For productCreate. */
export type ProductCreateInput = {
  /** Whose catalogue it goes into. */
  businessId: string | number;
  /** Where it is sold: everywhere when left out, nowhere when empty. */
  channels?: Array<SalesChannel> | null | undefined;
  /** 9,999 characters. */
  description?: string | null | undefined;
  /** Your own key: the same one again makes nothing new. */
  idempotencyKey?: string | null | undefined;
  /** Pictures of the shop, the cover first; ten at most. */
  imageIds?: Array<string | number> | null | undefined;
  /** 200 characters. */
  name: string;
  /** In the shop's currency. */
  price: MoneyInput;
  /** A sale price. */
  sale?: SaleInput | null | undefined;
  /** The shop's own id of it, unique in the shop; 100 printable ASCII characters. */
  sku?: string | null | undefined;
  /** How many there are; left out, it never runs out. */
  stock?: number | null | undefined;
  /** PIECE when left out. */
  unit?: ProductUnit | null | undefined;
};

/** For productFeedCreate. */
export type ProductFeedCreateInput = {
  /** Whose products. */
  businessId: string | number;
  /** For which channel. */
  channel: FeedChannel;
  /** Your own key: the same one again makes nothing new. */
  idempotencyKey?: string | null | undefined;
};

/** For productFeedRevoke. */
export type ProductFeedRevokeInput = {
  /** Which feed. */
  feedId: string | number;
};

/** Whether a product is in the shop. */
export type ProductState =
  /** In the shop. */
  | 'ACTIVE'
  /** No longer sold; orders and chats that show it keep it. */
  | 'ARCHIVED';

/** What a quantity of one is. */
export type ProductUnit =
  /** One kilogram. */
  | 'KG'
  /** One pack. */
  | 'PACK'
  /** One piece. */
  | 'PIECE';

/** For productUpdate; what is left out stays. */
export type ProductUpdateInput = {
  /** All the channels that sell it from now on; none when empty. */
  channels?: Array<SalesChannel> | null | undefined;
  /** 9,999 characters. */
  description?: string | null | undefined;
  /** All its pictures anew, the cover first. */
  imageIds?: Array<string | number> | null | undefined;
  /** 200 characters. */
  name?: string | null | undefined;
  /** In the shop's currency. */
  price?: MoneyInput | null | undefined;
  /** Which product. */
  productId: string | number;
  /** A sale price; null ends the sale. */
  sale?: SaleInput | null | undefined;
  /** Unique in the shop. */
  sku?: string | null | undefined;
  /** What a quantity of one is. */
  unit?: ProductUnit | null | undefined;
};

/** How far a message has come. */
export type ReceiptKind =
  /** It is on the device. */
  | 'DELIVERED'
  /** It was looked at, and so delivered. */
  | 'READ';

/** For refundCreate. */
export type RefundCreateInput = {
  /** How much; all that is left when left out. */
  amount?: MoneyInput | null | undefined;
  /** Your own key: the same one again gives back nothing more. */
  idempotencyKey: string;
  /** A payment to your business that succeeded. */
  paymentId: string | number;
  /** Why, 500 characters at most. The customer sees it. */
  reason: string;
};

/** Where a refund is. */
export type RefundState =
  /** The provider refused it; the platform looks at it. */
  | 'FAILED'
  /** On its way. */
  | 'PENDING'
  /** The money went back. */
  | 'SUCCEEDED';

/** A sale price, with dates or without. */
export type SaleInput = {
  /** Until when; until it is removed when left out. */
  endsAt?: string | null | undefined;
  /** Below the regular price. */
  price: MoneyInput;
  /** From when; at once when left out. */
  startsAt?: string | null | undefined;
};

/** Where a product is sold and an order comes from. */
export type SalesChannel =
  /** The chat. */
  | 'CHAT'
  /** A Facebook Shop. */
  | 'FACEBOOK_SHOP'
  /** An Instagram Shop. */
  | 'INSTAGRAM_SHOP'
  /** A partner app. */
  | 'PARTNER';

/** For screenLockRemove. */
export type ScreenLockRemoveInput = {
  /** The one that it was set with. */
  password: string;
};

/** For screenLockSet. */
export type ScreenLockSetInput = {
  /** Lock after so many seconds without use: 60 (a minute) to 28,800 (8 hours). */
  autoLockSeconds: number;
  /** Needed when the session has a screen lock already; wrong ones are counted as for unlocking. */
  currentPassword?: string | null | undefined;
  /** 6 to 128 characters; for this session only. */
  password: string;
};

/** For sessionRevoke. */
export type SessionRevokeInput = {
  /** One of your own sessions. */
  sessionId: string | number;
};

/** For sessionUnlock. */
export type SessionUnlockInput = {
  /** The one that it was set with. */
  password: string;
};

/** For signInComplete. */
export type SignInCompleteInput = {
  /** The six digits that were sent to it. */
  code: string;
  /** What to call this device in the list of sessions; 80 characters. */
  device: string;
  /** The name of a new person; it does not change a known one. 80 characters. */
  name?: string | null | undefined;
  /** The one that signInStart was called with. */
  phone: string;
};

/** For signInStart. */
export type SignInStartInput = {
  /** In full: "+91 98765 43210". */
  phone: string;
};

/** For staffAdd. */
export type StaffAddInput = {
  /** Which business. */
  businessId: string | number;
  /** Of somebody who has signed in once. */
  phone: string;
  /** As what. */
  role: StaffRole;
};

/** For staffRemove. */
export type StaffRemoveInput = {
  /** Which business. */
  businessId: string | number;
  /** Who. */
  personId: string | number;
};

/** What a member of the staff may do; each role may what the ones before may. */
export type StaffRole =
  /** Talks to customers and moves orders on. */
  | 'AGENT'
  /** Keeps the catalogue and the stock. */
  | 'MANAGER'
  /** Keeps the business itself, its staff and its money. */
  | 'OWNER';

/** For staffUpdate. */
export type StaffUpdateInput = {
  /** Which business. */
  businessId: string | number;
  /** Who. */
  personId: string | number;
  /** As what from now on. */
  role: StaffRole;
};

/** How many of a product there are. */
export type StockItemInput = {
  /** How many can be sold now, as counted on the shelf. What never ran out is counted from then on. */
  free: number;
  /** The shop's own id of the product; for one that has none, its id here, as in feeds. */
  sku: string;
};

/** For stockSet. */
export type StockSetInput = {
  /** How many can be sold now; null when it never runs out. */
  free?: number | null | undefined;
  /** Which product. */
  productId: string | number;
};

/** For stockSetMany. */
export type StockSetManyInput = {
  /** Whose products. */
  businessId: string | number;
  /** Your own key: the same one again counts nothing anew and gives the same results. */
  idempotencyKey?: string | null | undefined;
  /** 5000 at most, each SKU once. */
  items: Array<StockItemInput>;
};

/** What can be done with a ticket, and what was. */
export type TicketAction =
  /** Answered in the thread by the desk, or by who opened it while it waited. */
  | 'ANSWER'
  /** Given to somebody, or put back into the queue: ticketAssign. */
  | 'ASSIGN'
  /** Over: ticketAdvance, or by itself 7 days after it was resolved. */
  | 'CLOSE'
  /** Opened: ticketOpen. */
  | 'OPEN'
  /** Given another priority: ticketPrioritySet. */
  | 'PRIORITISE'
  /** Rated: ticketRate. */
  | 'RATE'
  /** Not done after all: ticketAdvance, or a message in the thread. */
  | 'REOPEN'
  /** Done: ticketAdvance. */
  | 'RESOLVE'
  /** Taken up: ticketAdvance. */
  | 'START'
  /** Waits for who opened it: ticketAdvance. */
  | 'WAIT';

/** What to do with a ticket. */
export type TicketAdvanceAction =
  /** It is over. For who opened it. */
  | 'CLOSE'
  /** It is not done after all. For who opened it, for 7 days. */
  | 'REOPEN'
  /** It is done. For the desk. */
  | 'RESOLVE'
  /** Take it up; it is yours when nobody has it. For the desk. */
  | 'START'
  /** Wait for who opened it: their answer ends it. For the desk. */
  | 'WAIT';

/** For ticketAdvance. */
export type TicketAdvanceInput = {
  /** What; see availableActions. */
  action: TicketAdvanceAction;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** Which ticket. */
  ticketId: string | number;
};

/** For ticketAssign. */
export type TicketAssignInput = {
  /** Who of the desk gets it, such as yourself; null or left out puts it back into the queue. */
  assigneeId?: string | number | null | undefined;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** True refuses when somebody else has it: what a button to take a ticket sends. */
  onlyIfUnassigned?: boolean | null | undefined;
  /** Which ticket. */
  ticketId: string | number;
};

/** Who is asked. */
export type TicketDesk =
  /** A shop, by its customers. */
  | 'BUSINESS'
  /** The platform, by those who work in a shop. */
  | 'PLATFORM';

/** Which tickets: one of the fields. Your own when no filter is given. */
export type TicketEventFilter =
  {   /** The desk of a shop whose staff you are. */
  businessId: string | number; platform?: never; ticketId?: never; }
  |  { businessId?: never;   /** The platform's desk. For operators. */
  platform: boolean; ticketId?: never; }
  |  { businessId?: never; platform?: never;   /** This one, which you have opened or whose desk you work at. */
  ticketId: string | number; };

/** For ticketOpen. What is named must be yours, and of one shop. */
export type TicketOpenInput = {
  /** The shop that is asked, or for which you ask the platform; left out when what follows says it, or when you work in one shop only. */
  businessId?: string | number | null | undefined;
  /** The chat with the shop that it comes from: its last 10 messages go with it. */
  conversationId?: string | number | null | undefined;
  /** Who is asked. */
  desk: TicketDesk;
  /** Your own key: the same one again gives the same ticket. */
  idempotencyKey: string;
  /** Messages of that chat that go with it instead of the last ones; 20 at most. */
  messageIds?: Array<string | number> | null | undefined;
  /** An order that it is about: your own, or for the platform one of your shop. */
  orderId?: string | number | null | undefined;
  /** NORMAL when left out. */
  priority?: TicketPriority | null | undefined;
  /** In a line: 200 characters. */
  subject: string;
  /** The first message of the thread: 4,096 characters. */
  text: string;
};

/** How urgent a ticket is: by when it should be answered first, and by when resolved. */
export type TicketPriority =
  /** 4 hours, and a day. */
  | 'HIGH'
  /** A day, and 7 days. */
  | 'LOW'
  /** 8 hours, and 3 days. */
  | 'NORMAL'
  /** An hour, and 8 hours. */
  | 'URGENT';

/** For ticketPrioritySet. */
export type TicketPrioritySetInput = {
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** How urgent it is. */
  priority: TicketPriority;
  /** Which ticket. */
  ticketId: string | number;
};

/** For ticketRate. */
export type TicketRateInput = {
  /** 500 characters. */
  comment?: string | null | undefined;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** 1 to 5; 5 is best. */
  rating: number;
  /** Which ticket. */
  ticketId: string | number;
};

/** Where a ticket is. */
export type TicketState =
  /** Over, and not reopened any more. */
  | 'CLOSED'
  /** Somebody works on it. */
  | 'IN_PROGRESS'
  /** In the queue: nobody has answered, or it was reopened. */
  | 'OPEN'
  /** Done. Who opened it can reopen it for 7 days. */
  | 'RESOLVED'
  /** For who opened it; the clock of the resolution stands still. */
  | 'WAITING';

/** Where money is that somebody sends. */
export type TransferState =
  /** The card was not charged, and nothing was sent. */
  | 'FAILED'
  /** A card is being charged for a part of it; the recipient knows nothing yet. */
  | 'PENDING'
  /** The platform took it back: see `reversalReason`. */
  | 'REVERSED'
  /** It is the recipient's. */
  | 'SUCCEEDED';

/** For typingSet. */
export type TypingSetInput = {
  /** Where. */
  conversationId: string | number;
  /** Whether you type now. */
  isTyping: boolean;
};

/** What kind of failure it is; made for programs, while `message` is made for people. */
export type UserErrorCode =
  /** Nothing may be sent to this address; the message says why. */
  | 'ADDRESS_REFUSED'
  /** The order is paid. */
  | 'ALREADY_PAID'
  /** This person is already on the staff. */
  | 'ALREADY_STAFF'
  /** The provider does not know this bank account token. */
  | 'BANK_TOKEN_REFUSED'
  /** The card has expired; choose another. */
  | 'CARD_EXPIRED'
  /** The provider does not know this card token, or it was used before. */
  | 'CARD_TOKEN_REFUSED'
  /** The cart has no lines. */
  | 'CART_EMPTY'
  /** The code is wrong; the payment waits for the right one. */
  | 'CHALLENGE_REFUSED'
  /** One of the two sides has blocked the other. */
  | 'CONVERSATION_BLOCKED'
  /** You have locked this conversation: unlock it first. */
  | 'CONVERSATION_LOCKED'
  /** A conversation needs somebody else. */
  | 'CONVERSATION_WITH_SELF'
  /** Money does not cross currencies: use the one that the message names. */
  | 'CURRENCY_MISMATCH'
  /** The document is no subscription that this app may run; the message says why. */
  | 'DOCUMENT_REFUSED'
  /** The country has not switched this on, or not for you; see `reason`. */
  | 'FEATURE_UNAVAILABLE'
  /** The file is empty, too large or none that can be read. */
  | 'FILE_REFUSED'
  /** Your role in this business does not allow it. */
  | 'FORBIDDEN_ROLE'
  /** Another business has this handle. */
  | 'HANDLE_TAKEN'
  /** The stock held for this order was given back; order again. */
  | 'HOLD_EXPIRED'
  /** This idempotency key was used before with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The balance does not cover the amount; see `available`. */
  | 'INSUFFICIENT_FUNDS'
  /** Fewer are left than asked for. */
  | 'INSUFFICIENT_STOCK'
  /** A value is missing, malformed or outside its limits; `path` names it. */
  | 'INVALID_INPUT'
  /** An amount is malformed, out of range or in the wrong currency. */
  | 'INVALID_MONEY'
  /** The state of the thing does not allow this action; see its `availableActions`. */
  | 'INVALID_TRANSITION'
  /** A business keeps at least one owner. */
  | 'LAST_OWNER'
  /** More than may be sent in one transfer, a day or a month; see the limits of the wallet. */
  | 'LIMIT_EXCEEDED'
  /** Platform support is for those who work in a shop; ask the shop itself in its chat, with ticketOpen. */
  | 'NOT_BUSINESS_USER'
  /** There is no such thing, or it is not yours: the two look the same. */
  | 'NOT_FOUND'
  /** The business has no bank account to be paid out to; set one. */
  | 'NO_BANK_ACCOUNT'
  /** The balance does not cover it and there is no card for the rest. */
  | 'NO_CARD'
  /** Another payment of the same is under way; wait for its outcome. */
  | 'PAYMENT_IN_PROGRESS'
  /** The product is archived or not sold here. */
  | 'PRODUCT_UNAVAILABLE'
  /** The payment provider does not answer now; nothing was done, try again. */
  | 'PROVIDER_UNAVAILABLE'
  /** A part of what was asked for is no longer in the log; the message says where it begins. */
  | 'RANGE_EXPIRED'
  /** More than what is left of the payment. */
  | 'REFUND_TOO_LARGE'
  /** The app asks for no such scope, or the business has not granted it. */
  | 'SCOPE_NOT_GRANTED'
  /** This session has no screen lock: set one first. */
  | 'SCREEN_LOCK_MISSING'
  /** Only right after signing in: do that again, with a code from your phone. */
  | 'SIGN_IN_AGAIN'
  /** The code is wrong, used or expired; ask for a new one. */
  | 'SIGN_IN_REFUSED'
  /** Another product of this business has this SKU. */
  | 'SKU_TAKEN'
  /** Too many attempts; wait for the time that the message names. */
  | 'TOO_MANY_ATTEMPTS'
  /** So many API keys of this app are in use already; revoke one that is not needed. */
  | 'TOO_MANY_KEYS'
  /** So many replays of this webhook are running; wait for one to finish. */
  | 'TOO_MANY_REPLAYS'
  /** So many tickets of yours are open already: go on in one of them. */
  | 'TOO_MANY_TICKETS'
  /** So many webhooks of this app exist already; delete one that is not needed. */
  | 'TOO_MANY_WEBHOOKS'
  /** The thing has changed since the version that you named; read it again. */
  | 'VERSION_CONFLICT'
  /** The password is wrong; after some tries you have to wait. */
  | 'WRONG_PASSWORD';

/** For walletTopUp. */
export type WalletTopUpInput = {
  /** How much, in the currency of your wallet. */
  amount: MoneyInput;
  /** Your default card when left out. */
  cardId?: string | number | null | undefined;
  /** Your own key: the same one again gives the same payment. */
  idempotencyKey: string;
};

/** For webhookCreate. */
export type WebhookCreateInput = {
  /** Everything behind this cursor is sent, as far back as the log goes; from now on when left out. */
  after?: string | null | undefined;
  /** Of which app; may be left out by a key, which is of one. */
  appId?: string | number | null | undefined;
  /** A GraphQL subscription of this API without variables and without `after`, 10000 bytes at most; the `data` of each delivery is its result for one event. */
  document: string;
  /** Your own key: the same one again makes nothing new. */
  idempotencyKey?: string | null | undefined;
  /** Where to send: an https address that is not in a private network. Redirects are not followed. */
  url: string;
};

/** For webhookDelete. */
export type WebhookDeleteInput = {
  /** Which. */
  webhookId: string | number;
};

/** For webhookDeliveryRetry. */
export type WebhookDeliveryRetryInput = {
  /** Which: one that is over. */
  deliveryId: string | number;
};

/** What became of a delivery. */
export type WebhookDeliveryState =
  /** It was answered with a status from 200 to 299. */
  | 'DELIVERED'
  /** It was not sent any more: its webhook was deleted. */
  | 'DROPPED'
  /** It was given up: its last attempt says why. */
  | 'FAILED'
  /** It has not arrived yet, and is tried until it has. */
  | 'PENDING';

/** For webhookReplay. */
export type WebhookReplayInput = {
  /** Where to begin. */
  from: LogPlace;
  /** Your own key: the same one again starts nothing new. */
  idempotencyKey?: string | null | undefined;
  /** Where to end; now, when left out. */
  to?: LogPlace | null | undefined;
  /** Which. */
  webhookId: string | number;
};

/** For webhookSecretRotate. */
export type WebhookSecretRotateInput = {
  /** How long the old secret signs as well: 24 when left out, 168 at most; 0 ends it at once. */
  overlapHours?: number | null | undefined;
  /** Of which. */
  webhookId: string | number;
};

/** Whether a webhook is told of anything. */
export type WebhookState =
  /** It is told. */
  | 'ACTIVE'
  /** It never will be again. */
  | 'DELETED'
  /** It is not, and keeps its place; see `pauseReason`. */
  | 'PAUSED';

/** For webhookTest. */
export type WebhookTestInput = {
  /** The `id` of an event that is in the log; the newest one that the document selects when left out. */
  eventId?: string | number | null | undefined;
  /** False: nothing is sent, the body is only shown. True when left out. */
  send?: boolean;
  /** Which. */
  webhookId: string | number;
};

/** For webhookUpdate: what is left out stays as it is. */
export type WebhookUpdateInput = {
  /** Goes on behind this cursor, which is further on than its `position`: what lies between is left out, as when the log no longer holds it. */
  after?: string | null | undefined;
  /** A GraphQL subscription of this API without variables and without `after`, 10000 bytes at most; the `data` of each delivery is its result for one event. Deliveries that were made already keep their bodies; it holds for the events behind them. */
  document?: string | null | undefined;
  /** Pauses it, or has it go on. */
  state?: WebhookUpdateState | null | undefined;
  /** Where to send: an https address that is not in a private network. Redirects are not followed. Deliveries that wait are sent there too. */
  url?: string | null | undefined;
  /** Which. */
  webhookId: string | number;
};

/** What a webhook can be set to. */
export type WebhookUpdateState =
  /** It goes on from where it was. */
  | 'ACTIVE'
  /** Nothing is sent until it goes on; nothing is lost meanwhile. */
  | 'PAUSED';

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

export type BotUpdateMutationVariables = Exact<{
  input: BotUpdateInput;
}>;


export type BotUpdateMutation = { botUpdate: { business: { bot: { isEnabled: boolean, greeting: Array<{ language: string, text: string }>, away: Array<{ language: string, text: string }>, replies: Array<{ keywords: Array<string>, texts: Array<{ language: string, text: string }> }> } | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type OpeningHoursSetMutationVariables = Exact<{
  input: OpeningHoursSetInput;
}>;


export type OpeningHoursSetMutation = { openingHoursSet: { business: { isOpenNow: boolean, openingHours: Array<{ weekday: Weekday, opensAt: string, closesAt: string }> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type BotHandOverMutationVariables = Exact<{
  input: BotHandOverInput;
}>;


export type BotHandOverMutation = { botHandOver: { conversation: { isWithHuman: boolean } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type BotResumeMutationVariables = Exact<{
  input: BotResumeInput;
}>;


export type BotResumeMutation = { botResume: { conversation: { isWithHuman: boolean } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type ShopBotQueryVariables = Exact<{
  id: string | number;
}>;


export type ShopBotQuery = { node:
    | { isOpenNow: boolean, openingHours: Array<{ weekday: Weekday }>, bot: { isEnabled: boolean } | null }
    | Record<PropertyKey, never>
   | null };

export type BotWordsQueryVariables = Exact<{
  id: string | number;
}>;


export type BotWordsQuery = { node:
    | { messages: { edges: Array<{ node: { sender:
              | { __typename: 'Business' }
              | { __typename: 'Person' }
              | { __typename: 'Platform' }
             | null, content:
              | { rule: string, text: string, products: Array<{ product: { name: string }, priceAsSent: { formatted: string } }>, catalog: { id: string } | null }
              | Record<PropertyKey, never>
             } }> } }
    | Record<PropertyKey, never>
   | null };

export type BusinessFindQueryVariables = Exact<{
  handle: string;
}>;


export type BusinessFindQuery = { business: { id: string, name: string, viewerRole: StaffRole | null, staff: Array<{ role: StaffRole }> | null } | null };

export type BusinessListQueryVariables = Exact<{
  country?: string | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BusinessListQuery = { businesses: { edges: Array<{ node: { id: string, name: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type BusinessMarketsQueryVariables = Exact<{
  country: string;
}>;


export type BusinessMarketsQuery = { market: { name: string, currencyCode: string, languages: Array<string> } | null, markets: Array<{ country: string }> };

export type CardsOfViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CardsOfViewerQuery = { viewer:
    | { wallet: { cards: { edges: Array<{ node: { id: string, brand: string, last4: string, isDefault: boolean, isRemoved: boolean } }> } } | null }
    | Record<PropertyKey, never>
   | null };

export type CardsExpiryQueryVariables = Exact<{
  id: string | number;
}>;


export type CardsExpiryQuery = { node:
    | { expMonth: number, expYear: number, isRemoved: boolean }
    | Record<PropertyKey, never>
   | null };

export type CartSharingEventsSubscriptionVariables = Exact<{
  cartId: string | number;
}>;


export type CartSharingEventsSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, cart: { version: number, state: CartState, itemCount: number } | null } | null } };

export type ChatLiveEventsSubscriptionVariables = Exact<{
  conversationId: string | number;
  after?: string | null | undefined;
}>;


export type ChatLiveEventsSubscription = { conversationEvents: { cursor: string, event: { id: string, type: EventType, sequence: number | null, occurredAt: string, message: { sequence: number, isMine: boolean, content:
          | { text: string }
          | Record<PropertyKey, never>
         } | null, member: { readSequence: number } | null, conversation: { lastSequence: number, unreadCount: number } | null } | null } };

export type ChatLiveSnapshotQueryVariables = Exact<{
  id: string | number;
}>;


export type ChatLiveSnapshotQuery = { eventCursor: string, node:
    | { messages: { edges: Array<{ node: { sequence: number } }> } }
    | Record<PropertyKey, never>
   | null };

export type ChatLockNodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ChatLockNodesQuery = { nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, of: { id: string } }
    | { id: string, conversation: { id: string } | null }
    | { id: string, conversation: { id: string } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, conversation: { id: string } | null }
    | { id: string }
    | { id: string }
    | { id: string }
   | null> };

export type ChatLockInboxQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatLockInboxQuery = { viewer:
    | { conversations: { edges: Array<{ node: { id: string } }> } }
    | Record<PropertyKey, never>
   | null };

export type ChatLockShopInboxQueryVariables = Exact<{
  id: string | number;
}>;


export type ChatLockShopInboxQuery = { node:
    | { conversations: { edges: Array<{ node: { id: string } }> } }
    | Record<PropertyKey, never>
   | null };

export type ChatLockMessagesQueryVariables = Exact<{
  id: string | number;
}>;


export type ChatLockMessagesQuery = { node:
    | { lastSequence: number, messages: { edges: Array<{ node: { id: string, content:
              | { __typename: 'BotContent' }
              | { __typename: 'CartContent' }
              | { __typename: 'CatalogContent' }
              | { __typename: 'MoneyContent' }
              | { __typename: 'NoticeContent' }
              | { __typename: 'OrderContent' }
              | { __typename: 'PaymentContent' }
              | { __typename: 'ProductContent' }
              | { __typename: 'TextContent' }
              | { __typename: 'TicketContent' }
             } }> } }
    | Record<PropertyKey, never>
   | null };

export type ChatLockInboxEventsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChatLockInboxEventsSubscription = { stream: { cursor: string, event: { type: EventType, conversation: { id: string } | null, message: { id: string } | null } | null } };

export type ChatLockChatEventsSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type ChatLockChatEventsSubscription = { stream: { cursor: string, event: { type: EventType } | null } };

export type BlockReadQueryVariables = Exact<{
  id: string | number;
}>;


export type BlockReadQuery = { node:
    | { isBlocked: boolean, lastSequence: number, messages: { edges: Array<{ node: { content:
              | { __typename: 'BotContent' }
              | { __typename: 'CartContent' }
              | { __typename: 'CatalogContent' }
              | { __typename: 'MoneyContent' }
              | { __typename: 'NoticeContent', code: NoticeCode }
              | { __typename: 'OrderContent' }
              | { __typename: 'PaymentContent' }
              | { __typename: 'ProductContent' }
              | { __typename: 'TextContent' }
              | { __typename: 'TicketContent' }
             } }> } }
    | Record<PropertyKey, never>
   | null };

export type BlockChatEventsSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type BlockChatEventsSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, isTyping: boolean | null } | null } };

export type BlockInboxEventsSubscriptionVariables = Exact<{
  businessId?: string | number | null | undefined;
}>;


export type BlockInboxEventsSubscription = { stream: { cursor: string, event: { type: EventType, conversation: { id: string, isBlocked: boolean } | null } | null } };

export type ConversationsInboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ConversationsInboxQuery = { viewer:
    | { conversations: { edges: Array<{ node: { id: string, lastMessage: { sequence: number } | null, members: Array<{ party:
                | { __typename: 'Business', id: string }
                | { __typename: 'Person', id: string, name: string, phone: string | null }
                | { __typename: 'Platform' }
               | null }> } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } }
    | Record<PropertyKey, never>
   | null };

export type InboxLiveEventsSubscriptionVariables = Exact<{
  businessId?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type InboxLiveEventsSubscription = { inboxEvents: { cursor: string, event: { id: string, type: EventType, conversation: { id: string, unreadCount: number } | null, message: { content:
          | { text: string }
          | Record<PropertyKey, never>
         } | null } | null } };

export type LedgerEntriesQueryVariables = Exact<{
  kind: LedgerAccountKind;
  owner?: string | number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LedgerEntriesQuery = { ledgerEntries: { edges: Array<{ cursor: string, node: { id: string, kind: LedgerEntryKind, description: string, reference: string | null, createdAt: string, amount: { amount: string }, balance: { formatted: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LedgerTrialBalanceQueryVariables = Exact<{ [key: string]: never; }>;


export type LedgerTrialBalanceQuery = { trialBalance: Array<{ kind: LedgerAccountKind, accounts: number, balance: { minorUnits: string, currencyCode: string } }> };

export type LedgerHeadsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LedgerHeadsQuery = { ledgerHeads: { edges: Array<{ cursor: string, node: { day: string, hash: string, position: string, publishedAt: string } }> } };

export type LiveChatSubscriptionVariables = Exact<{
  conversationId: string | number;
  after?: string | null | undefined;
}>;


export type LiveChatSubscription = { conversationEvents: { cursor: string, event: { id: string, type: EventType, sequence: number | null, occurredAt: string, message: { id: string, sequence: number, content:
          | { text: string }
          | Record<PropertyKey, never>
         } | null } | null } };

export type LiveSnapshotQueryVariables = Exact<{
  id: string | number;
}>;


export type LiveSnapshotQuery = { eventCursor: string, node:
    | { messages: { edges: Array<{ node: { sequence: number } }> } }
    | Record<PropertyKey, never>
   | null };

export type LockedChatSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type LockedChatSubscription = { stream: { cursor: string, event: { type: EventType, message: { sequence: number, content:
          | { text: string }
          | Record<PropertyKey, never>
         } | null } | null } };

export type MessagePagesThreadQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MessagePagesThreadQuery = { node:
    | { lastSequence: number, messages: { edges: Array<{ cursor: string, node: { sequence: number } }>, pageInfo: { startCursor: string | null, endCursor: string | null, hasNextPage: boolean, hasPreviousPage: boolean } } }
    | Record<PropertyKey, never>
   | null };

export type MessagesCardQueryVariables = Exact<{
  id: string | number;
}>;


export type MessagesCardQuery = { node:
    | { content:
        | { __typename: 'BotContent' }
        | { __typename: 'CartContent', subtotal: { amount: string }, lines: Array<{ name: string, quantity: number, total: { amount: string } }>, cart: { itemCount: number } | null }
        | { __typename: 'CatalogContent', business: { id: string } }
        | { __typename: 'MoneyContent' }
        | { __typename: 'NoticeContent' }
        | { __typename: 'OrderContent' }
        | { __typename: 'PaymentContent' }
        | { __typename: 'ProductContent', wasAvailable: boolean, priceAsSent: { amount: string }, product: { name: string, availability: ProductAvailability, price: { amount: string } } }
        | { __typename: 'TextContent' }
        | { __typename: 'TicketContent' }
       }
    | Record<PropertyKey, never>
   | null };

export type MoneyCardInboxSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type MoneyCardInboxSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null } | null } };

export type MoneyCardChatSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type MoneyCardChatSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null } | null } };

export type OrderExpiryEventsSubscriptionVariables = Exact<{
  filter?: OrderEventFilter | null | undefined;
}>;


export type OrderExpiryEventsSubscription = { stream: { cursor: string, event: { type: EventType, order: { state: OrderState, paymentState: OrderPaymentState, availableActions: Array<OrderAction>, lines: Array<{ product: { availability: ProductAvailability } }> } | null } | null } };

export type OrderListsQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  state?: OrderState | null | undefined;
}>;


export type OrderListsQuery = { node:
    | { __typename: 'ApiKey' }
    | { __typename: 'Business', orders: { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'Card' }
    | { __typename: 'Cart' }
    | { __typename: 'CatalogImport' }
    | { __typename: 'Conversation' }
    | { __typename: 'FeeRule' }
    | { __typename: 'Invoice' }
    | { __typename: 'Message' }
    | { __typename: 'MoneyRequest' }
    | { __typename: 'Order' }
    | { __typename: 'PartnerApp' }
    | { __typename: 'Payment' }
    | { __typename: 'Payout' }
    | { __typename: 'Person', orders: { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'Product' }
    | { __typename: 'ProductFeed' }
    | { __typename: 'Ticket' }
    | { __typename: 'Transfer' }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookReplay' }
   | null };

export type OrderListPageFragment = { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type OrderListCartsQueryVariables = Exact<{
  personId: string | number;
  businessId: string | number;
}>;


export type OrderListCartsQuery = { person:
    | { carts: { edges: Array<{ node: { id: string } }> }, cart: { id: string } | null }
    | Record<PropertyKey, never>
   | null, business:
    | { viewerCart: { id: string } | null }
    | Record<PropertyKey, never>
   | null };

export type OrderLiveEventsSubscriptionVariables = Exact<{
  filter?: OrderEventFilter | null | undefined;
}>;


export type OrderLiveEventsSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, order: { id: string, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction> } | null } | null } };

export type OrderLiveChatSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type OrderLiveChatSubscription = { stream: { cursor: string, event: { type: EventType, message: { id: string, sequence: number, content:
          | { __typename: 'BotContent' }
          | { __typename: 'CartContent' }
          | { __typename: 'CatalogContent' }
          | { __typename: 'MoneyContent' }
          | { __typename: 'NoticeContent' }
          | { __typename: 'OrderContent', order: { paymentState: OrderPaymentState } | null }
          | { __typename: 'PaymentContent' }
          | { __typename: 'ProductContent' }
          | { __typename: 'TextContent' }
          | { __typename: 'TicketContent' }
         } | null } | null } };

export type OrderLiveThreadQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderLiveThreadQuery = { node:
    | { messages: { edges: Array<{ node: { id: string, sequence: number, sender:
              | { __typename: 'Business' }
              | { __typename: 'Person' }
              | { __typename: 'Platform' }
             | null, content:
              | { __typename: 'BotContent' }
              | { __typename: 'CartContent' }
              | { __typename: 'CatalogContent' }
              | { __typename: 'MoneyContent' }
              | { __typename: 'NoticeContent', code: NoticeCode, text: string, order: { id: string } | null }
              | { __typename: 'OrderContent', order: { id: string, state: OrderState, fulfillmentState: OrderFulfillmentState } | null }
              | { __typename: 'PaymentContent', payment: { state: PaymentState } | null }
              | { __typename: 'ProductContent' }
              | { __typename: 'TextContent' }
              | { __typename: 'TicketContent' }
             } }> } }
    | Record<PropertyKey, never>
   | null };

export type PartnerOrderEventsSubscriptionVariables = Exact<{
  filter?: OrderEventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerOrderEventsSubscription = { stream: { cursor: string, event: { type: EventType, order: { id: string } | null } | null } };

export type PartnerPaymentEventsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PartnerPaymentEventsSubscription = { stream: { cursor: string } };

export type PartnerKeyStreamsQueryVariables = Exact<{
  id: string | number;
}>;


export type PartnerKeyStreamsQuery = { node:
    | { stream: { cursor: string, seenAt: string, lagSeconds: number, waiting: number } | null }
    | Record<PropertyKey, never>
   | null };

export type PartnerOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type PartnerOrderQuery = { node:
    | { number: number, state: OrderState, availableActions: Array<OrderAction>, fee: { amount: string } | null, customer: { name: string, phone: string | null, orders: { edges: Array<{ cursor: string }> } } | null, conversation: { id: string } | null, address: { name: string, city: string } | null, lines: Array<{ sku: string | null, quantity: number }>, payments: Array<{ state: PaymentState, amount: { amount: string }, card: { last4: string } | null, failure: { code: PaymentFailureCode } | null }>, timeline: Array<{ action: OrderAction, person: { id: string } | null, app: { name: string } | null }> }
    | Record<PropertyKey, never>
   | null };

export type PartnerOrdersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  state?: OrderState | null | undefined;
}>;


export type PartnerOrdersQuery = { eventCursor: string, viewer:
    | { orders: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, business: { id: string } } }> } }
    | Record<PropertyKey, never>
   | null };

export type PartnerBusinessOrdersQueryVariables = Exact<{
  id: string | number;
}>;


export type PartnerBusinessOrdersQuery = { node:
    | { orders: { edges: Array<{ node: { id: string } }> } }
    | Record<PropertyKey, never>
   | null };

export type PartnerConfirmOnceMutationVariables = Exact<{
  input: OrderConfirmInput;
}>;


export type PartnerConfirmOnceMutation = { orderConfirm: { order: { state: OrderState, timeline: Array<{ action: OrderAction }> } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type PartnerDeliverOnceMutationVariables = Exact<{
  input: OrderDeliverInput;
}>;


export type PartnerDeliverOnceMutation = { orderDeliver: { order: { state: OrderState, timeline: Array<{ action: OrderAction }> } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type PartnerAppEventsSubscriptionVariables = Exact<{
  appId: string | number;
}>;


export type PartnerAppEventsSubscription = { stream: { cursor: string, event: { type: EventType, app: { id: string } | null, business: { id: string } | null } | null } };

export type PayEventsSubscriptionVariables = Exact<{
  filter?: PaymentEventFilter | null | undefined;
}>;


export type PayEventsSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, payment: { id: string, state: PaymentState, card: { last4: string } | null } | null } | null } };

export type ChannelReadCardQueryVariables = Exact<{
  id: string | number;
}>;


export type ChannelReadCardQuery = { node:
    | { content:
        | { wasAvailable: boolean, product: { name: string, availability: ProductAvailability } }
        | Record<PropertyKey, never>
       }
    | Record<PropertyKey, never>
   | null };

export type PurchaseAddLineMutationVariables = Exact<{
  input: CartLineAddInput;
}>;


export type PurchaseAddLineMutation = { cartLineAdd: { cart: { id: string, subtotal: { amount: string }, problems: Array<{ code: CartProblemCode }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type PurchasePlaceMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type PurchasePlaceMutation = { orderPlace: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, availableActions: Array<OrderAction>, total: { amount: string, currencyCode: string }, conversation: { id: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type PurchasePayMutationVariables = Exact<{
  input: OrderPayInput;
}>;


export type PurchasePayMutation = { orderPay: { payment: { id: string, state: PaymentState, order: { paymentState: OrderPaymentState } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type PurchaseThreadQueryVariables = Exact<{
  id: string | number;
}>;


export type PurchaseThreadQuery = { node:
    | { unreadCount: number, messages: { edges: Array<{ node: { sequence: number, sender:
              | { __typename: 'Business' }
              | { __typename: 'Person' }
              | { __typename: 'Platform' }
             | null, content:
              | { __typename: 'BotContent' }
              | { __typename: 'CartContent' }
              | { __typename: 'CatalogContent' }
              | { __typename: 'MoneyContent' }
              | { __typename: 'NoticeContent', code: NoticeCode, text: string }
              | { __typename: 'OrderContent', order: { paymentState: OrderPaymentState } | null }
              | { __typename: 'PaymentContent' }
              | { __typename: 'ProductContent' }
              | { __typename: 'TextContent' }
              | { __typename: 'TicketContent' }
             } }> } }
    | Record<PropertyKey, never>
   | null };

export type ReceiptsMarkersQueryVariables = Exact<{
  id: string | number;
}>;


export type ReceiptsMarkersQuery = { node:
    | { unreadCount: number, members: Array<{ deliveredSequence: number, readSequence: number, party:
          | { __typename: 'Business' }
          | { __typename: 'Person' }
          | { __typename: 'Platform' }
         | null }> }
    | Record<PropertyKey, never>
   | null };

export type ReceiptsTypingSubscriptionVariables = Exact<{
  conversationId: string | number;
  after?: string | null | undefined;
}>;


export type ReceiptsTypingSubscription = { conversationEvents: { cursor: string, event: { type: EventType, sequence: number | null, isTyping: boolean | null, member: { party:
          | { __typename: 'Business' }
          | { __typename: 'Person' }
          | { __typename: 'Platform' }
         | null } | null } | null } };

export type ScalarsSaleMutationVariables = Exact<{
  input: ProductUpdateInput;
}>;


export type ScalarsSaleMutation = { productUpdate: { product: { saleEndsAt: string | null, regularPrice: { amount: string, minorUnits: string, formatted: string } } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type SessionsInboxSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SessionsInboxSubscription = { inboxEvents: { cursor: string, event: { type: EventType } | null } };

export type SessionsStartChatMutationVariables = Exact<{
  input: ConversationStartInput;
}>;


export type SessionsStartChatMutation = { conversationStart: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type StaffLeavesInsideQueryVariables = Exact<{
  shop: string | number;
  chat: string | number;
  order: string | number;
  customer: string | number;
}>;


export type StaffLeavesInsideQuery = { shop:
    | { viewerRole: StaffRole | null, staff: Array<{ role: StaffRole }> | null, conversations: { edges: Array<{ node: { id: string } }> }, orders: { edges: Array<{ node: { id: string } }> } }
    | Record<PropertyKey, never>
   | null, chat:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, order:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, customer:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type StaffLeavesChatSubscriptionVariables = Exact<{
  conversationId: string | number;
}>;


export type StaffLeavesChatSubscription = { conversationEvents: { event: { message: { content:
          | { text: string }
          | Record<PropertyKey, never>
         } | null } | null } };

export type StaffLeavesInboxSubscriptionVariables = Exact<{
  businessId?: string | number | null | undefined;
}>;


export type StaffLeavesInboxSubscription = { inboxEvents: { event: { message: { content:
          | { text: string }
          | Record<PropertyKey, never>
         } | null } | null } };

export type StaffLeavesOrdersSubscriptionVariables = Exact<{
  businessId?: string | number | null | undefined;
}>;


export type StaffLeavesOrdersSubscription = { orderEvents: { event: { type: EventType } | null } };

export type StockSetManyMutationVariables = Exact<{
  input: StockSetManyInput;
}>;


export type StockSetManyMutation = { stockSetMany: { results: Array<{ sku: string, product: { id: string } | null, error:
        | { code: UserErrorCode, message: string, path: Array<string> | null }
        | { code: UserErrorCode, message: string, path: Array<string> | null }
        | { code: UserErrorCode, message: string, path: Array<string> | null }
        | { code: UserErrorCode, message: string, path: Array<string> | null }
        | { code: UserErrorCode, message: string, path: Array<string> | null }
       | null }> | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type StockSetManyAndMoreMutationVariables = Exact<{
  input: StockSetManyInput;
}>;


export type StockSetManyAndMoreMutation = { stockSetMany: { results: Array<{ product: { name: string, business: { products: { edges: Array<{ node: { name: string } }> } } } | null }> | null } };

export type StrangersNodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type StrangersNodesQuery = { nodes: Array<
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Business', id: string }
    | { __typename: 'Card', id: string }
    | { __typename: 'Cart', id: string }
    | { __typename: 'CatalogImport', id: string }
    | { __typename: 'Conversation', id: string }
    | { __typename: 'FeeRule', id: string }
    | { __typename: 'Invoice', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'MoneyRequest', id: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'PartnerApp', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Payout', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Product', id: string }
    | { __typename: 'ProductFeed', id: string }
    | { __typename: 'Ticket', id: string }
    | { __typename: 'Transfer', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookReplay', id: string }
   | null> };

export type StrangersNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type StrangersNodeQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type StrangersPersonQueryVariables = Exact<{
  id: string | number;
  shop: string | number;
}>;


export type StrangersPersonQuery = { node:
    | { name: string, phone: string | null, isOperator: boolean, businesses: Array<{ role: StaffRole }> | null, sessions: Array<{ id: string }> | null, wallet: { __typename: 'Wallet' } | null, conversations: { edges: Array<{ cursor: string }> }, carts: { edges: Array<{ cursor: string }> }, orders: { edges: Array<{ cursor: string }> }, cart: { id: string } | null }
    | Record<PropertyKey, never>
   | null };

export type TicketDeskQueueQueryVariables = Exact<{
  shop: string | number;
  state?: TicketState | null | undefined;
  assigneeId?: string | number | null | undefined;
  priority?: TicketPriority | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TicketDeskQueueQuery = { node:
    | { tickets: { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type TicketPlatformQueueQueryVariables = Exact<{
  state?: TicketState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TicketPlatformQueueQuery = { platformTickets: { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TicketDeskEventsSubscriptionVariables = Exact<{
  filter?: TicketEventFilter | null | undefined;
}>;


export type TicketDeskEventsSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, ticket: { id: string, state: TicketState } | null } | null } };

export type TicketDeskThreadSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type TicketDeskThreadSubscription = { stream: { cursor: string, event: { type: EventType, message: { sequence: number } | null } | null } };

export type TicketNestedQueryVariables = Exact<{
  thread: string | number;
  shop: string | number;
  opener: string | number;
}>;


export type TicketNestedQuery = { thread:
    | { ticket: { id: string } | null, messages: { edges: Array<{ node: { id: string } }> } }
    | Record<PropertyKey, never>
   | null, shop:
    | { tickets: { edges: Array<{ node: { id: string } }> } }
    | Record<PropertyKey, never>
   | null, opener:
    | { tickets: { edges: Array<{ node: { id: string } }> } }
    | Record<PropertyKey, never>
   | null };

export type TicketThreadEventsSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type TicketThreadEventsSubscription = { stream: { cursor: string, event: { type: EventType, isTyping: boolean | null, member: { readSequence: number, party:
          | { name: string }
          | Record<PropertyKey, never>
         | null } | null } | null } };

export type TicketChatQueryVariables = Exact<{
  id: string | number;
}>;


export type TicketChatQuery = { node:
    | { unreadCount: number, isBlocked: boolean, business: { id: string } | null, ticket: { id: string } | null, messages: { edges: Array<{ node: { sender:
              | { __typename: 'Business' }
              | { __typename: 'Person' }
              | { __typename: 'Platform' }
             | null, content:
              | { __typename: 'BotContent' }
              | { __typename: 'CartContent' }
              | { __typename: 'CatalogContent' }
              | { __typename: 'MoneyContent' }
              | { __typename: 'NoticeContent' }
              | { __typename: 'OrderContent' }
              | { __typename: 'PaymentContent' }
              | { __typename: 'ProductContent' }
              | { __typename: 'TextContent', text: string }
              | { __typename: 'TicketContent', ticket: { id: string, number: number } | null }
             } }> } }
    | Record<PropertyKey, never>
   | null };

export type TicketInboxQueryVariables = Exact<{ [key: string]: never; }>;


export type TicketInboxQuery = { viewer:
    | { conversations: { edges: Array<{ node: { id: string, ticket: { id: string } | null } }> }, tickets: { edges: Array<{ node: { id: string } }> } }
    | Record<PropertyKey, never>
   | null };

export type WalletHistoryTransfersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WalletHistoryTransfersQuery = { viewer:
    | { wallet: { transfers: { edges: Array<{ cursor: string, node: { note: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null }
    | Record<PropertyKey, never>
   | null };

export type WalletHistoryStatementQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type WalletHistoryStatementQuery = { viewer:
    | { wallet: { balances: Array<{ statementCsv: string }> } | null }
    | Record<PropertyKey, never>
   | null };

export type WalletHistoryOthersQueryVariables = Exact<{
  id: string | number;
}>;


export type WalletHistoryOthersQuery = { node:
    | { wallet: { __typename: 'Wallet' } | null }
    | Record<PropertyKey, never>
   | null };

export type WalletLiveChatSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type WalletLiveChatSubscription = { stream: { cursor: string, event: { type: EventType, message: { sequence: number, content:
          | { request: { state: MoneyRequestState } | null, transfer: { state: TransferState } | null }
          | Record<PropertyKey, never>
         } | null } | null } };

export type KeptWebhooksQueryVariables = Exact<{
  appId: string | number;
  webhookId: string | number;
}>;


export type KeptWebhooksQuery = { partnerApp: { webhooks: Array<{ id: string }> } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { state: WebhookState, id: string, lag: { waiting: number, seconds: number, pendingDeliveries: number } }
    | { id: string }
    | { id: string }
   | null };

export type KeptWebhookEventsSubscriptionVariables = Exact<{
  appId: string | number;
}>;


export type KeptWebhookEventsSubscription = { webhookEvents: { cursor: string, event: { type: EventType, webhook: { id: string, state: WebhookState } | null } | null } };

export type KeptDeliveriesQueryVariables = Exact<{
  id: string | number;
  state?: WebhookDeliveryState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type KeptDeliveriesQuery = { node:
    | { position: string, lag: { waiting: number, seconds: number, pendingDeliveries: number }, deliveries: { edges: Array<{ node: { id: string, eventId: string, eventType: EventType, cursor: string, state: WebhookDeliveryState, body: string, attemptsMade: number, nextAttemptAt: string | null, createdAt: string, finishedAt: string | null, attempts: Array<{ number: number, startedAt: string, durationMs: number, status: number | null, error: string | null, answer: string | null }>, webhook: { id: string }, replay: { id: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, replays: { edges: Array<{ node: { id: string, from: string, to: string, position: string, progressPercent: number, finishedAt: string | null, failure: string | null, webhook: { id: string } } }> } }
    | Record<PropertyKey, never>
   | null };

export type TourHandOverMutationVariables = Exact<{
  input: BotHandOverInput;
}>;


export type TourHandOverMutation = { botHandOver: { conversation: { isWithHuman: boolean } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourResumeMutationVariables = Exact<{
  input: BotResumeInput;
}>;


export type TourResumeMutation = { botResume: { conversation: { isWithHuman: boolean } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourSetStockMutationVariables = Exact<{
  input: StockSetInput;
}>;


export type TourSetStockMutation = { stockSet: { userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourCartFragment = { id: string, version: number, lines: Array<{ id: string, quantity: number, product: { id: string, name: string }, total: { formatted: string, minorUnits: string } }>, subtotal: { formatted: string, minorUnits: string }, problems: Array<{ code: CartProblemCode, message: string }> };

export type TourClearCartMutationVariables = Exact<{
  input: CartClearInput;
}>;


export type TourClearCartMutation = { cartClear: { cart: { id: string, version: number, lines: Array<{ id: string, quantity: number, product: { id: string, name: string }, total: { formatted: string, minorUnits: string } }>, subtotal: { formatted: string, minorUnits: string }, problems: Array<{ code: CartProblemCode, message: string }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourAddLineMutationVariables = Exact<{
  input: CartLineAddInput;
}>;


export type TourAddLineMutation = { cartLineAdd: { cart: { id: string, version: number, lines: Array<{ id: string, quantity: number, product: { id: string, name: string }, total: { formatted: string, minorUnits: string } }>, subtotal: { formatted: string, minorUnits: string }, problems: Array<{ code: CartProblemCode, message: string }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourUpdateLineMutationVariables = Exact<{
  input: CartLineUpdateInput;
}>;


export type TourUpdateLineMutation = { cartLineUpdate: { cart: { id: string, version: number, lines: Array<{ id: string, quantity: number, product: { id: string, name: string }, total: { formatted: string, minorUnits: string } }>, subtotal: { formatted: string, minorUnits: string }, problems: Array<{ code: CartProblemCode, message: string }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourInvoiceLineFragment = { service: FeeService, title: string, terms: string, quantity: number, amount: { formatted: string, minorUnits: string } };

export type TourMonthOfFeesQueryVariables = Exact<{
  handle: string;
}>;


export type TourMonthOfFeesQuery = { business: { invoicePreview: { period: string, taxRate: string, lines: Array<{ service: FeeService, title: string, terms: string, quantity: number, amount: { formatted: string, minorUnits: string } }>, subtotal: { formatted: string, minorUnits: string }, tax: { formatted: string, minorUnits: string }, total: { formatted: string, minorUnits: string } } | null, invoices: { edges: Array<{ node: { numberText: string, period: string, html: string, lines: Array<{ service: FeeService, title: string, terms: string, quantity: number, amount: { formatted: string, minorUnits: string } }>, subtotal: { minorUnits: string }, tax: { formatted: string, minorUnits: string }, total: { formatted: string, minorUnits: string } } }> } | null } | null };

export type TourFeeChargesQueryVariables = Exact<{
  handle: string;
  after?: string | null | undefined;
}>;


export type TourFeeChargesQuery = { business: { feeCharges: { edges: Array<{ node: { service: FeeService, invoiced: boolean, amount: { minorUnits: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type TourSetScreenLockMutationVariables = Exact<{
  input: ScreenLockSetInput;
}>;


export type TourSetScreenLockMutation = { screenLockSet: { userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourLockSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type TourLockSessionMutation = { sessionLock: { userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourUnlockSessionMutationVariables = Exact<{
  input: SessionUnlockInput;
}>;


export type TourUnlockSessionMutation = { sessionUnlock: { userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourSessionEventsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type TourSessionEventsSubscription = { sessionEvents: { cursor: string, event: { type: EventType, session: { screenLock: { isLocked: boolean } | null } | null } | null } };

export type TourFeaturesQueryVariables = Exact<{
  country: string;
}>;


export type TourFeaturesQuery = { market: { name: string, features: Array<{ key: FeatureKey, state: FeatureState, sharePercent: number | null, reason: string }> } | null };

export type TourSetFeatureMutationVariables = Exact<{
  input: MarketFeatureSetInput;
}>;


export type TourSetFeatureMutation = { marketFeatureSet: { userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourMarketEventsSubscriptionVariables = Exact<{
  country: string;
}>;


export type TourMarketEventsSubscription = { marketEvents: { cursor: string, event: { type: EventType, feature: FeatureKey | null, market: { features: Array<{ key: FeatureKey, state: FeatureState }> } | null } | null } };

export type TourTryToPayMutationVariables = Exact<{
  input: OrderPayInput;
}>;


export type TourTryToPayMutation = { orderPay: { payment: { id: string } | null, userErrors: Array<
      | { feature: FeatureKey, reason: string, code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourTransferFragment = { id: string, state: TransferState, note: string | null, amount: { formatted: string, minorUnits: string }, fee: { minorUnits: string } | null, fromBalance: { formatted: string, minorUnits: string } | null, payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null };

export type TourRequestFragment = { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { formatted: string, minorUnits: string } };

export type TourTopUpMutationVariables = Exact<{
  input: WalletTopUpInput;
}>;


export type TourTopUpMutation = { walletTopUp: { payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourSendMoneyMutationVariables = Exact<{
  input: MoneySendInput;
}>;


export type TourSendMoneyMutation = { moneySend: { transfer: { id: string, state: TransferState, note: string | null, amount: { formatted: string, minorUnits: string }, fee: { minorUnits: string } | null, fromBalance: { formatted: string, minorUnits: string } | null, payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourAskForMoneyMutationVariables = Exact<{
  input: MoneyRequestInput;
}>;


export type TourAskForMoneyMutation = { moneyRequest: { request: { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { formatted: string, minorUnits: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourAcceptRequestMutationVariables = Exact<{
  input: MoneyRequestAcceptInput;
}>;


export type TourAcceptRequestMutation = { moneyRequestAccept: { transfer: { id: string, state: TransferState, note: string | null, amount: { formatted: string, minorUnits: string }, fee: { minorUnits: string } | null, fromBalance: { formatted: string, minorUnits: string } | null, payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourGiveBackMutationVariables = Exact<{
  input: RefundCreateInput;
}>;


export type TourGiveBackMutation = { refundCreate: { payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourSetBankAccountMutationVariables = Exact<{
  input: BankAccountSetInput;
}>;


export type TourSetBankAccountMutation = { bankAccountSet: { bankAccount: { bankName: string, last4: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourPayOutMutationVariables = Exact<{
  input: PayoutCreateInput;
}>;


export type TourPayOutMutation = { payoutCreate: { payout: { id: string, state: PayoutState, amount: { formatted: string, minorUnits: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourWalletQueryVariables = Exact<{ [key: string]: never; }>;


export type TourWalletQuery = { viewer:
    | { wallet: { balances: Array<{ available: { formatted: string, minorUnits: string } }> } | null }
    | Record<PropertyKey, never>
   | null };

export type TourShopMoneyQueryVariables = Exact<{
  handle: string;
  entries: number;
}>;


export type TourShopMoneyQuery = { business: { bankAccount: { bankName: string, last4: string } | null, balance: { available: { formatted: string, minorUnits: string }, heldBack: { formatted: string, minorUnits: string }, total: { formatted: string, minorUnits: string }, entries: { edges: Array<{ node: { description: string, amount: { formatted: string }, balance: { formatted: string } | null } }> } } | null } | null };

export type TourTrialBalanceQueryVariables = Exact<{ [key: string]: never; }>;


export type TourTrialBalanceQuery = { trialBalance: Array<{ kind: LedgerAccountKind, accounts: number, balance: { currencyCode: string, minorUnits: string, formatted: string } }> };

export type TourWalletEventsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type TourWalletEventsSubscription = { walletEvents: { cursor: string, event: { type: EventType, transfer: { id: string } | null, request: { id: string } | null, payment: { id: string } | null, wallet: { balances: Array<{ available: { formatted: string } }> } | null } | null } };

export type TourPayoutEventsSubscriptionVariables = Exact<{
  businessId: string | number;
}>;


export type TourPayoutEventsSubscription = { payoutEvents: { cursor: string, event: { type: EventType, payout: { id: string, state: PayoutState } | null } | null } };

export type TourSignInStartMutationVariables = Exact<{
  input: SignInStartInput;
}>;


export type TourSignInStartMutation = { signInStart: { expiresAt: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourSignInCompleteMutationVariables = Exact<{
  input: SignInCompleteInput;
}>;


export type TourSignInCompleteMutation = { signInComplete: { token: string | null, person: { name: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type TourSignOutMutation = { signOut: { signedOut: boolean | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourStartChatMutationVariables = Exact<{
  input: ConversationStartInput;
}>;


export type TourStartChatMutation = { conversationStart: { conversation: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourSendMutationVariables = Exact<{
  input: MessageSendInput;
}>;


export type TourSendMutation = { messageSend: { message: { id: string, sequence: number } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourReadMutationVariables = Exact<{
  input: MessagesReadInput;
}>;


export type TourReadMutation = { messagesRead: { conversation: { unreadCount: number } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourTypingMutationVariables = Exact<{
  input: TypingSetInput;
}>;


export type TourTypingMutation = { typingSet: { userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourRegisterCardMutationVariables = Exact<{
  input: CardRegisterInput;
}>;


export type TourRegisterCardMutation = { cardRegister: { card: { id: string, brand: string, last4: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourPlaceMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type TourPlaceMutation = { orderPlace: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourPayMutationVariables = Exact<{
  input: OrderPayInput;
}>;


export type TourPayMutation = { orderPay: { payment: { id: string, state: PaymentState, order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourAnswerChallengeMutationVariables = Exact<{
  input: PaymentConfirmInput;
}>;


export type TourAnswerChallengeMutation = { paymentConfirm: { payment: { id: string, state: PaymentState, order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourConfirmMutationVariables = Exact<{
  input: OrderConfirmInput;
}>;


export type TourConfirmMutation = { orderConfirm: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourShipMutationVariables = Exact<{
  input: OrderShipInput;
}>;


export type TourShipMutation = { orderShip: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourDeliverMutationVariables = Exact<{
  input: OrderDeliverInput;
}>;


export type TourDeliverMutation = { orderDeliver: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourOrderFragment = { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } };

export type TourReceiptQueryVariables = Exact<{
  orderId: string | number;
}>;


export type TourReceiptQuery = { node:
    | { placedAt: string, id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, business: { name: string }, lines: Array<{ name: string, unit: ProductUnit, quantity: number, shippedQuantity: number, unitPrice: { formatted: string }, total: { formatted: string, minorUnits: string } }>, itemsTotal: { formatted: string, minorUnits: string }, discountTotal: { formatted: string, minorUnits: string }, shippingTotal: { formatted: string, minorUnits: string }, taxTotal: { formatted: string, minorUnits: string }, payments: Array<{ id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> }>, timeline: Array<{ action: OrderAction }>, total: { formatted: string, minorUnits: string } }
    | Record<PropertyKey, never>
   | null };

export type TourPaymentFragment = { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> };

export type TourShopQueryVariables = Exact<{
  handle: string;
}>;


export type TourShopQuery = { business: { id: string, name: string, viewerRole: StaffRole | null, viewerCart: { id: string, lines: Array<{ id: string }> } | null, products: { totalCount: number } } | null };

export type TourSearchQueryVariables = Exact<{
  handle: string;
  words: string;
}>;


export type TourSearchQuery = { business: { products: { edges: Array<{ node: { id: string, sku: string | null, name: string, availability: ProductAvailability, price: { formatted: string, minorUnits: string }, stock: { free: number | null, held: number | null, sold: number | null } } }> } } | null };

export type TourProductFragment = { id: string, sku: string | null, name: string, availability: ProductAvailability, price: { formatted: string, minorUnits: string }, stock: { free: number | null, held: number | null, sold: number | null } };

export type TourProductsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type TourProductsQuery = { nodes: Array<
    | { id: string, sku: string | null, name: string, availability: ProductAvailability, price: { formatted: string, minorUnits: string }, stock: { free: number | null, held: number | null, sold: number | null } }
    | Record<PropertyKey, never>
   | null> };

export type TourCardsQueryVariables = Exact<{ [key: string]: never; }>;


export type TourCardsQuery = { viewer:
    | { wallet: { cards: { edges: Array<{ node: { id: string, brand: string, last4: string } }> } } | null }
    | Record<PropertyKey, never>
   | null };

export type TourMessageFragment = { id: string, sequence: number, isMine: boolean, sender:
    | { __typename: 'Business', name: string }
    | { __typename: 'Person', name: string }
    | { __typename: 'Platform', name: string }
   | null, content:
    | { __typename: 'BotContent', rule: string, text: string, products: Array<{ product: { name: string } }> }
    | { __typename: 'CartContent' }
    | { __typename: 'CatalogContent', business: { name: string, products: { totalCount: number } } }
    | { __typename: 'MoneyContent', transfer: { id: string, state: TransferState, note: string | null, amount: { formatted: string, minorUnits: string }, fee: { minorUnits: string } | null, fromBalance: { formatted: string, minorUnits: string } | null, payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null } | null, request: { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { formatted: string, minorUnits: string } } | null }
    | { __typename: 'NoticeContent', code: NoticeCode, text: string }
    | { __typename: 'OrderContent', order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null }
    | { __typename: 'PaymentContent', payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null }
    | { __typename: 'ProductContent', product: { name: string, unit: ProductUnit }, priceAsSent: { formatted: string } }
    | { __typename: 'TextContent', text: string }
    | { __typename: 'TicketContent', ticket: { number: number, subject: string, state: TicketState } | null }
   };

export type TourChatEventsSubscriptionVariables = Exact<{
  conversationId: string | number;
  after?: string | null | undefined;
}>;


export type TourChatEventsSubscription = { conversationEvents: { cursor: string, event: { id: string, type: EventType, sequence: number | null, isTyping: boolean | null, member: { readSequence: number, party:
          | { name: string }
          | { name: string }
          | Record<PropertyKey, never>
         | null } | null, message: { id: string, sequence: number, isMine: boolean, sender:
          | { __typename: 'Business', name: string }
          | { __typename: 'Person', name: string }
          | { __typename: 'Platform', name: string }
         | null, content:
          | { __typename: 'BotContent', rule: string, text: string, products: Array<{ product: { name: string } }> }
          | { __typename: 'CartContent' }
          | { __typename: 'CatalogContent', business: { name: string, products: { totalCount: number } } }
          | { __typename: 'MoneyContent', transfer: { id: string, state: TransferState, note: string | null, amount: { formatted: string, minorUnits: string }, fee: { minorUnits: string } | null, fromBalance: { formatted: string, minorUnits: string } | null, payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null } | null, request: { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { formatted: string, minorUnits: string } } | null }
          | { __typename: 'NoticeContent', code: NoticeCode, text: string }
          | { __typename: 'OrderContent', order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null }
          | { __typename: 'PaymentContent', payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null }
          | { __typename: 'ProductContent', product: { name: string, unit: ProductUnit }, priceAsSent: { formatted: string } }
          | { __typename: 'TextContent', text: string }
          | { __typename: 'TicketContent', ticket: { number: number, subject: string, state: TicketState } | null }
         } | null } | null } };

export type TourInboxEventsSubscriptionVariables = Exact<{
  businessId: string | number;
  after?: string | null | undefined;
}>;


export type TourInboxEventsSubscription = { inboxEvents: { cursor: string, event: { id: string, type: EventType, sequence: number | null, message: { id: string, sequence: number, isMine: boolean, sender:
          | { __typename: 'Business', name: string }
          | { __typename: 'Person', name: string }
          | { __typename: 'Platform', name: string }
         | null, content:
          | { __typename: 'BotContent', rule: string, text: string, products: Array<{ product: { name: string } }> }
          | { __typename: 'CartContent' }
          | { __typename: 'CatalogContent', business: { name: string, products: { totalCount: number } } }
          | { __typename: 'MoneyContent', transfer: { id: string, state: TransferState, note: string | null, amount: { formatted: string, minorUnits: string }, fee: { minorUnits: string } | null, fromBalance: { formatted: string, minorUnits: string } | null, payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null } | null, request: { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { formatted: string, minorUnits: string } } | null }
          | { __typename: 'NoticeContent', code: NoticeCode, text: string }
          | { __typename: 'OrderContent', order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null }
          | { __typename: 'PaymentContent', payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null }
          | { __typename: 'ProductContent', product: { name: string, unit: ProductUnit }, priceAsSent: { formatted: string } }
          | { __typename: 'TextContent', text: string }
          | { __typename: 'TicketContent', ticket: { number: number, subject: string, state: TicketState } | null }
         } | null } | null } };

export type TourOrderEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TourOrderEventsSubscription = { orderEvents: { cursor: string, event: { id: string, type: EventType, sequence: number | null, order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, total: { formatted: string, minorUnits: string } } | null } | null } };

export type TourPaymentEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TourPaymentEventsSubscription = { paymentEvents: { cursor: string, event: { id: string, type: EventType, sequence: number | null, payment: { id: string, state: PaymentState, amount: { formatted: string, minorUnits: string }, card: { brand: string, last4: string } | null, fromBalance: { formatted: string, minorUnits: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, refunds: Array<{ id: string, state: RefundState, reason: string, amount: { formatted: string, minorUnits: string }, toWallet: { formatted: string, minorUnits: string } }> } | null } | null } };

export type TourTicketFragment = { id: string, number: number, subject: string, state: TicketState, rating: number | null, availableActions: Array<TicketAction>, conversation: { id: string } | null, order: { id: string } | null, context: { order: { number: number } | null, messages: Array<{ sequence: number }> } | null };

export type TourOpenTicketMutationVariables = Exact<{
  input: TicketOpenInput;
}>;


export type TourOpenTicketMutation = { ticketOpen: { ticket: { id: string, number: number, subject: string, state: TicketState, rating: number | null, availableActions: Array<TicketAction>, conversation: { id: string } | null, order: { id: string } | null, context: { order: { number: number } | null, messages: Array<{ sequence: number }> } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourAdvanceTicketMutationVariables = Exact<{
  input: TicketAdvanceInput;
}>;


export type TourAdvanceTicketMutation = { ticketAdvance: { ticket: { id: string, number: number, subject: string, state: TicketState, rating: number | null, availableActions: Array<TicketAction>, conversation: { id: string } | null, order: { id: string } | null, context: { order: { number: number } | null, messages: Array<{ sequence: number }> } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourRateTicketMutationVariables = Exact<{
  input: TicketRateInput;
}>;


export type TourRateTicketMutation = { ticketRate: { ticket: { id: string, number: number, subject: string, state: TicketState, rating: number | null, availableActions: Array<TicketAction>, conversation: { id: string } | null, order: { id: string } | null, context: { order: { number: number } | null, messages: Array<{ sequence: number }> } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TourTicketEventsSubscriptionVariables = Exact<{
  filter?: TicketEventFilter | null | undefined;
}>;


export type TourTicketEventsSubscription = { ticketEvents: { cursor: string, event: { type: EventType, sequence: number | null, ticket: { id: string, number: number, subject: string, state: TicketState, rating: number | null, availableActions: Array<TicketAction>, conversation: { id: string } | null, order: { id: string } | null, context: { order: { number: number } | null, messages: Array<{ sequence: number }> } | null } | null } | null } };

export type MetricsRenameMutationVariables = Exact<{
  input: PersonUpdateInput;
}>;


export type MetricsRenameMutation = { personUpdate: { userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type MoneyBalanceQueryVariables = Exact<{
  businessId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MoneyBalanceQuery = { node:
    | { balance: { available: { amount: string, currencyCode: string }, heldBack: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, entries: { edges: Array<{ node: { kind: LedgerEntryKind, reference: string | null, amount: { amount: string, currencyCode: string }, balance: { amount: string, currencyCode: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, bankAccount: { bankName: string, last4: string } | null, payouts: { edges: Array<{ node: { id: string, state: PayoutState, amount: { amount: string, currencyCode: string }, failure: { code: PayoutFailureCode, message: string } | null, bankAccount: { last4: string } | null } }> } | null }
    | Record<PropertyKey, never>
   | null };

export type MoneyBalanceStatementQueryVariables = Exact<{
  businessId: string | number;
  from: string;
  to: string;
}>;


export type MoneyBalanceStatementQuery = { node:
    | { balance: { statementCsv: string } | null }
    | Record<PropertyKey, never>
   | null };

export type MoneyPayoutQueryVariables = Exact<{
  id: string | number;
}>;


export type MoneyPayoutQuery = { node:
    | { id: string, state: PayoutState, failure: { code: PayoutFailureCode } | null }
    | Record<PropertyKey, never>
   | null };

export type MoneyPayoutEventsSubscriptionVariables = Exact<{
  businessId: string | number;
  after?: string | null | undefined;
}>;


export type MoneyPayoutEventsSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, payout: { id: string, state: PayoutState } | null } | null } };

export type MoneyDiscrepanciesQueryVariables = Exact<{
  resolved?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MoneyDiscrepanciesQuery = { discrepancies: { edges: Array<{ cursor: string, node: { id: string, kind: DiscrepancyKind, detail: string, providerRef: string | null, subject: string | null, resolvedAt: string | null, resolution: string | null, payment: { id: string } | null } }>, pageInfo: { hasNextPage: boolean } } };

export type MoneyReconciliationDaysQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MoneyReconciliationDaysQuery = { reconciliationDays: { edges: Array<{ cursor: string, node: { day: string, theirs: number, ours: number, differences: number } }>, pageInfo: { hasNextPage: boolean } } };

export type MoneyResolveMutationVariables = Exact<{
  input: DiscrepancyResolveInput;
}>;


export type MoneyResolveMutation = { discrepancyResolve: { discrepancy: { id: string, resolvedAt: string | null, resolution: string | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type BusinessCreateOneMutationVariables = Exact<{
  input: BusinessCreateInput;
}>;


export type BusinessCreateOneMutation = { businessCreate: { business: { id: string, handle: string, name: string, description: string, category: string, country: string, currencyCode: string, viewerRole: StaffRole | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type BusinessUpdateOneMutationVariables = Exact<{
  input: BusinessUpdateInput;
}>;


export type BusinessUpdateOneMutation = { businessUpdate: { business: { name: string, description: string, category: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type BusinessAddStaffMutationVariables = Exact<{
  input: StaffAddInput;
}>;


export type BusinessAddStaffMutation = { staffAdd: { business: { staff: Array<{ role: StaffRole, person: { id: string } }> | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type BusinessUpdateStaffMutationVariables = Exact<{
  input: StaffUpdateInput;
}>;


export type BusinessUpdateStaffMutation = { staffUpdate: { business: { viewerRole: StaffRole | null, staff: Array<{ role: StaffRole, person: { id: string } }> | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type BusinessRemoveStaffMutationVariables = Exact<{
  input: StaffRemoveInput;
}>;


export type BusinessRemoveStaffMutation = { staffRemove: { business: { viewerRole: StaffRole | null, staff: Array<{ role: StaffRole }> | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

type ShoppingError_FeatureUnavailableError_Fragment = { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null };

type ShoppingError_InsufficientFundsError_Fragment = { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null };

type ShoppingError_InsufficientStockError_Fragment = { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } };

type ShoppingError_LimitExceededError_Fragment = { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null };

type ShoppingError_SimpleUserError_Fragment = { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null };

export type ShoppingErrorFragment =
  | ShoppingError_FeatureUnavailableError_Fragment
  | ShoppingError_InsufficientFundsError_Fragment
  | ShoppingError_InsufficientStockError_Fragment
  | ShoppingError_LimitExceededError_Fragment
  | ShoppingError_SimpleUserError_Fragment
;

export type ShoppingCartFragment = { id: string, state: CartState, version: number, itemCount: number, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, quantity: number, product: { id: string }, unitPrice: { amount: string }, total: { amount: string }, addedBy: { id: string } | null }>, problems: Array<{ code: CartProblemCode, lineId: string, message: string }> };

export type ShoppingAddLineMutationVariables = Exact<{
  input: CartLineAddInput;
}>;


export type ShoppingAddLineMutation = { cartLineAdd: { cart: { id: string, state: CartState, version: number, itemCount: number, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, quantity: number, product: { id: string }, unitPrice: { amount: string }, total: { amount: string }, addedBy: { id: string } | null }>, problems: Array<{ code: CartProblemCode, lineId: string, message: string }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingUpdateLineMutationVariables = Exact<{
  input: CartLineUpdateInput;
}>;


export type ShoppingUpdateLineMutation = { cartLineUpdate: { cart: { id: string, state: CartState, version: number, itemCount: number, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, quantity: number, product: { id: string }, unitPrice: { amount: string }, total: { amount: string }, addedBy: { id: string } | null }>, problems: Array<{ code: CartProblemCode, lineId: string, message: string }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingRemoveLineMutationVariables = Exact<{
  input: CartLineRemoveInput;
}>;


export type ShoppingRemoveLineMutation = { cartLineRemove: { cart: { id: string, state: CartState, version: number, itemCount: number, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, quantity: number, product: { id: string }, unitPrice: { amount: string }, total: { amount: string }, addedBy: { id: string } | null }>, problems: Array<{ code: CartProblemCode, lineId: string, message: string }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingClearCartMutationVariables = Exact<{
  input: CartClearInput;
}>;


export type ShoppingClearCartMutation = { cartClear: { cart: { id: string, state: CartState, version: number, itemCount: number, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, quantity: number, product: { id: string }, unitPrice: { amount: string }, total: { amount: string }, addedBy: { id: string } | null }>, problems: Array<{ code: CartProblemCode, lineId: string, message: string }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingReadCartQueryVariables = Exact<{
  id: string | number;
}>;


export type ShoppingReadCartQuery = { node:
    | { id: string, state: CartState, version: number, itemCount: number, subtotal: { amount: string, currencyCode: string }, lines: Array<{ id: string, quantity: number, product: { id: string }, unitPrice: { amount: string }, total: { amount: string }, addedBy: { id: string } | null }>, problems: Array<{ code: CartProblemCode, lineId: string, message: string }> }
    | Record<PropertyKey, never>
   | null };

export type CatalogueCreateProductMutationVariables = Exact<{
  input: ProductCreateInput;
}>;


export type CatalogueCreateProductMutation = { productCreate: { product: { id: string, name: string, description: string, sku: string | null, unit: ProductUnit, state: ProductState, availability: ProductAvailability, saleEndsAt: string | null, price: { amount: string, currencyCode: string }, regularPrice: { amount: string }, salePrice: { amount: string } | null, photo: { url: string } | null, photos: Array<{ id: string }>, stock: { isTracked: boolean, free: number | null, held: number | null, sold: number | null } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CatalogueProductFragment = { id: string, name: string, description: string, sku: string | null, unit: ProductUnit, state: ProductState, availability: ProductAvailability, saleEndsAt: string | null, price: { amount: string, currencyCode: string }, regularPrice: { amount: string }, salePrice: { amount: string } | null, photo: { url: string } | null, photos: Array<{ id: string }>, stock: { isTracked: boolean, free: number | null, held: number | null, sold: number | null } };

export type CatalogueUpdateProductMutationVariables = Exact<{
  input: ProductUpdateInput;
}>;


export type CatalogueUpdateProductMutation = { productUpdate: { product: { id: string, name: string, description: string, sku: string | null, unit: ProductUnit, state: ProductState, availability: ProductAvailability, saleEndsAt: string | null, price: { amount: string, currencyCode: string }, regularPrice: { amount: string }, salePrice: { amount: string } | null, photo: { url: string } | null, photos: Array<{ id: string }>, stock: { isTracked: boolean, free: number | null, held: number | null, sold: number | null } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CatalogueArchiveProductMutationVariables = Exact<{
  input: ProductArchiveInput;
}>;


export type CatalogueArchiveProductMutation = { productArchive: { product: { state: ProductState, availability: ProductAvailability } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type CatalogueSetStockMutationVariables = Exact<{
  input: StockSetInput;
}>;


export type CatalogueSetStockMutation = { stockSet: { product: { availability: ProductAvailability, stock: { isTracked: boolean, free: number | null, held: number | null, sold: number | null } } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type CatalogueReadProductQueryVariables = Exact<{
  id: string | number;
}>;


export type CatalogueReadProductQuery = { node:
    | { id: string, name: string, description: string, sku: string | null, unit: ProductUnit, state: ProductState, availability: ProductAvailability, saleEndsAt: string | null, price: { amount: string, currencyCode: string }, regularPrice: { amount: string }, salePrice: { amount: string } | null, photo: { url: string } | null, photos: Array<{ id: string }>, stock: { isTracked: boolean, free: number | null, held: number | null, sold: number | null } }
    | Record<PropertyKey, never>
   | null };

export type CatalogueListProductsQueryVariables = Exact<{
  handle: string;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CatalogueListProductsQuery = { business: { products: { edges: Array<{ cursor: string, node: { id: string, name: string } }>, pageInfo: { startCursor: string | null, endCursor: string | null, hasNextPage: boolean, hasPreviousPage: boolean } } } | null };

export type CatalogueCountProductsQueryVariables = Exact<{
  handle: string;
  search?: string | null | undefined;
}>;


export type CatalogueCountProductsQuery = { business: { products: { totalCount: number } } | null };

export type ChannelFeedFragment = { id: string, channel: SalesChannel, lastFetchedAt: string | null, revokedAt: string | null, business: { id: string } };

export type ChannelFeedCreateMutationVariables = Exact<{
  input: ProductFeedCreateInput;
}>;


export type ChannelFeedCreateMutation = { productFeedCreate: { address: string | null, feed: { id: string, channel: SalesChannel, lastFetchedAt: string | null, revokedAt: string | null, business: { id: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ChannelFeedRevokeMutationVariables = Exact<{
  input: ProductFeedRevokeInput;
}>;


export type ChannelFeedRevokeMutation = { productFeedRevoke: { feed: { id: string, channel: SalesChannel, lastFetchedAt: string | null, revokedAt: string | null, business: { id: string } } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type ChannelFeedsQueryVariables = Exact<{
  businessId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ChannelFeedsQuery = { node:
    | { productFeeds: { edges: Array<{ node: { id: string, channel: SalesChannel, lastFetchedAt: string | null, revokedAt: string | null, business: { id: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type ChannelReadFeedQueryVariables = Exact<{
  id: string | number;
}>;


export type ChannelReadFeedQuery = { node:
    | { id: string, channel: SalesChannel, lastFetchedAt: string | null, revokedAt: string | null, business: { id: string } }
    | Record<PropertyKey, never>
   | null };

export type ChannelSalesQueryVariables = Exact<{
  businessId: string | number;
  from: string;
  to: string;
}>;


export type ChannelSalesQuery = { node:
    | { salesByChannel: Array<{ channel: SalesChannel, ordersPlaced: number, ordersPaid: number, gross: { amount: string, currencyCode: string }, refunded: { amount: string }, net: { amount: string } }> | null }
    | Record<PropertyKey, never>
   | null };

export type ChannelProductsQueryVariables = Exact<{
  businessId: string | number;
  channel?: SalesChannel | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ChannelProductsQuery = { node:
    | { products: { totalCount: number, edges: Array<{ node: { name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type ChannelProductQueryVariables = Exact<{
  id: string | number;
  channel?: SalesChannel | null | undefined;
}>;


export type ChannelProductQuery = { node:
    | { name: string, channels: Array<SalesChannel>, availability: ProductAvailability, inChat: ProductAvailability }
    | Record<PropertyKey, never>
   | null };

export type ChannelSetMutationVariables = Exact<{
  input: ProductUpdateInput;
}>;


export type ChannelSetMutation = { productUpdate: { product: { channels: Array<SalesChannel> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type ChannelCartQueryVariables = Exact<{
  id: string | number;
  channel?: SalesChannel | null | undefined;
}>;


export type ChannelCartQuery = { node:
    | { lines: Array<{ id: string }>, problems: Array<{ code: CartProblemCode }> }
    | Record<PropertyKey, never>
   | null };

export type ChannelOrdersQueryVariables = Exact<{
  businessId: string | number;
  channel?: SalesChannel | null | undefined;
}>;


export type ChannelOrdersQuery = { viewer:
    | { orders: { edges: Array<{ node: { channel: SalesChannel } }> } }
    | Record<PropertyKey, never>
   | null, node:
    | { orders: { edges: Array<{ node: { channel: SalesChannel } }> } }
    | Record<PropertyKey, never>
   | null };

export type ChatStartMutationVariables = Exact<{
  input: ConversationStartInput;
}>;


export type ChatStartMutation = { conversationStart: { conversation: { id: string, lastSequence: number, unreadCount: number, business: { id: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type ChatSendMutationVariables = Exact<{
  input: MessageSendInput;
}>;


export type ChatSendMutation = { messageSend: { message: { id: string, sequence: number, clientId: string | null, isMine: boolean, sender:
        | { __typename: 'Business' }
        | { __typename: 'Person' }
        | { __typename: 'Platform' }
       | null, content:
        | { __typename: 'BotContent' }
        | { __typename: 'CartContent' }
        | { __typename: 'CatalogContent' }
        | { __typename: 'MoneyContent' }
        | { __typename: 'NoticeContent' }
        | { __typename: 'OrderContent' }
        | { __typename: 'PaymentContent' }
        | { __typename: 'ProductContent' }
        | { __typename: 'TextContent', text: string }
        | { __typename: 'TicketContent' }
       } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ChatReadMutationVariables = Exact<{
  input: MessagesReadInput;
}>;


export type ChatReadMutation = { messagesRead: { conversation: { unreadCount: number } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type ChatTypeMutationVariables = Exact<{
  input: TypingSetInput;
}>;


export type ChatTypeMutation = { typingSet: { conversation: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type ChatBlockMutationVariables = Exact<{
  input: ConversationBlockInput;
}>;


export type ChatBlockMutation = { conversationBlock: { conversation: { id: string, isBlocked: boolean, lastSequence: number } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type ChatUnblockMutationVariables = Exact<{
  input: ConversationUnblockInput;
}>;


export type ChatUnblockMutation = { conversationUnblock: { conversation: { id: string, isBlocked: boolean, lastSequence: number } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type FeeRulePartsFragment = { id: string, country: string, service: FeeService, plan: FeePlan | null, shareBasisPoints: number, freePerMonth: number | null, effectiveFrom: string, note: string | null, fixed: { amount: string, currencyCode: string } };

export type FeesRuleCreateMutationVariables = Exact<{
  input: FeeRuleCreateInput;
}>;


export type FeesRuleCreateMutation = { feeRuleCreate: { rule: { id: string, country: string, service: FeeService, plan: FeePlan | null, shareBasisPoints: number, freePerMonth: number | null, effectiveFrom: string, note: string | null, fixed: { amount: string, currencyCode: string } } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type FeesPlanSetMutationVariables = Exact<{
  input: BusinessPlanSetInput;
}>;


export type FeesPlanSetMutation = { businessPlanSet: { business: { feePlan: FeePlan | null, feePlanNext: FeePlan | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type FeesOfMarketQueryVariables = Exact<{
  country: string;
  service?: FeeService | null | undefined;
  at?: string | null | undefined;
  upcoming?: boolean | null | undefined;
}>;


export type FeesOfMarketQuery = { market: { feeRules: Array<{ id: string, country: string, service: FeeService, plan: FeePlan | null, shareBasisPoints: number, freePerMonth: number | null, effectiveFrom: string, note: string | null, fixed: { amount: string, currencyCode: string } }> } | null };

export type FeesOfBusinessQueryVariables = Exact<{
  id: string | number;
  period?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FeesOfBusinessQuery = { node:
    | { feePlan: FeePlan | null, feePlanNext: FeePlan | null, fees: Array<{ id: string, country: string, service: FeeService, plan: FeePlan | null, shareBasisPoints: number, freePerMonth: number | null, effectiveFrom: string, note: string | null, fixed: { amount: string, currencyCode: string } }> | null, feesOwed: { amount: string, currencyCode: string } | null, feeCharges: { edges: Array<{ cursor: string, node: { id: string, service: FeeService, quantity: number, period: string, reference: string | null, chargedAt: string, invoiced: boolean, amount: { amount: string, currencyCode: string }, rule: { id: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export type FeesRuleNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type FeesRuleNodeQuery = { node:
    | { id: string, country: string, service: FeeService, plan: FeePlan | null, shareBasisPoints: number, freePerMonth: number | null, effectiveFrom: string, note: string | null, fixed: { amount: string, currencyCode: string } }
    | Record<PropertyKey, never>
   | null };

export type FeesLiveSubscriptionVariables = Exact<{
  businessId: string | number;
  after?: string | null | undefined;
}>;


export type FeesLiveSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, business: { id: string, feePlanNext: FeePlan | null } | null } | null } };

export type IdentityStartSignInMutationVariables = Exact<{
  input: SignInStartInput;
}>;


export type IdentityStartSignInMutation = { signInStart: { expiresAt: string | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type IdentityCompleteSignInMutationVariables = Exact<{
  input: SignInCompleteInput;
}>;


export type IdentityCompleteSignInMutation = { signInComplete: { token: string | null, person: { id: string, name: string, phone: string | null, language: string, country: string, isOperator: boolean } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type IdentityWhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type IdentityWhoAmIQuery = { viewer:
    | { id: string, name: string }
    | { phone: string | null, language: string, id: string, name: string, sessions: Array<{ id: string, device: string, isCurrent: boolean, createdAt: string, lastSeenAt: string, expiresAt: string }> | null }
   | null };

export type IdentityRevokeSessionMutationVariables = Exact<{
  input: SessionRevokeInput;
}>;


export type IdentityRevokeSessionMutation = { sessionRevoke: { revokedSessionId: string | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type IdentitySignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type IdentitySignOutMutation = { signOut: { signedOut: boolean | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type ImportReadQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ImportReadQuery = { node:
    | { fileName: string, size: number, state: CatalogImportState, failure: string | null, rowsRead: number, created: number, updated: number, unchanged: number, rejected: number, finishedAt: string | null, business: { id: string }, errors: { edges: Array<{ node: { line: number, column: string | null, code: CatalogImportErrorCode, value: string | null, message: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type ImportListQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ImportListQuery = { node:
    | { catalogImports: { edges: Array<{ node: { id: string, state: CatalogImportState } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

export type ImportWatchSubscriptionVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ImportWatchSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, import: { state: CatalogImportState, rowsRead: number, created: number } | null } | null } };

export type InvoicesReadQueryVariables = Exact<{
  businessId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  period?: string | null | undefined;
}>;


export type InvoicesReadQuery = { node:
    | { invoices: { edges: Array<{ node: { id: string, number: number, numberText: string, period: string, issuedAt: string, taxRate: string, business: { id: string }, lines: Array<{ service: FeeService, title: string, terms: string, quantity: number, isCredit: boolean, rule: { id: string } | null, amount: { amount: string } }>, subtotal: { amount: string }, tax: { amount: string }, total: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, invoicePreview: { period: string, taxRate: string, business: { id: string }, lines: Array<{ service: FeeService, title: string, terms: string, quantity: number, isCredit: boolean, rule: { id: string } | null, amount: { amount: string } }>, subtotal: { amount: string }, tax: { amount: string }, total: { amount: string } } | null }
    | Record<PropertyKey, never>
   | null };

export type InvoiceWholeFragment = { id: string, number: number, numberText: string, period: string, issuedAt: string, taxRate: string, business: { id: string }, lines: Array<{ service: FeeService, title: string, terms: string, quantity: number, isCredit: boolean, rule: { id: string } | null, amount: { amount: string } }>, subtotal: { amount: string }, tax: { amount: string }, total: { amount: string, currencyCode: string } };

export type InvoiceLineWholeFragment = { service: FeeService, title: string, terms: string, quantity: number, isCredit: boolean, rule: { id: string } | null, amount: { amount: string } };

export type InvoiceReadQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoiceReadQuery = { node:
    | { html: string, id: string, number: number, numberText: string, period: string, issuedAt: string, taxRate: string, business: { id: string }, lines: Array<{ service: FeeService, title: string, terms: string, quantity: number, isCredit: boolean, rule: { id: string } | null, amount: { amount: string } }>, subtotal: { amount: string }, tax: { amount: string }, total: { amount: string, currencyCode: string } }
    | Record<PropertyKey, never>
   | null };

export type WatchInvoicesSubscriptionVariables = Exact<{
  businessId: string | number;
}>;


export type WatchInvoicesSubscription = { stream: { cursor: string, event: { type: EventType, invoice: { id: string, numberText: string } | null } | null } };

export type LockSetScreenLockMutationVariables = Exact<{
  input: ScreenLockSetInput;
}>;


export type LockSetScreenLockMutation = { screenLockSet: { session: { isCurrent: boolean, screenLock: { isLocked: boolean, autoLockSeconds: number, lockedAt: string | null } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type LockRemoveScreenLockMutationVariables = Exact<{
  input: ScreenLockRemoveInput;
}>;


export type LockRemoveScreenLockMutation = { screenLockRemove: { session: { screenLock: { isLocked: boolean } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type LockSessionLockMutationVariables = Exact<{ [key: string]: never; }>;


export type LockSessionLockMutation = { sessionLock: { session: { screenLock: { isLocked: boolean, lockedAt: string | null } | null } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type LockSessionUnlockMutationVariables = Exact<{
  input: SessionUnlockInput;
}>;


export type LockSessionUnlockMutation = { sessionUnlock: { session: { screenLock: { isLocked: boolean, lockedAt: string | null } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type LockSessionEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LockSessionEventsSubscription = { stream: { cursor: string, event: { type: EventType, session: { isCurrent: boolean, screenLock: { isLocked: boolean } | null } | null } | null } };

export type LockPeekQueryVariables = Exact<{ [key: string]: never; }>;


export type LockPeekQuery = { viewer:
    | { __typename: 'PartnerApp', id: string }
    | { __typename: 'Person', lockedConversationCount: number | null, id: string }
   | null };

export type LockConversationLockMutationVariables = Exact<{
  input: ConversationLockInput;
}>;


export type LockConversationLockMutation = { conversationLock: { lockedConversationId: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type LockConversationUnlockMutationVariables = Exact<{
  input: ConversationUnlockInput;
}>;


export type LockConversationUnlockMutation = { conversationUnlock: { conversation: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type LockOpenLockedMutationVariables = Exact<{
  input: LockedConversationsOpenInput;
}>;


export type LockOpenLockedMutation = { lockedConversationsOpen: { conversations: Array<{ conversationId: string, name: string | null, unreadCount: number, activeAt: string }> | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type LockResetLocksMutationVariables = Exact<{ [key: string]: never; }>;


export type LockResetLocksMutation = { conversationLocksReset: { reset: boolean | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type MarketFeaturesFragment = { country: string, features: Array<{ key: FeatureKey, state: FeatureState, sharePercent: number | null, reason: string, changedAt: string | null }> };

export type MarketSetFeatureMutationVariables = Exact<{
  input: MarketFeatureSetInput;
}>;


export type MarketSetFeatureMutation = { marketFeatureSet: { market: { country: string, features: Array<{ key: FeatureKey, state: FeatureState, sharePercent: number | null, reason: string, changedAt: string | null }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MarketCreateOneMutationVariables = Exact<{
  input: MarketCreateInput;
}>;


export type MarketCreateOneMutation = { marketCreate: { market: { name: string, currencyCode: string, languages: Array<string>, timeZone: string, callingCode: string, country: string, features: Array<{ key: FeatureKey, state: FeatureState, sharePercent: number | null, reason: string, changedAt: string | null }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MarketSetPilotMemberMutationVariables = Exact<{
  input: PilotMemberSetInput;
}>;


export type MarketSetPilotMemberMutation = { pilotMemberSet: { market: { country: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type MarketsReadQueryVariables = Exact<{ [key: string]: never; }>;


export type MarketsReadQuery = { markets: Array<{ timeZone: string, callingCode: string, country: string, features: Array<{ key: FeatureKey, state: FeatureState, sharePercent: number | null, reason: string, changedAt: string | null }> }> };

export type MarketSwitchesQueryVariables = Exact<{
  country: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MarketSwitchesQuery = { market: { switches: { edges: Array<{ node: { key: FeatureKey, fromState: FeatureState, fromSharePercent: number | null, toState: FeatureState, toSharePercent: number | null, reason: string, operatorId: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null } | null };

export type MarketMyFeaturesQueryVariables = Exact<{
  handle: string;
}>;


export type MarketMyFeaturesQuery = { viewer:
    | { features: Array<{ key: FeatureKey, isAvailable: boolean, state: FeatureState, reason: string }> | null }
    | Record<PropertyKey, never>
   | null, business: { features: Array<{ key: FeatureKey, isAvailable: boolean, state: FeatureState, reason: string }> } | null };

export type MarketEventsLiveSubscriptionVariables = Exact<{
  country: string;
}>;


export type MarketEventsLiveSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, feature: FeatureKey | null, market: { country: string, features: Array<{ key: FeatureKey, state: FeatureState, sharePercent: number | null, reason: string, changedAt: string | null }> } | null } | null } };

export type MoneyChatQueryVariables = Exact<{
  id: string | number;
}>;


export type MoneyChatQuery = { node:
    | { unreadCount: number, messages: { edges: Array<{ node: { id: string, sequence: number, isMine: boolean, content:
              | { __typename: 'BotContent' }
              | { __typename: 'CartContent' }
              | { __typename: 'CatalogContent' }
              | { __typename: 'MoneyContent', transfer: { id: string, state: TransferState, note: string | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string } | null, fromBalance: { amount: string, currencyCode: string } | null, payment: { id: string } | null } | null, request: { id: string, state: MoneyRequestState, availableActions: Array<MoneyRequestAction> } | null }
              | { __typename: 'NoticeContent' }
              | { __typename: 'OrderContent' }
              | { __typename: 'PaymentContent' }
              | { __typename: 'ProductContent' }
              | { __typename: 'TextContent' }
              | { __typename: 'TicketContent' }
             } }> } }
    | Record<PropertyKey, never>
   | null };

export type MoneyReadTransferQueryVariables = Exact<{
  id: string | number;
}>;


export type MoneyReadTransferQuery = { node:
    | { id: string, state: TransferState, note: string | null, reversalReason: string | null, sender: { id: string } | null, recipient: { id: string } | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string } | null, fromBalance: { amount: string, currencyCode: string } | null, payment: { id: string, state: PaymentState, challenge: { kind: PaymentChallengeKind } | null, failure: { code: PaymentFailureCode } | null } | null }
    | Record<PropertyKey, never>
   | null };

export type MoneyReadRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type MoneyReadRequestQuery = { node:
    | { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { amount: string, currencyCode: string }, transfers: Array<{ id: string, state: TransferState }> }
    | Record<PropertyKey, never>
   | null };

export type MoneyAmountFragment = { amount: string, currencyCode: string };

type MoneyError_FeatureUnavailableError_Fragment = { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null };

type MoneyError_InsufficientFundsError_Fragment = { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } };

type MoneyError_InsufficientStockError_Fragment = { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } };

type MoneyError_LimitExceededError_Fragment = { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } };

type MoneyError_SimpleUserError_Fragment = { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null };

export type MoneyErrorFragment =
  | MoneyError_FeatureUnavailableError_Fragment
  | MoneyError_InsufficientFundsError_Fragment
  | MoneyError_InsufficientStockError_Fragment
  | MoneyError_LimitExceededError_Fragment
  | MoneyError_SimpleUserError_Fragment
;

export type MoneyTransferFragment = { id: string, state: TransferState, note: string | null, reversalReason: string | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string } | null, fromBalance: { amount: string, currencyCode: string } | null, payment: { id: string, state: PaymentState, challenge: { kind: PaymentChallengeKind } | null, failure: { code: PaymentFailureCode } | null } | null };

export type MoneyRequestPartsFragment = { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { amount: string, currencyCode: string }, transfers: Array<{ id: string, state: TransferState }> };

export type MoneySendMutationVariables = Exact<{
  input: MoneySendInput;
}>;


export type MoneySendMutation = { moneySend: { transfer: { id: string, state: TransferState, note: string | null, reversalReason: string | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string } | null, fromBalance: { amount: string, currencyCode: string } | null, payment: { id: string, state: PaymentState, challenge: { kind: PaymentChallengeKind } | null, failure: { code: PaymentFailureCode } | null } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyAskMutationVariables = Exact<{
  input: MoneyRequestInput;
}>;


export type MoneyAskMutation = { moneyRequest: { request: { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { amount: string, currencyCode: string }, transfers: Array<{ id: string, state: TransferState }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyAcceptMutationVariables = Exact<{
  input: MoneyRequestAcceptInput;
}>;


export type MoneyAcceptMutation = { moneyRequestAccept: { transfer: { id: string, state: TransferState, note: string | null, reversalReason: string | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string } | null, fromBalance: { amount: string, currencyCode: string } | null, payment: { id: string, state: PaymentState, challenge: { kind: PaymentChallengeKind } | null, failure: { code: PaymentFailureCode } | null } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyDeclineMutationVariables = Exact<{
  input: MoneyRequestDeclineInput;
}>;


export type MoneyDeclineMutation = { moneyRequestDecline: { request: { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { amount: string, currencyCode: string }, transfers: Array<{ id: string, state: TransferState }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyCancelMutationVariables = Exact<{
  input: MoneyRequestCancelInput;
}>;


export type MoneyCancelMutation = { moneyRequestCancel: { request: { id: string, state: MoneyRequestState, note: string | null, availableActions: Array<MoneyRequestAction>, amount: { amount: string, currencyCode: string }, transfers: Array<{ id: string, state: TransferState }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyReverseMutationVariables = Exact<{
  input: MoneyReverseInput;
}>;


export type MoneyReverseMutation = { moneyReverse: { transfer: { id: string, state: TransferState, note: string | null, reversalReason: string | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string } | null, fromBalance: { amount: string, currencyCode: string } | null, payment: { id: string, state: PaymentState, challenge: { kind: PaymentChallengeKind } | null, failure: { code: PaymentFailureCode } | null } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyTopUpMutationVariables = Exact<{
  input: WalletTopUpInput;
}>;


export type MoneyTopUpMutation = { walletTopUp: { payment: { id: string, state: PaymentState, availableActions: Array<PaymentAction>, method: PaymentMethod, creditedAt: string | null, amount: { amount: string, currencyCode: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, card: { last4: string } | null, fromBalance: { amount: string }, refunded: { amount: string }, order: { id: string, state: OrderState, paymentState: OrderPaymentState } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyRefundMutationVariables = Exact<{
  input: RefundCreateInput;
}>;


export type MoneyRefundMutation = { refundCreate: { payment: { id: string, state: PaymentState, availableActions: Array<PaymentAction>, method: PaymentMethod, creditedAt: string | null, refunded: { amount: string, currencyCode: string }, refunds: Array<{ id: string, state: RefundState, amount: { amount: string, currencyCode: string }, toWallet: { amount: string, currencyCode: string } }>, amount: { amount: string, currencyCode: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, card: { last4: string } | null, fromBalance: { amount: string }, order: { id: string, state: OrderState, paymentState: OrderPaymentState } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneySetBankMutationVariables = Exact<{
  input: BankAccountSetInput;
}>;


export type MoneySetBankMutation = { bankAccountSet: { bankAccount: { id: string, bankName: string, last4: string } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyPayOutMutationVariables = Exact<{
  input: PayoutCreateInput;
}>;


export type MoneyPayOutMutation = { payoutCreate: { payout: { id: string, state: PayoutState, amount: { amount: string, currencyCode: string }, failure: { code: PayoutFailureCode } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null, couldSpend: { amount: string, currencyCode: string } }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null, couldSend: { amount: string, currencyCode: string } }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoneyWalletQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MoneyWalletQuery = { viewer:
    | { wallet: { balances: Array<{ available: { amount: string, currencyCode: string }, held: { amount: string, currencyCode: string }, total: { amount: string, currencyCode: string }, entries: { edges: Array<{ cursor: string, node: { id: string, kind: LedgerEntryKind, description: string, amount: { amount: string, currencyCode: string }, balance: { amount: string, currencyCode: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }>, transfers: { edges: Array<{ node: { id: string, state: TransferState, note: string | null, reversalReason: string | null, amount: { amount: string, currencyCode: string }, fee: { amount: string, currencyCode: string } | null, fromBalance: { amount: string, currencyCode: string } | null, payment: { id: string, state: PaymentState, challenge: { kind: PaymentChallengeKind } | null, failure: { code: PaymentFailureCode } | null } | null } }> }, limits: { perTransfer: { amount: string, currencyCode: string }, perDay: { amount: string, currencyCode: string }, perMonth: { amount: string, currencyCode: string }, sentToday: { amount: string, currencyCode: string }, sentThisMonth: { amount: string, currencyCode: string } } | null } | null }
    | Record<PropertyKey, never>
   | null };

export type MoneyWalletEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MoneyWalletEventsSubscription = { stream: { cursor: string, event: { type: EventType, sequence: number | null, transfer: { id: string, state: TransferState } | null, request: { id: string, state: MoneyRequestState } | null, payment: { id: string, state: PaymentState } | null, wallet: { balances: Array<{ available: { amount: string, currencyCode: string } }> } | null } | null } };

export type ShoppingOrderFragment = { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, note: string | null, itemsTotal: { amount: string }, total: { amount: string, currencyCode: string }, conversation: { id: string } | null, lines: Array<{ id: string, name: string, quantity: number, shippedQuantity: number, unitPrice: { amount: string }, total: { amount: string } }>, shipments: Array<{ carrier: string | null, trackingNumber: string | null, deliveredAt: string | null, items: Array<{ quantity: number, line: { id: string } }> }>, timeline: Array<{ action: OrderAction, reason: string | null, person: { id: string } | null }>, payments: Array<{ id: string, state: PaymentState, refunds: Array<{ state: RefundState, reason: string, amount: { amount: string } }> }> };

export type ShoppingPlaceMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type ShoppingPlaceMutation = { orderPlace: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, note: string | null, itemsTotal: { amount: string }, total: { amount: string, currencyCode: string }, conversation: { id: string } | null, lines: Array<{ id: string, name: string, quantity: number, shippedQuantity: number, unitPrice: { amount: string }, total: { amount: string } }>, shipments: Array<{ carrier: string | null, trackingNumber: string | null, deliveredAt: string | null, items: Array<{ quantity: number, line: { id: string } }> }>, timeline: Array<{ action: OrderAction, reason: string | null, person: { id: string } | null }>, payments: Array<{ id: string, state: PaymentState, refunds: Array<{ state: RefundState, reason: string, amount: { amount: string } }> }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingConfirmMutationVariables = Exact<{
  input: OrderConfirmInput;
}>;


export type ShoppingConfirmMutation = { orderConfirm: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, note: string | null, itemsTotal: { amount: string }, total: { amount: string, currencyCode: string }, conversation: { id: string } | null, lines: Array<{ id: string, name: string, quantity: number, shippedQuantity: number, unitPrice: { amount: string }, total: { amount: string } }>, shipments: Array<{ carrier: string | null, trackingNumber: string | null, deliveredAt: string | null, items: Array<{ quantity: number, line: { id: string } }> }>, timeline: Array<{ action: OrderAction, reason: string | null, person: { id: string } | null }>, payments: Array<{ id: string, state: PaymentState, refunds: Array<{ state: RefundState, reason: string, amount: { amount: string } }> }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingShipMutationVariables = Exact<{
  input: OrderShipInput;
}>;


export type ShoppingShipMutation = { orderShip: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, note: string | null, itemsTotal: { amount: string }, total: { amount: string, currencyCode: string }, conversation: { id: string } | null, lines: Array<{ id: string, name: string, quantity: number, shippedQuantity: number, unitPrice: { amount: string }, total: { amount: string } }>, shipments: Array<{ carrier: string | null, trackingNumber: string | null, deliveredAt: string | null, items: Array<{ quantity: number, line: { id: string } }> }>, timeline: Array<{ action: OrderAction, reason: string | null, person: { id: string } | null }>, payments: Array<{ id: string, state: PaymentState, refunds: Array<{ state: RefundState, reason: string, amount: { amount: string } }> }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingDeliverMutationVariables = Exact<{
  input: OrderDeliverInput;
}>;


export type ShoppingDeliverMutation = { orderDeliver: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, note: string | null, itemsTotal: { amount: string }, total: { amount: string, currencyCode: string }, conversation: { id: string } | null, lines: Array<{ id: string, name: string, quantity: number, shippedQuantity: number, unitPrice: { amount: string }, total: { amount: string } }>, shipments: Array<{ carrier: string | null, trackingNumber: string | null, deliveredAt: string | null, items: Array<{ quantity: number, line: { id: string } }> }>, timeline: Array<{ action: OrderAction, reason: string | null, person: { id: string } | null }>, payments: Array<{ id: string, state: PaymentState, refunds: Array<{ state: RefundState, reason: string, amount: { amount: string } }> }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingCancelMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type ShoppingCancelMutation = { orderCancel: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, note: string | null, itemsTotal: { amount: string }, total: { amount: string, currencyCode: string }, conversation: { id: string } | null, lines: Array<{ id: string, name: string, quantity: number, shippedQuantity: number, unitPrice: { amount: string }, total: { amount: string } }>, shipments: Array<{ carrier: string | null, trackingNumber: string | null, deliveredAt: string | null, items: Array<{ quantity: number, line: { id: string } }> }>, timeline: Array<{ action: OrderAction, reason: string | null, person: { id: string } | null }>, payments: Array<{ id: string, state: PaymentState, refunds: Array<{ state: RefundState, reason: string, amount: { amount: string } }> }> } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingReadOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type ShoppingReadOrderQuery = { node:
    | { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, fulfillmentState: OrderFulfillmentState, availableActions: Array<OrderAction>, holdExpiresAt: string | null, note: string | null, itemsTotal: { amount: string }, total: { amount: string, currencyCode: string }, conversation: { id: string } | null, lines: Array<{ id: string, name: string, quantity: number, shippedQuantity: number, unitPrice: { amount: string }, total: { amount: string } }>, shipments: Array<{ carrier: string | null, trackingNumber: string | null, deliveredAt: string | null, items: Array<{ quantity: number, line: { id: string } }> }>, timeline: Array<{ action: OrderAction, reason: string | null, person: { id: string } | null }>, payments: Array<{ id: string, state: PaymentState, refunds: Array<{ state: RefundState, reason: string, amount: { amount: string } }> }> }
    | Record<PropertyKey, never>
   | null };

export type PartnerCreateAppMutationVariables = Exact<{
  input: PartnerAppCreateInput;
}>;


export type PartnerCreateAppMutation = { partnerAppCreate: { app: { id: string, name: string, description: string, scopes: Array<PartnerScope>, ownerName: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type PartnerUpdateAppMutationVariables = Exact<{
  input: PartnerAppUpdateInput;
}>;


export type PartnerUpdateAppMutation = { partnerAppUpdate: { app: { name: string, description: string, scopes: Array<PartnerScope> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type PartnerCreateKeyMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type PartnerCreateKeyMutation = { apiKeyCreate: { key: string | null, apiKey: { id: string, name: string, last4: string, scopes: Array<PartnerScope>, lastUsedAt: string | null, expiresAt: string | null, revokedAt: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type PartnerRotateKeyMutationVariables = Exact<{
  input: ApiKeyRotateInput;
}>;


export type PartnerRotateKeyMutation = { apiKeyRotate: { key: string | null, apiKey: { id: string, name: string, scopes: Array<PartnerScope>, expiresAt: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type PartnerRevokeKeyMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type PartnerRevokeKeyMutation = { apiKeyRevoke: { apiKey: { id: string, revokedAt: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type PartnerGrantAppMutationVariables = Exact<{
  input: PartnerGrantInput;
}>;


export type PartnerGrantAppMutation = { partnerGrant: { grant: { scopes: Array<PartnerScope>, app: { id: string }, business: { id: string }, grantedBy: { id: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type PartnerWithdrawGrantMutationVariables = Exact<{
  input: PartnerRevokeInput;
}>;


export type PartnerWithdrawGrantMutation = { partnerRevoke: { business: { id: string } | null, app: { id: string } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type PartnerReadAppQueryVariables = Exact<{
  id: string | number;
}>;


export type PartnerReadAppQuery = { partnerApp: { id: string, name: string, description: string, scopes: Array<PartnerScope>, ownerName: string, keys: { edges: Array<{ node: { id: string, name: string, last4: string, expiresAt: string | null, revokedAt: string | null } }> } | null, grants: { edges: Array<{ node: { scopes: Array<PartnerScope>, business: { id: string } } }> } | null, viewerKey: { id: string } | null } | null };

export type PartnerReadGrantsQueryVariables = Exact<{
  id: string | number;
}>;


export type PartnerReadGrantsQuery = { node:
    | { partnerGrants: { edges: Array<{ node: { scopes: Array<PartnerScope>, app: { id: string, name: string } } }> } | null }
    | Record<PropertyKey, never>
   | null };

export type PartnerReadViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnerReadViewerQuery = { viewer:
    | { __typename: 'PartnerApp', id: string, name: string, viewerKey: { id: string, last4: string } | null }
    | { __typename: 'Person', id: string, name: string, partnerApps: { edges: Array<{ node: { id: string } }> } | null }
   | null };

export type ShoppingPaymentFragment = { id: string, state: PaymentState, availableActions: Array<PaymentAction>, method: PaymentMethod, creditedAt: string | null, amount: { amount: string, currencyCode: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, card: { last4: string } | null, fromBalance: { amount: string }, refunded: { amount: string }, order: { id: string, state: OrderState, paymentState: OrderPaymentState } | null };

export type ShoppingCardFragment = { id: string, brand: string, last4: string, isDefault: boolean, isRemoved: boolean };

export type ShoppingPayMutationVariables = Exact<{
  input: OrderPayInput;
}>;


export type ShoppingPayMutation = { orderPay: { payment: { id: string, state: PaymentState, availableActions: Array<PaymentAction>, method: PaymentMethod, creditedAt: string | null, amount: { amount: string, currencyCode: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, card: { last4: string } | null, fromBalance: { amount: string }, refunded: { amount: string }, order: { id: string, state: OrderState, paymentState: OrderPaymentState } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingConfirmPaymentMutationVariables = Exact<{
  input: PaymentConfirmInput;
}>;


export type ShoppingConfirmPaymentMutation = { paymentConfirm: { payment: { id: string, state: PaymentState, availableActions: Array<PaymentAction>, method: PaymentMethod, creditedAt: string | null, amount: { amount: string, currencyCode: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, card: { last4: string } | null, fromBalance: { amount: string }, refunded: { amount: string }, order: { id: string, state: OrderState, paymentState: OrderPaymentState } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingCancelPaymentMutationVariables = Exact<{
  input: PaymentCancelInput;
}>;


export type ShoppingCancelPaymentMutation = { paymentCancel: { payment: { id: string, state: PaymentState, availableActions: Array<PaymentAction>, method: PaymentMethod, creditedAt: string | null, amount: { amount: string, currencyCode: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, card: { last4: string } | null, fromBalance: { amount: string }, refunded: { amount: string }, order: { id: string, state: OrderState, paymentState: OrderPaymentState } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingReadPaymentQueryVariables = Exact<{
  id: string | number;
}>;


export type ShoppingReadPaymentQuery = { node:
    | { id: string, state: PaymentState, availableActions: Array<PaymentAction>, method: PaymentMethod, creditedAt: string | null, amount: { amount: string, currencyCode: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, card: { last4: string } | null, fromBalance: { amount: string }, refunded: { amount: string }, order: { id: string, state: OrderState, paymentState: OrderPaymentState } | null }
    | Record<PropertyKey, never>
   | null };

export type ShoppingAskAgainMutationVariables = Exact<{
  input: PaymentAskAgainInput;
}>;


export type ShoppingAskAgainMutation = { paymentAskAgain: { payment: { id: string, state: PaymentState, availableActions: Array<PaymentAction>, method: PaymentMethod, creditedAt: string | null, amount: { amount: string, currencyCode: string }, challenge: { kind: PaymentChallengeKind, triesLeft: number | null } | null, failure: { code: PaymentFailureCode, message: string } | null, card: { last4: string } | null, fromBalance: { amount: string }, refunded: { amount: string }, order: { id: string, state: OrderState, paymentState: OrderPaymentState } | null } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingRegisterCardMutationVariables = Exact<{
  input: CardRegisterInput;
}>;


export type ShoppingRegisterCardMutation = { cardRegister: { card: { id: string, brand: string, last4: string, isDefault: boolean, isRemoved: boolean } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingRemoveCardMutationVariables = Exact<{
  input: CardRemoveInput;
}>;


export type ShoppingRemoveCardMutation = { cardRemove: { card: { id: string, brand: string, last4: string, isDefault: boolean, isRemoved: boolean } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShoppingMakeCardDefaultMutationVariables = Exact<{
  input: CardMakeDefaultInput;
}>;


export type ShoppingMakeCardDefaultMutation = { cardMakeDefault: { card: { id: string, brand: string, last4: string, isDefault: boolean, isRemoved: boolean } | null, userErrors: Array<
      | { __typename: 'FeatureUnavailableError', feature: FeatureKey, country: string, state: FeatureState, reason: string, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientFundsError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', requested: number, available: number, code: UserErrorCode, message: string, path: Array<string> | null, product: { id: string } }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'SimpleUserError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type TicketOpenMutationVariables = Exact<{
  input: TicketOpenInput;
}>;


export type TicketOpenMutation = { ticketOpen: { ticket: { id: string, state: TicketState, conversation: { id: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type TicketAssignMutationVariables = Exact<{
  input: TicketAssignInput;
}>;


export type TicketAssignMutation = { ticketAssign: { ticket: { assignee: { id: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } };

export type TicketAdvanceMutationVariables = Exact<{
  input: TicketAdvanceInput;
}>;


export type TicketAdvanceMutation = { ticketAdvance: { ticket: { state: TicketState } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type TicketPriorityMutationVariables = Exact<{
  input: TicketPrioritySetInput;
}>;


export type TicketPriorityMutation = { ticketPrioritySet: { ticket: { priority: TicketPriority, firstAnswerDueAt: string, resolutionDueAt: string | null } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } };

export type TicketRateMutationVariables = Exact<{
  input: TicketRateInput;
}>;


export type TicketRateMutation = { ticketRate: { ticket: { rating: number | null, ratingComment: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type TicketReadQueryVariables = Exact<{
  id: string | number;
}>;


export type TicketReadQuery = { node:
    | { id: string, number: number, desk: TicketDesk, subject: string, state: TicketState, priority: TicketPriority, availableActions: Array<TicketAction>, openedAt: string, firstAnswerDueAt: string, firstAnsweredAt: string | null, resolutionDueAt: string | null, resolvedAt: string | null, closedAt: string | null, isOverdue: boolean, rating: number | null, ratingComment: string | null, reopenings: number, business: { id: string }, opener: { id: string } | null, assignee: { id: string } | null, order: { id: string } | null, conversation: { id: string, ticket: { id: string } | null, members: Array<{ party:
            | { __typename: 'Business' }
            | { __typename: 'Person' }
            | { __typename: 'Platform' }
           | null }> } | null, context: { order: { number: number, state: string, paymentState: string, fulfillmentState: string, total: { amount: string }, lines: Array<{ name: string, quantity: number }> } | null, messages: Array<{ sequence: number, from: string, text: string | null }>, postings: Array<{ kind: string, amount: { amount: string } }> } | null, timeline: Array<{ sequence: number, action: TicketAction, state: TicketState, by: { id: string } | null }> }
    | Record<PropertyKey, never>
   | null };

export type KeptWebhookFragment = { id: string, url: string, document: string, state: WebhookState, pauseReason: string | null, position: string, secretRotatesUntil: string | null, app: { id: string } };

export type KeptReplayFragment = { id: string, from: string, to: string, position: string, progressPercent: number, finishedAt: string | null, failure: string | null, webhook: { id: string } };

export type KeeperWebhookCreateMutationVariables = Exact<{
  input: WebhookCreateInput;
}>;


export type KeeperWebhookCreateMutation = { webhookCreate: { secret: string | null, webhook: { id: string, url: string, document: string, state: WebhookState, pauseReason: string | null, position: string, secretRotatesUntil: string | null, app: { id: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type KeeperWebhookUpdateMutationVariables = Exact<{
  input: WebhookUpdateInput;
}>;


export type KeeperWebhookUpdateMutation = { webhookUpdate: { webhook: { id: string, url: string, document: string, state: WebhookState, pauseReason: string | null, position: string, secretRotatesUntil: string | null, app: { id: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type KeeperWebhookDeleteMutationVariables = Exact<{
  input: WebhookDeleteInput;
}>;


export type KeeperWebhookDeleteMutation = { webhookDelete: { webhook: { id: string, url: string, document: string, state: WebhookState, pauseReason: string | null, position: string, secretRotatesUntil: string | null, app: { id: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type KeeperWebhookSecretRotateMutationVariables = Exact<{
  input: WebhookSecretRotateInput;
}>;


export type KeeperWebhookSecretRotateMutation = { webhookSecretRotate: { secret: string | null, webhook: { id: string, url: string, document: string, state: WebhookState, pauseReason: string | null, position: string, secretRotatesUntil: string | null, app: { id: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type KeeperWebhookTestMutationVariables = Exact<{
  input: WebhookTestInput;
}>;


export type KeeperWebhookTestMutation = { webhookTest: { body: string | null, sent: boolean | null, status: number | null, durationMs: number | null, answer: string | null, error: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type KeeperWebhookReplayMutationVariables = Exact<{
  input: WebhookReplayInput;
}>;


export type KeeperWebhookReplayMutation = { webhookReplay: { replay: { id: string, from: string, to: string, position: string, progressPercent: number, finishedAt: string | null, failure: string | null, webhook: { id: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type KeeperWebhookDeliveryRetryMutationVariables = Exact<{
  input: WebhookDeliveryRetryInput;
}>;


export type KeeperWebhookDeliveryRetryMutation = { webhookDeliveryRetry: { replay: { id: string, from: string, to: string, position: string, progressPercent: number, finishedAt: string | null, failure: string | null, webhook: { id: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const OrderListPageFragmentDoc = new TypedDocumentString(`
    fragment OrderListPage on OrderConnection {
  edges {
    node {
      id
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"OrderListPage"}) as unknown as TypedDocumentString<OrderListPageFragment, unknown>;
export const TourCartFragmentDoc = new TypedDocumentString(`
    fragment TourCart on Cart {
  id
  version
  lines {
    id
    quantity
    product {
      id
      name
    }
    total {
      formatted
      minorUnits
    }
  }
  subtotal {
    formatted
    minorUnits
  }
  problems {
    code
    message
  }
}
    `, {"fragmentName":"TourCart"}) as unknown as TypedDocumentString<TourCartFragment, unknown>;
export const TourInvoiceLineFragmentDoc = new TypedDocumentString(`
    fragment TourInvoiceLine on InvoiceLine {
  service
  title
  terms
  quantity
  amount {
    formatted
    minorUnits
  }
}
    `, {"fragmentName":"TourInvoiceLine"}) as unknown as TypedDocumentString<TourInvoiceLineFragment, unknown>;
export const TourProductFragmentDoc = new TypedDocumentString(`
    fragment TourProduct on Product {
  id
  sku
  name
  availability
  price {
    formatted
    minorUnits
  }
  stock {
    free
    held
    sold
  }
}
    `, {"fragmentName":"TourProduct"}) as unknown as TypedDocumentString<TourProductFragment, unknown>;
export const TourOrderFragmentDoc = new TypedDocumentString(`
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}
    `, {"fragmentName":"TourOrder"}) as unknown as TypedDocumentString<TourOrderFragment, unknown>;
export const TourPaymentFragmentDoc = new TypedDocumentString(`
    fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}
    `, {"fragmentName":"TourPayment"}) as unknown as TypedDocumentString<TourPaymentFragment, unknown>;
export const TourTransferFragmentDoc = new TypedDocumentString(`
    fragment TourTransfer on Transfer {
  id
  state
  note
  amount {
    formatted
    minorUnits
  }
  fee {
    minorUnits
  }
  fromBalance {
    formatted
    minorUnits
  }
  payment {
    ...TourPayment
  }
}
    fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`, {"fragmentName":"TourTransfer"}) as unknown as TypedDocumentString<TourTransferFragment, unknown>;
export const TourRequestFragmentDoc = new TypedDocumentString(`
    fragment TourRequest on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    formatted
    minorUnits
  }
}
    `, {"fragmentName":"TourRequest"}) as unknown as TypedDocumentString<TourRequestFragment, unknown>;
export const TourMessageFragmentDoc = new TypedDocumentString(`
    fragment TourMessage on Message {
  id
  sequence
  isMine
  sender {
    __typename
    ... on Person {
      name
    }
    ... on Business {
      name
    }
    ... on Platform {
      name
    }
  }
  content {
    __typename
    ... on TextContent {
      text
    }
    ... on ProductContent {
      product {
        name
        unit
      }
      priceAsSent {
        formatted
      }
    }
    ... on CatalogContent {
      business {
        name
        products {
          totalCount
        }
      }
    }
    ... on OrderContent {
      order {
        ...TourOrder
      }
    }
    ... on PaymentContent {
      payment {
        ...TourPayment
      }
    }
    ... on MoneyContent {
      transfer {
        ...TourTransfer
      }
      request {
        ...TourRequest
      }
    }
    ... on BotContent {
      rule
      text
      products {
        product {
          name
        }
      }
    }
    ... on TicketContent {
      ticket {
        number
        subject
        state
      }
    }
    ... on NoticeContent {
      code
      text
    }
  }
}
    fragment TourTransfer on Transfer {
  id
  state
  note
  amount {
    formatted
    minorUnits
  }
  fee {
    minorUnits
  }
  fromBalance {
    formatted
    minorUnits
  }
  payment {
    ...TourPayment
  }
}
fragment TourRequest on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    formatted
    minorUnits
  }
}
fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}
fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`, {"fragmentName":"TourMessage"}) as unknown as TypedDocumentString<TourMessageFragment, unknown>;
export const TourTicketFragmentDoc = new TypedDocumentString(`
    fragment TourTicket on Ticket {
  id
  number
  subject
  state
  rating
  availableActions
  conversation {
    id
  }
  order {
    id
  }
  context {
    order {
      number
    }
    messages {
      sequence
    }
  }
}
    `, {"fragmentName":"TourTicket"}) as unknown as TypedDocumentString<TourTicketFragment, unknown>;
export const ShoppingCartFragmentDoc = new TypedDocumentString(`
    fragment ShoppingCart on Cart {
  id
  state
  version
  itemCount
  subtotal {
    amount
    currencyCode
  }
  lines {
    id
    quantity
    product {
      id
    }
    unitPrice {
      amount
    }
    total {
      amount
    }
    addedBy {
      id
    }
  }
  problems {
    code
    lineId
    message
  }
}
    `, {"fragmentName":"ShoppingCart"}) as unknown as TypedDocumentString<ShoppingCartFragment, unknown>;
export const CatalogueProductFragmentDoc = new TypedDocumentString(`
    fragment CatalogueProduct on Product {
  id
  name
  description
  sku
  unit
  state
  availability
  price {
    amount
    currencyCode
  }
  regularPrice {
    amount
  }
  salePrice {
    amount
  }
  saleEndsAt
  photo {
    url
  }
  photos {
    id
  }
  stock {
    isTracked
    free
    held
    sold
  }
}
    `, {"fragmentName":"CatalogueProduct"}) as unknown as TypedDocumentString<CatalogueProductFragment, unknown>;
export const ChannelFeedFragmentDoc = new TypedDocumentString(`
    fragment ChannelFeed on ProductFeed {
  id
  channel
  lastFetchedAt
  revokedAt
  business {
    id
  }
}
    `, {"fragmentName":"ChannelFeed"}) as unknown as TypedDocumentString<ChannelFeedFragment, unknown>;
export const MoneyAmountFragmentDoc = new TypedDocumentString(`
    fragment MoneyAmount on Money {
  amount
  currencyCode
}
    `, {"fragmentName":"MoneyAmount"}) as unknown as TypedDocumentString<MoneyAmountFragment, unknown>;
export const FeeRulePartsFragmentDoc = new TypedDocumentString(`
    fragment FeeRuleParts on FeeRule {
  id
  country
  service
  plan
  shareBasisPoints
  fixed {
    ...MoneyAmount
  }
  freePerMonth
  effectiveFrom
  note
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}`, {"fragmentName":"FeeRuleParts"}) as unknown as TypedDocumentString<FeeRulePartsFragment, unknown>;
export const InvoiceLineWholeFragmentDoc = new TypedDocumentString(`
    fragment InvoiceLineWhole on InvoiceLine {
  service
  title
  terms
  quantity
  isCredit
  rule {
    id
  }
  amount {
    amount
  }
}
    `, {"fragmentName":"InvoiceLineWhole"}) as unknown as TypedDocumentString<InvoiceLineWholeFragment, unknown>;
export const InvoiceWholeFragmentDoc = new TypedDocumentString(`
    fragment InvoiceWhole on Invoice {
  id
  number
  numberText
  period
  issuedAt
  business {
    id
  }
  lines {
    ...InvoiceLineWhole
  }
  subtotal {
    amount
  }
  taxRate
  tax {
    amount
  }
  total {
    amount
    currencyCode
  }
}
    fragment InvoiceLineWhole on InvoiceLine {
  service
  title
  terms
  quantity
  isCredit
  rule {
    id
  }
  amount {
    amount
  }
}`, {"fragmentName":"InvoiceWhole"}) as unknown as TypedDocumentString<InvoiceWholeFragment, unknown>;
export const MarketFeaturesFragmentDoc = new TypedDocumentString(`
    fragment MarketFeatures on Market {
  country
  features {
    key
    state
    sharePercent
    reason
    changedAt
  }
}
    `, {"fragmentName":"MarketFeatures"}) as unknown as TypedDocumentString<MarketFeaturesFragment, unknown>;
export const ShoppingErrorFragmentDoc = new TypedDocumentString(`
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
    `, {"fragmentName":"ShoppingError"}) as unknown as TypedDocumentString<ShoppingErrorFragment, unknown>;
export const MoneyErrorFragmentDoc = new TypedDocumentString(`
    fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}`, {"fragmentName":"MoneyError"}) as unknown as TypedDocumentString<MoneyErrorFragment, unknown>;
export const MoneyTransferFragmentDoc = new TypedDocumentString(`
    fragment MoneyTransfer on Transfer {
  id
  state
  note
  reversalReason
  amount {
    ...MoneyAmount
  }
  fee {
    ...MoneyAmount
  }
  fromBalance {
    ...MoneyAmount
  }
  payment {
    id
    state
    challenge {
      kind
    }
    failure {
      code
    }
  }
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}`, {"fragmentName":"MoneyTransfer"}) as unknown as TypedDocumentString<MoneyTransferFragment, unknown>;
export const MoneyRequestPartsFragmentDoc = new TypedDocumentString(`
    fragment MoneyRequestParts on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    ...MoneyAmount
  }
  transfers {
    id
    state
  }
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}`, {"fragmentName":"MoneyRequestParts"}) as unknown as TypedDocumentString<MoneyRequestPartsFragment, unknown>;
export const ShoppingOrderFragmentDoc = new TypedDocumentString(`
    fragment ShoppingOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  note
  itemsTotal {
    amount
  }
  total {
    amount
    currencyCode
  }
  conversation {
    id
  }
  lines {
    id
    name
    quantity
    shippedQuantity
    unitPrice {
      amount
    }
    total {
      amount
    }
  }
  shipments {
    carrier
    trackingNumber
    deliveredAt
    items {
      quantity
      line {
        id
      }
    }
  }
  timeline {
    action
    reason
    person {
      id
    }
  }
  payments {
    id
    state
    refunds {
      state
      reason
      amount {
        amount
      }
    }
  }
}
    `, {"fragmentName":"ShoppingOrder"}) as unknown as TypedDocumentString<ShoppingOrderFragment, unknown>;
export const ShoppingPaymentFragmentDoc = new TypedDocumentString(`
    fragment ShoppingPayment on Payment {
  id
  state
  availableActions
  amount {
    amount
    currencyCode
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  card {
    last4
  }
  method
  fromBalance {
    amount
  }
  refunded {
    amount
  }
  creditedAt
  order {
    id
    state
    paymentState
  }
}
    `, {"fragmentName":"ShoppingPayment"}) as unknown as TypedDocumentString<ShoppingPaymentFragment, unknown>;
export const ShoppingCardFragmentDoc = new TypedDocumentString(`
    fragment ShoppingCard on Card {
  id
  brand
  last4
  isDefault
  isRemoved
}
    `, {"fragmentName":"ShoppingCard"}) as unknown as TypedDocumentString<ShoppingCardFragment, unknown>;
export const KeptWebhookFragmentDoc = new TypedDocumentString(`
    fragment KeptWebhook on Webhook {
  id
  url
  document
  state
  pauseReason
  position
  secretRotatesUntil
  app {
    id
  }
}
    `, {"fragmentName":"KeptWebhook"}) as unknown as TypedDocumentString<KeptWebhookFragment, unknown>;
export const KeptReplayFragmentDoc = new TypedDocumentString(`
    fragment KeptReplay on WebhookReplay {
  id
  from
  to
  position
  progressPercent
  finishedAt
  failure
  webhook {
    id
  }
}
    `, {"fragmentName":"KeptReplay"}) as unknown as TypedDocumentString<KeptReplayFragment, unknown>;
export const BotUpdateDocument = new TypedDocumentString(`
    mutation BotUpdate($input: BotUpdateInput!) {
  botUpdate(input: $input) {
    business {
      bot {
        isEnabled
        greeting {
          language
          text
        }
        away {
          language
          text
        }
        replies {
          keywords
          texts {
            language
            text
          }
        }
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BotUpdateMutation, BotUpdateMutationVariables>;
export const OpeningHoursSetDocument = new TypedDocumentString(`
    mutation OpeningHoursSet($input: OpeningHoursSetInput!) {
  openingHoursSet(input: $input) {
    business {
      openingHours {
        weekday
        opensAt
        closesAt
      }
      isOpenNow
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<OpeningHoursSetMutation, OpeningHoursSetMutationVariables>;
export const BotHandOverDocument = new TypedDocumentString(`
    mutation BotHandOver($input: BotHandOverInput!) {
  botHandOver(input: $input) {
    conversation {
      isWithHuman
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BotHandOverMutation, BotHandOverMutationVariables>;
export const BotResumeDocument = new TypedDocumentString(`
    mutation BotResume($input: BotResumeInput!) {
  botResume(input: $input) {
    conversation {
      isWithHuman
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BotResumeMutation, BotResumeMutationVariables>;
export const ShopBotDocument = new TypedDocumentString(`
    query ShopBot($id: ID!) {
  node(id: $id) {
    ... on Business {
      isOpenNow
      openingHours {
        weekday
      }
      bot {
        isEnabled
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ShopBotQuery, ShopBotQueryVariables>;
export const BotWordsDocument = new TypedDocumentString(`
    query BotWords($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      messages(last: 1) {
        edges {
          node {
            sender {
              __typename
            }
            content {
              ... on BotContent {
                rule
                text
                products {
                  product {
                    name
                  }
                  priceAsSent {
                    formatted
                  }
                }
                catalog {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BotWordsQuery, BotWordsQueryVariables>;
export const BusinessFindDocument = new TypedDocumentString(`
    query BusinessFind($handle: String!) {
  business(handle: $handle) {
    id
    name
    viewerRole
    staff {
      role
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessFindQuery, BusinessFindQueryVariables>;
export const BusinessListDocument = new TypedDocumentString(`
    query BusinessList($country: CountryCode, $search: String, $first: Int, $after: String) {
  businesses(country: $country, search: $search, first: $first, after: $after) {
    edges {
      node {
        id
        name
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessListQuery, BusinessListQueryVariables>;
export const BusinessMarketsDocument = new TypedDocumentString(`
    query BusinessMarkets($country: CountryCode!) {
  market(country: $country) {
    name
    currencyCode
    languages
  }
  markets {
    country
  }
}
    `) as unknown as TypedDocumentString<BusinessMarketsQuery, BusinessMarketsQueryVariables>;
export const CardsOfViewerDocument = new TypedDocumentString(`
    query CardsOfViewer {
  viewer {
    ... on Person {
      wallet {
        cards {
          edges {
            node {
              ...ShoppingCard
            }
          }
        }
      }
    }
  }
}
    fragment ShoppingCard on Card {
  id
  brand
  last4
  isDefault
  isRemoved
}`) as unknown as TypedDocumentString<CardsOfViewerQuery, CardsOfViewerQueryVariables>;
export const CardsExpiryDocument = new TypedDocumentString(`
    query CardsExpiry($id: ID!) {
  node(id: $id) {
    ... on Card {
      expMonth
      expYear
      isRemoved
    }
  }
}
    `) as unknown as TypedDocumentString<CardsExpiryQuery, CardsExpiryQueryVariables>;
export const CartSharingEventsDocument = new TypedDocumentString(`
    subscription CartSharingEvents($cartId: ID!) {
  stream: cartEvents(cartId: $cartId) {
    cursor
    event {
      type
      sequence
      cart {
        version
        state
        itemCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CartSharingEventsSubscription, CartSharingEventsSubscriptionVariables>;
export const ChatLiveEventsDocument = new TypedDocumentString(`
    subscription ChatLiveEvents($conversationId: ID!, $after: EventCursor) {
  conversationEvents(conversationId: $conversationId, after: $after) {
    cursor
    event {
      id
      type
      sequence
      occurredAt
      message {
        sequence
        isMine
        content {
          ... on TextContent {
            text
          }
        }
      }
      member {
        readSequence
      }
      conversation {
        lastSequence
        unreadCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatLiveEventsSubscription, ChatLiveEventsSubscriptionVariables>;
export const ChatLiveSnapshotDocument = new TypedDocumentString(`
    query ChatLiveSnapshot($id: ID!) {
  eventCursor
  node(id: $id) {
    ... on Conversation {
      messages {
        edges {
          node {
            sequence
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatLiveSnapshotQuery, ChatLiveSnapshotQueryVariables>;
export const ChatLockNodesDocument = new TypedDocumentString(`
    query ChatLockNodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Order {
      conversation {
        id
      }
    }
    ... on Transfer {
      conversation {
        id
      }
    }
    ... on MoneyRequest {
      conversation {
        id
      }
    }
    ... on Message {
      of: conversation {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatLockNodesQuery, ChatLockNodesQueryVariables>;
export const ChatLockInboxDocument = new TypedDocumentString(`
    query ChatLockInbox {
  viewer {
    ... on Person {
      conversations {
        edges {
          node {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatLockInboxQuery, ChatLockInboxQueryVariables>;
export const ChatLockShopInboxDocument = new TypedDocumentString(`
    query ChatLockShopInbox($id: ID!) {
  node(id: $id) {
    ... on Business {
      conversations {
        edges {
          node {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatLockShopInboxQuery, ChatLockShopInboxQueryVariables>;
export const ChatLockMessagesDocument = new TypedDocumentString(`
    query ChatLockMessages($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      lastSequence
      messages {
        edges {
          node {
            id
            content {
              __typename
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatLockMessagesQuery, ChatLockMessagesQueryVariables>;
export const ChatLockInboxEventsDocument = new TypedDocumentString(`
    subscription ChatLockInboxEvents {
  stream: inboxEvents {
    cursor
    event {
      type
      conversation {
        id
      }
      message {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChatLockInboxEventsSubscription, ChatLockInboxEventsSubscriptionVariables>;
export const ChatLockChatEventsDocument = new TypedDocumentString(`
    subscription ChatLockChatEvents($id: ID!) {
  stream: conversationEvents(conversationId: $id) {
    cursor
    event {
      type
    }
  }
}
    `) as unknown as TypedDocumentString<ChatLockChatEventsSubscription, ChatLockChatEventsSubscriptionVariables>;
export const BlockReadDocument = new TypedDocumentString(`
    query BlockRead($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      isBlocked
      lastSequence
      messages {
        edges {
          node {
            content {
              __typename
              ... on NoticeContent {
                code
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BlockReadQuery, BlockReadQueryVariables>;
export const BlockChatEventsDocument = new TypedDocumentString(`
    subscription BlockChatEvents($id: ID!) {
  stream: conversationEvents(conversationId: $id) {
    cursor
    event {
      type
      sequence
      isTyping
    }
  }
}
    `) as unknown as TypedDocumentString<BlockChatEventsSubscription, BlockChatEventsSubscriptionVariables>;
export const BlockInboxEventsDocument = new TypedDocumentString(`
    subscription BlockInboxEvents($businessId: ID) {
  stream: inboxEvents(businessId: $businessId) {
    cursor
    event {
      type
      conversation {
        id
        isBlocked
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BlockInboxEventsSubscription, BlockInboxEventsSubscriptionVariables>;
export const ConversationsInboxDocument = new TypedDocumentString(`
    query ConversationsInbox($first: Int, $after: String) {
  viewer {
    ... on Person {
      conversations(first: $first, after: $after) {
        edges {
          node {
            id
            lastMessage {
              sequence
            }
            members {
              party {
                __typename
                ... on Person {
                  id
                  name
                  phone
                }
                ... on Business {
                  id
                }
              }
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConversationsInboxQuery, ConversationsInboxQueryVariables>;
export const InboxLiveEventsDocument = new TypedDocumentString(`
    subscription InboxLiveEvents($businessId: ID, $after: EventCursor) {
  inboxEvents(businessId: $businessId, after: $after) {
    cursor
    event {
      id
      type
      conversation {
        id
        unreadCount
      }
      message {
        content {
          ... on TextContent {
            text
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InboxLiveEventsSubscription, InboxLiveEventsSubscriptionVariables>;
export const LedgerEntriesDocument = new TypedDocumentString(`
    query LedgerEntries($kind: LedgerAccountKind!, $owner: ID, $first: Int, $after: String) {
  ledgerEntries(
    kind: $kind
    ownerId: $owner
    currencyCode: "INR"
    first: $first
    after: $after
  ) {
    edges {
      cursor
      node {
        id
        kind
        description
        reference
        createdAt
        amount {
          amount
        }
        balance {
          formatted
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerEntriesQuery, LedgerEntriesQueryVariables>;
export const LedgerTrialBalanceDocument = new TypedDocumentString(`
    query LedgerTrialBalance {
  trialBalance {
    kind
    accounts
    balance {
      minorUnits
      currencyCode
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerTrialBalanceQuery, LedgerTrialBalanceQueryVariables>;
export const LedgerHeadsDocument = new TypedDocumentString(`
    query LedgerHeads($after: String) {
  ledgerHeads(first: 5, after: $after) {
    edges {
      cursor
      node {
        day
        hash
        position
        publishedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerHeadsQuery, LedgerHeadsQueryVariables>;
export const LiveChatDocument = new TypedDocumentString(`
    subscription LiveChat($conversationId: ID!, $after: EventCursor) {
  conversationEvents(conversationId: $conversationId, after: $after) {
    cursor
    event {
      id
      type
      sequence
      occurredAt
      message {
        id
        sequence
        content {
          ... on TextContent {
            text
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LiveChatSubscription, LiveChatSubscriptionVariables>;
export const LiveSnapshotDocument = new TypedDocumentString(`
    query LiveSnapshot($id: ID!) {
  eventCursor
  node(id: $id) {
    ... on Conversation {
      messages(last: 100) {
        edges {
          node {
            sequence
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LiveSnapshotQuery, LiveSnapshotQueryVariables>;
export const LockedChatDocument = new TypedDocumentString(`
    subscription LockedChat($id: ID!, $after: EventCursor) {
  stream: conversationEvents(conversationId: $id, after: $after) {
    cursor
    event {
      type
      message {
        sequence
        content {
          ... on TextContent {
            text
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LockedChatSubscription, LockedChatSubscriptionVariables>;
export const MessagePagesThreadDocument = new TypedDocumentString(`
    query MessagePagesThread($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  node(id: $id) {
    ... on Conversation {
      lastSequence
      messages(first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            sequence
          }
        }
        pageInfo {
          startCursor
          endCursor
          hasNextPage
          hasPreviousPage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MessagePagesThreadQuery, MessagePagesThreadQueryVariables>;
export const MessagesCardDocument = new TypedDocumentString(`
    query MessagesCard($id: ID!) {
  node(id: $id) {
    ... on Message {
      content {
        __typename
        ... on ProductContent {
          wasAvailable
          priceAsSent {
            amount
          }
          product {
            name
            availability
            price {
              amount
            }
          }
        }
        ... on CatalogContent {
          business {
            id
          }
        }
        ... on CartContent {
          subtotal {
            amount
          }
          lines {
            name
            quantity
            total {
              amount
            }
          }
          cart {
            itemCount
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MessagesCardQuery, MessagesCardQueryVariables>;
export const MoneyCardInboxDocument = new TypedDocumentString(`
    subscription MoneyCardInbox {
  stream: inboxEvents {
    cursor
    event {
      type
      sequence
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyCardInboxSubscription, MoneyCardInboxSubscriptionVariables>;
export const MoneyCardChatDocument = new TypedDocumentString(`
    subscription MoneyCardChat($id: ID!) {
  stream: conversationEvents(conversationId: $id) {
    cursor
    event {
      type
      sequence
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyCardChatSubscription, MoneyCardChatSubscriptionVariables>;
export const OrderExpiryEventsDocument = new TypedDocumentString(`
    subscription OrderExpiryEvents($filter: OrderEventFilter) {
  stream: orderEvents(filter: $filter) {
    cursor
    event {
      type
      order {
        state
        paymentState
        availableActions
        lines {
          product {
            availability
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderExpiryEventsSubscription, OrderExpiryEventsSubscriptionVariables>;
export const OrderListsDocument = new TypedDocumentString(`
    query OrderLists($id: ID!, $first: Int, $after: String, $state: OrderState) {
  node(id: $id) {
    __typename
    ... on Person {
      orders(first: $first, after: $after, state: $state) {
        ...OrderListPage
      }
    }
    ... on Business {
      orders(first: $first, after: $after, state: $state) {
        ...OrderListPage
      }
    }
  }
}
    fragment OrderListPage on OrderConnection {
  edges {
    node {
      id
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<OrderListsQuery, OrderListsQueryVariables>;
export const OrderListCartsDocument = new TypedDocumentString(`
    query OrderListCarts($personId: ID!, $businessId: ID!) {
  person: node(id: $personId) {
    ... on Person {
      carts {
        edges {
          node {
            id
          }
        }
      }
      cart(businessId: $businessId) {
        id
      }
    }
  }
  business: node(id: $businessId) {
    ... on Business {
      viewerCart {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderListCartsQuery, OrderListCartsQueryVariables>;
export const OrderLiveEventsDocument = new TypedDocumentString(`
    subscription OrderLiveEvents($filter: OrderEventFilter) {
  stream: orderEvents(filter: $filter) {
    cursor
    event {
      type
      sequence
      order {
        id
        state
        paymentState
        fulfillmentState
        availableActions
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderLiveEventsSubscription, OrderLiveEventsSubscriptionVariables>;
export const OrderLiveChatDocument = new TypedDocumentString(`
    subscription OrderLiveChat($id: ID!) {
  stream: conversationEvents(conversationId: $id) {
    cursor
    event {
      type
      message {
        id
        sequence
        content {
          __typename
          ... on OrderContent {
            order {
              paymentState
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderLiveChatSubscription, OrderLiveChatSubscriptionVariables>;
export const OrderLiveThreadDocument = new TypedDocumentString(`
    query OrderLiveThread($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      messages {
        edges {
          node {
            id
            sequence
            sender {
              __typename
            }
            content {
              __typename
              ... on NoticeContent {
                code
                text
                order {
                  id
                }
              }
              ... on PaymentContent {
                payment {
                  state
                }
              }
              ... on OrderContent {
                order {
                  id
                  state
                  fulfillmentState
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrderLiveThreadQuery, OrderLiveThreadQueryVariables>;
export const PartnerOrderEventsDocument = new TypedDocumentString(`
    subscription PartnerOrderEvents($filter: OrderEventFilter, $after: EventCursor) {
  stream: orderEvents(filter: $filter, after: $after) {
    cursor
    event {
      type
      order {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerOrderEventsSubscription, PartnerOrderEventsSubscriptionVariables>;
export const PartnerPaymentEventsDocument = new TypedDocumentString(`
    subscription PartnerPaymentEvents {
  stream: paymentEvents {
    cursor
  }
}
    `) as unknown as TypedDocumentString<PartnerPaymentEventsSubscription, PartnerPaymentEventsSubscriptionVariables>;
export const PartnerKeyStreamsDocument = new TypedDocumentString(`
    query PartnerKeyStreams($id: ID!) {
  node(id: $id) {
    ... on ApiKey {
      stream {
        cursor
        seenAt
        lagSeconds
        waiting
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerKeyStreamsQuery, PartnerKeyStreamsQueryVariables>;
export const PartnerOrderDocument = new TypedDocumentString(`
    query PartnerOrder($id: ID!) {
  node(id: $id) {
    ... on Order {
      number
      state
      availableActions
      fee {
        amount
      }
      customer {
        name
        phone
        orders {
          edges {
            cursor
          }
        }
      }
      conversation {
        id
      }
      address {
        name
        city
      }
      lines {
        sku
        quantity
      }
      payments {
        state
        amount {
          amount
        }
        card {
          last4
        }
        failure {
          code
        }
      }
      timeline {
        action
        person {
          id
        }
        app {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerOrderQuery, PartnerOrderQueryVariables>;
export const PartnerOrdersDocument = new TypedDocumentString(`
    query PartnerOrders($first: Int, $after: String, $state: OrderState) {
  eventCursor
  viewer {
    ... on PartnerApp {
      orders(first: $first, after: $after, state: $state) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            business {
              id
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerOrdersQuery, PartnerOrdersQueryVariables>;
export const PartnerBusinessOrdersDocument = new TypedDocumentString(`
    query PartnerBusinessOrders($id: ID!) {
  node(id: $id) {
    ... on Business {
      orders(state: PLACED) {
        edges {
          node {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerBusinessOrdersQuery, PartnerBusinessOrdersQueryVariables>;
export const PartnerConfirmOnceDocument = new TypedDocumentString(`
    mutation PartnerConfirmOnce($input: OrderConfirmInput!) {
  orderConfirm(input: $input) {
    order {
      state
      timeline {
        action
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerConfirmOnceMutation, PartnerConfirmOnceMutationVariables>;
export const PartnerDeliverOnceDocument = new TypedDocumentString(`
    mutation PartnerDeliverOnce($input: OrderDeliverInput!) {
  orderDeliver(input: $input) {
    order {
      state
      timeline {
        action
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerDeliverOnceMutation, PartnerDeliverOnceMutationVariables>;
export const PartnerAppEventsDocument = new TypedDocumentString(`
    subscription PartnerAppEvents($appId: ID!) {
  stream: partnerAppEvents(appId: $appId) {
    cursor
    event {
      type
      app {
        id
      }
      business {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerAppEventsSubscription, PartnerAppEventsSubscriptionVariables>;
export const PayEventsDocument = new TypedDocumentString(`
    subscription PayEvents($filter: PaymentEventFilter) {
  stream: paymentEvents(filter: $filter) {
    cursor
    event {
      type
      sequence
      payment {
        id
        state
        card {
          last4
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PayEventsSubscription, PayEventsSubscriptionVariables>;
export const ChannelReadCardDocument = new TypedDocumentString(`
    query ChannelReadCard($id: ID!) {
  node(id: $id) {
    ... on Message {
      content {
        ... on ProductContent {
          wasAvailable
          product {
            name
            availability
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChannelReadCardQuery, ChannelReadCardQueryVariables>;
export const PurchaseAddLineDocument = new TypedDocumentString(`
    mutation PurchaseAddLine($input: CartLineAddInput!) {
  cartLineAdd(input: $input) {
    cart {
      id
      subtotal {
        amount
      }
      problems {
        code
      }
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PurchaseAddLineMutation, PurchaseAddLineMutationVariables>;
export const PurchasePlaceDocument = new TypedDocumentString(`
    mutation PurchasePlace($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      id
      number
      state
      paymentState
      total {
        amount
        currencyCode
      }
      conversation {
        id
      }
      availableActions
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PurchasePlaceMutation, PurchasePlaceMutationVariables>;
export const PurchasePayDocument = new TypedDocumentString(`
    mutation PurchasePay($input: OrderPayInput!) {
  orderPay(input: $input) {
    payment {
      id
      state
      order {
        paymentState
      }
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PurchasePayMutation, PurchasePayMutationVariables>;
export const PurchaseThreadDocument = new TypedDocumentString(`
    query PurchaseThread($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      unreadCount
      messages {
        edges {
          node {
            sequence
            sender {
              __typename
            }
            content {
              __typename
              ... on NoticeContent {
                code
                text
              }
              ... on OrderContent {
                order {
                  paymentState
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PurchaseThreadQuery, PurchaseThreadQueryVariables>;
export const ReceiptsMarkersDocument = new TypedDocumentString(`
    query ReceiptsMarkers($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      unreadCount
      members {
        deliveredSequence
        readSequence
        party {
          __typename
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptsMarkersQuery, ReceiptsMarkersQueryVariables>;
export const ReceiptsTypingDocument = new TypedDocumentString(`
    subscription ReceiptsTyping($conversationId: ID!, $after: EventCursor) {
  conversationEvents(conversationId: $conversationId, after: $after) {
    cursor
    event {
      type
      sequence
      isTyping
      member {
        party {
          __typename
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptsTypingSubscription, ReceiptsTypingSubscriptionVariables>;
export const ScalarsSaleDocument = new TypedDocumentString(`
    mutation ScalarsSale($input: ProductUpdateInput!) {
  productUpdate(input: $input) {
    product {
      saleEndsAt
      regularPrice {
        amount
        minorUnits
        formatted(locale: "en-IN")
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ScalarsSaleMutation, ScalarsSaleMutationVariables>;
export const SessionsInboxDocument = new TypedDocumentString(`
    subscription SessionsInbox {
  inboxEvents {
    cursor
    event {
      type
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsInboxSubscription, SessionsInboxSubscriptionVariables>;
export const SessionsStartChatDocument = new TypedDocumentString(`
    mutation SessionsStartChat($input: ConversationStartInput!) {
  conversationStart(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsStartChatMutation, SessionsStartChatMutationVariables>;
export const StaffLeavesInsideDocument = new TypedDocumentString(`
    query StaffLeavesInside($shop: ID!, $chat: ID!, $order: ID!, $customer: ID!) {
  shop: node(id: $shop) {
    ... on Business {
      viewerRole
      staff {
        role
      }
      conversations {
        edges {
          node {
            id
          }
        }
      }
      orders {
        edges {
          node {
            id
          }
        }
      }
    }
  }
  chat: node(id: $chat) {
    id
  }
  order: node(id: $order) {
    id
  }
  customer: node(id: $customer) {
    id
  }
}
    `) as unknown as TypedDocumentString<StaffLeavesInsideQuery, StaffLeavesInsideQueryVariables>;
export const StaffLeavesChatDocument = new TypedDocumentString(`
    subscription StaffLeavesChat($conversationId: ID!) {
  conversationEvents(conversationId: $conversationId) {
    event {
      message {
        content {
          ... on TextContent {
            text
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StaffLeavesChatSubscription, StaffLeavesChatSubscriptionVariables>;
export const StaffLeavesInboxDocument = new TypedDocumentString(`
    subscription StaffLeavesInbox($businessId: ID) {
  inboxEvents(businessId: $businessId) {
    event {
      message {
        content {
          ... on TextContent {
            text
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StaffLeavesInboxSubscription, StaffLeavesInboxSubscriptionVariables>;
export const StaffLeavesOrdersDocument = new TypedDocumentString(`
    subscription StaffLeavesOrders($businessId: ID) {
  orderEvents(filter: { businessId: $businessId }) {
    event {
      type
    }
  }
}
    `) as unknown as TypedDocumentString<StaffLeavesOrdersSubscription, StaffLeavesOrdersSubscriptionVariables>;
export const StockSetManyDocument = new TypedDocumentString(`
    mutation StockSetMany($input: StockSetManyInput!) {
  stockSetMany(input: $input) {
    results {
      sku
      product {
        id
      }
      error {
        code
        message
        path
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<StockSetManyMutation, StockSetManyMutationVariables>;
export const StockSetManyAndMoreDocument = new TypedDocumentString(`
    mutation StockSetManyAndMore($input: StockSetManyInput!) {
  stockSetMany(input: $input) {
    results {
      product {
        name
        business {
          products(first: 100) {
            edges {
              node {
                name
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StockSetManyAndMoreMutation, StockSetManyAndMoreMutationVariables>;
export const StrangersNodesDocument = new TypedDocumentString(`
    query StrangersNodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<StrangersNodesQuery, StrangersNodesQueryVariables>;
export const StrangersNodeDocument = new TypedDocumentString(`
    query StrangersNode($id: ID!) {
  node(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<StrangersNodeQuery, StrangersNodeQueryVariables>;
export const StrangersPersonDocument = new TypedDocumentString(`
    query StrangersPerson($id: ID!, $shop: ID!) {
  node(id: $id) {
    ... on Person {
      name
      phone
      isOperator
      businesses {
        role
      }
      sessions {
        id
      }
      wallet {
        __typename
      }
      conversations {
        edges {
          cursor
        }
      }
      carts {
        edges {
          cursor
        }
      }
      orders {
        edges {
          cursor
        }
      }
      cart(businessId: $shop) {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StrangersPersonQuery, StrangersPersonQueryVariables>;
export const TicketDeskQueueDocument = new TypedDocumentString(`
    query TicketDeskQueue($shop: ID!, $state: TicketState, $assigneeId: ID, $priority: TicketPriority, $first: Int, $after: String) {
  node(id: $shop) {
    ... on Business {
      tickets(
        state: $state
        assigneeId: $assigneeId
        priority: $priority
        first: $first
        after: $after
      ) {
        edges {
          node {
            id
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
    `) as unknown as TypedDocumentString<TicketDeskQueueQuery, TicketDeskQueueQueryVariables>;
export const TicketPlatformQueueDocument = new TypedDocumentString(`
    query TicketPlatformQueue($state: TicketState, $first: Int, $after: String) {
  platformTickets(state: $state, first: $first, after: $after) {
    edges {
      node {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<TicketPlatformQueueQuery, TicketPlatformQueueQueryVariables>;
export const TicketDeskEventsDocument = new TypedDocumentString(`
    subscription TicketDeskEvents($filter: TicketEventFilter) {
  stream: ticketEvents(filter: $filter) {
    cursor
    event {
      type
      sequence
      ticket {
        id
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TicketDeskEventsSubscription, TicketDeskEventsSubscriptionVariables>;
export const TicketDeskThreadDocument = new TypedDocumentString(`
    subscription TicketDeskThread($id: ID!) {
  stream: conversationEvents(conversationId: $id) {
    cursor
    event {
      type
      message {
        sequence
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TicketDeskThreadSubscription, TicketDeskThreadSubscriptionVariables>;
export const TicketNestedDocument = new TypedDocumentString(`
    query TicketNested($thread: ID!, $shop: ID!, $opener: ID!) {
  thread: node(id: $thread) {
    ... on Conversation {
      ticket {
        id
      }
      messages {
        edges {
          node {
            id
          }
        }
      }
    }
  }
  shop: node(id: $shop) {
    ... on Business {
      tickets {
        edges {
          node {
            id
          }
        }
      }
    }
  }
  opener: node(id: $opener) {
    ... on Person {
      tickets {
        edges {
          node {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TicketNestedQuery, TicketNestedQueryVariables>;
export const TicketThreadEventsDocument = new TypedDocumentString(`
    subscription TicketThreadEvents($id: ID!) {
  stream: conversationEvents(conversationId: $id) {
    cursor
    event {
      type
      isTyping
      member {
        party {
          ... on Platform {
            name
          }
        }
        readSequence
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TicketThreadEventsSubscription, TicketThreadEventsSubscriptionVariables>;
export const TicketChatDocument = new TypedDocumentString(`
    query TicketChat($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      unreadCount
      isBlocked
      business {
        id
      }
      ticket {
        id
      }
      messages {
        edges {
          node {
            sender {
              __typename
            }
            content {
              __typename
              ... on TextContent {
                text
              }
              ... on TicketContent {
                ticket {
                  id
                  number
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TicketChatQuery, TicketChatQueryVariables>;
export const TicketInboxDocument = new TypedDocumentString(`
    query TicketInbox {
  viewer {
    ... on Person {
      conversations {
        edges {
          node {
            id
            ticket {
              id
            }
          }
        }
      }
      tickets {
        edges {
          node {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TicketInboxQuery, TicketInboxQueryVariables>;
export const WalletHistoryTransfersDocument = new TypedDocumentString(`
    query WalletHistoryTransfers($first: Int, $after: String) {
  viewer {
    ... on Person {
      wallet {
        transfers(first: $first, after: $after) {
          edges {
            cursor
            node {
              note
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
}
    `) as unknown as TypedDocumentString<WalletHistoryTransfersQuery, WalletHistoryTransfersQueryVariables>;
export const WalletHistoryStatementDocument = new TypedDocumentString(`
    query WalletHistoryStatement($from: DateTime!, $to: DateTime!) {
  viewer {
    ... on Person {
      wallet {
        balances {
          statementCsv(from: $from, to: $to)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WalletHistoryStatementQuery, WalletHistoryStatementQueryVariables>;
export const WalletHistoryOthersDocument = new TypedDocumentString(`
    query WalletHistoryOthers($id: ID!) {
  node(id: $id) {
    ... on Person {
      wallet {
        __typename
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WalletHistoryOthersQuery, WalletHistoryOthersQueryVariables>;
export const WalletLiveChatDocument = new TypedDocumentString(`
    subscription WalletLiveChat($id: ID!) {
  stream: conversationEvents(conversationId: $id) {
    cursor
    event {
      type
      message {
        sequence
        content {
          ... on MoneyContent {
            request {
              state
            }
            transfer {
              state
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WalletLiveChatSubscription, WalletLiveChatSubscriptionVariables>;
export const KeptWebhooksDocument = new TypedDocumentString(`
    query KeptWebhooks($appId: ID!, $webhookId: ID!) {
  partnerApp(id: $appId) {
    webhooks {
      id
    }
  }
  node(id: $webhookId) {
    id
    ... on Webhook {
      state
      lag {
        waiting
        seconds
        pendingDeliveries
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KeptWebhooksQuery, KeptWebhooksQueryVariables>;
export const KeptWebhookEventsDocument = new TypedDocumentString(`
    subscription KeptWebhookEvents($appId: ID!) {
  webhookEvents(appId: $appId) {
    cursor
    event {
      type
      webhook {
        id
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KeptWebhookEventsSubscription, KeptWebhookEventsSubscriptionVariables>;
export const KeptDeliveriesDocument = new TypedDocumentString(`
    query KeptDeliveries($id: ID!, $state: WebhookDeliveryState, $first: Int, $after: String) {
  node(id: $id) {
    ... on Webhook {
      position
      lag {
        waiting
        seconds
        pendingDeliveries
      }
      deliveries(state: $state, first: $first, after: $after) {
        edges {
          node {
            id
            eventId
            eventType
            cursor
            state
            body
            attemptsMade
            attempts {
              number
              startedAt
              durationMs
              status
              error
              answer
            }
            nextAttemptAt
            createdAt
            finishedAt
            webhook {
              id
            }
            replay {
              id
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
      replays(first: 5) {
        edges {
          node {
            ...KeptReplay
          }
        }
      }
    }
  }
}
    fragment KeptReplay on WebhookReplay {
  id
  from
  to
  position
  progressPercent
  finishedAt
  failure
  webhook {
    id
  }
}`) as unknown as TypedDocumentString<KeptDeliveriesQuery, KeptDeliveriesQueryVariables>;
export const TourHandOverDocument = new TypedDocumentString(`
    mutation TourHandOver($input: BotHandOverInput!) {
  botHandOver(input: $input) {
    conversation {
      isWithHuman
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourHandOverMutation, TourHandOverMutationVariables>;
export const TourResumeDocument = new TypedDocumentString(`
    mutation TourResume($input: BotResumeInput!) {
  botResume(input: $input) {
    conversation {
      isWithHuman
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourResumeMutation, TourResumeMutationVariables>;
export const TourSetStockDocument = new TypedDocumentString(`
    mutation TourSetStock($input: StockSetInput!) {
  stockSet(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourSetStockMutation, TourSetStockMutationVariables>;
export const TourClearCartDocument = new TypedDocumentString(`
    mutation TourClearCart($input: CartClearInput!) {
  cartClear(input: $input) {
    cart {
      ...TourCart
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourCart on Cart {
  id
  version
  lines {
    id
    quantity
    product {
      id
      name
    }
    total {
      formatted
      minorUnits
    }
  }
  subtotal {
    formatted
    minorUnits
  }
  problems {
    code
    message
  }
}`) as unknown as TypedDocumentString<TourClearCartMutation, TourClearCartMutationVariables>;
export const TourAddLineDocument = new TypedDocumentString(`
    mutation TourAddLine($input: CartLineAddInput!) {
  cartLineAdd(input: $input) {
    cart {
      ...TourCart
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourCart on Cart {
  id
  version
  lines {
    id
    quantity
    product {
      id
      name
    }
    total {
      formatted
      minorUnits
    }
  }
  subtotal {
    formatted
    minorUnits
  }
  problems {
    code
    message
  }
}`) as unknown as TypedDocumentString<TourAddLineMutation, TourAddLineMutationVariables>;
export const TourUpdateLineDocument = new TypedDocumentString(`
    mutation TourUpdateLine($input: CartLineUpdateInput!) {
  cartLineUpdate(input: $input) {
    cart {
      ...TourCart
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourCart on Cart {
  id
  version
  lines {
    id
    quantity
    product {
      id
      name
    }
    total {
      formatted
      minorUnits
    }
  }
  subtotal {
    formatted
    minorUnits
  }
  problems {
    code
    message
  }
}`) as unknown as TypedDocumentString<TourUpdateLineMutation, TourUpdateLineMutationVariables>;
export const TourMonthOfFeesDocument = new TypedDocumentString(`
    query TourMonthOfFees($handle: String!) {
  business(handle: $handle) {
    invoicePreview {
      period
      taxRate
      lines {
        ...TourInvoiceLine
      }
      subtotal {
        formatted
        minorUnits
      }
      tax {
        formatted
        minorUnits
      }
      total {
        formatted
        minorUnits
      }
    }
    invoices(first: 1) {
      edges {
        node {
          numberText
          period
          lines {
            ...TourInvoiceLine
          }
          subtotal {
            minorUnits
          }
          tax {
            formatted
            minorUnits
          }
          total {
            formatted
            minorUnits
          }
          html
        }
      }
    }
  }
}
    fragment TourInvoiceLine on InvoiceLine {
  service
  title
  terms
  quantity
  amount {
    formatted
    minorUnits
  }
}`) as unknown as TypedDocumentString<TourMonthOfFeesQuery, TourMonthOfFeesQueryVariables>;
export const TourFeeChargesDocument = new TypedDocumentString(`
    query TourFeeCharges($handle: String!, $after: String) {
  business(handle: $handle) {
    feeCharges(first: 100, after: $after) {
      edges {
        node {
          service
          invoiced
          amount {
            minorUnits
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourFeeChargesQuery, TourFeeChargesQueryVariables>;
export const TourSetScreenLockDocument = new TypedDocumentString(`
    mutation TourSetScreenLock($input: ScreenLockSetInput!) {
  screenLockSet(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourSetScreenLockMutation, TourSetScreenLockMutationVariables>;
export const TourLockSessionDocument = new TypedDocumentString(`
    mutation TourLockSession {
  sessionLock {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourLockSessionMutation, TourLockSessionMutationVariables>;
export const TourUnlockSessionDocument = new TypedDocumentString(`
    mutation TourUnlockSession($input: SessionUnlockInput!) {
  sessionUnlock(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourUnlockSessionMutation, TourUnlockSessionMutationVariables>;
export const TourSessionEventsDocument = new TypedDocumentString(`
    subscription TourSessionEvents {
  sessionEvents {
    cursor
    event {
      type
      session {
        screenLock {
          isLocked
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourSessionEventsSubscription, TourSessionEventsSubscriptionVariables>;
export const TourFeaturesDocument = new TypedDocumentString(`
    query TourFeatures($country: CountryCode!) {
  market(country: $country) {
    name
    features {
      key
      state
      sharePercent
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<TourFeaturesQuery, TourFeaturesQueryVariables>;
export const TourSetFeatureDocument = new TypedDocumentString(`
    mutation TourSetFeature($input: MarketFeatureSetInput!) {
  marketFeatureSet(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourSetFeatureMutation, TourSetFeatureMutationVariables>;
export const TourMarketEventsDocument = new TypedDocumentString(`
    subscription TourMarketEvents($country: CountryCode!) {
  marketEvents(country: $country) {
    cursor
    event {
      type
      feature
      market {
        features {
          key
          state
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourMarketEventsSubscription, TourMarketEventsSubscriptionVariables>;
export const TourTryToPayDocument = new TypedDocumentString(`
    mutation TourTryToPay($input: OrderPayInput!) {
  orderPay(input: $input) {
    payment {
      id
    }
    userErrors {
      code
      message
      ... on FeatureUnavailableError {
        feature
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourTryToPayMutation, TourTryToPayMutationVariables>;
export const TourTopUpDocument = new TypedDocumentString(`
    mutation TourTopUp($input: WalletTopUpInput!) {
  walletTopUp(input: $input) {
    payment {
      ...TourPayment
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`) as unknown as TypedDocumentString<TourTopUpMutation, TourTopUpMutationVariables>;
export const TourSendMoneyDocument = new TypedDocumentString(`
    mutation TourSendMoney($input: MoneySendInput!) {
  moneySend(input: $input) {
    transfer {
      ...TourTransfer
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourTransfer on Transfer {
  id
  state
  note
  amount {
    formatted
    minorUnits
  }
  fee {
    minorUnits
  }
  fromBalance {
    formatted
    minorUnits
  }
  payment {
    ...TourPayment
  }
}
fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`) as unknown as TypedDocumentString<TourSendMoneyMutation, TourSendMoneyMutationVariables>;
export const TourAskForMoneyDocument = new TypedDocumentString(`
    mutation TourAskForMoney($input: MoneyRequestInput!) {
  moneyRequest(input: $input) {
    request {
      ...TourRequest
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourRequest on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    formatted
    minorUnits
  }
}`) as unknown as TypedDocumentString<TourAskForMoneyMutation, TourAskForMoneyMutationVariables>;
export const TourAcceptRequestDocument = new TypedDocumentString(`
    mutation TourAcceptRequest($input: MoneyRequestAcceptInput!) {
  moneyRequestAccept(input: $input) {
    transfer {
      ...TourTransfer
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourTransfer on Transfer {
  id
  state
  note
  amount {
    formatted
    minorUnits
  }
  fee {
    minorUnits
  }
  fromBalance {
    formatted
    minorUnits
  }
  payment {
    ...TourPayment
  }
}
fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`) as unknown as TypedDocumentString<TourAcceptRequestMutation, TourAcceptRequestMutationVariables>;
export const TourGiveBackDocument = new TypedDocumentString(`
    mutation TourGiveBack($input: RefundCreateInput!) {
  refundCreate(input: $input) {
    payment {
      ...TourPayment
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`) as unknown as TypedDocumentString<TourGiveBackMutation, TourGiveBackMutationVariables>;
export const TourSetBankAccountDocument = new TypedDocumentString(`
    mutation TourSetBankAccount($input: BankAccountSetInput!) {
  bankAccountSet(input: $input) {
    bankAccount {
      bankName
      last4
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourSetBankAccountMutation, TourSetBankAccountMutationVariables>;
export const TourPayOutDocument = new TypedDocumentString(`
    mutation TourPayOut($input: PayoutCreateInput!) {
  payoutCreate(input: $input) {
    payout {
      id
      state
      amount {
        formatted
        minorUnits
      }
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourPayOutMutation, TourPayOutMutationVariables>;
export const TourWalletDocument = new TypedDocumentString(`
    query TourWallet {
  viewer {
    ... on Person {
      wallet {
        balances {
          available {
            formatted
            minorUnits
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourWalletQuery, TourWalletQueryVariables>;
export const TourShopMoneyDocument = new TypedDocumentString(`
    query TourShopMoney($handle: String!, $entries: Int!) {
  business(handle: $handle) {
    bankAccount {
      bankName
      last4
    }
    balance {
      available {
        formatted
        minorUnits
      }
      heldBack {
        formatted
        minorUnits
      }
      total {
        formatted
        minorUnits
      }
      entries(first: $entries) {
        edges {
          node {
            description
            amount {
              formatted
            }
            balance {
              formatted
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourShopMoneyQuery, TourShopMoneyQueryVariables>;
export const TourTrialBalanceDocument = new TypedDocumentString(`
    query TourTrialBalance {
  trialBalance {
    kind
    accounts
    balance {
      currencyCode
      minorUnits
      formatted
    }
  }
}
    `) as unknown as TypedDocumentString<TourTrialBalanceQuery, TourTrialBalanceQueryVariables>;
export const TourWalletEventsDocument = new TypedDocumentString(`
    subscription TourWalletEvents {
  walletEvents {
    cursor
    event {
      type
      transfer {
        id
      }
      request {
        id
      }
      payment {
        id
      }
      wallet {
        balances {
          available {
            formatted
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourWalletEventsSubscription, TourWalletEventsSubscriptionVariables>;
export const TourPayoutEventsDocument = new TypedDocumentString(`
    subscription TourPayoutEvents($businessId: ID!) {
  payoutEvents(businessId: $businessId) {
    cursor
    event {
      type
      payout {
        id
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourPayoutEventsSubscription, TourPayoutEventsSubscriptionVariables>;
export const TourSignInStartDocument = new TypedDocumentString(`
    mutation TourSignInStart($input: SignInStartInput!) {
  signInStart(input: $input) {
    expiresAt
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourSignInStartMutation, TourSignInStartMutationVariables>;
export const TourSignInCompleteDocument = new TypedDocumentString(`
    mutation TourSignInComplete($input: SignInCompleteInput!) {
  signInComplete(input: $input) {
    token
    person {
      name
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourSignInCompleteMutation, TourSignInCompleteMutationVariables>;
export const TourSignOutDocument = new TypedDocumentString(`
    mutation TourSignOut {
  signOut {
    signedOut
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourSignOutMutation, TourSignOutMutationVariables>;
export const TourStartChatDocument = new TypedDocumentString(`
    mutation TourStartChat($input: ConversationStartInput!) {
  conversationStart(input: $input) {
    conversation {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourStartChatMutation, TourStartChatMutationVariables>;
export const TourSendDocument = new TypedDocumentString(`
    mutation TourSend($input: MessageSendInput!) {
  messageSend(input: $input) {
    message {
      id
      sequence
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourSendMutation, TourSendMutationVariables>;
export const TourReadDocument = new TypedDocumentString(`
    mutation TourRead($input: MessagesReadInput!) {
  messagesRead(input: $input) {
    conversation {
      unreadCount
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourReadMutation, TourReadMutationVariables>;
export const TourTypingDocument = new TypedDocumentString(`
    mutation TourTyping($input: TypingSetInput!) {
  typingSet(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourTypingMutation, TourTypingMutationVariables>;
export const TourRegisterCardDocument = new TypedDocumentString(`
    mutation TourRegisterCard($input: CardRegisterInput!) {
  cardRegister(input: $input) {
    card {
      id
      brand
      last4
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TourRegisterCardMutation, TourRegisterCardMutationVariables>;
export const TourPlaceDocument = new TypedDocumentString(`
    mutation TourPlace($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      ...TourOrder
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}`) as unknown as TypedDocumentString<TourPlaceMutation, TourPlaceMutationVariables>;
export const TourPayDocument = new TypedDocumentString(`
    mutation TourPay($input: OrderPayInput!) {
  orderPay(input: $input) {
    payment {
      ...TourPayment
      order {
        ...TourOrder
      }
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}
fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`) as unknown as TypedDocumentString<TourPayMutation, TourPayMutationVariables>;
export const TourAnswerChallengeDocument = new TypedDocumentString(`
    mutation TourAnswerChallenge($input: PaymentConfirmInput!) {
  paymentConfirm(input: $input) {
    payment {
      ...TourPayment
      order {
        ...TourOrder
      }
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}
fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`) as unknown as TypedDocumentString<TourAnswerChallengeMutation, TourAnswerChallengeMutationVariables>;
export const TourConfirmDocument = new TypedDocumentString(`
    mutation TourConfirm($input: OrderConfirmInput!) {
  orderConfirm(input: $input) {
    order {
      ...TourOrder
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}`) as unknown as TypedDocumentString<TourConfirmMutation, TourConfirmMutationVariables>;
export const TourShipDocument = new TypedDocumentString(`
    mutation TourShip($input: OrderShipInput!) {
  orderShip(input: $input) {
    order {
      ...TourOrder
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}`) as unknown as TypedDocumentString<TourShipMutation, TourShipMutationVariables>;
export const TourDeliverDocument = new TypedDocumentString(`
    mutation TourDeliver($input: OrderDeliverInput!) {
  orderDeliver(input: $input) {
    order {
      ...TourOrder
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}`) as unknown as TypedDocumentString<TourDeliverMutation, TourDeliverMutationVariables>;
export const TourReceiptDocument = new TypedDocumentString(`
    query TourReceipt($orderId: ID!) {
  node(id: $orderId) {
    ... on Order {
      ...TourOrder
      placedAt
      business {
        name
      }
      lines {
        name
        unit
        quantity
        shippedQuantity
        unitPrice {
          formatted
        }
        total {
          formatted
          minorUnits
        }
      }
      itemsTotal {
        formatted
        minorUnits
      }
      discountTotal {
        formatted
        minorUnits
      }
      shippingTotal {
        formatted
        minorUnits
      }
      taxTotal {
        formatted
        minorUnits
      }
      payments {
        ...TourPayment
      }
      timeline {
        action
      }
    }
  }
}
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}
fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`) as unknown as TypedDocumentString<TourReceiptQuery, TourReceiptQueryVariables>;
export const TourShopDocument = new TypedDocumentString(`
    query TourShop($handle: String!) {
  business(handle: $handle) {
    id
    name
    viewerRole
    viewerCart {
      id
      lines {
        id
      }
    }
    products {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<TourShopQuery, TourShopQueryVariables>;
export const TourSearchDocument = new TypedDocumentString(`
    query TourSearch($handle: String!, $words: String!) {
  business(handle: $handle) {
    products(search: $words, first: 5) {
      edges {
        node {
          ...TourProduct
        }
      }
    }
  }
}
    fragment TourProduct on Product {
  id
  sku
  name
  availability
  price {
    formatted
    minorUnits
  }
  stock {
    free
    held
    sold
  }
}`) as unknown as TypedDocumentString<TourSearchQuery, TourSearchQueryVariables>;
export const TourProductsDocument = new TypedDocumentString(`
    query TourProducts($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Product {
      ...TourProduct
    }
  }
}
    fragment TourProduct on Product {
  id
  sku
  name
  availability
  price {
    formatted
    minorUnits
  }
  stock {
    free
    held
    sold
  }
}`) as unknown as TypedDocumentString<TourProductsQuery, TourProductsQueryVariables>;
export const TourCardsDocument = new TypedDocumentString(`
    query TourCards {
  viewer {
    ... on Person {
      wallet {
        cards(first: 100) {
          edges {
            node {
              id
              brand
              last4
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TourCardsQuery, TourCardsQueryVariables>;
export const TourChatEventsDocument = new TypedDocumentString(`
    subscription TourChatEvents($conversationId: ID!, $after: EventCursor) {
  conversationEvents(conversationId: $conversationId, after: $after) {
    cursor
    event {
      id
      type
      sequence
      isTyping
      member {
        readSequence
        party {
          ... on Person {
            name
          }
          ... on Business {
            name
          }
        }
      }
      message {
        ...TourMessage
      }
    }
  }
}
    fragment TourTransfer on Transfer {
  id
  state
  note
  amount {
    formatted
    minorUnits
  }
  fee {
    minorUnits
  }
  fromBalance {
    formatted
    minorUnits
  }
  payment {
    ...TourPayment
  }
}
fragment TourRequest on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    formatted
    minorUnits
  }
}
fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}
fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}
fragment TourMessage on Message {
  id
  sequence
  isMine
  sender {
    __typename
    ... on Person {
      name
    }
    ... on Business {
      name
    }
    ... on Platform {
      name
    }
  }
  content {
    __typename
    ... on TextContent {
      text
    }
    ... on ProductContent {
      product {
        name
        unit
      }
      priceAsSent {
        formatted
      }
    }
    ... on CatalogContent {
      business {
        name
        products {
          totalCount
        }
      }
    }
    ... on OrderContent {
      order {
        ...TourOrder
      }
    }
    ... on PaymentContent {
      payment {
        ...TourPayment
      }
    }
    ... on MoneyContent {
      transfer {
        ...TourTransfer
      }
      request {
        ...TourRequest
      }
    }
    ... on BotContent {
      rule
      text
      products {
        product {
          name
        }
      }
    }
    ... on TicketContent {
      ticket {
        number
        subject
        state
      }
    }
    ... on NoticeContent {
      code
      text
    }
  }
}`) as unknown as TypedDocumentString<TourChatEventsSubscription, TourChatEventsSubscriptionVariables>;
export const TourInboxEventsDocument = new TypedDocumentString(`
    subscription TourInboxEvents($businessId: ID!, $after: EventCursor) {
  inboxEvents(businessId: $businessId, after: $after) {
    cursor
    event {
      id
      type
      sequence
      message {
        ...TourMessage
      }
    }
  }
}
    fragment TourTransfer on Transfer {
  id
  state
  note
  amount {
    formatted
    minorUnits
  }
  fee {
    minorUnits
  }
  fromBalance {
    formatted
    minorUnits
  }
  payment {
    ...TourPayment
  }
}
fragment TourRequest on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    formatted
    minorUnits
  }
}
fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}
fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}
fragment TourMessage on Message {
  id
  sequence
  isMine
  sender {
    __typename
    ... on Person {
      name
    }
    ... on Business {
      name
    }
    ... on Platform {
      name
    }
  }
  content {
    __typename
    ... on TextContent {
      text
    }
    ... on ProductContent {
      product {
        name
        unit
      }
      priceAsSent {
        formatted
      }
    }
    ... on CatalogContent {
      business {
        name
        products {
          totalCount
        }
      }
    }
    ... on OrderContent {
      order {
        ...TourOrder
      }
    }
    ... on PaymentContent {
      payment {
        ...TourPayment
      }
    }
    ... on MoneyContent {
      transfer {
        ...TourTransfer
      }
      request {
        ...TourRequest
      }
    }
    ... on BotContent {
      rule
      text
      products {
        product {
          name
        }
      }
    }
    ... on TicketContent {
      ticket {
        number
        subject
        state
      }
    }
    ... on NoticeContent {
      code
      text
    }
  }
}`) as unknown as TypedDocumentString<TourInboxEventsSubscription, TourInboxEventsSubscriptionVariables>;
export const TourOrderEventsDocument = new TypedDocumentString(`
    subscription TourOrderEvents($after: EventCursor) {
  orderEvents(after: $after) {
    cursor
    event {
      id
      type
      sequence
      order {
        ...TourOrder
      }
    }
  }
}
    fragment TourOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  total {
    formatted
    minorUnits
  }
}`) as unknown as TypedDocumentString<TourOrderEventsSubscription, TourOrderEventsSubscriptionVariables>;
export const TourPaymentEventsDocument = new TypedDocumentString(`
    subscription TourPaymentEvents($after: EventCursor) {
  paymentEvents(after: $after) {
    cursor
    event {
      id
      type
      sequence
      payment {
        ...TourPayment
      }
    }
  }
}
    fragment TourPayment on Payment {
  id
  state
  amount {
    formatted
    minorUnits
  }
  card {
    brand
    last4
  }
  fromBalance {
    formatted
    minorUnits
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  refunds {
    id
    state
    reason
    amount {
      formatted
      minorUnits
    }
    toWallet {
      formatted
      minorUnits
    }
  }
}`) as unknown as TypedDocumentString<TourPaymentEventsSubscription, TourPaymentEventsSubscriptionVariables>;
export const TourOpenTicketDocument = new TypedDocumentString(`
    mutation TourOpenTicket($input: TicketOpenInput!) {
  ticketOpen(input: $input) {
    ticket {
      ...TourTicket
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourTicket on Ticket {
  id
  number
  subject
  state
  rating
  availableActions
  conversation {
    id
  }
  order {
    id
  }
  context {
    order {
      number
    }
    messages {
      sequence
    }
  }
}`) as unknown as TypedDocumentString<TourOpenTicketMutation, TourOpenTicketMutationVariables>;
export const TourAdvanceTicketDocument = new TypedDocumentString(`
    mutation TourAdvanceTicket($input: TicketAdvanceInput!) {
  ticketAdvance(input: $input) {
    ticket {
      ...TourTicket
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourTicket on Ticket {
  id
  number
  subject
  state
  rating
  availableActions
  conversation {
    id
  }
  order {
    id
  }
  context {
    order {
      number
    }
    messages {
      sequence
    }
  }
}`) as unknown as TypedDocumentString<TourAdvanceTicketMutation, TourAdvanceTicketMutationVariables>;
export const TourRateTicketDocument = new TypedDocumentString(`
    mutation TourRateTicket($input: TicketRateInput!) {
  ticketRate(input: $input) {
    ticket {
      ...TourTicket
    }
    userErrors {
      code
      message
    }
  }
}
    fragment TourTicket on Ticket {
  id
  number
  subject
  state
  rating
  availableActions
  conversation {
    id
  }
  order {
    id
  }
  context {
    order {
      number
    }
    messages {
      sequence
    }
  }
}`) as unknown as TypedDocumentString<TourRateTicketMutation, TourRateTicketMutationVariables>;
export const TourTicketEventsDocument = new TypedDocumentString(`
    subscription TourTicketEvents($filter: TicketEventFilter) {
  ticketEvents(filter: $filter) {
    cursor
    event {
      type
      sequence
      ticket {
        ...TourTicket
      }
    }
  }
}
    fragment TourTicket on Ticket {
  id
  number
  subject
  state
  rating
  availableActions
  conversation {
    id
  }
  order {
    id
  }
  context {
    order {
      number
    }
    messages {
      sequence
    }
  }
}`) as unknown as TypedDocumentString<TourTicketEventsSubscription, TourTicketEventsSubscriptionVariables>;
export const MetricsRenameDocument = new TypedDocumentString(`
    mutation MetricsRename($input: PersonUpdateInput!) {
  personUpdate(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<MetricsRenameMutation, MetricsRenameMutationVariables>;
export const MoneyBalanceDocument = new TypedDocumentString(`
    query MoneyBalance($businessId: ID!, $first: Int, $after: String) {
  node(id: $businessId) {
    ... on Business {
      balance {
        available {
          ...MoneyAmount
        }
        heldBack {
          ...MoneyAmount
        }
        total {
          ...MoneyAmount
        }
        entries(first: $first, after: $after) {
          edges {
            node {
              kind
              reference
              amount {
                ...MoneyAmount
              }
              balance {
                ...MoneyAmount
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      bankAccount {
        bankName
        last4
      }
      payouts(first: $first) {
        edges {
          node {
            id
            state
            amount {
              ...MoneyAmount
            }
            failure {
              code
              message
            }
            bankAccount {
              last4
            }
          }
        }
      }
    }
  }
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}`) as unknown as TypedDocumentString<MoneyBalanceQuery, MoneyBalanceQueryVariables>;
export const MoneyBalanceStatementDocument = new TypedDocumentString(`
    query MoneyBalanceStatement($businessId: ID!, $from: DateTime!, $to: DateTime!) {
  node(id: $businessId) {
    ... on Business {
      balance {
        statementCsv(from: $from, to: $to)
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyBalanceStatementQuery, MoneyBalanceStatementQueryVariables>;
export const MoneyPayoutDocument = new TypedDocumentString(`
    query MoneyPayout($id: ID!) {
  node(id: $id) {
    ... on Payout {
      id
      state
      failure {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyPayoutQuery, MoneyPayoutQueryVariables>;
export const MoneyPayoutEventsDocument = new TypedDocumentString(`
    subscription MoneyPayoutEvents($businessId: ID!, $after: EventCursor) {
  stream: payoutEvents(businessId: $businessId, after: $after) {
    cursor
    event {
      type
      sequence
      payout {
        id
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyPayoutEventsSubscription, MoneyPayoutEventsSubscriptionVariables>;
export const MoneyDiscrepanciesDocument = new TypedDocumentString(`
    query MoneyDiscrepancies($resolved: Boolean, $first: Int, $after: String) {
  discrepancies(resolved: $resolved, first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        kind
        detail
        providerRef
        subject
        payment {
          id
        }
        resolvedAt
        resolution
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyDiscrepanciesQuery, MoneyDiscrepanciesQueryVariables>;
export const MoneyReconciliationDaysDocument = new TypedDocumentString(`
    query MoneyReconciliationDays($first: Int, $after: String) {
  reconciliationDays(first: $first, after: $after) {
    edges {
      cursor
      node {
        day
        theirs
        ours
        differences
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyReconciliationDaysQuery, MoneyReconciliationDaysQueryVariables>;
export const MoneyResolveDocument = new TypedDocumentString(`
    mutation MoneyResolve($input: DiscrepancyResolveInput!) {
  discrepancyResolve(input: $input) {
    discrepancy {
      id
      resolvedAt
      resolution
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}`) as unknown as TypedDocumentString<MoneyResolveMutation, MoneyResolveMutationVariables>;
export const BusinessCreateOneDocument = new TypedDocumentString(`
    mutation BusinessCreateOne($input: BusinessCreateInput!) {
  businessCreate(input: $input) {
    business {
      id
      handle
      name
      description
      category
      country
      currencyCode
      viewerRole
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessCreateOneMutation, BusinessCreateOneMutationVariables>;
export const BusinessUpdateOneDocument = new TypedDocumentString(`
    mutation BusinessUpdateOne($input: BusinessUpdateInput!) {
  businessUpdate(input: $input) {
    business {
      name
      description
      category
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessUpdateOneMutation, BusinessUpdateOneMutationVariables>;
export const BusinessAddStaffDocument = new TypedDocumentString(`
    mutation BusinessAddStaff($input: StaffAddInput!) {
  staffAdd(input: $input) {
    business {
      staff {
        role
        person {
          id
        }
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessAddStaffMutation, BusinessAddStaffMutationVariables>;
export const BusinessUpdateStaffDocument = new TypedDocumentString(`
    mutation BusinessUpdateStaff($input: StaffUpdateInput!) {
  staffUpdate(input: $input) {
    business {
      viewerRole
      staff {
        role
        person {
          id
        }
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessUpdateStaffMutation, BusinessUpdateStaffMutationVariables>;
export const BusinessRemoveStaffDocument = new TypedDocumentString(`
    mutation BusinessRemoveStaff($input: StaffRemoveInput!) {
  staffRemove(input: $input) {
    business {
      viewerRole
      staff {
        role
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<BusinessRemoveStaffMutation, BusinessRemoveStaffMutationVariables>;
export const ShoppingAddLineDocument = new TypedDocumentString(`
    mutation ShoppingAddLine($input: CartLineAddInput!) {
  cartLineAdd(input: $input) {
    cart {
      ...ShoppingCart
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingCart on Cart {
  id
  state
  version
  itemCount
  subtotal {
    amount
    currencyCode
  }
  lines {
    id
    quantity
    product {
      id
    }
    unitPrice {
      amount
    }
    total {
      amount
    }
    addedBy {
      id
    }
  }
  problems {
    code
    lineId
    message
  }
}`) as unknown as TypedDocumentString<ShoppingAddLineMutation, ShoppingAddLineMutationVariables>;
export const ShoppingUpdateLineDocument = new TypedDocumentString(`
    mutation ShoppingUpdateLine($input: CartLineUpdateInput!) {
  cartLineUpdate(input: $input) {
    cart {
      ...ShoppingCart
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingCart on Cart {
  id
  state
  version
  itemCount
  subtotal {
    amount
    currencyCode
  }
  lines {
    id
    quantity
    product {
      id
    }
    unitPrice {
      amount
    }
    total {
      amount
    }
    addedBy {
      id
    }
  }
  problems {
    code
    lineId
    message
  }
}`) as unknown as TypedDocumentString<ShoppingUpdateLineMutation, ShoppingUpdateLineMutationVariables>;
export const ShoppingRemoveLineDocument = new TypedDocumentString(`
    mutation ShoppingRemoveLine($input: CartLineRemoveInput!) {
  cartLineRemove(input: $input) {
    cart {
      ...ShoppingCart
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingCart on Cart {
  id
  state
  version
  itemCount
  subtotal {
    amount
    currencyCode
  }
  lines {
    id
    quantity
    product {
      id
    }
    unitPrice {
      amount
    }
    total {
      amount
    }
    addedBy {
      id
    }
  }
  problems {
    code
    lineId
    message
  }
}`) as unknown as TypedDocumentString<ShoppingRemoveLineMutation, ShoppingRemoveLineMutationVariables>;
export const ShoppingClearCartDocument = new TypedDocumentString(`
    mutation ShoppingClearCart($input: CartClearInput!) {
  cartClear(input: $input) {
    cart {
      ...ShoppingCart
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingCart on Cart {
  id
  state
  version
  itemCount
  subtotal {
    amount
    currencyCode
  }
  lines {
    id
    quantity
    product {
      id
    }
    unitPrice {
      amount
    }
    total {
      amount
    }
    addedBy {
      id
    }
  }
  problems {
    code
    lineId
    message
  }
}`) as unknown as TypedDocumentString<ShoppingClearCartMutation, ShoppingClearCartMutationVariables>;
export const ShoppingReadCartDocument = new TypedDocumentString(`
    query ShoppingReadCart($id: ID!) {
  node(id: $id) {
    ... on Cart {
      ...ShoppingCart
    }
  }
}
    fragment ShoppingCart on Cart {
  id
  state
  version
  itemCount
  subtotal {
    amount
    currencyCode
  }
  lines {
    id
    quantity
    product {
      id
    }
    unitPrice {
      amount
    }
    total {
      amount
    }
    addedBy {
      id
    }
  }
  problems {
    code
    lineId
    message
  }
}`) as unknown as TypedDocumentString<ShoppingReadCartQuery, ShoppingReadCartQueryVariables>;
export const CatalogueCreateProductDocument = new TypedDocumentString(`
    mutation CatalogueCreateProduct($input: ProductCreateInput!) {
  productCreate(input: $input) {
    product {
      ...CatalogueProduct
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment CatalogueProduct on Product {
  id
  name
  description
  sku
  unit
  state
  availability
  price {
    amount
    currencyCode
  }
  regularPrice {
    amount
  }
  salePrice {
    amount
  }
  saleEndsAt
  photo {
    url
  }
  photos {
    id
  }
  stock {
    isTracked
    free
    held
    sold
  }
}`) as unknown as TypedDocumentString<CatalogueCreateProductMutation, CatalogueCreateProductMutationVariables>;
export const CatalogueUpdateProductDocument = new TypedDocumentString(`
    mutation CatalogueUpdateProduct($input: ProductUpdateInput!) {
  productUpdate(input: $input) {
    product {
      ...CatalogueProduct
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment CatalogueProduct on Product {
  id
  name
  description
  sku
  unit
  state
  availability
  price {
    amount
    currencyCode
  }
  regularPrice {
    amount
  }
  salePrice {
    amount
  }
  saleEndsAt
  photo {
    url
  }
  photos {
    id
  }
  stock {
    isTracked
    free
    held
    sold
  }
}`) as unknown as TypedDocumentString<CatalogueUpdateProductMutation, CatalogueUpdateProductMutationVariables>;
export const CatalogueArchiveProductDocument = new TypedDocumentString(`
    mutation CatalogueArchiveProduct($input: ProductArchiveInput!) {
  productArchive(input: $input) {
    product {
      state
      availability
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueArchiveProductMutation, CatalogueArchiveProductMutationVariables>;
export const CatalogueSetStockDocument = new TypedDocumentString(`
    mutation CatalogueSetStock($input: StockSetInput!) {
  stockSet(input: $input) {
    product {
      availability
      stock {
        isTracked
        free
        held
        sold
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueSetStockMutation, CatalogueSetStockMutationVariables>;
export const CatalogueReadProductDocument = new TypedDocumentString(`
    query CatalogueReadProduct($id: ID!) {
  node(id: $id) {
    ... on Product {
      ...CatalogueProduct
    }
  }
}
    fragment CatalogueProduct on Product {
  id
  name
  description
  sku
  unit
  state
  availability
  price {
    amount
    currencyCode
  }
  regularPrice {
    amount
  }
  salePrice {
    amount
  }
  saleEndsAt
  photo {
    url
  }
  photos {
    id
  }
  stock {
    isTracked
    free
    held
    sold
  }
}`) as unknown as TypedDocumentString<CatalogueReadProductQuery, CatalogueReadProductQueryVariables>;
export const CatalogueListProductsDocument = new TypedDocumentString(`
    query CatalogueListProducts($handle: String!, $search: String, $first: Int, $after: String) {
  business(handle: $handle) {
    products(search: $search, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          name
        }
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueListProductsQuery, CatalogueListProductsQueryVariables>;
export const CatalogueCountProductsDocument = new TypedDocumentString(`
    query CatalogueCountProducts($handle: String!, $search: String) {
  business(handle: $handle) {
    products(search: $search, first: 1) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueCountProductsQuery, CatalogueCountProductsQueryVariables>;
export const ChannelFeedCreateDocument = new TypedDocumentString(`
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
    fragment ChannelFeed on ProductFeed {
  id
  channel
  lastFetchedAt
  revokedAt
  business {
    id
  }
}`) as unknown as TypedDocumentString<ChannelFeedCreateMutation, ChannelFeedCreateMutationVariables>;
export const ChannelFeedRevokeDocument = new TypedDocumentString(`
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
    fragment ChannelFeed on ProductFeed {
  id
  channel
  lastFetchedAt
  revokedAt
  business {
    id
  }
}`) as unknown as TypedDocumentString<ChannelFeedRevokeMutation, ChannelFeedRevokeMutationVariables>;
export const ChannelFeedsDocument = new TypedDocumentString(`
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
    fragment ChannelFeed on ProductFeed {
  id
  channel
  lastFetchedAt
  revokedAt
  business {
    id
  }
}`) as unknown as TypedDocumentString<ChannelFeedsQuery, ChannelFeedsQueryVariables>;
export const ChannelReadFeedDocument = new TypedDocumentString(`
    query ChannelReadFeed($id: ID!) {
  node(id: $id) {
    ... on ProductFeed {
      ...ChannelFeed
    }
  }
}
    fragment ChannelFeed on ProductFeed {
  id
  channel
  lastFetchedAt
  revokedAt
  business {
    id
  }
}`) as unknown as TypedDocumentString<ChannelReadFeedQuery, ChannelReadFeedQueryVariables>;
export const ChannelSalesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ChannelSalesQuery, ChannelSalesQueryVariables>;
export const ChannelProductsDocument = new TypedDocumentString(`
    query ChannelProducts($businessId: ID!, $channel: SalesChannel, $search: String, $first: Int, $after: String) {
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
    `) as unknown as TypedDocumentString<ChannelProductsQuery, ChannelProductsQueryVariables>;
export const ChannelProductDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ChannelProductQuery, ChannelProductQueryVariables>;
export const ChannelSetDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ChannelSetMutation, ChannelSetMutationVariables>;
export const ChannelCartDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ChannelCartQuery, ChannelCartQueryVariables>;
export const ChannelOrdersDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ChannelOrdersQuery, ChannelOrdersQueryVariables>;
export const ChatStartDocument = new TypedDocumentString(`
    mutation ChatStart($input: ConversationStartInput!) {
  conversationStart(input: $input) {
    conversation {
      id
      lastSequence
      unreadCount
      business {
        id
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ChatStartMutation, ChatStartMutationVariables>;
export const ChatSendDocument = new TypedDocumentString(`
    mutation ChatSend($input: MessageSendInput!) {
  messageSend(input: $input) {
    message {
      id
      sequence
      clientId
      isMine
      sender {
        __typename
      }
      content {
        __typename
        ... on TextContent {
          text
        }
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ChatSendMutation, ChatSendMutationVariables>;
export const ChatReadDocument = new TypedDocumentString(`
    mutation ChatRead($input: MessagesReadInput!) {
  messagesRead(input: $input) {
    conversation {
      unreadCount
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ChatReadMutation, ChatReadMutationVariables>;
export const ChatTypeDocument = new TypedDocumentString(`
    mutation ChatType($input: TypingSetInput!) {
  typingSet(input: $input) {
    conversation {
      id
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ChatTypeMutation, ChatTypeMutationVariables>;
export const ChatBlockDocument = new TypedDocumentString(`
    mutation ChatBlock($input: ConversationBlockInput!) {
  conversationBlock(input: $input) {
    conversation {
      id
      isBlocked
      lastSequence
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ChatBlockMutation, ChatBlockMutationVariables>;
export const ChatUnblockDocument = new TypedDocumentString(`
    mutation ChatUnblock($input: ConversationUnblockInput!) {
  conversationUnblock(input: $input) {
    conversation {
      id
      isBlocked
      lastSequence
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ChatUnblockMutation, ChatUnblockMutationVariables>;
export const FeesRuleCreateDocument = new TypedDocumentString(`
    mutation FeesRuleCreate($input: FeeRuleCreateInput!) {
  feeRuleCreate(input: $input) {
    rule {
      ...FeeRuleParts
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment FeeRuleParts on FeeRule {
  id
  country
  service
  plan
  shareBasisPoints
  fixed {
    ...MoneyAmount
  }
  freePerMonth
  effectiveFrom
  note
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}`) as unknown as TypedDocumentString<FeesRuleCreateMutation, FeesRuleCreateMutationVariables>;
export const FeesPlanSetDocument = new TypedDocumentString(`
    mutation FeesPlanSet($input: BusinessPlanSetInput!) {
  businessPlanSet(input: $input) {
    business {
      feePlan
      feePlanNext
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}`) as unknown as TypedDocumentString<FeesPlanSetMutation, FeesPlanSetMutationVariables>;
export const FeesOfMarketDocument = new TypedDocumentString(`
    query FeesOfMarket($country: CountryCode!, $service: FeeService, $at: DateTime, $upcoming: Boolean) {
  market(country: $country) {
    feeRules(service: $service, at: $at, upcoming: $upcoming) {
      ...FeeRuleParts
    }
  }
}
    fragment FeeRuleParts on FeeRule {
  id
  country
  service
  plan
  shareBasisPoints
  fixed {
    ...MoneyAmount
  }
  freePerMonth
  effectiveFrom
  note
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}`) as unknown as TypedDocumentString<FeesOfMarketQuery, FeesOfMarketQueryVariables>;
export const FeesOfBusinessDocument = new TypedDocumentString(`
    query FeesOfBusiness($id: ID!, $period: String, $first: Int, $after: String) {
  node(id: $id) {
    ... on Business {
      feePlan
      feePlanNext
      fees {
        ...FeeRuleParts
      }
      feesOwed {
        ...MoneyAmount
      }
      feeCharges(period: $period, first: $first, after: $after) {
        edges {
          cursor
          node {
            id
            service
            quantity
            amount {
              ...MoneyAmount
            }
            period
            reference
            chargedAt
            invoiced
            rule {
              id
            }
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
    fragment FeeRuleParts on FeeRule {
  id
  country
  service
  plan
  shareBasisPoints
  fixed {
    ...MoneyAmount
  }
  freePerMonth
  effectiveFrom
  note
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}`) as unknown as TypedDocumentString<FeesOfBusinessQuery, FeesOfBusinessQueryVariables>;
export const FeesRuleNodeDocument = new TypedDocumentString(`
    query FeesRuleNode($id: ID!) {
  node(id: $id) {
    ... on FeeRule {
      ...FeeRuleParts
    }
  }
}
    fragment FeeRuleParts on FeeRule {
  id
  country
  service
  plan
  shareBasisPoints
  fixed {
    ...MoneyAmount
  }
  freePerMonth
  effectiveFrom
  note
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}`) as unknown as TypedDocumentString<FeesRuleNodeQuery, FeesRuleNodeQueryVariables>;
export const FeesLiveDocument = new TypedDocumentString(`
    subscription FeesLive($businessId: ID!, $after: EventCursor) {
  stream: feeEvents(businessId: $businessId, after: $after) {
    cursor
    event {
      type
      sequence
      business {
        id
        feePlanNext
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeesLiveSubscription, FeesLiveSubscriptionVariables>;
export const IdentityStartSignInDocument = new TypedDocumentString(`
    mutation IdentityStartSignIn($input: SignInStartInput!) {
  signInStart(input: $input) {
    expiresAt
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<IdentityStartSignInMutation, IdentityStartSignInMutationVariables>;
export const IdentityCompleteSignInDocument = new TypedDocumentString(`
    mutation IdentityCompleteSignIn($input: SignInCompleteInput!) {
  signInComplete(input: $input) {
    token
    person {
      id
      name
      phone
      language
      country
      isOperator
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<IdentityCompleteSignInMutation, IdentityCompleteSignInMutationVariables>;
export const IdentityWhoAmIDocument = new TypedDocumentString(`
    query IdentityWhoAmI {
  viewer {
    id
    name
    ... on Person {
      phone
      language
      sessions {
        id
        device
        isCurrent
        createdAt
        lastSeenAt
        expiresAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IdentityWhoAmIQuery, IdentityWhoAmIQueryVariables>;
export const IdentityRevokeSessionDocument = new TypedDocumentString(`
    mutation IdentityRevokeSession($input: SessionRevokeInput!) {
  sessionRevoke(input: $input) {
    revokedSessionId
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<IdentityRevokeSessionMutation, IdentityRevokeSessionMutationVariables>;
export const IdentitySignOutDocument = new TypedDocumentString(`
    mutation IdentitySignOut {
  signOut {
    signedOut
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<IdentitySignOutMutation, IdentitySignOutMutationVariables>;
export const ImportReadDocument = new TypedDocumentString(`
    query ImportRead($id: ID!, $first: Int, $after: String) {
  node(id: $id) {
    ... on CatalogImport {
      fileName
      size
      state
      failure
      rowsRead
      created
      updated
      unchanged
      rejected
      finishedAt
      business {
        id
      }
      errors(first: $first, after: $after) {
        edges {
          node {
            line
            column
            code
            value
            message
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
    `) as unknown as TypedDocumentString<ImportReadQuery, ImportReadQueryVariables>;
export const ImportListDocument = new TypedDocumentString(`
    query ImportList($id: ID!, $first: Int, $after: String) {
  node(id: $id) {
    ... on Business {
      catalogImports(first: $first, after: $after) {
        edges {
          node {
            id
            state
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
    `) as unknown as TypedDocumentString<ImportListQuery, ImportListQueryVariables>;
export const ImportWatchDocument = new TypedDocumentString(`
    subscription ImportWatch($id: ID!, $after: EventCursor) {
  stream: importEvents(importId: $id, after: $after) {
    cursor
    event {
      type
      sequence
      import {
        state
        rowsRead
        created
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportWatchSubscription, ImportWatchSubscriptionVariables>;
export const InvoicesReadDocument = new TypedDocumentString(`
    query InvoicesRead($businessId: ID!, $first: Int, $after: String, $period: String) {
  node(id: $businessId) {
    ... on Business {
      invoices(first: $first, after: $after) {
        edges {
          node {
            ...InvoiceWhole
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      invoicePreview(period: $period) {
        period
        business {
          id
        }
        lines {
          ...InvoiceLineWhole
        }
        subtotal {
          amount
        }
        taxRate
        tax {
          amount
        }
        total {
          amount
        }
      }
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  number
  numberText
  period
  issuedAt
  business {
    id
  }
  lines {
    ...InvoiceLineWhole
  }
  subtotal {
    amount
  }
  taxRate
  tax {
    amount
  }
  total {
    amount
    currencyCode
  }
}
fragment InvoiceLineWhole on InvoiceLine {
  service
  title
  terms
  quantity
  isCredit
  rule {
    id
  }
  amount {
    amount
  }
}`) as unknown as TypedDocumentString<InvoicesReadQuery, InvoicesReadQueryVariables>;
export const InvoiceReadDocument = new TypedDocumentString(`
    query InvoiceRead($id: ID!) {
  node(id: $id) {
    ... on Invoice {
      ...InvoiceWhole
      html
    }
  }
}
    fragment InvoiceWhole on Invoice {
  id
  number
  numberText
  period
  issuedAt
  business {
    id
  }
  lines {
    ...InvoiceLineWhole
  }
  subtotal {
    amount
  }
  taxRate
  tax {
    amount
  }
  total {
    amount
    currencyCode
  }
}
fragment InvoiceLineWhole on InvoiceLine {
  service
  title
  terms
  quantity
  isCredit
  rule {
    id
  }
  amount {
    amount
  }
}`) as unknown as TypedDocumentString<InvoiceReadQuery, InvoiceReadQueryVariables>;
export const WatchInvoicesDocument = new TypedDocumentString(`
    subscription WatchInvoices($businessId: ID!) {
  stream: feeEvents(businessId: $businessId) {
    cursor
    event {
      type
      invoice {
        id
        numberText
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WatchInvoicesSubscription, WatchInvoicesSubscriptionVariables>;
export const LockSetScreenLockDocument = new TypedDocumentString(`
    mutation LockSetScreenLock($input: ScreenLockSetInput!) {
  screenLockSet(input: $input) {
    session {
      isCurrent
      screenLock {
        isLocked
        autoLockSeconds
        lockedAt
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<LockSetScreenLockMutation, LockSetScreenLockMutationVariables>;
export const LockRemoveScreenLockDocument = new TypedDocumentString(`
    mutation LockRemoveScreenLock($input: ScreenLockRemoveInput!) {
  screenLockRemove(input: $input) {
    session {
      screenLock {
        isLocked
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<LockRemoveScreenLockMutation, LockRemoveScreenLockMutationVariables>;
export const LockSessionLockDocument = new TypedDocumentString(`
    mutation LockSessionLock {
  sessionLock {
    session {
      screenLock {
        isLocked
        lockedAt
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<LockSessionLockMutation, LockSessionLockMutationVariables>;
export const LockSessionUnlockDocument = new TypedDocumentString(`
    mutation LockSessionUnlock($input: SessionUnlockInput!) {
  sessionUnlock(input: $input) {
    session {
      screenLock {
        isLocked
        lockedAt
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<LockSessionUnlockMutation, LockSessionUnlockMutationVariables>;
export const LockSessionEventsDocument = new TypedDocumentString(`
    subscription LockSessionEvents($after: EventCursor) {
  stream: sessionEvents(after: $after) {
    cursor
    event {
      type
      session {
        isCurrent
        screenLock {
          isLocked
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LockSessionEventsSubscription, LockSessionEventsSubscriptionVariables>;
export const LockPeekDocument = new TypedDocumentString(`
    query LockPeek {
  viewer {
    __typename
    id
    ... on Person {
      lockedConversationCount
    }
  }
}
    `) as unknown as TypedDocumentString<LockPeekQuery, LockPeekQueryVariables>;
export const LockConversationLockDocument = new TypedDocumentString(`
    mutation LockConversationLock($input: ConversationLockInput!) {
  conversationLock(input: $input) {
    lockedConversationId
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<LockConversationLockMutation, LockConversationLockMutationVariables>;
export const LockConversationUnlockDocument = new TypedDocumentString(`
    mutation LockConversationUnlock($input: ConversationUnlockInput!) {
  conversationUnlock(input: $input) {
    conversation {
      id
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<LockConversationUnlockMutation, LockConversationUnlockMutationVariables>;
export const LockOpenLockedDocument = new TypedDocumentString(`
    mutation LockOpenLocked($input: LockedConversationsOpenInput!) {
  lockedConversationsOpen(input: $input) {
    conversations {
      conversationId
      name
      unreadCount
      activeAt
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<LockOpenLockedMutation, LockOpenLockedMutationVariables>;
export const LockResetLocksDocument = new TypedDocumentString(`
    mutation LockResetLocks {
  conversationLocksReset {
    reset
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<LockResetLocksMutation, LockResetLocksMutationVariables>;
export const MarketSetFeatureDocument = new TypedDocumentString(`
    mutation MarketSetFeature($input: MarketFeatureSetInput!) {
  marketFeatureSet(input: $input) {
    market {
      ...MarketFeatures
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment MarketFeatures on Market {
  country
  features {
    key
    state
    sharePercent
    reason
    changedAt
  }
}`) as unknown as TypedDocumentString<MarketSetFeatureMutation, MarketSetFeatureMutationVariables>;
export const MarketCreateOneDocument = new TypedDocumentString(`
    mutation MarketCreateOne($input: MarketCreateInput!) {
  marketCreate(input: $input) {
    market {
      ...MarketFeatures
      name
      currencyCode
      languages
      timeZone
      callingCode
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment MarketFeatures on Market {
  country
  features {
    key
    state
    sharePercent
    reason
    changedAt
  }
}`) as unknown as TypedDocumentString<MarketCreateOneMutation, MarketCreateOneMutationVariables>;
export const MarketSetPilotMemberDocument = new TypedDocumentString(`
    mutation MarketSetPilotMember($input: PilotMemberSetInput!) {
  pilotMemberSet(input: $input) {
    market {
      country
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MarketSetPilotMemberMutation, MarketSetPilotMemberMutationVariables>;
export const MarketsReadDocument = new TypedDocumentString(`
    query MarketsRead {
  markets {
    ...MarketFeatures
    timeZone
    callingCode
  }
}
    fragment MarketFeatures on Market {
  country
  features {
    key
    state
    sharePercent
    reason
    changedAt
  }
}`) as unknown as TypedDocumentString<MarketsReadQuery, MarketsReadQueryVariables>;
export const MarketSwitchesDocument = new TypedDocumentString(`
    query MarketSwitches($country: CountryCode!, $first: Int, $after: String) {
  market(country: $country) {
    switches(first: $first, after: $after) {
      edges {
        node {
          key
          fromState
          fromSharePercent
          toState
          toSharePercent
          reason
          operatorId
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MarketSwitchesQuery, MarketSwitchesQueryVariables>;
export const MarketMyFeaturesDocument = new TypedDocumentString(`
    query MarketMyFeatures($handle: String!) {
  viewer {
    ... on Person {
      features {
        key
        isAvailable
        state
        reason
      }
    }
  }
  business(handle: $handle) {
    features {
      key
      isAvailable
      state
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<MarketMyFeaturesQuery, MarketMyFeaturesQueryVariables>;
export const MarketEventsLiveDocument = new TypedDocumentString(`
    subscription MarketEventsLive($country: CountryCode!) {
  stream: marketEvents(country: $country) {
    cursor
    event {
      type
      sequence
      feature
      market {
        ...MarketFeatures
      }
    }
  }
}
    fragment MarketFeatures on Market {
  country
  features {
    key
    state
    sharePercent
    reason
    changedAt
  }
}`) as unknown as TypedDocumentString<MarketEventsLiveSubscription, MarketEventsLiveSubscriptionVariables>;
export const MoneyChatDocument = new TypedDocumentString(`
    query MoneyChat($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      unreadCount
      messages {
        edges {
          node {
            id
            sequence
            isMine
            content {
              __typename
              ... on MoneyContent {
                transfer {
                  id
                  state
                  note
                  amount {
                    ...MoneyAmount
                  }
                  fee {
                    ...MoneyAmount
                  }
                  fromBalance {
                    ...MoneyAmount
                  }
                  payment {
                    id
                  }
                }
                request {
                  id
                  state
                  availableActions
                }
              }
            }
          }
        }
      }
    }
  }
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}`) as unknown as TypedDocumentString<MoneyChatQuery, MoneyChatQueryVariables>;
export const MoneyReadTransferDocument = new TypedDocumentString(`
    query MoneyReadTransfer($id: ID!) {
  node(id: $id) {
    ... on Transfer {
      ...MoneyTransfer
      sender {
        id
      }
      recipient {
        id
      }
    }
  }
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyTransfer on Transfer {
  id
  state
  note
  reversalReason
  amount {
    ...MoneyAmount
  }
  fee {
    ...MoneyAmount
  }
  fromBalance {
    ...MoneyAmount
  }
  payment {
    id
    state
    challenge {
      kind
    }
    failure {
      code
    }
  }
}`) as unknown as TypedDocumentString<MoneyReadTransferQuery, MoneyReadTransferQueryVariables>;
export const MoneyReadRequestDocument = new TypedDocumentString(`
    query MoneyReadRequest($id: ID!) {
  node(id: $id) {
    ... on MoneyRequest {
      ...MoneyRequestParts
    }
  }
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyRequestParts on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    ...MoneyAmount
  }
  transfers {
    id
    state
  }
}`) as unknown as TypedDocumentString<MoneyReadRequestQuery, MoneyReadRequestQueryVariables>;
export const MoneySendDocument = new TypedDocumentString(`
    mutation MoneySend($input: MoneySendInput!) {
  moneySend(input: $input) {
    transfer {
      ...MoneyTransfer
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
fragment MoneyTransfer on Transfer {
  id
  state
  note
  reversalReason
  amount {
    ...MoneyAmount
  }
  fee {
    ...MoneyAmount
  }
  fromBalance {
    ...MoneyAmount
  }
  payment {
    id
    state
    challenge {
      kind
    }
    failure {
      code
    }
  }
}`) as unknown as TypedDocumentString<MoneySendMutation, MoneySendMutationVariables>;
export const MoneyAskDocument = new TypedDocumentString(`
    mutation MoneyAsk($input: MoneyRequestInput!) {
  moneyRequest(input: $input) {
    request {
      ...MoneyRequestParts
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
fragment MoneyRequestParts on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    ...MoneyAmount
  }
  transfers {
    id
    state
  }
}`) as unknown as TypedDocumentString<MoneyAskMutation, MoneyAskMutationVariables>;
export const MoneyAcceptDocument = new TypedDocumentString(`
    mutation MoneyAccept($input: MoneyRequestAcceptInput!) {
  moneyRequestAccept(input: $input) {
    transfer {
      ...MoneyTransfer
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
fragment MoneyTransfer on Transfer {
  id
  state
  note
  reversalReason
  amount {
    ...MoneyAmount
  }
  fee {
    ...MoneyAmount
  }
  fromBalance {
    ...MoneyAmount
  }
  payment {
    id
    state
    challenge {
      kind
    }
    failure {
      code
    }
  }
}`) as unknown as TypedDocumentString<MoneyAcceptMutation, MoneyAcceptMutationVariables>;
export const MoneyDeclineDocument = new TypedDocumentString(`
    mutation MoneyDecline($input: MoneyRequestDeclineInput!) {
  moneyRequestDecline(input: $input) {
    request {
      ...MoneyRequestParts
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
fragment MoneyRequestParts on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    ...MoneyAmount
  }
  transfers {
    id
    state
  }
}`) as unknown as TypedDocumentString<MoneyDeclineMutation, MoneyDeclineMutationVariables>;
export const MoneyCancelDocument = new TypedDocumentString(`
    mutation MoneyCancel($input: MoneyRequestCancelInput!) {
  moneyRequestCancel(input: $input) {
    request {
      ...MoneyRequestParts
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
fragment MoneyRequestParts on MoneyRequest {
  id
  state
  note
  availableActions
  amount {
    ...MoneyAmount
  }
  transfers {
    id
    state
  }
}`) as unknown as TypedDocumentString<MoneyCancelMutation, MoneyCancelMutationVariables>;
export const MoneyReverseDocument = new TypedDocumentString(`
    mutation MoneyReverse($input: MoneyReverseInput!) {
  moneyReverse(input: $input) {
    transfer {
      ...MoneyTransfer
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
fragment MoneyTransfer on Transfer {
  id
  state
  note
  reversalReason
  amount {
    ...MoneyAmount
  }
  fee {
    ...MoneyAmount
  }
  fromBalance {
    ...MoneyAmount
  }
  payment {
    id
    state
    challenge {
      kind
    }
    failure {
      code
    }
  }
}`) as unknown as TypedDocumentString<MoneyReverseMutation, MoneyReverseMutationVariables>;
export const MoneyTopUpDocument = new TypedDocumentString(`
    mutation MoneyTopUp($input: WalletTopUpInput!) {
  walletTopUp(input: $input) {
    payment {
      ...ShoppingPayment
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
fragment ShoppingPayment on Payment {
  id
  state
  availableActions
  amount {
    amount
    currencyCode
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  card {
    last4
  }
  method
  fromBalance {
    amount
  }
  refunded {
    amount
  }
  creditedAt
  order {
    id
    state
    paymentState
  }
}`) as unknown as TypedDocumentString<MoneyTopUpMutation, MoneyTopUpMutationVariables>;
export const MoneyRefundDocument = new TypedDocumentString(`
    mutation MoneyRefund($input: RefundCreateInput!) {
  refundCreate(input: $input) {
    payment {
      ...ShoppingPayment
      refunded {
        ...MoneyAmount
      }
      refunds {
        id
        state
        amount {
          ...MoneyAmount
        }
        toWallet {
          ...MoneyAmount
        }
      }
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}
fragment ShoppingPayment on Payment {
  id
  state
  availableActions
  amount {
    amount
    currencyCode
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  card {
    last4
  }
  method
  fromBalance {
    amount
  }
  refunded {
    amount
  }
  creditedAt
  order {
    id
    state
    paymentState
  }
}`) as unknown as TypedDocumentString<MoneyRefundMutation, MoneyRefundMutationVariables>;
export const MoneySetBankDocument = new TypedDocumentString(`
    mutation MoneySetBank($input: BankAccountSetInput!) {
  bankAccountSet(input: $input) {
    bankAccount {
      id
      bankName
      last4
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}`) as unknown as TypedDocumentString<MoneySetBankMutation, MoneySetBankMutationVariables>;
export const MoneyPayOutDocument = new TypedDocumentString(`
    mutation MoneyPayOut($input: PayoutCreateInput!) {
  payoutCreate(input: $input) {
    payout {
      id
      state
      amount {
        ...MoneyAmount
      }
      failure {
        code
      }
    }
    userErrors {
      ...MoneyError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyError on UserError {
  ...ShoppingError
  ... on LimitExceededError {
    couldSend: available {
      ...MoneyAmount
    }
  }
  ... on InsufficientFundsError {
    couldSpend: available {
      ...MoneyAmount
    }
  }
}`) as unknown as TypedDocumentString<MoneyPayOutMutation, MoneyPayOutMutationVariables>;
export const MoneyWalletDocument = new TypedDocumentString(`
    query MoneyWallet($first: Int, $after: String) {
  viewer {
    ... on Person {
      wallet {
        balances {
          available {
            ...MoneyAmount
          }
          held {
            ...MoneyAmount
          }
          total {
            ...MoneyAmount
          }
          entries(first: $first, after: $after) {
            edges {
              cursor
              node {
                id
                kind
                description
                amount {
                  ...MoneyAmount
                }
                balance {
                  ...MoneyAmount
                }
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
        transfers(first: $first) {
          edges {
            node {
              ...MoneyTransfer
            }
          }
        }
        limits {
          perTransfer {
            ...MoneyAmount
          }
          perDay {
            ...MoneyAmount
          }
          perMonth {
            ...MoneyAmount
          }
          sentToday {
            ...MoneyAmount
          }
          sentThisMonth {
            ...MoneyAmount
          }
        }
      }
    }
  }
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}
fragment MoneyTransfer on Transfer {
  id
  state
  note
  reversalReason
  amount {
    ...MoneyAmount
  }
  fee {
    ...MoneyAmount
  }
  fromBalance {
    ...MoneyAmount
  }
  payment {
    id
    state
    challenge {
      kind
    }
    failure {
      code
    }
  }
}`) as unknown as TypedDocumentString<MoneyWalletQuery, MoneyWalletQueryVariables>;
export const MoneyWalletEventsDocument = new TypedDocumentString(`
    subscription MoneyWalletEvents($after: EventCursor) {
  stream: walletEvents(after: $after) {
    cursor
    event {
      type
      sequence
      transfer {
        id
        state
      }
      request {
        id
        state
      }
      payment {
        id
        state
      }
      wallet {
        balances {
          available {
            ...MoneyAmount
          }
        }
      }
    }
  }
}
    fragment MoneyAmount on Money {
  amount
  currencyCode
}`) as unknown as TypedDocumentString<MoneyWalletEventsSubscription, MoneyWalletEventsSubscriptionVariables>;
export const ShoppingPlaceDocument = new TypedDocumentString(`
    mutation ShoppingPlace($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      ...ShoppingOrder
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  note
  itemsTotal {
    amount
  }
  total {
    amount
    currencyCode
  }
  conversation {
    id
  }
  lines {
    id
    name
    quantity
    shippedQuantity
    unitPrice {
      amount
    }
    total {
      amount
    }
  }
  shipments {
    carrier
    trackingNumber
    deliveredAt
    items {
      quantity
      line {
        id
      }
    }
  }
  timeline {
    action
    reason
    person {
      id
    }
  }
  payments {
    id
    state
    refunds {
      state
      reason
      amount {
        amount
      }
    }
  }
}`) as unknown as TypedDocumentString<ShoppingPlaceMutation, ShoppingPlaceMutationVariables>;
export const ShoppingConfirmDocument = new TypedDocumentString(`
    mutation ShoppingConfirm($input: OrderConfirmInput!) {
  orderConfirm(input: $input) {
    order {
      ...ShoppingOrder
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  note
  itemsTotal {
    amount
  }
  total {
    amount
    currencyCode
  }
  conversation {
    id
  }
  lines {
    id
    name
    quantity
    shippedQuantity
    unitPrice {
      amount
    }
    total {
      amount
    }
  }
  shipments {
    carrier
    trackingNumber
    deliveredAt
    items {
      quantity
      line {
        id
      }
    }
  }
  timeline {
    action
    reason
    person {
      id
    }
  }
  payments {
    id
    state
    refunds {
      state
      reason
      amount {
        amount
      }
    }
  }
}`) as unknown as TypedDocumentString<ShoppingConfirmMutation, ShoppingConfirmMutationVariables>;
export const ShoppingShipDocument = new TypedDocumentString(`
    mutation ShoppingShip($input: OrderShipInput!) {
  orderShip(input: $input) {
    order {
      ...ShoppingOrder
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  note
  itemsTotal {
    amount
  }
  total {
    amount
    currencyCode
  }
  conversation {
    id
  }
  lines {
    id
    name
    quantity
    shippedQuantity
    unitPrice {
      amount
    }
    total {
      amount
    }
  }
  shipments {
    carrier
    trackingNumber
    deliveredAt
    items {
      quantity
      line {
        id
      }
    }
  }
  timeline {
    action
    reason
    person {
      id
    }
  }
  payments {
    id
    state
    refunds {
      state
      reason
      amount {
        amount
      }
    }
  }
}`) as unknown as TypedDocumentString<ShoppingShipMutation, ShoppingShipMutationVariables>;
export const ShoppingDeliverDocument = new TypedDocumentString(`
    mutation ShoppingDeliver($input: OrderDeliverInput!) {
  orderDeliver(input: $input) {
    order {
      ...ShoppingOrder
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  note
  itemsTotal {
    amount
  }
  total {
    amount
    currencyCode
  }
  conversation {
    id
  }
  lines {
    id
    name
    quantity
    shippedQuantity
    unitPrice {
      amount
    }
    total {
      amount
    }
  }
  shipments {
    carrier
    trackingNumber
    deliveredAt
    items {
      quantity
      line {
        id
      }
    }
  }
  timeline {
    action
    reason
    person {
      id
    }
  }
  payments {
    id
    state
    refunds {
      state
      reason
      amount {
        amount
      }
    }
  }
}`) as unknown as TypedDocumentString<ShoppingDeliverMutation, ShoppingDeliverMutationVariables>;
export const ShoppingCancelDocument = new TypedDocumentString(`
    mutation ShoppingCancel($input: OrderCancelInput!) {
  orderCancel(input: $input) {
    order {
      ...ShoppingOrder
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  note
  itemsTotal {
    amount
  }
  total {
    amount
    currencyCode
  }
  conversation {
    id
  }
  lines {
    id
    name
    quantity
    shippedQuantity
    unitPrice {
      amount
    }
    total {
      amount
    }
  }
  shipments {
    carrier
    trackingNumber
    deliveredAt
    items {
      quantity
      line {
        id
      }
    }
  }
  timeline {
    action
    reason
    person {
      id
    }
  }
  payments {
    id
    state
    refunds {
      state
      reason
      amount {
        amount
      }
    }
  }
}`) as unknown as TypedDocumentString<ShoppingCancelMutation, ShoppingCancelMutationVariables>;
export const ShoppingReadOrderDocument = new TypedDocumentString(`
    query ShoppingReadOrder($id: ID!) {
  node(id: $id) {
    ... on Order {
      ...ShoppingOrder
    }
  }
}
    fragment ShoppingOrder on Order {
  id
  number
  state
  paymentState
  fulfillmentState
  availableActions
  holdExpiresAt
  note
  itemsTotal {
    amount
  }
  total {
    amount
    currencyCode
  }
  conversation {
    id
  }
  lines {
    id
    name
    quantity
    shippedQuantity
    unitPrice {
      amount
    }
    total {
      amount
    }
  }
  shipments {
    carrier
    trackingNumber
    deliveredAt
    items {
      quantity
      line {
        id
      }
    }
  }
  timeline {
    action
    reason
    person {
      id
    }
  }
  payments {
    id
    state
    refunds {
      state
      reason
      amount {
        amount
      }
    }
  }
}`) as unknown as TypedDocumentString<ShoppingReadOrderQuery, ShoppingReadOrderQueryVariables>;
export const PartnerCreateAppDocument = new TypedDocumentString(`
    mutation PartnerCreateApp($input: PartnerAppCreateInput!) {
  partnerAppCreate(input: $input) {
    app {
      id
      name
      description
      scopes
      ownerName
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerCreateAppMutation, PartnerCreateAppMutationVariables>;
export const PartnerUpdateAppDocument = new TypedDocumentString(`
    mutation PartnerUpdateApp($input: PartnerAppUpdateInput!) {
  partnerAppUpdate(input: $input) {
    app {
      name
      description
      scopes
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerUpdateAppMutation, PartnerUpdateAppMutationVariables>;
export const PartnerCreateKeyDocument = new TypedDocumentString(`
    mutation PartnerCreateKey($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    key
    apiKey {
      id
      name
      last4
      scopes
      lastUsedAt
      expiresAt
      revokedAt
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerCreateKeyMutation, PartnerCreateKeyMutationVariables>;
export const PartnerRotateKeyDocument = new TypedDocumentString(`
    mutation PartnerRotateKey($input: ApiKeyRotateInput!) {
  apiKeyRotate(input: $input) {
    key
    apiKey {
      id
      name
      scopes
      expiresAt
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerRotateKeyMutation, PartnerRotateKeyMutationVariables>;
export const PartnerRevokeKeyDocument = new TypedDocumentString(`
    mutation PartnerRevokeKey($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    apiKey {
      id
      revokedAt
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerRevokeKeyMutation, PartnerRevokeKeyMutationVariables>;
export const PartnerGrantAppDocument = new TypedDocumentString(`
    mutation PartnerGrantApp($input: PartnerGrantInput!) {
  partnerGrant(input: $input) {
    grant {
      scopes
      app {
        id
      }
      business {
        id
      }
      grantedBy {
        id
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerGrantAppMutation, PartnerGrantAppMutationVariables>;
export const PartnerWithdrawGrantDocument = new TypedDocumentString(`
    mutation PartnerWithdrawGrant($input: PartnerRevokeInput!) {
  partnerRevoke(input: $input) {
    business {
      id
    }
    app {
      id
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerWithdrawGrantMutation, PartnerWithdrawGrantMutationVariables>;
export const PartnerReadAppDocument = new TypedDocumentString(`
    query PartnerReadApp($id: ID!) {
  partnerApp(id: $id) {
    id
    name
    description
    scopes
    ownerName
    keys {
      edges {
        node {
          id
          name
          last4
          expiresAt
          revokedAt
        }
      }
    }
    grants {
      edges {
        node {
          scopes
          business {
            id
          }
        }
      }
    }
    viewerKey {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerReadAppQuery, PartnerReadAppQueryVariables>;
export const PartnerReadGrantsDocument = new TypedDocumentString(`
    query PartnerReadGrants($id: ID!) {
  node(id: $id) {
    ... on Business {
      partnerGrants {
        edges {
          node {
            scopes
            app {
              id
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerReadGrantsQuery, PartnerReadGrantsQueryVariables>;
export const PartnerReadViewerDocument = new TypedDocumentString(`
    query PartnerReadViewer {
  viewer {
    __typename
    id
    name
    ... on PartnerApp {
      viewerKey {
        id
        last4
      }
    }
    ... on Person {
      partnerApps {
        edges {
          node {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerReadViewerQuery, PartnerReadViewerQueryVariables>;
export const ShoppingPayDocument = new TypedDocumentString(`
    mutation ShoppingPay($input: OrderPayInput!) {
  orderPay(input: $input) {
    payment {
      ...ShoppingPayment
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingPayment on Payment {
  id
  state
  availableActions
  amount {
    amount
    currencyCode
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  card {
    last4
  }
  method
  fromBalance {
    amount
  }
  refunded {
    amount
  }
  creditedAt
  order {
    id
    state
    paymentState
  }
}`) as unknown as TypedDocumentString<ShoppingPayMutation, ShoppingPayMutationVariables>;
export const ShoppingConfirmPaymentDocument = new TypedDocumentString(`
    mutation ShoppingConfirmPayment($input: PaymentConfirmInput!) {
  paymentConfirm(input: $input) {
    payment {
      ...ShoppingPayment
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingPayment on Payment {
  id
  state
  availableActions
  amount {
    amount
    currencyCode
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  card {
    last4
  }
  method
  fromBalance {
    amount
  }
  refunded {
    amount
  }
  creditedAt
  order {
    id
    state
    paymentState
  }
}`) as unknown as TypedDocumentString<ShoppingConfirmPaymentMutation, ShoppingConfirmPaymentMutationVariables>;
export const ShoppingCancelPaymentDocument = new TypedDocumentString(`
    mutation ShoppingCancelPayment($input: PaymentCancelInput!) {
  paymentCancel(input: $input) {
    payment {
      ...ShoppingPayment
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingPayment on Payment {
  id
  state
  availableActions
  amount {
    amount
    currencyCode
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  card {
    last4
  }
  method
  fromBalance {
    amount
  }
  refunded {
    amount
  }
  creditedAt
  order {
    id
    state
    paymentState
  }
}`) as unknown as TypedDocumentString<ShoppingCancelPaymentMutation, ShoppingCancelPaymentMutationVariables>;
export const ShoppingReadPaymentDocument = new TypedDocumentString(`
    query ShoppingReadPayment($id: ID!) {
  node(id: $id) {
    ... on Payment {
      ...ShoppingPayment
    }
  }
}
    fragment ShoppingPayment on Payment {
  id
  state
  availableActions
  amount {
    amount
    currencyCode
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  card {
    last4
  }
  method
  fromBalance {
    amount
  }
  refunded {
    amount
  }
  creditedAt
  order {
    id
    state
    paymentState
  }
}`) as unknown as TypedDocumentString<ShoppingReadPaymentQuery, ShoppingReadPaymentQueryVariables>;
export const ShoppingAskAgainDocument = new TypedDocumentString(`
    mutation ShoppingAskAgain($input: PaymentAskAgainInput!) {
  paymentAskAgain(input: $input) {
    payment {
      ...ShoppingPayment
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingPayment on Payment {
  id
  state
  availableActions
  amount {
    amount
    currencyCode
  }
  challenge {
    kind
    triesLeft
  }
  failure {
    code
    message
  }
  card {
    last4
  }
  method
  fromBalance {
    amount
  }
  refunded {
    amount
  }
  creditedAt
  order {
    id
    state
    paymentState
  }
}`) as unknown as TypedDocumentString<ShoppingAskAgainMutation, ShoppingAskAgainMutationVariables>;
export const ShoppingRegisterCardDocument = new TypedDocumentString(`
    mutation ShoppingRegisterCard($input: CardRegisterInput!) {
  cardRegister(input: $input) {
    card {
      ...ShoppingCard
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingCard on Card {
  id
  brand
  last4
  isDefault
  isRemoved
}`) as unknown as TypedDocumentString<ShoppingRegisterCardMutation, ShoppingRegisterCardMutationVariables>;
export const ShoppingRemoveCardDocument = new TypedDocumentString(`
    mutation ShoppingRemoveCard($input: CardRemoveInput!) {
  cardRemove(input: $input) {
    card {
      ...ShoppingCard
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingCard on Card {
  id
  brand
  last4
  isDefault
  isRemoved
}`) as unknown as TypedDocumentString<ShoppingRemoveCardMutation, ShoppingRemoveCardMutationVariables>;
export const ShoppingMakeCardDefaultDocument = new TypedDocumentString(`
    mutation ShoppingMakeCardDefault($input: CardMakeDefaultInput!) {
  cardMakeDefault(input: $input) {
    card {
      ...ShoppingCard
    }
    userErrors {
      ...ShoppingError
    }
  }
}
    fragment ShoppingError on UserError {
  __typename
  code
  message
  path
  ... on InsufficientStockError {
    product {
      id
    }
    requested
    available
  }
  ... on FeatureUnavailableError {
    feature
    country
    state
    reason
  }
}
fragment ShoppingCard on Card {
  id
  brand
  last4
  isDefault
  isRemoved
}`) as unknown as TypedDocumentString<ShoppingMakeCardDefaultMutation, ShoppingMakeCardDefaultMutationVariables>;
export const TicketOpenDocument = new TypedDocumentString(`
    mutation TicketOpen($input: TicketOpenInput!) {
  ticketOpen(input: $input) {
    ticket {
      id
      state
      conversation {
        id
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<TicketOpenMutation, TicketOpenMutationVariables>;
export const TicketAssignDocument = new TypedDocumentString(`
    mutation TicketAssign($input: TicketAssignInput!) {
  ticketAssign(input: $input) {
    ticket {
      assignee {
        id
      }
    }
    userErrors {
      code
      path
    }
  }
}
    `) as unknown as TypedDocumentString<TicketAssignMutation, TicketAssignMutationVariables>;
export const TicketAdvanceDocument = new TypedDocumentString(`
    mutation TicketAdvance($input: TicketAdvanceInput!) {
  ticketAdvance(input: $input) {
    ticket {
      state
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TicketAdvanceMutation, TicketAdvanceMutationVariables>;
export const TicketPriorityDocument = new TypedDocumentString(`
    mutation TicketPriority($input: TicketPrioritySetInput!) {
  ticketPrioritySet(input: $input) {
    ticket {
      priority
      firstAnswerDueAt
      resolutionDueAt
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<TicketPriorityMutation, TicketPriorityMutationVariables>;
export const TicketRateDocument = new TypedDocumentString(`
    mutation TicketRate($input: TicketRateInput!) {
  ticketRate(input: $input) {
    ticket {
      rating
      ratingComment
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<TicketRateMutation, TicketRateMutationVariables>;
export const TicketReadDocument = new TypedDocumentString(`
    query TicketRead($id: ID!) {
  node(id: $id) {
    ... on Ticket {
      id
      number
      desk
      subject
      state
      priority
      availableActions
      openedAt
      firstAnswerDueAt
      firstAnsweredAt
      resolutionDueAt
      resolvedAt
      closedAt
      isOverdue
      rating
      ratingComment
      reopenings
      business {
        id
      }
      opener {
        id
      }
      assignee {
        id
      }
      order {
        id
      }
      conversation {
        id
        ticket {
          id
        }
        members {
          party {
            __typename
          }
        }
      }
      context {
        order {
          number
          state
          paymentState
          fulfillmentState
          total {
            amount
          }
          lines {
            name
            quantity
          }
        }
        messages {
          sequence
          from
          text
        }
        postings {
          kind
          amount {
            amount
          }
        }
      }
      timeline {
        sequence
        action
        state
        by {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TicketReadQuery, TicketReadQueryVariables>;
export const KeeperWebhookCreateDocument = new TypedDocumentString(`
    mutation KeeperWebhookCreate($input: WebhookCreateInput!) {
  webhookCreate(input: $input) {
    secret
    webhook {
      ...KeptWebhook
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment KeptWebhook on Webhook {
  id
  url
  document
  state
  pauseReason
  position
  secretRotatesUntil
  app {
    id
  }
}`) as unknown as TypedDocumentString<KeeperWebhookCreateMutation, KeeperWebhookCreateMutationVariables>;
export const KeeperWebhookUpdateDocument = new TypedDocumentString(`
    mutation KeeperWebhookUpdate($input: WebhookUpdateInput!) {
  webhookUpdate(input: $input) {
    webhook {
      ...KeptWebhook
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment KeptWebhook on Webhook {
  id
  url
  document
  state
  pauseReason
  position
  secretRotatesUntil
  app {
    id
  }
}`) as unknown as TypedDocumentString<KeeperWebhookUpdateMutation, KeeperWebhookUpdateMutationVariables>;
export const KeeperWebhookDeleteDocument = new TypedDocumentString(`
    mutation KeeperWebhookDelete($input: WebhookDeleteInput!) {
  webhookDelete(input: $input) {
    webhook {
      ...KeptWebhook
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment KeptWebhook on Webhook {
  id
  url
  document
  state
  pauseReason
  position
  secretRotatesUntil
  app {
    id
  }
}`) as unknown as TypedDocumentString<KeeperWebhookDeleteMutation, KeeperWebhookDeleteMutationVariables>;
export const KeeperWebhookSecretRotateDocument = new TypedDocumentString(`
    mutation KeeperWebhookSecretRotate($input: WebhookSecretRotateInput!) {
  webhookSecretRotate(input: $input) {
    secret
    webhook {
      ...KeptWebhook
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment KeptWebhook on Webhook {
  id
  url
  document
  state
  pauseReason
  position
  secretRotatesUntil
  app {
    id
  }
}`) as unknown as TypedDocumentString<KeeperWebhookSecretRotateMutation, KeeperWebhookSecretRotateMutationVariables>;
export const KeeperWebhookTestDocument = new TypedDocumentString(`
    mutation KeeperWebhookTest($input: WebhookTestInput!) {
  webhookTest(input: $input) {
    body
    sent
    status
    durationMs
    answer
    error
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<KeeperWebhookTestMutation, KeeperWebhookTestMutationVariables>;
export const KeeperWebhookReplayDocument = new TypedDocumentString(`
    mutation KeeperWebhookReplay($input: WebhookReplayInput!) {
  webhookReplay(input: $input) {
    replay {
      ...KeptReplay
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment KeptReplay on WebhookReplay {
  id
  from
  to
  position
  progressPercent
  finishedAt
  failure
  webhook {
    id
  }
}`) as unknown as TypedDocumentString<KeeperWebhookReplayMutation, KeeperWebhookReplayMutationVariables>;
export const KeeperWebhookDeliveryRetryDocument = new TypedDocumentString(`
    mutation KeeperWebhookDeliveryRetry($input: WebhookDeliveryRetryInput!) {
  webhookDeliveryRetry(input: $input) {
    replay {
      ...KeptReplay
    }
    userErrors {
      code
      message
      path
    }
  }
}
    fragment KeptReplay on WebhookReplay {
  id
  from
  to
  position
  progressPercent
  finishedAt
  failure
  webhook {
    id
  }
}`) as unknown as TypedDocumentString<KeeperWebhookDeliveryRetryMutation, KeeperWebhookDeliveryRetryMutationVariables>;