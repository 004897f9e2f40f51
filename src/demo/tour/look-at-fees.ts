import type { TourInvoiceLineFragment } from '../../testing/gql/graphql.ts';
import { SHOP } from './arrive.ts';
import { FeeCharges, MonthOfFees } from './fee-queries.ts';
import { present, prove } from './must.ts';
import type { Scene } from './scene.ts';

/** What the shop pays the platform: the running month as it stands, and the last invoice. */
export async function lookAtFees(scene: Scene): Promise<void> {
  const { stage, merchant } = scene;
  stage.part("The shop's fees", { isWide: true });
  const { business } = await merchant.client.request(MonthOfFees, { handle: SHOP });
  const preview = present(business?.invoicePreview, 'the preview of the running month');
  stage.note(`${preview.period.slice(0, 7)}, as it stands:`);
  for (const line of preview.lines) stage.print(lineText(line));
  const { subtotal, tax, total, taxRate } = preview;
  stage.print(lineOf(`Tax, ${taxRate} %`, tax.formatted));
  stage.print(lineOf('Total', total.formatted));
  const sum = sumOf(preview.lines);
  prove(
    stage,
    sum === BigInt(subtotal.minorUnits) && isWhole(preview),
    `the lines come to ${subtotal.formatted}, with tax to ${total.formatted}`,
  );
  // Messages are counted at once and charged by the hour: of those the preview is ahead.
  const charges = (await chargesOf(scene)).filter(
    ({ invoiced, service }) => !invoiced && !isMessage({ service }),
  );
  const charged = sumOf(charges);
  const claim = `${charges.length} charges for sales that are on no invoice yet come to the same as their lines`;
  prove(stage, charged === sumOf(preview.lines.filter((line) => !isMessage(line))), claim);

  const invoice = business?.invoices?.edges[0]?.node;
  if (!invoice) return stage.note('No month is invoiced yet: the first one is when it is over.');
  stage.note(`The last invoice, ${invoice.numberText} of ${invoice.period.slice(0, 7)}:`);
  for (const line of invoice.lines) stage.print(lineText(line));
  stage.print(lineOf('Tax', invoice.tax.formatted));
  stage.print(lineOf('Total', invoice.total.formatted));
  const isRight = isWhole(invoice) && sumOf(invoice.lines) === BigInt(invoice.subtotal.minorUnits);
  prove(stage, isRight && invoice.html.includes(invoice.numberText), 'it adds up, and has a page to print');
}

interface Amount {
  readonly minorUnits: string;
}

const isMessage = ({ service }: Pick<TourInvoiceLineFragment, 'service'>) => service.startsWith('MESSAGE_');

const sumOf = (lines: readonly { readonly amount: Amount }[]) =>
  lines.reduce((sum, { amount }) => sum + BigInt(amount.minorUnits), 0n);

function isWhole({ subtotal, tax, total }: { subtotal: Amount; tax: Amount; total: Amount }): boolean {
  return BigInt(subtotal.minorUnits) + BigInt(tax.minorUnits) === BigInt(total.minorUnits);
}

function lineText({ quantity, title, terms, amount }: TourInvoiceLineFragment): string {
  return lineOf(`${quantity} × ${title}${terms === '' ? '' : ` (${terms})`}`, amount.formatted);
}

const lineOf = (what: string, amount: string) => `  ${what.padEnd(82)}${amount.padStart(14)}`;

async function chargesOf({ merchant }: Scene) {
  const charges = [];
  for (let after: string | null = null; ;) {
    const { business }: Awaited<ReturnType<typeof page>> = await page(merchant, after);
    const { edges, pageInfo } = present(business?.feeCharges, 'the charges of the shop');
    charges.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return charges;
    after = pageInfo.endCursor;
  }
}

function page({ client }: Scene['merchant'], after: string | null) {
  return client.request(FeeCharges, { handle: SHOP, after });
}
