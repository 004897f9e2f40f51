/** How long one process may be at a conversation before another one takes it for dead. */
export const ATTENDS_MS = 60_000;
/** While somebody of the staff has written so lately, the bot keeps quiet. */
export const HUMAN_KEEPS_MS = 4 * 60 * 60_000;
/** A conversation that was handed over comes back to the bot by itself after this. */
export const HANDED_OVER_MS = 12 * 60 * 60_000;
/** A message that is older was not said to be answered now. */
export const ANSWERS_WITHIN_MS = 24 * 60 * 60_000;
/** A message that nobody has attended to for so long is found by the sweep. */
export const MISSED_AFTER_MS = 5_000;
/** How far behind its last one a sweep begins: a transaction may commit long after it made its message. */
export const SWEEP_OVERLAP_MS = 10 * 60_000;
