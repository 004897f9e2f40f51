import type { GraphiQLOptions } from 'graphql-yoga';
import { CUSTOMER_TAB, GUEST_TAB, LIVE_TAB, MERCHANT_TAB } from './playground-tabs.ts';

/** Where a token of the terminal goes: while it is empty, the caller is a guest. */
const HEADERS = '{\n  "Authorization": ""\n}';

/** What somebody finds who opens GraphiQL for the first time: a tab for each part that one can play. */
export const PLAYGROUND: GraphiQLOptions = {
  defaultTabs: [
    { query: GUEST_TAB },
    { query: CUSTOMER_TAB, headers: HEADERS },
    { query: MERCHANT_TAB, headers: HEADERS },
    { query: LIVE_TAB, headers: HEADERS },
  ],
  defaultEditorToolsVisibility: 'headers',
};
