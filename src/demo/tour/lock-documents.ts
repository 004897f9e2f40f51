import { graphql } from '../../testing/gql/index.ts';

/** The password in front of a session. */

export const SetScreenLock = graphql(`
  mutation TourSetScreenLock($input: ScreenLockSetInput!) {
    screenLockSet(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const LockSession = graphql(`
  mutation TourLockSession {
    sessionLock {
      userErrors {
        code
        message
      }
    }
  }
`);

export const UnlockSession = graphql(`
  mutation TourUnlockSession($input: SessionUnlockInput!) {
    sessionUnlock(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const SessionEvents = graphql(`
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
`);
