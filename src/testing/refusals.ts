import type { Sql } from '../db/client.ts';

/**
 * The constraint by which the database refuses some statements, or the words of a trigger; null when it takes them.
 * Whatever it says, nothing is changed.
 */
export async function refusalOf(sql: Sql, statements: string): Promise<string | null> {
  const undo = new Error('undo');
  const trying = sql.begin(async (tx) => {
    await tx.unsafe(`${statements}; set constraints all immediate`);
    throw undo;
  });
  return trying.then(
    () => null,
    (error: unknown) => {
      if (error === undo) return null;
      const { constraint_name, message } = error as { constraint_name?: string; message: string };
      return constraint_name ?? message;
    },
  );
}
