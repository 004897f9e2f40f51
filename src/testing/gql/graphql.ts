/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where to deliver. */
export type AddressInput = {
  /** 80 characters. */
  city: string;
  /** Which country. */
  country: string;
  /** Street and number; 120 characters. */
  line1: string;
  /** Flat, floor and the like; 120 characters. */
  line2?: string | null | undefined;
  /** Who receives it; 80 characters. */
  name: string;
  /** 16 characters. */
  postalCode?: string | null | undefined;
  /** State or province; 80 characters. */
  region?: string | null | undefined;
};

/** For cartLineAdd. */
export type CartLineAddInput = {
  /** For staff: the chat whose customer's cart it goes into. */
  conversationId?: string | number | null | undefined;
  /** The change is refused unless the cart is at this version. */
  expectedVersion?: number | null | undefined;
  /** Your own key: the same one again changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** What. */
  productId: string | number;
  /** How many, 1 to 999; adds to what is there. */
  quantity?: number;
};

/** Why checkout would refuse a line. */
export type CartProblemCode =
  /** Fewer are left. */
  | 'INSUFFICIENT_STOCK'
  /** It is no longer sold. */
  | 'PRODUCT_UNAVAILABLE';

/** What a notice says. */
export type NoticeCode =
  /** The order was called off. */
  | 'ORDER_CANCELLED'
  /** The shop accepted the order. */
  | 'ORDER_CONFIRMED'
  /** All of it has arrived. */
  | 'ORDER_DELIVERED'
  /** The order was not paid in time. */
  | 'ORDER_EXPIRED'
  /** The shop has the order. */
  | 'ORDER_PLACED'
  /** A parcel has left the shop. */
  | 'ORDER_SHIPPED';

/** What can be done with an order, and what was. */
export type OrderAction =
  /** Called off: orderCancel. */
  | 'CANCEL'
  /** Over, by itself. */
  | 'COMPLETE'
  /** Accepted by the shop: orderConfirm. */
  | 'CONFIRM'
  /** Arrived: orderDeliver. */
  | 'DELIVER'
  /** Not paid in time, by itself. */
  | 'EXPIRE'
  /** Paid: orderPay. */
  | 'PAY'
  /** Ordered. */
  | 'PLACE'
  /** What was paid went back. */
  | 'REFUND'
  /** Sent: orderShip. */
  | 'SHIP';

/** For orderPay. */
export type OrderPayInput = {
  /** Your default card when left out. */
  cardId?: string | number | null | undefined;
  /** Your own key: the same one again gives the same payment. */
  idempotencyKey: string;
  /** Your own order. */
  orderId: string | number;
};

/** Where its money is. */
export type OrderPaymentState =
  /** The money is reserved and not taken yet. */
  | 'AUTHORIZED'
  /** All was paid. */
  | 'PAID'
  /** Some went back. */
  | 'PARTIALLY_REFUNDED'
  /** All went back. */
  | 'REFUNDED'
  /** Nothing was paid. */
  | 'UNPAID';

/** For orderPlace. */
export type OrderPlaceInput = {
  /** Where to deliver; left out when it is picked up. */
  address?: AddressInput | null | undefined;
  /** Your own open cart. */
  cartId: string | number;
  /** The order is refused unless the cart is at this version. */
  expectedVersion?: number | null | undefined;
  /** Your own key: the same one again gives the same order. */
  idempotencyKey: string;
  /** For the shop; 500 characters. */
  note?: string | null | undefined;
};

/** Where an order is between shop and customer. */
export type OrderState =
  /** It was called off. */
  | 'CANCELLED'
  /** It is over: paid and delivered. */
  | 'COMPLETED'
  /** The shop has accepted. */
  | 'CONFIRMED'
  /** It was not paid while its stock was held. */
  | 'EXPIRED'
  /** The customer has ordered. */
  | 'PLACED';

/** Where a payment is. */
export type PaymentState =
  /** It was given up; nothing was taken. */
  | 'CANCELLED'
  /** Begun; the provider has not answered yet. */
  | 'CREATED'
  /** Nothing was taken: see `failure`. The order can be paid in another way. */
  | 'FAILED'
  /** The provider works on it. */
  | 'PROCESSING'
  /** The payer must answer a challenge: see `challenge`. */
  | 'REQUIRES_ACTION'
  /** The money was taken. */
  | 'SUCCEEDED'
  /** The provider's answer is missing and is being asked for. Not a failure: do not pay again. */
  | 'UNKNOWN';

