import type { GraphiQLOptions } from 'graphql-yoga';
import { BOT_TAB } from './tabs/bot.ts';
import { COUNTRIES_TAB } from './tabs/countries.ts';
import { CUSTOMER_TAB } from './tabs/customer.ts';
import { EARNINGS_TAB } from './tabs/earnings.ts';
import { FEES_TAB } from './tabs/fees.ts';
import { GUEST_TAB } from './tabs/guest.ts';
import { HELP_TAB } from './tabs/help.ts';
import { LIVE_TAB } from './tabs/live.ts';
import { LOCKS_TAB } from './tabs/locks.ts';
import { MERCHANT_TAB } from './tabs/merchant.ts';
import { OPERATOR_TAB } from './tabs/operator.ts';
import { PARTNER_TAB } from './tabs/partner.ts';
import { SHOP_TAB } from './tabs/shop.ts';
import { WALLET_TAB } from './tabs/wallet.ts';

/** Where a token of the terminal goes: while it is empty, the caller is a guest. */
const HEADERS = '{\n  "Authorization": ""\n}';

/** What somebody finds who opens GraphiQL for the first time: a tab for each part that one can play. */
export const PLAYGROUND: GraphiQLOptions = {
  defaultTabs: [
    { query: GUEST_TAB },
    { query: CUSTOMER_TAB, headers: HEADERS },
    { query: BOT_TAB, headers: HEADERS },
    { query: WALLET_TAB, headers: HEADERS },
    { query: LOCKS_TAB, headers: HEADERS },
    { query: HELP_TAB, headers: HEADERS },
    { query: MERCHANT_TAB, headers: HEADERS },
    { query: SHOP_TAB, headers: HEADERS },
    { query: EARNINGS_TAB, headers: HEADERS },
    { query: FEES_TAB, headers: HEADERS },
    { query: PARTNER_TAB, headers: HEADERS },
    { query: OPERATOR_TAB, headers: HEADERS },
    { query: COUNTRIES_TAB, headers: HEADERS },
    { query: LIVE_TAB, headers: HEADERS },
  ],
  defaultEditorToolsVisibility: 'headers',
};
