import type { Check } from './check.ts';
import { BOT_CHECKS } from './checks-bot.ts';
import { EVENT_CHECKS } from './checks-events.ts';
import { FEE_CHECKS } from './checks-fees.ts';
import { INVOICE_CHECKS } from './checks-invoices.ts';
import { LEDGER_CHECKS } from './checks-ledger.ts';
import { MARKET_CHECKS } from './checks-markets.ts';
import { ORDER_CHECKS } from './checks-orders.ts';
import { PARTNER_CHECKS } from './checks-partners.ts';
import { PAYMENT_CHECKS } from './checks-payments.ts';
import { STOCK_CHECKS } from './checks-stock.ts';
import { TICKET_CHECKS } from './checks-tickets.ts';
import { WALLET_CHECKS } from './checks-wallets.ts';
import { WEBHOOK_CHECKS } from './checks-webhooks.ts';

/** Every rule, in the order in which they are told. */
export const CHECKS: readonly Check[] = [
  ...LEDGER_CHECKS,
  ...STOCK_CHECKS,
  ...ORDER_CHECKS,
  ...PAYMENT_CHECKS,
  ...WALLET_CHECKS,
  ...FEE_CHECKS,
  ...INVOICE_CHECKS,
  ...BOT_CHECKS,
  ...EVENT_CHECKS,
  ...PARTNER_CHECKS,
  ...WEBHOOK_CHECKS,
  ...TICKET_CHECKS,
  ...MARKET_CHECKS,
];
