import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The embedded Postgres can't be created, started or stopped. The message says why and, where known, what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name: string = 'EmbeddedPostgresError';
}

/** How to run the Postgres binaries: as ourselves, or (when we are root, which Postgres refuses) as another user. */
export interface PostgresUser {
  /** Null when the process runs as ourselves. Otherwise the owner of everything in the folder. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
  /** A command to put in front, which changes the user by itself. Empty when `ids` alone will do. */
  readonly wrapper: readonly string[];
}

/**
 * @param folder the cluster's folder; it may not exist yet, its parent does
 * @param binaries the folder of the Postgres binaries
 */
export async function postgresUser(folder: string, binaries: string): Promise<PostgresUser> {
  const owner = await stat(folder).catch(() => null);
  const me = process.getuid?.();
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new EmbeddedPostgresError(
        `${folder} belongs to another user (uid ${owner.uid}), probably because the server was once run as root. ` +
          'Run it as that user or as root again, give the folder away (chown -R), delete it, or set DATABASE_URL.',
      );
    }
    return { ids: null, wrapper: [] };
  }
  // A folder made by an ordinary user stays that user's, so that both root and the user can go on with it.
  const ids = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await systemUser();

  const closed = (await closedAncestor(binaries)) ?? (await closedAncestor(path.dirname(folder)));
  if (closed === null) return { ids, wrapper: [] };
  const wrapper = pastClosedFolders(ids);
  const [setpriv, ...rest] = [...wrapper, path.join(binaries, 'postgres'), '--version'];
  await run(setpriv, rest).catch((error: Error) => {
    throw new EmbeddedPostgresError(
      `Postgres refuses to run as root, and no other user can enter ${closed}. Move the project to a folder that ` +
        `others can enter, run as an ordinary user, or set DATABASE_URL. (${error.message.trim()})`,
      { cause: error },
    );
  });
  return { ids, wrapper };
}

/** What root has copied or moved here belongs to root: gives it to the user of Postgres. */
export async function takeOver(folder: string, { ids }: PostgresUser): Promise<void> {
  if (ids && (await stat(folder)).uid === 0) await run('chown', ['-R', `${ids.uid}:${ids.gid}`, folder]);
}

/**
 * Clones made by root often lie below a folder of mode 0700 (/root, `mktemp -d`). There the other user needs
 * CAP_DAC_OVERRIDE. Postgres also asks access(2) about its own files, for which the kernel drops the capabilities of
 * ordinary users unless `no_setuid_fixup` is set.
 */
function pastClosedFolders({ uid, gid }: { uid: number; gid: number }): [string, ...string[]] {
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
    '--',
  ];
}

/** The nearest folder, from `folder` upwards, that not everybody may enter. */
async function closedAncestor(folder: string): Promise<string | null> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? null : closedAncestor(parent);
}

/** The system user `postgres`, created when missing. */
async function systemUser(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    await id('-u').catch(async () => {
      await run('groupadd', ['--system', '--force', 'postgres']);
      await run('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres']);
    });
    return { uid: await id('-u'), gid: await id('-g') };
  } catch (error) {
    throw new EmbeddedPostgresError(
      'Postgres refuses to run as root, and the user "postgres" could not be created. ' +
        'Create it, run as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}
