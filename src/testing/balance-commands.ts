import type { Client } from './client.ts';
import type { MoneyBalanceQueryVariables, MoneyDiscrepanciesQueryVariables } from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* Balances of businesses, and what operators see of the provider's books, as a frontend reads them. */

const BalanceRead = graphql(`
  query MoneyBalance($businessId: ID!, $first: Int, $after: String) {
    node(id: $businessId) {
      ... on Business {
        balance {
          available {
            ...MoneyAmount
          }
          heldBack {
            ...MoneyAmount
          }
          total {
            ...MoneyAmount
          }
          entries(first: $first, after: $after) {
            edges {
              node {
                kind
                reference
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
        bankAccount {
          bankName
          last4
        }
        payouts(first: $first) {
          edges {
            node {
              id
              state
              amount {
                ...MoneyAmount
              }
              failure {
                code
                message
              }
              bankAccount {
                last4
              }
            }
          }
        }
      }
    }
  }
`);

const StatementRead = graphql(`
  query MoneyBalanceStatement($businessId: ID!, $from: DateTime!, $to: DateTime!) {
    node(id: $businessId) {
      ... on Business {
        balance {
          statementCsv(from: $from, to: $to)
        }
      }
    }
  }
`);

const PayoutRead = graphql(`
  query MoneyPayout($id: ID!) {
    node(id: $id) {
      ... on Payout {
        id
        state
        failure {
          code
        }
      }
    }
  }
`);

export const PayoutEvents = graphql(`
  subscription MoneyPayoutEvents($businessId: ID!, $after: EventCursor) {
    stream: payoutEvents(businessId: $businessId, after: $after) {
      cursor
      event {
        type
        sequence
        payout {
          id
          state
        }
      }
    }
  }
`);

export const Discrepancies = graphql(`
  query MoneyDiscrepancies($resolved: Boolean, $first: Int, $after: String) {
    discrepancies(resolved: $resolved, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          detail
          providerRef
          subject
          payment {
            id
          }
          resolvedAt
          resolution
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const ReconciliationDays = graphql(`
  query MoneyReconciliationDays($first: Int, $after: String) {
    reconciliationDays(first: $first, after: $after) {
      edges {
        cursor
        node {
          day
          theirs
          ours
          differences
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const ResolveDiscrepancy = graphql(`
  mutation MoneyResolve($input: DiscrepancyResolveInput!) {
    discrepancyResolve(input: $input) {
      discrepancy {
        id
        resolvedAt
        resolution
      }
      userErrors {
        ...ShoppingError
      }
    }
  }
`);

/** A business with what only its owners see. */
export async function readBusiness(client: Client, variables: MoneyBalanceQueryVariables) {
  const { node } = await client.request(BalanceRead, variables);
  if (!node || !('balance' in node)) throw new Error('there is no such business');
  return node;
}

/** The statement of a business's balance: null for anybody but its owners. */
export async function readStatement(client: Client, businessId: string, from: Date, to: Date) {
  const period = { from: from.toISOString(), to: to.toISOString() };
  const { node } = await client.request(StatementRead, { businessId, ...period });
  return node && 'balance' in node ? (node.balance?.statementCsv ?? null) : null;
}

/** Null for what is absent or not the caller's. */
export async function readPayout(client: Client, id: string) {
  const { node } = await client.request(PayoutRead, { id });
  return node && 'state' in node ? node : null;
}

export async function readDiscrepancies(client: Client, variables: MoneyDiscrepanciesQueryVariables = {}) {
  const { discrepancies } = await client.request(Discrepancies, variables);
  return discrepancies.edges.map(({ node }) => node);
}
