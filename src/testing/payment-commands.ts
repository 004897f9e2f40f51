import { randomUUID } from 'node:crypto';
import { readDiscrepancies, ResolveDiscrepancy } from './balance-commands.ts';
import type { Client } from './client.ts';
import type { CardRegisterInput, OrderPayInput, PaymentConfirmInput } from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* The commands of payments and cards as a frontend sends them. */

graphql(`
  fragment ShoppingPayment on Payment {
    id
    state
    availableActions
    amount {
      amount
      currencyCode
    }
    challenge {
      kind
      triesLeft
    }
    failure {
      code
      message
    }
    card {
      last4
    }
    method
    fromBalance {
      amount
    }
    refunded {
      amount
    }
    creditedAt
    order {
      id
      state
      paymentState
    }
  }
`);

graphql(`
  fragment ShoppingCard on Card {
    id
    brand
    last4
    isDefault
    isRemoved
  }
`);

const Pay = graphql(`
  mutation ShoppingPay($input: OrderPayInput!) {
    orderPay(input: $input) {
      payment {
        ...ShoppingPayment
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const ConfirmPayment = graphql(`
  mutation ShoppingConfirmPayment($input: PaymentConfirmInput!) {
    paymentConfirm(input: $input) {
      payment {
        ...ShoppingPayment
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const CancelPayment = graphql(`
  mutation ShoppingCancelPayment($input: PaymentCancelInput!) {
    paymentCancel(input: $input) {
      payment {
        ...ShoppingPayment
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const ReadPayment = graphql(`
  query ShoppingReadPayment($id: ID!) {
    node(id: $id) {
      ... on Payment {
        ...ShoppingPayment
      }
    }
  }
`);

const AskAgain = graphql(`
  mutation ShoppingAskAgain($input: PaymentAskAgainInput!) {
    paymentAskAgain(input: $input) {
      payment {
        ...ShoppingPayment
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const RegisterCard = graphql(`
  mutation ShoppingRegisterCard($input: CardRegisterInput!) {
    cardRegister(input: $input) {
      card {
        ...ShoppingCard
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const RemoveCard = graphql(`
  mutation ShoppingRemoveCard($input: CardRemoveInput!) {
    cardRemove(input: $input) {
      card {
        ...ShoppingCard
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

const MakeCardDefault = graphql(`
  mutation ShoppingMakeCardDefault($input: CardMakeDefaultInput!) {
    cardMakeDefault(input: $input) {
      card {
        ...ShoppingCard
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

/** With a key of its own unless one is given. */
export async function pay(
  client: Client,
  input: Omit<OrderPayInput, 'idempotencyKey'> & { idempotencyKey?: string },
) {
  return (await client.request(Pay, { input: { idempotencyKey: randomUUID(), ...input } })).orderPay;
}

export async function confirmPayment(client: Client, input: PaymentConfirmInput) {
  return (await client.request(ConfirmPayment, { input })).paymentConfirm;
}

export async function cancelPayment(client: Client, paymentId: string) {
  return (await client.request(CancelPayment, { input: { paymentId } })).paymentCancel;
}

/** Null for what is absent or not the caller's. */
export async function readPayment(client: Client, id: string) {
  const { node } = await client.request(ReadPayment, { id });
  return node && 'id' in node ? node : null;
}

export async function askAgain(client: Client, paymentId: string) {
  return (await client.request(AskAgain, { input: { paymentId } })).paymentAskAgain;
}

/**
 * What is listed as open of a payment or refund, which an operator looks at and resolves: the doctor takes what is open
 * for what it is, wrong.
 */
export async function resolveListed(operator: Client, subject: string): Promise<string[]> {
  const listed = await readDiscrepancies(operator, { resolved: false, first: 100 });
  const found = listed.filter((one) => one.subject === subject);
  for (const { id } of found) {
    await operator.request(ResolveDiscrepancy, {
      input: { discrepancyId: id, note: 'As the test wants it.' },
    });
  }
  return found.map(({ kind, detail }) => `${kind}: ${detail}`);
}

export async function registerCard(client: Client, input: CardRegisterInput) {
  return (await client.request(RegisterCard, { input })).cardRegister;
}

export async function removeCard(client: Client, cardId: string) {
  return (await client.request(RemoveCard, { input: { cardId } })).cardRemove;
}

export async function makeCardDefault(client: Client, cardId: string) {
  return (await client.request(MakeCardDefault, { input: { cardId } })).cardMakeDefault;
}
