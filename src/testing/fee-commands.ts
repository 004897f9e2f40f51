import type { Client } from './client.ts';
import type {
  BusinessPlanSetInput,
  FeeRuleCreateInput,
  FeesOfBusinessQueryVariables,
  FeesOfMarketQueryVariables,
} from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

/* Fees as merchants, operators and everybody read and set them. */

graphql(`
  fragment FeeRuleParts on FeeRule {
    id
    country
    service
    plan
    shareBasisPoints
    fixed {
      ...MoneyAmount
    }
    freePerMonth
    effectiveFrom
    note
  }
`);

const RuleCreate = graphql(`
  mutation FeesRuleCreate($input: FeeRuleCreateInput!) {
    feeRuleCreate(input: $input) {
      rule {
        ...FeeRuleParts
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const PlanSet = graphql(`
  mutation FeesPlanSet($input: BusinessPlanSetInput!) {
    businessPlanSet(input: $input) {
      business {
        feePlan
        feePlanNext
      }
      userErrors {
        ...MoneyError
      }
    }
  }
`);

const OfMarket = graphql(`
  query FeesOfMarket($country: CountryCode!, $service: FeeService, $at: DateTime, $upcoming: Boolean) {
    market(country: $country) {
      feeRules(service: $service, at: $at, upcoming: $upcoming) {
        ...FeeRuleParts
      }
    }
  }
`);

const OfBusiness = graphql(`
  query FeesOfBusiness($id: ID!, $period: String, $first: Int, $after: String) {
    node(id: $id) {
      ... on Business {
        feePlan
        feePlanNext
        fees {
          ...FeeRuleParts
        }
        feesOwed {
          ...MoneyAmount
        }
        feeCharges(period: $period, first: $first, after: $after) {
          edges {
            cursor
            node {
              id
              service
              quantity
              amount {
                ...MoneyAmount
              }
              period
              reference
              chargedAt
              invoiced
              rule {
                id
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const RuleNode = graphql(`
  query FeesRuleNode($id: ID!) {
    node(id: $id) {
      ... on FeeRule {
        ...FeeRuleParts
      }
    }
  }
`);

/** What happens to the fees of a business. */
export const FeeEvents = graphql(`
  subscription FeesLive($businessId: ID!, $after: EventCursor) {
    stream: feeEvents(businessId: $businessId, after: $after) {
      cursor
      event {
        type
        sequence
        business {
          id
          feePlanNext
        }
      }
    }
  }
`);

export async function createRule(client: Client, input: FeeRuleCreateInput) {
  return (await client.request(RuleCreate, { input })).feeRuleCreate;
}

export async function choosePlan(client: Client, input: BusinessPlanSetInput) {
  return (await client.request(PlanSet, { input })).businessPlanSet;
}

export async function rulesOfMarket(client: Client, variables: FeesOfMarketQueryVariables) {
  return (await client.request(OfMarket, variables)).market?.feeRules ?? [];
}

/** All null for anybody but its owners. */
export async function feesOfBusiness(client: Client, variables: FeesOfBusinessQueryVariables) {
  const { node } = await client.request(OfBusiness, variables);
  if (!node || !('feePlan' in node)) throw new Error('no such business');
  return node;
}

export async function readRule(client: Client, id: string) {
  const { node } = await client.request(RuleNode, { id });
  return node && 'service' in node ? node : null;
}
