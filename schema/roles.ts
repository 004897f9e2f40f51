import { rolesIn } from '../src/businesses/read.ts';
import { grantsIn } from '../src/partners/grants.ts';
import { batched } from './loaders.ts';

/** The caller's role in a business; null when they are not on its staff. One read for all the shops of an answer. */
export const roleOf = batched(rolesIn);

/** Whether a business lets the app that calls read its orders. */
export const readsOrdersOf = batched(grantsIn('READ_ORDERS'));

/** Whether it lets it move them on. */
export const writesOrdersOf = batched(grantsIn('WRITE_ORDERS'));
