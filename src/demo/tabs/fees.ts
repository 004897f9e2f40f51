export const FEES_TAB = `# What the grocer pays the platform, with the token of
# Sunita, its owner, in the headers below.

query Fees {
  business(handle: "sabzi-mandi") {
    id
    # The month as it stands now.
    invoicePreview {
      period
      lines {
        title
        terms
        quantity
        amount {
          formatted
        }
      }
      subtotal {
        formatted
      }
      taxRate
      tax {
        formatted
      }
      total {
        formatted
      }
    }
    # GET /invoices/<id> with the same header is a page to
    # print.
    invoices(first: 1) {
      edges {
        node {
          id
          numberText
          period
          lines {
            title
            quantity
            amount {
              formatted
            }
          }
          total {
            formatted
          }
        }
      }
    }
    feeCharges(first: 5) {
      edges {
        node {
          service
          quantity
          amount {
            formatted
          }
          chargedAt
          invoiced
        }
      }
    }
  }
}

# What it costs, for everybody to see.
query Prices {
  market(country: "IN") {
    feeRules(upcoming: true) {
      service
      plan
      shareBasisPoints
      fixed {
        formatted
      }
      freePerMonth
      effectiveFrom
    }
  }
}

# From the next month on.
mutation ChoosePlan($businessId: ID!) {
  businessPlanSet(
    input: { businessId: $businessId, plan: PLUS }
  ) {
    business {
      id
    }
    userErrors {
      code
      message
    }
  }
}

subscription FeesLive($businessId: ID!) {
  feeEvents(businessId: $businessId) {
    cursor
    event {
      type
      invoice {
        numberText
      }
    }
  }
}
`;
