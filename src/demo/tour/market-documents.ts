import { graphql } from '../../testing/gql/index.ts';

/** What is on in a country. */

export const FeaturesOf = graphql(`
  query TourFeatures($country: CountryCode!) {
    market(country: $country) {
      name
      features {
        key
        state
        sharePercent
        reason
      }
    }
  }
`);

export const SetFeature = graphql(`
  mutation TourSetFeature($input: MarketFeatureSetInput!) {
    marketFeatureSet(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const MarketEvents = graphql(`
  subscription TourMarketEvents($country: CountryCode!) {
    marketEvents(country: $country) {
      cursor
      event {
        type
        feature
        market {
          features {
            key
            state
          }
        }
      }
    }
  }
`);

export const TryToPay = graphql(`
  mutation TourTryToPay($input: OrderPayInput!) {
    orderPay(input: $input) {
      payment {
        id
      }
      userErrors {
        code
        message
        ... on FeatureUnavailableError {
          feature
          reason
        }
      }
    }
  }
`);
