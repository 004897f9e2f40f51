import { z } from 'zod';
import { InvalidInputError } from './errors.ts';

/** Control characters other than tab and line breaks: invisible, and NUL can't even be stored. */
// oxlint-disable-next-line no-control-regex -- finding them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;

/** One line or several of human text: trimmed, well-formed Unicode, without control characters, not empty. */
export function humanText(max: number): z.ZodType<string, string> {
  return z
    .string()
    .refine((text) => text.isWellFormed(), 'This text has an unpaired surrogate: it is not valid Unicode.')
    .refine((text) => !CONTROL.test(text), 'This text has control characters: remove them.')
    .transform((text) => text.trim())
    .refine((text) => text.length > 0, 'This text is empty.')
    .refine((text) => text.length <= max, `This text is too long: ${max} characters at most.`);
}

/** The caller's own key for a command: printable ASCII, so that it compares the same everywhere. */
export const idempotencyKey = z
  .string()
  .regex(
    /^[\x21-\x7e]{8,128}$/,
    'An idempotency key is 8 to 128 printable ASCII characters, such as a UUID.',
  );

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
