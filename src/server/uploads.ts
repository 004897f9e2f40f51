import type { PersonId } from '../db/id.ts';
import { Fault } from '../errors.ts';

/** Files are in memory until they are taken in: so many at once in a process, and of one person. */
const AT_ONCE = 8;
const OF_ONE_PERSON = 2;

/** The requests with files that are under way in this process. */
export interface Uploads {
  /** Returns how to say that it is over. Throws RATE_LIMITED when there are too many. */
  begin(personId: PersonId): () => void;
}

export function uploadsOf(): Uploads {
  const underWay: PersonId[] = [];
  return {
    begin: (personId) => {
      const own = underWay.filter((one) => one === personId);
      if (own.length >= OF_ONE_PERSON)
        throw new Fault(
          'RATE_LIMITED',
          'Your last files are still being taken in: send this one after them.',
        );
      if (underWay.length >= AT_ONCE)
        throw new Fault('RATE_LIMITED', 'Many files are being taken in: try again in some seconds.');
      underWay.push(personId);
      return () => void underWay.splice(underWay.indexOf(personId), 1);
    },
  };
}
