/** What can be wrong between us and the provider, with the sentence that documents it in the API. */
export const DISCREPANCY_KINDS = {
  AMOUNT_DIFFERS: 'The provider moved another amount or currency than was asked for. Nothing was booked.',
  MISSING_HERE: 'The provider has a record of money of which our books know nothing.',
  MISSING_AT_PROVIDER: 'Our books have money that the provider has no record of.',
  OUTCOME_UNKNOWN: 'The provider was asked as often as it may be and what came of it is still not known.',
  UNKNOWN_SUBJECT: 'The provider speaks of a payment, refund or payout that is not here.',
  REFUND_REFUSED: 'The provider refused a refund for a reason that no other way out was foreseen for.',
} as const;
export type DiscrepancyKind = keyof typeof DISCREPANCY_KINDS;

/** What a charge, refund or payout comes to in all: what was undone again is nothing. */
export interface Net {
  readonly family: Family;
  /** Our id; the provider's when the line carries none of ours. */
  readonly subject: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

export const FAMILIES = ['charge', 'refund', 'payout'] as const;
export type Family = (typeof FAMILIES)[number];

export interface Difference {
  readonly kind: 'AMOUNT_DIFFERS' | 'MISSING_HERE' | 'MISSING_AT_PROVIDER';
  readonly subject: string;
  readonly family: Family;
  readonly currency: string;
  readonly theirsMinor: bigint;
  readonly oursMinor: bigint;
}

/** Where the two sides do not come to the same, by what it is about. */
export function differences(theirs: readonly Net[], ours: readonly Net[]): Difference[] {
  const keyOf = ({ family, subject, currency }: Net) => `${family} ${subject} ${currency}`;
  const theirsBy = new Map(theirs.map((net) => [keyOf(net), net]));
  const oursBy = new Map(ours.map((net) => [keyOf(net), net]));
  return [...new Map([...theirsBy, ...oursBy])].flatMap(([key, { family, subject, currency }]) => {
    const theirsMinor = theirsBy.get(key)?.amountMinor ?? 0n;
    const oursMinor = oursBy.get(key)?.amountMinor ?? 0n;
    if (theirsMinor === oursMinor) return [];
    const kind = kindOf(theirsMinor, oursMinor);
    return [{ kind, family, subject, currency, theirsMinor, oursMinor }];
  });
}

function kindOf(theirsMinor: bigint, oursMinor: bigint): Difference['kind'] {
  if (oursMinor === 0n) return 'MISSING_HERE';
  return theirsMinor === 0n ? 'MISSING_AT_PROVIDER' : 'AMOUNT_DIFFERS';
}

/** What the provider has taken for a refund or a payout while its bank has not decided: we hold it, and booked nothing. */
export interface OnItsWay {
  readonly family: Family;
  readonly subject: string;
  /** As it moved the provider's balance. */
  readonly amountMinor: bigint;
}

/** What is on its way is no difference, as long as it is as much as the provider has taken. */
export function withoutOnItsWay(found: readonly Difference[], onItsWay: readonly OnItsWay[]): Difference[] {
  return found.filter(
    (one) =>
      one.kind !== 'MISSING_HERE' ||
      !onItsWay.some(
        ({ family, subject, amountMinor }) =>
          family === one.family && subject === one.subject && amountMinor === one.theirsMinor,
      ),
  );
}

/** Whether this is how our ids look; the provider's do not. */
export const isOurId = (subject: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(subject);
