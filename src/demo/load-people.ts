import type { Tx } from '../context.ts';
import { newId, type PersonId } from '../db/id.ts';
import { people } from '../identity/tables.ts';
import { pilotMembers } from '../markets/tables.ts';
import { arrivalAt } from './clock.ts';
import { DEMO_PEOPLE } from './staff.ts';

/** Everybody of the demo, by their key. */
export type People = ReadonlyMap<string, PersonId>;

export async function insertPeople(tx: Tx): Promise<People> {
  const createdAt = arrivalAt(tx.now());
  const rows = DEMO_PEOPLE.map(({ key, phone, name, language, country, role }) => ({
    key,
    row: {
      id: newId<'person'>(),
      phone,
      name,
      language,
      country,
      operator: role.kind === 'operator',
      createdAt,
      updatedAt: createdAt,
    },
  }));
  await tx.db.insert(people).values(rows.map(({ row }) => row));
  return new Map(rows.map(({ key, row }) => [key, row.id]));
}

/** Everybody takes part in the pilots of their country: a share of a few people would leave shops without customers. */
export async function inviteToPilots(tx: Tx, everybody: People): Promise<void> {
  const rows = DEMO_PEOPLE.flatMap(({ key, country }) => {
    const personId = everybody.get(key);
    return personId ? [{ country, personId, createdAt: arrivalAt(tx.now()) }] : [];
  });
  await tx.db.insert(pilotMembers).values(rows);
}
