import type { Feature } from '../markets/rules.ts';
import { switchFeature, type SwitchFeature } from '../markets/switch-feature.ts';
import type { Client } from './client.ts';
import { makePerson, type TestPerson } from './factories.ts';
import type { MarketCreateInput, MarketFeatureSetInput, PilotMemberSetInput } from './gql/graphql.ts';
import { graphql } from './gql/index.ts';
import type { TestServer } from './server.ts';

/* Markets and their features as a frontend and an operator use them. */

graphql(`
  fragment MarketFeatures on Market {
    country
    features {
      key
      state
      sharePercent
      reason
      changedAt
    }
  }
`);

const SetFeature = graphql(`
  mutation MarketSetFeature($input: MarketFeatureSetInput!) {
    marketFeatureSet(input: $input) {
      market {
        ...MarketFeatures
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const CreateMarket = graphql(`
  mutation MarketCreateOne($input: MarketCreateInput!) {
    marketCreate(input: $input) {
      market {
        ...MarketFeatures
        name
        currencyCode
        languages
        timeZone
        callingCode
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const SetPilotMember = graphql(`
  mutation MarketSetPilotMember($input: PilotMemberSetInput!) {
    pilotMemberSet(input: $input) {
      market {
        country
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const ReadMarkets = graphql(`
  query MarketsRead {
    markets {
      ...MarketFeatures
      timeZone
      callingCode
    }
  }
`);

export const ReadSwitches = graphql(`
  query MarketSwitches($country: CountryCode!, $first: Int, $after: String) {
    market(country: $country) {
      switches(first: $first, after: $after) {
        edges {
          node {
            key
            fromState
            fromSharePercent
            toState
            toSharePercent
            reason
            operatorId
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export const ReadMyFeatures = graphql(`
  query MarketMyFeatures($handle: String!) {
    viewer {
      ... on Person {
        features {
          key
          isAvailable
          state
          reason
        }
      }
    }
    business(handle: $handle) {
      features {
        key
        isAvailable
        state
        reason
      }
    }
  }
`);

export const MarketEvents = graphql(`
  subscription MarketEventsLive($country: CountryCode!) {
    stream: marketEvents(country: $country) {
      cursor
      event {
        type
        sequence
        feature
        market {
          ...MarketFeatures
        }
      }
    }
  }
`);

export async function setFeature(client: Client, input: MarketFeatureSetInput) {
  return (await client.request(SetFeature, { input })).marketFeatureSet;
}

export async function createMarket(client: Client, input: MarketCreateInput) {
  return (await client.request(CreateMarket, { input })).marketCreate;
}

export async function setPilotMember(client: Client, input: PilotMemberSetInput) {
  return (await client.request(SetPilotMember, { input })).pilotMemberSet;
}

/** What an operator's console has: a lever for each feature of a country. */
export interface Switchboard {
  readonly operator: TestPerson;
  turn(
    feature: Feature,
    state: SwitchFeature['state'],
    more?: { sharePercent?: number; country?: string },
  ): Promise<void>;
}

/** The switches of a country, India's unless said otherwise. */
export async function makeSwitchboard(server: TestServer, country = 'IN'): Promise<Switchboard> {
  const operator = await makePerson(server, { name: 'Priya', operator: true });
  return {
    operator,
    turn: (feature, state, more = {}) =>
      switchFeature(operator.ctx, { country, feature, state, reason: 'For a test.', ...more }),
  };
}
