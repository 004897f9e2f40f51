import { formatMoney } from '../money.ts';
import type { RuledLine } from './invoice-read.ts';
import { percentOf } from './invoice-rules.ts';
import type { FeeService } from './rules.ts';

const TITLES: Readonly<Record<FeeService, string>> = {
  SALE: 'Sales',
  MONEY_TRANSFER: 'Money transfers',
  MESSAGE_MARKETING: 'Marketing messages',
  MESSAGE_UTILITY: 'Utility messages',
  MESSAGE_SERVICE: 'Service messages',
  SUBSCRIPTION: 'Plan',
  TAX: 'Tax',
};

/** What a line is of, and by which terms it was charged; no terms where it was free. */
export function describeLine(line: RuledLine, locale: string): { title: string; terms: string } {
  const title = line.isCredit ? `${TITLES[line.service]}, given back` : TITLES[line.service];
  if (!line.rule) return { title, terms: '' };
  const { shareBasisPoints, fixedMinor, freePerMonth, currency, plan } = line.rule;
  const price = [
    shareBasisPoints > 0 ? `${Number(percentOf(shareBasisPoints))} %` : '',
    fixedMinor > 0n ? formatMoney({ minor: fixedMinor, currency }, locale) : '',
  ].filter((part) => part !== '');
  const each = line.service === 'SUBSCRIPTION' ? 'a month' : 'each';
  const terms = [
    price.length > 0 ? `${price.join(' and ')} ${each}` : '',
    isMessage(line.service) ? freeWords(freePerMonth) : '',
    plan ? `plan ${plan}` : '',
  ];
  return { title, terms: terms.filter((part) => part !== '').join('; ') };
}

const isMessage = (service: FeeService) => service.startsWith('MESSAGE_');

function freeWords(freePerMonth: number | null): string {
  if (freePerMonth === null) return 'free inside the answer window';
  return freePerMonth > 0 ? `${freePerMonth} a month free inside the answer window` : '';
}
