export const IMPORT_STATES = ['RUNNING', 'FINISHED', 'FAILED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const ROW_ERROR_CODES = [
  'MISSING',
  'TOO_LONG',
  'NOT_A_PRICE',
  'WRONG_CURRENCY',
  'SALE_ABOVE_PRICE',
  'NOT_A_DATE',
  'NOT_A_NUMBER',
  'UNKNOWN_VALUE',
  'DUPLICATE',
  'MALFORMED',
] as const;
export type RowErrorCode = (typeof ROW_ERROR_CODES)[number];
