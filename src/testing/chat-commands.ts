import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import type { TestShop } from './factories.ts';
import type { MessageContentInput } from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* The commands of a chat as a frontend sends them. */

export const StartChat = graphql(`
  mutation ChatStart($input: ConversationStartInput!) {
    conversationStart(input: $input) {
      conversation {
        id
        lastSequence
        unreadCount
        business {
          id
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const SendMessage = graphql(`
  mutation ChatSend($input: MessageSendInput!) {
    messageSend(input: $input) {
      message {
        id
        sequence
        clientId
        isMine
        sender {
          __typename
        }
        content {
          __typename
          ... on TextContent {
            text
          }
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

export const ReadMessages = graphql(`
  mutation ChatRead($input: MessagesReadInput!) {
    messagesRead(input: $input) {
      conversation {
        unreadCount
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const SetTyping = graphql(`
  mutation ChatType($input: TypingSetInput!) {
    typingSet(input: $input) {
      conversation {
        id
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const BlockChat = graphql(`
  mutation ChatBlock($input: ConversationBlockInput!) {
    conversationBlock(input: $input) {
      conversation {
        id
        isBlocked
        lastSequence
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const UnblockChat = graphql(`
  mutation ChatUnblock($input: ConversationUnblockInput!) {
    conversationUnblock(input: $input) {
      conversation {
        id
        isBlocked
        lastSequence
      }
      userErrors {
        code
        path
      }
    }
  }
`);

/** The id of a person's chat with a shop. */
export async function startChat(client: Client, shop: TestShop): Promise<string> {
  const { conversationStart } = await client.request(StartChat, {
    input: { with: { businessId: shop.publicId } },
  });
  return conversationStart.conversation?.id ?? '';
}

/** What sending something is answered. */
export async function send(
  client: Client,
  conversationId: string,
  content: MessageContentInput | string,
  clientId: string = randomUUID(),
) {
  const what = typeof content === 'string' ? { text: content } : content;
  const { messageSend } = await client.request(SendMessage, {
    input: { conversationId, clientId, content: what },
  });
  const [failure] = messageSend.userErrors;
  return { message: messageSend.message, code: failure?.code ?? null, path: failure?.path ?? null };
}

export async function blockChat(client: Client, conversationId: string) {
  return (await client.request(BlockChat, { input: { conversationId } })).conversationBlock;
}

export async function unblockChat(client: Client, conversationId: string) {
  return (await client.request(UnblockChat, { input: { conversationId } })).conversationUnblock;
}
