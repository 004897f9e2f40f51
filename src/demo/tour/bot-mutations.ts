import { graphql } from '../../testing/gql/index.ts';

/** Who answers in a chat: a human, or the shop's bot. */

export const HandOver = graphql(`
  mutation TourHandOver($input: BotHandOverInput!) {
    botHandOver(input: $input) {
      conversation {
        isWithHuman
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Resume = graphql(`
  mutation TourResume($input: BotResumeInput!) {
    botResume(input: $input) {
      conversation {
        isWithHuman
      }
      userErrors {
        code
        message
      }
    }
  }
`);
