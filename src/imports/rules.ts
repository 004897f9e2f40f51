import { UserError } from '../errors.ts';

export const IMPORT_STATES = ['RUNNING', 'FINISHED', 'FAILED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Why a row was not taken, with the sentence that documents it in the API. */
export const ROW_ERRORS = {
  MISSING: 'A cell that has to be filled is empty.',
  TOO_LONG: 'More characters than the column takes.',
  NOT_A_PRICE: 'No price that can be read for certain: write 9.99 USD.',
  WRONG_CURRENCY: 'The shop sells in another currency.',
  SALE_ABOVE_PRICE: 'The sale price is above the price.',
  NOT_A_DATE: 'No period of a sale: write 2026-01-01T00:00+00:00/2026-01-31T23:59+00:00.',
  NOT_A_NUMBER: 'No whole number from 0 to 1,000,000,000.',
  UNKNOWN_VALUE: 'None of the values that the column knows.',
  DUPLICATE: 'A row further up has the same id; the first one counts.',
  CARD_NUMBER: 'It holds the number of a payment card: those are kept out, here too.',
  MALFORMED: 'It can not be read: too many cells, or characters that are no text.',
} as const;

export type RowErrorCode = keyof typeof ROW_ERRORS;
export const ROW_ERROR_CODES = Object.keys(ROW_ERRORS) as [RowErrorCode, ...RowErrorCode[]];

/** Bytes that a file may have. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Bytes of a piece of the file, as it is kept. */
export const PIECE_BYTES = 256 * 1024;
/** A longer row is rather a quote that was never closed. */
export const MAX_ROW_BYTES = 1024 * 1024;
/** What a file's ids are remembered for grows with its rows: about 20 MB for so many. */
export const MAX_ROWS = 500_000;
/** Rows of one transaction. */
export const BATCH_ROWS = 200;
/** Rows of one job: it ends well before the queue takes it for dead, and other shops have their turn. */
export const JOB_ROWS = 20_000;
/** Rows whose errors are kept; all are counted. */
export const KEPT_ERRORS = 1_000;
/** Characters of a value in an error. */
export const SHOWN_CHARACTERS = 100;

/** The file is refused before anything of it is kept. */
export class FileRefusedError extends UserError {
  readonly code = 'FILE_REFUSED';
}

/** Why a cell is not taken. */
export interface CellError {
  readonly code: RowErrorCode;
  readonly message: string;
}

/** A cell as it is taken, or why it is not. */
export type Reading<T> = { readonly value: T } | { readonly error: CellError };

export function refuse(code: RowErrorCode, message: string = ROW_ERRORS[code]): { error: CellError } {
  return { error: { code, message } };
}
