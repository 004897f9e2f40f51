export const LOCKS_TAB = `# A lock before the screen, with a token of Asha in the
# headers below. It is for this session only; everything
# else is refused while it is locked.

query Locks {
  viewer {
    ... on Person {
      sessions {
        device
        isCurrent
        screenLock {
          isLocked
          autoLockSeconds
        }
      }
      lockedConversationCount
    }
  }
}

# Open this in a second tab: it goes on while locked.
subscription LockEvents {
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

mutation SetLock {
  screenLockSet(
    input: {
      password: "mango lane 14"
      autoLockSeconds: 300
    }
  ) {
    userErrors {
      code
      message
    }
  }
}

mutation Lock {
  sessionLock {
    userErrors {
      code
      message
    }
  }
}

mutation Unlock {
  sessionUnlock(input: { password: "mango lane 14" }) {
    userErrors {
      code
      message
    }
  }
}

mutation RemoveLock {
  screenLockRemove(input: { password: "mango lane 14" }) {
    userErrors {
      code
      message
    }
  }
}

# A single chat out of sight, on all devices. It is in no
# list from then on: OpenLocked shows what is locked away.
mutation LockChat($conversationId: ID!) {
  conversationLock(
    input: {
      conversationId: $conversationId
      password: "between us"
    }
  ) {
    lockedConversationId
    userErrors {
      code
      message
    }
  }
}

mutation OpenLocked {
  lockedConversationsOpen(
    input: { password: "between us" }
  ) {
    conversations {
      conversationId
      name
      unreadCount
    }
    userErrors {
      code
      message
    }
  }
}

mutation UnlockChat($conversationId: ID!) {
  conversationUnlock(
    input: {
      conversationId: $conversationId
      password: "between us"
    }
  ) {
    conversation {
      id
    }
    userErrors {
      code
      message
    }
  }
}
`;
