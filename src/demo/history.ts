import { CHATS_ABROAD } from './history-abroad.ts';
import { CHATS_IN_INDIA } from './history-india.ts';
import type { History } from './history-step.ts';

/** What a new reader finds in the inboxes, oldest first. */
export const DEMO_HISTORY: readonly History[] = [...CHATS_IN_INDIA, ...CHATS_ABROAD].toSorted(
  (a, b) => b.daysAgo - a.daysAgo,
);