/** What kind of failure it is; made for programs, while `message` is made for people. */
export type UserErrorCode =
  /** The order is paid. */
  | 'ALREADY_PAID'
  /** This person is already on the staff. */
  | 'ALREADY_STAFF'
  /** The card has expired; choose another. */
  | 'CARD_EXPIRED'
  /** The provider does not know this card token, or it was used before. */
  | 'CARD_TOKEN_REFUSED'
  /** Prices or stock have changed since they were shown; look at the cart again. */
  | 'CART_CHANGED'
  /** The cart has no lines. */
  | 'CART_EMPTY'
  /** The code is wrong; the payment waits for the right one. */
  | 'CHALLENGE_REFUSED'
  /** A conversation needs somebody else. */
  | 'CONVERSATION_WITH_SELF'
  /** Your role in this business does not allow it. */
  | 'FORBIDDEN_ROLE'
  /** Another business has this handle. */
  | 'HANDLE_TAKEN'
  /** The stock held for this order was given back; order again. */
  | 'HOLD_EXPIRED'
  /** This idempotency key was used before with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** Fewer are left than asked for. */
  | 'INSUFFICIENT_STOCK'
  /** A value is missing, malformed or outside its limits; `path` names it. */
  | 'INVALID_INPUT'
  /** An amount is malformed, out of range or in the wrong currency. */
  | 'INVALID_MONEY'
  /** The state of the thing does not allow this action; see its `availableActions`. */
  | 'INVALID_TRANSITION'
  /** A business keeps at least one owner. */
  | 'LAST_OWNER'
  /** There is no such thing, or it is not yours: the two look the same. */
  | 'NOT_FOUND'
  /** Another payment of this order is under way; wait for its outcome. */
  | 'PAYMENT_IN_PROGRESS'
  /** The product is archived or not sold here. */
  | 'PRODUCT_UNAVAILABLE'
  /** The payment provider does not answer now; nothing was done, try again. */
  | 'PROVIDER_UNAVAILABLE'
  /** The code is wrong, used or expired; ask for a new one. */
  | 'SIGN_IN_REFUSED'
  /** Another product of this business has this SKU. */
  | 'SKU_TAKEN'
  /** Too many attempts; wait for the time that the message names. */
  | 'TOO_MANY_ATTEMPTS'
  /** The thing has changed since the version that you named; read it again. */
  | 'VERSION_CONFLICT';

export type PurchaseAddLineMutationVariables = Exact<{
  input: CartLineAddInput;
}>;


export type PurchaseAddLineMutation = { cartLineAdd: { cart: { id: string, subtotal: { amount: string }, problems: Array<{ code: CartProblemCode }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type PurchasePlaceMutationVariables = Exact<{
  input: OrderPlaceInput;
}>;


export type PurchasePlaceMutation = { orderPlace: { order: { id: string, number: number, state: OrderState, paymentState: OrderPaymentState, availableActions: Array<OrderAction>, total: { amount: string, currencyCode: string }, conversation: { id: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type PurchasePayMutationVariables = Exact<{
  input: OrderPayInput;
}>;


export type PurchasePayMutation = { orderPay: { payment: { id: string, state: PaymentState, order: { paymentState: OrderPaymentState } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string }
      | { code: UserErrorCode, message: string }
    > } };

export type PurchaseThreadQueryVariables = Exact<{
  id: string | number;
}>;


export type PurchaseThreadQuery = { node:
    | { unreadCount: number, messages: { edges: Array<{ node: { sequence: number, sender:
              | { __typename: 'Business' }
              | { __typename: 'Person' }
             | null, content:
              | { __typename: 'CartContent' }
              | { __typename: 'CatalogContent' }
              | { __typename: 'NoticeContent', code: NoticeCode, text: string }
              | { __typename: 'OrderContent', order: { paymentState: OrderPaymentState } | null }
              | { __typename: 'PaymentContent' }
              | { __typename: 'ProductContent' }
              | { __typename: 'TextContent' }
             } }> } }
    | Record<PropertyKey, never>
   | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const PurchaseAddLineDocument = new TypedDocumentString(`
    mutation PurchaseAddLine($input: CartLineAddInput!) {
  cartLineAdd(input: $input) {
    cart {
      id
      subtotal {
        amount
      }
      problems {
        code
      }
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PurchaseAddLineMutation, PurchaseAddLineMutationVariables>;
export const PurchasePlaceDocument = new TypedDocumentString(`
    mutation PurchasePlace($input: OrderPlaceInput!) {
  orderPlace(input: $input) {
    order {
      id
      number
      state
      paymentState
      total {
        amount
        currencyCode
      }
      conversation {
        id
      }
      availableActions
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PurchasePlaceMutation, PurchasePlaceMutationVariables>;
export const PurchasePayDocument = new TypedDocumentString(`
    mutation PurchasePay($input: OrderPayInput!) {
  orderPay(input: $input) {
    payment {
      id
      state
      order {
        paymentState
      }
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PurchasePayMutation, PurchasePayMutationVariables>;
export const PurchaseThreadDocument = new TypedDocumentString(`
    query PurchaseThread($id: ID!) {
  node(id: $id) {
    ... on Conversation {
      unreadCount
      messages {
        edges {
          node {
            sequence
            sender {
              __typename
            }
            content {
              __typename
              ... on NoticeContent {
                code
                text
              }
              ... on OrderContent {
                order {
                  paymentState
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PurchaseThreadQuery, PurchaseThreadQueryVariables>;