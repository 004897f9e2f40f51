export const COUNTRIES_TAB = `# What is on in which country, with the token of Priya in
# the headers below. Everybody sees the features, and
# operators who has switched them.

query Countries {
  markets {
    country
    name
    features {
      key
      state
      sharePercent
      reason
    }
  }
}

# The kill switch: nothing new is paid by card from the
# answer on. The reason is shown to whoever tries.
mutation SwitchOff {
  marketFeatureSet(
    input: {
      country: "GB"
      feature: CARD_PAYMENT
      state: OFF
      reason: "The regulator has asked us to stop."
    }
  ) {
    market {
      country
    }
    userErrors {
      code
      message
    }
  }
}

mutation SwitchOnAgain {
  marketFeatureSet(
    input: {
      country: "GB"
      feature: CARD_PAYMENT
      state: PILOT
      sharePercent: 25
      reason: "The regulator is content: the pilot goes on."
    }
  ) {
    market {
      country
    }
    userErrors {
      code
      message
    }
  }
}

query Switches {
  market(country: "GB") {
    switches(first: 10) {
      edges {
        node {
          key
          fromState
          toState
          reason
          operator {
            name
          }
          switchedAt
        }
      }
    }
  }
}

subscription SwitchesLive {
  marketEvents(country: "GB") {
    cursor
    event {
      type
      feature
    }
  }
}
`;
