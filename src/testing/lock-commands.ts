import type { Client } from './client.ts';
import { graphql } from './gql/index.ts';

/* Both locks as a frontend uses them. */

const SetScreenLock = graphql(`
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
`);

const RemoveScreenLock = graphql(`
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
`);

export const LockSession = graphql(`
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
`);

const UnlockSession = graphql(`
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
`);

export const SessionEvents = graphql(`
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
`);

/** Reads something that only its person may see. */
export const Peek = graphql(`
  query LockPeek {
    viewer {
      __typename
      id
      ... on Person {
        lockedConversationCount
      }
    }
  }
`);

const LockChat = graphql(`
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
`);

const UnlockChat = graphql(`
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
`);

const OpenLocked = graphql(`
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
`);

const ResetLocks = graphql(`
  mutation LockResetLocks {
    conversationLocksReset {
      reset
      userErrors {
        code
      }
    }
  }
`);

export const PASSWORD = 'correct horse';

export async function setScreenLock(
  client: Client,
  input: { password?: string; autoLockSeconds?: number; currentPassword?: string } = {},
) {
  const { password = PASSWORD, autoLockSeconds = 600, ...rest } = input;
  const data = await client.request(SetScreenLock, { input: { password, autoLockSeconds, ...rest } });
  return data.screenLockSet;
}

export async function removeScreenLock(client: Client, password = PASSWORD) {
  return (await client.request(RemoveScreenLock, { input: { password } })).screenLockRemove;
}

export async function lockSession(client: Client) {
  return (await client.request(LockSession, {})).sessionLock;
}

export async function unlockSession(client: Client, password = PASSWORD) {
  return (await client.request(UnlockSession, { input: { password } })).sessionUnlock;
}

/** The code with which the session is refused; null when it is not. */
export async function refusalOf(client: Client): Promise<unknown> {
  const { errors } = await client.raw(Peek, {});
  return errors?.[0]?.extensions?.['code'] ?? null;
}

export async function lockChat(client: Client, conversationId: string, password = PASSWORD) {
  return (await client.request(LockChat, { input: { conversationId, password } })).conversationLock;
}

export async function unlockChat(client: Client, conversationId: string, password = PASSWORD) {
  return (await client.request(UnlockChat, { input: { conversationId, password } })).conversationUnlock;
}

export async function openLocked(client: Client, password = PASSWORD) {
  return (await client.request(OpenLocked, { input: { password } })).lockedConversationsOpen;
}

export async function resetLocks(client: Client) {
  return (await client.request(ResetLocks, {})).conversationLocksReset;
}

export async function lockedCount(client: Client): Promise<number | null> {
  const { viewer } = await client.request(Peek, {});
  return viewer?.__typename === 'Person' ? viewer.lockedConversationCount : null;
}
