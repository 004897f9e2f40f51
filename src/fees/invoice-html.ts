import { formatMoney, type CurrencyCode } from '../money.ts';
import { describeLine } from './invoice-words.ts';
import { invoiceNumberText, percentOf } from './invoice-rules.ts';
import type { Invoice, RuledLine } from './invoice-read.ts';

/** All that stands on the paper. */
export interface InvoiceDocument {
  readonly invoice: Invoice;
  readonly lines: readonly RuledLine[];
  readonly buyer: { readonly name: string; readonly handle: string };
  readonly market: { readonly name: string; readonly locale: string; readonly timeZone: string };
}

const STYLE = `
@page { size: A4; margin: 18mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 18mm; max-width: 210mm; background: #fff; color: #1d2429;
  font: 10.5pt/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
header { display: flex; justify-content: space-between; align-items: baseline; border-bottom: 2pt solid #1d2429 }
h1 { margin: 0 0 6pt; font-size: 20pt; letter-spacing: -.01em }
header p { margin: 0; font-size: 13pt; font-variant-numeric: tabular-nums }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 10pt 24pt; margin: 18pt 0 24pt }
dt { color: #5c6770; font-size: 8.5pt; text-transform: uppercase; letter-spacing: .06em }
dd { margin: 0; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th { padding: 4pt 0; border-bottom: 1pt solid #1d2429; color: #5c6770; font-size: 8.5pt; text-align: left }
td { padding: 5pt 0; border-bottom: .5pt solid #d5dadd; vertical-align: top }
th:nth-child(n+2), td:nth-child(n+2) { padding-left: 12pt; text-align: right; white-space: nowrap }
small { display: block; color: #5c6770 }
tr { break-inside: avoid }
tfoot td { border: 0; padding: 3pt 0 }
tfoot tr:first-child td { padding-top: 10pt }
tfoot tr:last-child td { border-top: 1pt solid #1d2429; font-size: 13pt; font-weight: 600 }
footer { margin-top: 24pt; color: #5c6770; font-size: 9pt }
@media print { body { padding: 0; max-width: none } }`;

const TAKEN =
  'Taken from the balance at Bottega, as far as it goes; what it does not cover is owed and collected from later sales.';
const GIVEN_BACK = 'Put into the balance at Bottega.';

/** One page to print or to keep: nothing is loaded, nothing runs, and what people wrote is text in it. */
export function invoiceHtml({ invoice, lines, buyer, market }: InvoiceDocument): string {
  const title = `${invoice.totalMinor < 0n ? 'Credit note' : 'Invoice'} ${invoiceNumberText(invoice.number)}`;
  const money = moneyIn(invoice.currency, market.locale);
  const tax = `Tax, ${Number(percentOf(invoice.taxBasisPoints))} %`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<header><h1>${invoice.totalMinor < 0n ? 'Credit note' : 'Invoice'}</h1><p>${escaped(invoiceNumberText(invoice.number))}</p></header>
<dl>
${fact('From', 'Bottega')}
${fact('To', `${buyer.name} (@${buyer.handle}), ${market.name}`)}
${fact('Month', dateText(invoice.period, 'UTC', { month: 'long', year: 'numeric' }))}
${fact('Issued', dateText(invoice.issuedAt, market.timeZone, { dateStyle: 'long' }))}
</dl>
<table>
<thead><tr><th scope="col">Service</th><th scope="col">Quantity</th><th scope="col">Amount</th></tr></thead>
<tbody>
${lines.map((line) => row(line, money, market)).join('\n')}
</tbody>
<tfoot>
${sum('Subtotal', money(invoice.subtotalMinor))}
${sum(tax, money(invoice.taxMinor))}
${sum('Total', money(invoice.totalMinor))}
</tfoot>
</table>
<footer>${invoice.totalMinor < 0n ? GIVEN_BACK : TAKEN} All amounts are in ${escaped(invoice.currency)}.</footer>
</body>
</html>
`;
}

function row(line: RuledLine, money: (minor: bigint) => string, { locale }: { locale: string }): string {
  const { title, terms } = describeLine(line, locale);
  const small = terms === '' ? '' : `<small>${escaped(terms)}</small>`;
  return `<tr><td>${escaped(title)}${small}</td><td>${line.quantity}</td><td>${escaped(money(line.amountMinor))}</td></tr>`;
}

const fact = (name: string, value: string) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`;

const sum = (name: string, value: string) =>
  `<tr><td>${escaped(name)}</td><td></td><td>${escaped(value)}</td></tr>`;

const moneyIn = (currency: CurrencyCode, locale: string) => (minor: bigint) =>
  formatMoney({ minor, currency }, locale);

function dateText(at: Date | string, timeZone: string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...style }).format(new Date(at));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** As text of an element or an attribute in quotes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
}
