export const OPERATOR_TAB = `# You are Priya, who runs the platform. Put her token
# from the terminal into the headers below.

# All the money there is. Each currency comes to nothing.
query Operator {
  trialBalance {
    kind
    accounts
    balance {
      formatted
    }
  }
}

# One account, newest first: here the platform's fees.
# With ownerId that of a person or a business.
query LedgerEntries {
  ledgerEntries(
    kind: PLATFORM_FEES
    currencyCode: "INR"
    first: 5
  ) {
    edges {
      node {
        kind
        reference
        description
        amount {
          formatted
        }
        createdAt
      }
    }
  }
}

# The chain of all journals, day by day.
query Heads {
  ledgerHeads(first: 5) {
    edges {
      node {
        day
        position
        hash
      }
    }
  }
}

# Where our books and the provider's differ: none, unless
# something went wrong.
query Discrepancies {
  discrepancies(resolved: false) {
    edges {
      node {
        id
        kind
        detail
        foundAt
      }
    }
  }
  reconciliationDays(first: 7) {
    edges {
      node {
        day
        theirs
        ours
        differences
      }
    }
  }
}

mutation Resolve($discrepancyId: ID!) {
  discrepancyResolve(
    input: {
      discrepancyId: $discrepancyId
      note: "Asked the provider: a test charge."
    }
  ) {
    discrepancy {
      resolvedAt
    }
    userErrors {
      code
      message
    }
  }
}

# Takes back what one person sent to another. The id is in
# ledgerEntries of their wallet.
mutation Reverse($transferId: ID!, $key: String!) {
  moneyReverse(
    input: {
      transferId: $transferId
      reason: "Sent to the wrong Ravi"
      idempotencyKey: $key
    }
  ) {
    transfer {
      state
      reversalReason
    }
    userErrors {
      code
      message
    }
  }
}
`;
