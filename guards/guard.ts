/** A text of the repository in which a guard stands, and what it looks like without. */
export interface Removal {
  /** From the top of the repository; `migrations` for the one migration in which it is found. */
  readonly file: string;
  /** Found exactly once. */
  readonly find: string | RegExp;
  readonly replace: string;
}

/** Something that stands between a mistake and the books, and the test that notices when it is gone. */
export interface Guard {
  readonly name: string;
  /** What it keeps from happening, or in which order. */
  readonly keeps: string;
  readonly removal: Removal;
  readonly testFile: string;
  /** A part of the test's full name: describe and test, joined by a space. */
  readonly test: string;
  /**
   * Whether it may be taken away together with others of the same file: its test asks for this guard by its name, so
   * that no other one can make it pass or be missed by it.
   */
  readonly together?: true;
}

/** A constraint that can't be broken any more. */
export function check(name: string): Removal {
  return {
    file: 'migrations',
    find: new RegExp(`CONSTRAINT "${name}" CHECK \\(`),
    replace: `CONSTRAINT "${name}" CHECK (true or `,
  };
}

/**
 * A unique or primary key of a table's own definition: of one more column, which makes every row another. So that a
 * statement that names it still runs; with `null` nothing stands in its place.
 */
export function key(name: string, another: string | null): Removal {
  if (!another) {
    return {
      file: 'migrations',
      find: new RegExp(`CONSTRAINT "${name}" (?:UNIQUE|PRIMARY KEY)\\([^)]*\\)`),
      replace: `CONSTRAINT "${name}" CHECK (true)`,
    };
  }
  return {
    file: 'migrations',
    find: new RegExp(`(?<=CONSTRAINT "${name}" (?:UNIQUE|PRIMARY KEY)\\([^)]*)(?=\\))`),
    replace: `,"${another}"`,
  };
}

/** An index that no longer minds what is there twice. */
export function uniqueIndex(name: string, file = 'migrations'): Removal {
  return { file, find: `CREATE UNIQUE INDEX "${name}"`, replace: `CREATE INDEX "${name}"` };
}

export function foreignKey(name: string): Removal {
  return {
    file: 'migrations',
    find: new RegExp(`ALTER TABLE "?\\w+"? ADD CONSTRAINT "?${name}"?\\s+FOREIGN KEY[^;]*;`),
    replace: 'SELECT 1;',
  };
}

export function trigger(name: string): Removal {
  return { file: 'migrations', find: new RegExp(`CREATE TRIGGER ${name} [^;]*;`), replace: 'SELECT 1;' };
}
