import type { Stage } from './stage.ts';

/** A step of the tour was not true: what was claimed, or what was refused. */
export class TourError extends Error {}

/** Shows a claim that is true; throws when it is not. */
export function prove(stage: Stage, isTrue: boolean, claim: string): void {
  if (!isTrue) throw new TourError(`Not true: ${claim}`);
  stage.proved(claim);
}

/** The value that has to be there. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value == null) throw new TourError(`Missing: ${what}`);
  return value;
}

interface Answer {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** The answer of a mutation that must have been done. */
export function done<A extends Answer>(answer: A): A {
  const [error] = answer.userErrors;
  if (error) throw new TourError(`Refused with ${error.code}: ${error.message}`);
  return answer;
}
