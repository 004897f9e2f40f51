import { graphql } from '../../testing/gql/index.ts';

export const RegisterCard = graphql(`
  mutation TourRegisterCard($input: CardRegisterInput!) {
    cardRegister(input: $input) {
      card {
        id
        brand
        last4
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Place = graphql(`
  mutation TourPlace($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order {
        ...TourOrder
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Pay = graphql(`
  mutation TourPay($input: OrderPayInput!) {
    orderPay(input: $input) {
      payment {
        ...TourPayment
        order {
          ...TourOrder
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const AnswerChallenge = graphql(`
  mutation TourAnswerChallenge($input: PaymentConfirmInput!) {
    paymentConfirm(input: $input) {
      payment {
        ...TourPayment
        order {
          ...TourOrder
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Confirm = graphql(`
  mutation TourConfirm($input: OrderConfirmInput!) {
    orderConfirm(input: $input) {
      order {
        ...TourOrder
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Ship = graphql(`
  mutation TourShip($input: OrderShipInput!) {
    orderShip(input: $input) {
      order {
        ...TourOrder
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const Deliver = graphql(`
  mutation TourDeliver($input: OrderDeliverInput!) {
    orderDeliver(input: $input) {
      order {
        ...TourOrder
      }
      userErrors {
        code
        message
      }
    }
  }
`);
