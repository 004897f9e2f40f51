import { z } from 'zod';
import { InvalidInputError } from './errors.ts';

/** Control characters other than tab and line breaks: invisible, and NUL can't even be stored. */
// oxlint-disable-next-line no-control-regex -- finding them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const CONTROLS = new RegExp(CONTROL, 'gu');

/** One line or several of human text: trimmed, well-formed Unicode, without control characters, not empty. */
export function humanText(max: number): z.ZodType<string, string> {
  return anyText(max).refine((text) => text.length > 0, 'This text is empty.');
}

/** The same, for what may be left empty. */
export function anyText(max: number): z.ZodType<string, string> {
  return z
    .string()
    .refine((text) => text.isWellFormed(), 'This text has an unpaired surrogate: it is not valid Unicode.')
    .refine((text) => !CONTROL.test(text), 'This text has control characters: remove them.')
    .transform((text) => text.trim())
    .refine((text) => text.length <= max, `This text is too long: ${max} characters at most.`);
}

/** What somebody typed to find something: a search takes whatever it gets. Null when there is nothing to look for. */
export function searchWords(text: string | null | undefined): string | null {
  const words = (text ?? '').replaceAll(CONTROLS, ' ').trim().slice(0, 100).toWellFormed();
  return words === '' ? null : words;
}

/** The caller's own key for a command: printable ASCII, so that it compares the same everywhere. */
export const idempotencyKey = z
  .string()
  .regex(
    /^[\x21-\x7e]{8,128}$/,
    'An idempotency key is 8 to 128 printable ASCII characters, such as a UUID.',
  );

/** Of commands that have nothing else to be parsed. */
export const Retried = z.object({ idempotencyKey: idempotencyKey.nullish() });

export const quantity = z
  .int('A quantity is a whole number.')
  .min(1, 'A quantity is at least 1.')
  .max(999, 'A quantity is at most 999.');

/** Parses a command's input; the first thing wrong becomes an InvalidInputError that names its path. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new InvalidInputError(issue?.message ?? 'The input is not valid.', issue?.path.map(String) ?? []);
}
