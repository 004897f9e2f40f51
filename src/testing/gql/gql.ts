/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation PurchaseAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        id\n        subtotal {\n          amount\n        }\n        problems {\n          code\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PurchaseAddLineDocument,
    "\n  mutation PurchasePlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id\n        number\n        state\n        paymentState\n        total {\n          amount\n          currencyCode\n        }\n        conversation {\n          id\n        }\n        availableActions\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PurchasePlaceDocument,
    "\n  mutation PurchasePay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        id\n        state\n        order {\n          paymentState\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PurchasePayDocument,
    "\n  query PurchaseThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                }\n                ... on OrderContent {\n                  order {\n                    paymentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.PurchaseThreadDocument,
};
const documents: Documents = {
    "\n  mutation PurchaseAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        id\n        subtotal {\n          amount\n        }\n        problems {\n          code\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.PurchaseAddLineDocument,
    "\n  mutation PurchasePlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id\n        number\n        state\n        paymentState\n        total {\n          amount\n          currencyCode\n        }\n        conversation {\n          id\n        }\n        availableActions\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.PurchasePlaceDocument,
    "\n  mutation PurchasePay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        id\n        state\n        order {\n          paymentState\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.PurchasePayDocument,
    "\n  query PurchaseThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                }\n                ... on OrderContent {\n                  order {\n                    paymentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.PurchaseThreadDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurchaseAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        id\n        subtotal {\n          amount\n        }\n        problems {\n          code\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PurchaseAddLineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurchasePlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id\n        number\n        state\n        paymentState\n        total {\n          amount\n          currencyCode\n        }\n        conversation {\n          id\n        }\n        availableActions\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PurchasePlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurchasePay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        id\n        state\n        order {\n          paymentState\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PurchasePayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PurchaseThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                }\n                ... on OrderContent {\n                  order {\n                    paymentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PurchaseThreadDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
