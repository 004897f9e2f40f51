import { rolesIn } from '../src/businesses/read.ts';
import { batched } from './loaders.ts';

/** The caller's role in a business; null when they are not on its staff. One read for all the shops of an answer. */
export const roleOf = batched(rolesIn);
