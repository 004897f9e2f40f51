import { graphql } from '../../testing/gql/index.ts';

/** Wallets, money between people, and what goes back or out. */

graphql(`
  fragment TourTransfer on Transfer {
    id
    state
    note
    amount {
      formatted
      minorUnits
    }
    fee {
      minorUnits
    }
    fromBalance {
      formatted
      minorUnits
    }
    payment {
      ...TourPayment
    }
  }
`);

graphql(`
  fragment TourRequest on MoneyRequest {
    id
    state
    note
    availableActions
    amount {
      formatted
      minorUnits
    }
  }
`);

export const TopUp = graphql(`
  mutation TourTopUp($input: WalletTopUpInput!) {
    walletTopUp(input: $input) {
      payment {
        ...TourPayment
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const SendMoney = graphql(`
  mutation TourSendMoney($input: MoneySendInput!) {
    moneySend(input: $input) {
      transfer {
        ...TourTransfer
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const AskForMoney = graphql(`
  mutation TourAskForMoney($input: MoneyRequestInput!) {
    moneyRequest(input: $input) {
      request {
        ...TourRequest
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const AcceptRequest = graphql(`
  mutation TourAcceptRequest($input: MoneyRequestAcceptInput!) {
    moneyRequestAccept(input: $input) {
      transfer {
        ...TourTransfer
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const GiveBack = graphql(`
  mutation TourGiveBack($input: RefundCreateInput!) {
    refundCreate(input: $input) {
      payment {
        ...TourPayment
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const SetBankAccount = graphql(`
  mutation TourSetBankAccount($input: BankAccountSetInput!) {
    bankAccountSet(input: $input) {
      bankAccount {
        bankName
        last4
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const PayOut = graphql(`
  mutation TourPayOut($input: PayoutCreateInput!) {
    payoutCreate(input: $input) {
      payout {
        id
        state
        amount {
          formatted
          minorUnits
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`);
