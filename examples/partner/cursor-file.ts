import { open, readFile, rename } from 'node:fs/promises';

/** Where to resume, kept in a file that is whole at every moment: also when the power goes while it is written. */
export function cursorFile(path: string) {
  return {
    read: async (): Promise<string | null> => {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text.trim() || null;
    },
    write: async (cursor: string): Promise<void> => {
      const draft = `${path}.draft`;
      const file = await open(draft, 'w');
      try {
        await file.writeFile(`${cursor}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },
  };
}

export type CursorFile = ReturnType<typeof cursorFile>;
