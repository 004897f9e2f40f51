import type { Guard } from './guard.ts';
import { CONSTRAINTS } from './list-constraints.ts';
import { FEES } from './list-fees.ts';
import { INVOICES } from './list-invoices.ts';
import { LEDGER } from './list-ledger.ts';
import { LOCKS } from './list-locks.ts';
import { REFERENCES } from './list-references.ts';

export const GUARDS: readonly Guard[] = [
  ...LOCKS,
  ...LEDGER,
  ...CONSTRAINTS,
  ...REFERENCES,
  ...FEES,
  ...INVOICES,
];
