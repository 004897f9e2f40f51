import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import type {
  BankAccountSetInput,
  MoneyRequestAcceptInput,
  MoneyRequestInput,
  MoneyReverseInput,
  MoneySendInput,
  PayoutCreateInput,
  RefundCreateInput,
  WalletTopUpInput,
} from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* The commands of wallets and business balances as a frontend sends them. */

graphql(`
  fragment MoneyAmount on Money {
    amount
    currencyCode
  }
`);

graphql(`
  fragment MoneyError on UserError {
    ...ShoppingError
    ... on LimitExceededError {
      couldSend: available {
        ...MoneyAmount
      }
    }
    ... on InsufficientFundsError {
      couldSpend: available {
        ...MoneyAmount
      }
    }
  }
`);

graphql(`
  fragment MoneyTransfer on Transfer {
    id
    state
    note
    reversalReason
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
      state
      challenge {
        kind
      }
      failure {
        code
      }
    }
  }
`);

graphql(`
  fragment MoneyRequestParts on MoneyRequest {
    id
    state
    note
    availableActions
    amount {
      ...MoneyAmount
    }
    transfers {
      id
      state
    }
  }
`);

const Send = graphql(`
  mutation MoneySend($input: MoneySendInput!) {
    moneySend(input: $input) {
      transfer {
        ...MoneyTransfer
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const Ask = graphql(`
  mutation MoneyAsk($input: MoneyRequestInput!) {
    moneyRequest(input: $input) {
      request {
        ...MoneyRequestParts
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const Accept = graphql(`
  mutation MoneyAccept($input: MoneyRequestAcceptInput!) {
    moneyRequestAccept(input: $input) {
      transfer {
        ...MoneyTransfer
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const Decline = graphql(`
  mutation MoneyDecline($input: MoneyRequestDeclineInput!) {
    moneyRequestDecline(input: $input) {
      request {
        ...MoneyRequestParts
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const Cancel = graphql(`
  mutation MoneyCancel($input: MoneyRequestCancelInput!) {
    moneyRequestCancel(input: $input) {
      request {
        ...MoneyRequestParts
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const Reverse = graphql(`
  mutation MoneyReverse($input: MoneyReverseInput!) {
    moneyReverse(input: $input) {
      transfer {
        ...MoneyTransfer
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const TopUp = graphql(`
  mutation MoneyTopUp($input: WalletTopUpInput!) {
    walletTopUp(input: $input) {
      payment {
        ...ShoppingPayment
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const Refund = graphql(`
  mutation MoneyRefund($input: RefundCreateInput!) {
    refundCreate(input: $input) {
      payment {
        ...ShoppingPayment
        refunded {
          ...MoneyAmount
        }
        refunds {
          id
          state
          amount {
            ...MoneyAmount
          }
          toWallet {
            ...MoneyAmount
          }
        }
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const SetBank = graphql(`
  mutation MoneySetBank($input: BankAccountSetInput!) {
    bankAccountSet(input: $input) {
      bankAccount {
        id
        bankName
        last4
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const PayOut = graphql(`
  mutation MoneyPayOut($input: PayoutCreateInput!) {
    payoutCreate(input: $input) {
      payout {
        id
        state
        amount {
          ...MoneyAmount
        }
        failure {
          code
        }
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const WalletRead = graphql(`
  query MoneyWallet($first: Int, $after: String) {
    viewer {
      ... on Person {
        wallet {
          balances {
            available {
              ...MoneyAmount
            }
            held {
              ...MoneyAmount
            }
            total {
              ...MoneyAmount
            }
            entries(first: $first, after: $after) {
              edges {
                cursor
                node {
                  id
                  kind
                  description
                  amount {
                    ...MoneyAmount
                  }
                  balance {
                    ...MoneyAmount
                  }
                }
              }
              pageInfo {
                hasNextPage
                endCursor
              }
            }
          }
          transfers(first: $first) {
            edges {
              node {
                ...MoneyTransfer
              }
            }
          }
          limits {
            perTransfer {
              ...MoneyAmount
            }
            perDay {
              ...MoneyAmount
            }
            perMonth {
              ...MoneyAmount
            }
            sentToday {
              ...MoneyAmount
            }
            sentThisMonth {
              ...MoneyAmount
            }
          }
        }
      }
    }
  }
`);

export const WalletEvents = graphql(`
  subscription MoneyWalletEvents($after: EventCursor) {
    stream: walletEvents(after: $after) {
      cursor
      event {
        type
        sequence
        transfer {
          id
          state
        }
        request {
          id
          state
        }
        payment {
          id
          state
        }
        wallet {
          balances {
            available {
              ...MoneyAmount
            }
          }
        }
      }
    }
  }
`);

type Keyed<Input extends { readonly idempotencyKey: string }> = Omit<Input, 'idempotencyKey'> & {
  readonly idempotencyKey?: string;
};

/** With a key of its own, unless one is given. */
const keyed = <Input extends { readonly idempotencyKey: string }>(input: Keyed<Input>) => ({
  idempotencyKey: randomUUID(),
  ...input,
});

/** Rupees. */
export const inr = (amount: string) => ({ amount, currencyCode: 'INR' });

export async function send(client: Client, input: Keyed<MoneySendInput>) {
  return (await client.request(Send, { input: keyed(input) })).moneySend;
}

export async function ask(client: Client, input: Keyed<MoneyRequestInput>) {
  return (await client.request(Ask, { input: keyed(input) })).moneyRequest;
}

export async function accept(client: Client, input: Keyed<MoneyRequestAcceptInput>) {
  return (await client.request(Accept, { input: keyed(input) })).moneyRequestAccept;
}

export async function decline(client: Client, requestId: string) {
  return (await client.request(Decline, { input: { requestId } })).moneyRequestDecline;
}

export async function cancelAsking(client: Client, requestId: string) {
  return (await client.request(Cancel, { input: { requestId } })).moneyRequestCancel;
}

export async function reverse(client: Client, input: Keyed<MoneyReverseInput>) {
  return (await client.request(Reverse, { input: keyed(input) })).moneyReverse;
}

export async function topUp(client: Client, input: Keyed<WalletTopUpInput>) {
  return (await client.request(TopUp, { input: keyed(input) })).walletTopUp;
}

export async function refund(client: Client, input: Keyed<RefundCreateInput>) {
  return (await client.request(Refund, { input: keyed(input) })).refundCreate;
}

export async function setBank(client: Client, input: BankAccountSetInput) {
  return (await client.request(SetBank, { input })).bankAccountSet;
}

export async function payOut(client: Client, input: Keyed<PayoutCreateInput>) {
  return (await client.request(PayOut, { input: keyed(input) })).payoutCreate;
}

/** The caller's wallet, with a page of the entries of each balance. */
export async function readWallet(client: Client, page: { first?: number; after?: string } = {}) {
  const { viewer } = await client.request(WalletRead, page);
  if (!viewer?.wallet) throw new Error('nobody is signed in');
  return viewer.wallet;
}
