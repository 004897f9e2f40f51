import { builder } from './builder.ts';

/** The arguments of a list that goes forward. */
export const pageArgs = builder.args((t) => ({
  first: t.int({ description: 'How many; 20 when left out, 100 at most.' }),
  after: t.string({ description: 'Go on behind this cursor.' }),
}));
