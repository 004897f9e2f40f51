import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isReachable, type Allowing } from './address.ts';

/** The code of the error for a name that stands for an address in a private network. */
export const PRIVATE_HOST = 'PRIVATE_HOST';

/** Looks names up, and holds what they stand for to the list of literal addresses: the agent lets some pass, such as ::7f00:1. */
export function lookupFor(allowing: Allowing): LookupFunction {
  return (host, options, done) =>
    lookup(host, options, (error, found, family) => {
      const addresses = error ? [] : typeof found === 'string' ? [found] : found.map((one) => one.address);
      const isRefused = addresses.some((address) => !isReachable(allowing, address));
      done(isRefused ? refused() : error, found, family);
    });
}

function refused(): NodeJS.ErrnoException {
  return Object.assign(new Error('This address is in a private network.'), { code: PRIVATE_HOST });
}
