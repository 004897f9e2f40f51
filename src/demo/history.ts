import { CHATS_ABROAD } from './history-abroad.ts';
import { FRIENDS_IN_INDIA } from './history-friends.ts';
import { CHATS_IN_INDIA } from './history-india.ts';
import type { Friendship, History } from './history-step.ts';

/** What a new reader finds in the inboxes of the shops, oldest first. */
export const DEMO_HISTORY: readonly History[] = [...CHATS_IN_INDIA, ...CHATS_ABROAD].toSorted(
  (a, b) => b.daysAgo - a.daysAgo,
);

/** All of it with what went between people, oldest first: that is the order of a statement of account. */
export const DEMO_PAST: readonly (History | Friendship)[] = [...DEMO_HISTORY, ...FRIENDS_IN_INDIA].toSorted(
  (a, b) => b.daysAgo - a.daysAgo,
);
