import { BUSINESS_ROWS } from './businesses.ts';
import { CATALOGUE_ROWS } from './catalogue.ts';
import { CONVERSATION_ROWS } from './conversations.ts';
import { MARKET_ROWS } from './markets.ts';
import { MONEY_ROWS } from './money.ts';
import { ORDER_ROWS } from './orders.ts';
import { PARTNER_ROWS } from './partners.ts';
import { PAYMENT_ROWS } from './payments.ts';
import { PEOPLE_ROWS } from './people.ts';
import type { Row } from './rows.ts';
import { TICKET_ROWS } from './tickets.ts';
import { WALLET_ROWS } from './wallets.ts';
import { WEBHOOK_ROWS } from './webhooks.ts';

/** The whole table by noun: each query, mutation, subscription and sensitive field against each kind of caller. */
export const TABLE = {
  People: PEOPLE_ROWS,
  Shops: BUSINESS_ROWS,
  'Products and channels': CATALOGUE_ROWS,
  Conversations: CONVERSATION_ROWS,
  'Carts and orders': ORDER_ROWS,
  Payments: PAYMENT_ROWS,
  'Money between people': WALLET_ROWS,
  Tickets: TICKET_ROWS,
  'Earnings, fees and the books': MONEY_ROWS,
  Markets: MARKET_ROWS,
  'Partner apps': PARTNER_ROWS,
  Webhooks: WEBHOOK_ROWS,
} as const;

export const ROWS: readonly (readonly [key: string, row: Row])[] = Object.values(TABLE).flatMap((rows) =>
  Object.entries(rows),
);
