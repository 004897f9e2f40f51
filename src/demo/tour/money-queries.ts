import { graphql } from '../../testing/gql/index.ts';

/** What people, shops and operators read of their money. */

export const WalletOf = graphql(`
  query TourWallet {
    viewer {
      ... on Person {
        wallet {
          balances {
            available {
              formatted
              minorUnits
            }
          }
        }
      }
    }
  }
`);

export const ShopMoney = graphql(`
  query TourShopMoney($handle: String!, $entries: Int!) {
    business(handle: $handle) {
      bankAccount {
        bankName
        last4
      }
      balance {
        available {
          formatted
          minorUnits
        }
        heldBack {
          formatted
          minorUnits
        }
        total {
          formatted
          minorUnits
        }
        entries(first: $entries) {
          edges {
            node {
              description
              amount {
                formatted
              }
              balance {
                formatted
              }
            }
          }
        }
      }
    }
  }
`);

export const TrialBalance = graphql(`
  query TourTrialBalance {
    trialBalance {
      kind
      accounts
      balance {
        currencyCode
        minorUnits
        formatted
      }
    }
  }
`);
