import type { PlatformId } from '../db/id.ts';
import { UserError } from '../errors.ts';
import { PLATFORM } from '../ledger/rules.ts';

/** The platform as a side of a conversation. */
export const PLATFORM_PARTY = PLATFORM as PlatformId;

export const MAX_TEXT = 4_096;

export class ConversationWithSelfError extends UserError {
  readonly code = 'CONVERSATION_WITH_SELF';

  constructor() {
    super('A conversation needs somebody else: this is you.', ['with']);
  }
}

export class ConversationBlockedError extends UserError {
  readonly code = 'CONVERSATION_BLOCKED';

  constructor(blockedByCaller: boolean) {
    super(
      blockedByCaller
        ? 'Your side has blocked the other one: unblock it to go on.'
        : 'The other side takes no messages.',
    );
  }
}

export class ConversationLockedError extends UserError {
  readonly code = 'CONVERSATION_LOCKED';

  constructor(path: readonly string[] = ['conversationId']) {
    super('You have locked this conversation: unlock it with conversationUnlock.', path);
  }
}

/** Messages that a member has not read. Their own count as read when they are sent. */
export function unreadCount(lastSequence: number, readSequence: number): number {
  return Math.max(lastSequence - readSequence, 0);
}
