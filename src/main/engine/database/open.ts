import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { kyselyOn, openConnection } from './connection';
import { type FolderLock, lockFolder } from './folder-lock';
import { openingCheck } from './integrity';
import { type MigrationRun, migrate } from './migrate';
import type { Migration } from './migration';
import { networkShareOf } from './network-share';
import { OpeningFailure } from './opening-failure';
import type { Database, Readable } from './schema';
import { errorCode } from './storage-failure';

/** An open laboratory file: one connection that the change wrapper alone writes with, one that reads what is committed. */
export interface LaboratoryDatabase {
  readonly folder: string;
  readonly file: string;
  /** For stores outside a change. Sees committed rows only. */
  readonly read: Readable;
  /** The writing connection: for the change wrapper, the migration runner, backup and bulk import. */
  readonly writer: { readonly handle: BetterSqlite3.Database; readonly query: Kysely<Database> };
  readonly migrated: MigrationRun;
  /** Whether all of the file was checked on opening; of a big one the bulk rows are left for later. */
  readonly checkedWhole: boolean;
  /** Another connection for reading, for work that needs one snapshot for a long time or a thread of its own. The caller closes it. */
  openReader(): BetterSqlite3.Database;
  close(): void;
}

export interface OpenOptions {
  readonly folder: string;
  readonly migrations: readonly Migration[];
  /** UTC instant for what is recorded while opening. */
  readonly now: string;
}

export const laboratoryFile = (folder: string) => join(folder, 'laboratory.sqlite');

/**
 * Opens, locks, checks and migrates a laboratory folder; makes it when it is not there, but makes no database beside the files of one
 * that is gone.
 *
 * @throws OpeningFailure with the state's name; other errors as they come (see systemFailureOf)
 */
export function openLaboratory(options: OpenOptions): LaboratoryDatabase {
  const { folder } = options;
  makeFolder(folder);
  const share = networkShareOf(folder);
  if (share !== null) throw new OpeningFailure('network-share', { folder, type: share });
  const lock = lockFolder(folder);
  try {
    return openLocked(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLocked({ folder, migrations, now }: OpenOptions, lock: FolderLock): LaboratoryDatabase {
  const file = laboratoryFile(folder);
  const isNew = !existsSync(file) || statSync(file).size === 0;
  if (isNew) refuseOrphaned(folder, file);
  const writer = openConnection(file, { queryOnly: false });
  try {
    const checkedWhole = isNew || refuseDamaged(writer);
    const migrated = migrate(writer, migrations, { backups: join(folder, 'backups'), now });
    // From here on changes wait for a lock by themselves, without blocking the engine (command/transaction.ts).
    writer.pragma('busy_timeout = 0');
    const reader = openConnection(file, { queryOnly: true });
    return {
      folder,
      file,
      read: kyselyOn(reader),
      writer: { handle: writer, query: kyselyOn(writer) },
      migrated,
      checkedWhole,
      openReader: () => openConnection(file, { queryOnly: true }),
      close: () => {
        reader.close();
        writer.close();
        lock.release();
      },
    };
  } catch (error) {
    writer.close();
    // A file that could not be given its first tables says nothing and would look like a damaged one at the next start.
    if (isNew) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    throw error;
  }
}

/** Folders that only a laboratory that was opened before fills; `swept` is where attachments go that no row names. */
const FILLED_IN_USE = ['attachments', 'backups', 'swept'];

/** An empty database in a used folder would know none of its files, and its first start would take them all for strangers. */
function refuseOrphaned(folder: string, file: string): void {
  const filled = FILLED_IN_USE.filter((name) => holdsFile(join(folder, name)));
  if (existsSync(`${file}-wal`)) filled.push('laboratory.sqlite-wal');
  if (filled.length > 0) throw new OpeningFailure('database-missing', { folder, filled: filled.join(', ') });
}

function holdsFile(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => !entry.isDirectory());
}

function makeFolder(folder: string): void {
  try {
    if (existsSync(folder)) return;
    // Node's recursive mkdir says ENOENT where the system said EROFS: only the last step's own error tells.
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder);
  } catch (error) {
    const code = errorCode(error);
    if (['EACCES', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code)) throw new OpeningFailure('not-writable', { folder, code }, error);
    throw error;
  }
}

function refuseDamaged(handle: BetterSqlite3.Database): boolean {
  const { damage, whole } = openingCheck(handle);
  if (damage !== null) throw new OpeningFailure('corrupt', { code: 'QUICK_CHECK', detail: damage });
  return whole;
}
