import { randomUUID } from 'node:crypto';
import type { TourOrderFragment, TourPaymentFragment } from '../../testing/gql/graphql.ts';
import { rupees } from './amounts.ts';
import { GiveBack } from './money-mutations.ts';
import { done, present, prove } from './must.ts';
import type { Scene } from './scene.ts';
import { cardText } from './show.ts';

/** The shop gives a part of a payment back, and it goes where it came from. */
export async function giveBack(
  scene: Scene,
  order: TourOrderFragment,
  { paymentId, minor, reason }: { paymentId: string; minor: bigint; reason: string },
): Promise<void> {
  const { stage, merchant, streams } = scene;
  const input = { paymentId, amount: rupees(minor), reason, idempotencyKey: randomUUID() };
  done((await merchant.client.request(GiveBack, { input })).refundCreate);
  const { payment: told } = await streams.payments.next('REFUND_SUCCEEDED', ({ type, payment }) => {
    return type === 'REFUND_SUCCEEDED' && payment?.id === paymentId;
  });
  await streams.chat.next('the card that says what went back', ({ type, message }) => {
    const content = message?.content;
    const isCard = type === 'MESSAGE_UPDATED' && content?.__typename === 'OrderContent';
    return isCard && content.order?.id === order.id && content.order.paymentState === 'PARTIALLY_REFUNDED';
  });
  const payment = present(told, 'the payment');
  const refund = present(payment.refunds[0], 'the refund');
  prove(stage, refund.state === 'SUCCEEDED' && refund.amount.minorUnits === String(minor), wayOf(payment));
}

function wayOf({ amount, card, refunds }: TourPaymentFragment): string {
  const [refund] = refunds;
  const where = refund?.toWallet.minorUnits === '0' && card ? `to ${cardText(card)}` : 'into the wallet';
  return `${refund?.amount.formatted} of ${amount.formatted} went back ${where}: "${refund?.reason}"`;
}
