import { encodeId } from '../db/id.ts';
import { removeCard } from '../payments/cards.ts';
import type { Client } from './client.ts';
import { fillWallet, makeCard, makeChat, makePerson, type TestPerson } from './factories.ts';
import { graphql } from './gql/index.ts';
import { readWallet } from './money-commands.ts';
import type { TestServer } from './server.ts';

/* What people who send each other money see of it. */

const ReadChat = graphql(`
  query MoneyChat($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        unreadCount
        messages {
          edges {
            node {
              id
              sequence
              isMine
              content {
                __typename
                ... on MoneyContent {
                  transfer {
                    id
                    state
                    note
                    amount {
                      ...MoneyAmount
                    }
                    fee {
                      ...MoneyAmount
                    }
                    fromBalance {
                      ...MoneyAmount
                    }
                    payment {
                      id
                    }
                  }
                  request {
                    id
                    state
                    availableActions
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

const ReadTransfer = graphql(`
  query MoneyReadTransfer($id: ID!) {
    node(id: $id) {
      ... on Transfer {
        ...MoneyTransfer
        sender {
          id
        }
        recipient {
          id
        }
      }
    }
  }
`);

const ReadRequest = graphql(`
  query MoneyReadRequest($id: ID!) {
    node(id: $id) {
      ... on MoneyRequest {
        ...MoneyRequestParts
      }
    }
  }
`);

export interface Friends {
  readonly asha: TestPerson;
  readonly ravi: TestPerson;
  /** Their chat. */
  readonly chat: string;
}

/** Two people who talk; Asha has so much in her wallet, in paise, and a card when it is named. */
export async function makeFriends(
  server: TestServer,
  { paise = 0n, card }: { paise?: bigint; card?: string } = {},
): Promise<Friends> {
  const [asha, ravi] = [await makePerson(server), await makePerson(server, { name: 'Ravi' })];
  if (paise > 0n) await giveMoney(asha, paise);
  if (card) await makeCard(asha, card);
  return { asha, ravi, chat: encodeId('cnv', await makeChat(asha, ravi)) };
}

/** Into the wallet by a card that is gone again. */
export async function giveMoney(person: TestPerson, paise: bigint): Promise<void> {
  const card = await makeCard(person);
  await fillWallet(person, paise);
  await removeCard(person.ctx, card);
}

/** As one of the two sees it. */
export async function readChat(client: Client, id: string) {
  const { node } = await client.request(ReadChat, { id });
  if (!node || !('messages' in node)) throw new Error('not a chat of this person');
  return { unread: node.unreadCount, messages: node.messages.edges.map((edge) => edge.node) };
}

/** Null for what is absent or not the caller's. */
export async function readTransfer(client: Client, id: string) {
  const { node } = await client.request(ReadTransfer, { id });
  return node && 'id' in node ? node : null;
}

/** Null for what is absent or not the caller's. */
export async function readRequest(client: Client, id: string) {
  const { node } = await client.request(ReadRequest, { id });
  return node && 'id' in node ? node : null;
}

/** What a person can spend in the currency of their market, such as '12.50'. */
export async function spendable(client: Client): Promise<string> {
  return (await readWallet(client)).balances[0]?.available.amount ?? '';
}

/** What a person has sent today, as limits count it. */
export async function sentToday(client: Client): Promise<string> {
  return (await readWallet(client)).limits?.sentToday.amount ?? '';
}
