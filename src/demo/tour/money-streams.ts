import { graphql } from '../../testing/gql/index.ts';

export const WalletEvents = graphql(`
  subscription TourWalletEvents {
    walletEvents {
      cursor
      event {
        type
        transfer {
          id
        }
        request {
          id
        }
        payment {
          id
        }
        wallet {
          balances {
            available {
              formatted
            }
          }
        }
      }
    }
  }
`);

export const PayoutEvents = graphql(`
  subscription TourPayoutEvents($businessId: ID!) {
    payoutEvents(businessId: $businessId) {
      cursor
      event {
        type
        payout {
          id
          state
        }
      }
    }
  }
`);
