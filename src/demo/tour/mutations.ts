import { graphql } from '../../testing/gql/index.ts';

/** Signing in and talking. */

export const SignInStart = graphql(`
  mutation TourSignInStart($input: SignInStartInput!) {
    signInStart(input: $input) {
      expiresAt
      userErrors {
        code
        message
      }
    }
  }
`);

export const SignInComplete = graphql(`
  mutation TourSignInComplete($input: SignInCompleteInput!) {
    signInComplete(input: $input) {
      token
      person {
        name
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const SignOut = graphql(`
  mutation TourSignOut {
    signOut {
      signedOut
      userErrors {
        code
        message
      }
    }
  }
`);

export const StartChat = graphql(`
  mutation TourStartChat($input: ConversationStartInput!) {
    conversationStart(input: $input) {
      conversation {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Send = graphql(`
  mutation TourSend($input: MessageSendInput!) {
    messageSend(input: $input) {
      message {
        id
        sequence
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Read = graphql(`
  mutation TourRead($input: MessagesReadInput!) {
    messagesRead(input: $input) {
      conversation {
        unreadCount
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Typing = graphql(`
  mutation TourTyping($input: TypingSetInput!) {
    typingSet(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);
