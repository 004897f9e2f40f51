import { randomInt } from 'node:crypto';
import { graphql } from './gql/index.ts';
import type { TestServer } from './server.ts';

/* Signing in and out as a frontend does it. */

export const StartSignIn = graphql(`
  mutation IdentityStartSignIn($input: SignInStartInput!) {
    signInStart(input: $input) {
      expiresAt
      userErrors {
        code
        path
      }
    }
  }
`);

export const CompleteSignIn = graphql(`
  mutation IdentityCompleteSignIn($input: SignInCompleteInput!) {
    signInComplete(input: $input) {
      token
      person {
        id
        name
        phone
        language
        country
        isOperator
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const WhoAmI = graphql(`
  query IdentityWhoAmI {
    viewer {
      id
      name
      ... on Person {
        phone
        language
        sessions {
          id
          device
          isCurrent
          createdAt
          lastSeenAt
          expiresAt
        }
      }
    }
  }
`);

export const RevokeSession = graphql(`
  mutation IdentityRevokeSession($input: SessionRevokeInput!) {
    sessionRevoke(input: $input) {
      revokedSessionId
      userErrors {
        code
        path
      }
    }
  }
`);

export const SignOut = graphql(`
  mutation IdentitySignOut {
    signOut {
      signedOut
      userErrors {
        code
      }
    }
  }
`);

/** A phone number in India that no other test has. */
export function newPhone(): string {
  return `+9198${randomInt(10_000_000, 99_999_999)}`;
}

/** Asks for a code and returns it, as the phone shows it. */
export async function askForCode(server: TestServer, phone: string): Promise<string> {
  const { signInStart } = await server.client().request(StartSignIn, { input: { phone } });
  const code = server.codes.get(phone);
  if (code === undefined || signInStart.userErrors.length > 0) throw new Error('no code was sent');
  return code;
}

/** Another code of six digits. */
export function wrong(code: string): string {
  return code === '000000' ? '000001' : '000000';
}
