import { prove } from './must.ts';
import type { ReceiptOrder } from './run.ts';
import { lower, meansText } from './show.ts';
import type { Stage } from './stage.ts';

const WIDTH = 62;

/** The receipt, and whether it adds up. */
export function printReceipt(stage: Stage, order: ReceiptOrder): void {
  stage.part('Receipt', { isWide: true });
  const line = (left: string, right: string) => stage.print(`  ${left.padEnd(WIDTH - right.length)}${right}`);
  stage.print(`  ${order.business.name} · order #${order.number} · ${order.placedAt.slice(0, 10)}`);
  stage.print();
  for (const { quantity, name, unit, unitPrice, total } of order.lines) {
    line(`${quantity} × ${name} (${unit.toLowerCase()}, ${unitPrice.formatted})`, total.formatted);
  }
  const { itemsTotal, discountTotal, shippingTotal, taxTotal, total } = order;
  line('Items', itemsTotal.formatted);
  if (discountTotal.minorUnits !== '0') line('Discount', `-${discountTotal.formatted}`);
  line('Shipping', shippingTotal.formatted);
  line('Tax', taxTotal.formatted);
  line('Total', total.formatted);
  stage.print();
  for (const payment of order.payments) {
    line(`${lower(payment.state)}, ${meansText(payment)}`, payment.amount.formatted);
    for (const { amount, reason } of payment.refunds) line(`went back: ${reason}`, `-${amount.formatted}`);
  }
  line('It was', order.timeline.map(({ action }) => action.toLowerCase()).join(', '));
  stage.print();

  const sum = order.lines.reduce((all, one) => all + BigInt(one.total.minorUnits), 0n);
  const minor = (money: { readonly minorUnits: string }) => BigInt(money.minorUnits);
  const due = minor(itemsTotal) - minor(discountTotal) + minor(shippingTotal) + minor(taxTotal);
  prove(
    stage,
    sum === minor(itemsTotal) && due === minor(total),
    'lines, shipping and tax come to the total',
  );
  const paid = order.payments.filter(({ state }) => state === 'SUCCEEDED');
  const isPaidOnce = paid.length === 1 && paid[0]?.amount.minorUnits === total.minorUnits;
  prove(stage, isPaidOnce, 'it was paid once, in full');
  const isOver = order.state === 'COMPLETED' && order.fulfillmentState === 'DELIVERED';
  prove(stage, isOver, 'it is delivered and complete');
}
