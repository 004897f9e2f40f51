import { currencyCode, decimalAmount } from '../../money.ts';
import type { MoneyInput } from '../../testing/gql/graphql.ts';

const INR = currencyCode('INR');

/** Of the tour's market, as the API takes it. */
export function rupees(minor: bigint): MoneyInput {
  return { amount: decimalAmount({ minor, currency: INR }), currencyCode: INR };
}
