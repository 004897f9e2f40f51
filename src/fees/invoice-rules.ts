import type { FeeRuleId } from '../db/id.ts';
import { shareOf } from '../ledger/rules.ts';
import { FEE_SERVICES, type FeeService } from './rules.ts';

/** How long after the end of a month it is invoiced: what happened in its last minutes is known by then. */
export const INVOICE_GRACE_HOURS = 6;

/** A charge, or several of one service, rule and sign summed up. */
export interface ChargeSum {
  readonly service: FeeService;
  /** Null: nobody had set a price. */
  readonly rule: { readonly id: FeeRuleId; readonly effectiveFrom: Date } | null;
  readonly quantity: number;
  /** Negative: given back. */
  readonly amountMinor: bigint;
}

export interface DraftLine extends ChargeSum {
  /** Something that was given back, such as the fee of a refunded sale. */
  readonly isCredit: boolean;
}

export interface DraftInvoice {
  readonly lines: readonly DraftLine[];
  readonly subtotalMinor: bigint;
  readonly taxBasisPoints: number;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
}

/**
 * What a month comes to: a line for each service, rule, and whether it was charged or given back. The tax is taken once,
 * of the subtotal.
 */
export function draftInvoice(charges: readonly ChargeSum[], taxBasisPoints: number): DraftInvoice {
  const lines = new Map<string, DraftLine>();
  for (const charge of charges) {
    const isCredit = charge.amountMinor < 0n;
    const key = `${charge.service} ${charge.rule?.id ?? ''} ${isCredit}`;
    const before = lines.get(key);
    lines.set(key, {
      ...charge,
      isCredit,
      quantity: charge.quantity + (before?.quantity ?? 0),
      amountMinor: charge.amountMinor + (before?.amountMinor ?? 0n),
    });
  }
  const subtotalMinor = charges.reduce((sum, charge) => sum + charge.amountMinor, 0n);
  const taxMinor = taxOf(subtotalMinor, taxBasisPoints);
  return {
    lines: [...lines.values()].toSorted(inOrder),
    subtotalMinor,
    taxBasisPoints,
    taxMinor,
    totalMinor: subtotalMinor + taxMinor,
  };
}

/** Rounded half up to the minor unit; what is given back by as much as the same amount would be charged. */
export function taxOf(subtotalMinor: bigint, basisPoints: number): bigint {
  return subtotalMinor < 0n ? -shareOf(-subtotalMinor, basisPoints) : shareOf(subtotalMinor, basisPoints);
}

/** As services are listed, older rules first, what was given back behind what was charged. */
function inOrder(a: DraftLine, b: DraftLine): number {
  return (
    FEE_SERVICES.indexOf(a.service) - FEE_SERVICES.indexOf(b.service) ||
    (a.rule?.effectiveFrom.getTime() ?? 0) - (b.rule?.effectiveFrom.getTime() ?? 0) ||
    (a.rule?.id ?? '').localeCompare(b.rule?.id ?? '') ||
    Number(a.isCredit) - Number(b.isCredit)
  );
}

/** Where a month of a business stands. */
export interface MonthState {
  /** Its first day: `2026-11-01`. */
  readonly period: string;
  readonly beginsAt: Date;
  /** Not part of it. */
  readonly endsAt: Date;
  /** The newest month of the business that was invoiced; null before the first. */
  readonly invoicedTo: string | null;
}

export function isOver({ endsAt }: Pick<MonthState, 'endsAt'>, now: Date): boolean {
  return endsAt <= now;
}

export function hasBegun({ beginsAt }: Pick<MonthState, 'beginsAt'>, now: Date): boolean {
  return beginsAt <= now;
}

/** No month is invoiced behind a later one. */
export function isInvoiced({ period, invoicedTo }: Pick<MonthState, 'period' | 'invoicedTo'>): boolean {
  return invoicedTo !== null && invoicedTo >= period;
}

/**
 * Whether an earlier month of the business is to be invoiced first: it takes its own charges, and what came too late for
 * the ones before it.
 */
export function isBehind(
  { period, invoicedTo }: Pick<MonthState, 'period' | 'invoicedTo'>,
  open: readonly { readonly period: string }[],
): boolean {
  return open.some((charge) => charge.period < period && charge.period > (invoicedTo ?? ''));
}

/** A month by its first day: `2026-11-01`. */
export function isPeriod(text: string): boolean {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])-01$/.test(text);
}

/** As it stands on the paper: `BTG-000042`. */
export function invoiceNumberText(number: number): string {
  return `BTG-${String(number).padStart(6, '0')}`;
}

/** Hundredths of a percent as a decimal: 1850 is "18.50". */
export function percentOf(basisPoints: number): string {
  return `${Math.trunc(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}`;
}
