import { existsSync } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { BackupManifest } from '../../../contract/backup';
import { syncFile, syncFolder } from '../database/durable';
import { wholeCheck } from '../database/integrity';
import type { Foundation } from '../foundation';
import type { JobHandle } from '../jobs/service';
import { readCopy } from './copy';
import { attachmentPath, copyDurably, hashFile, inFolder, MANIFEST, syncFolders } from './files';

/** Pages copied before the engine answers again: 256 pages are about a megabyte. */
const PAGES_AT_ONCE = 256;

export interface MadeBackup {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** Attachments that were gone, or not what their name says, before they were copied. */
  readonly damaged: readonly string[];
}

/**
 * Copies the whole laboratory into a new folder: the file as it is at one moment, by SQLite's online backup, then every attachment the
 * copy names, then the manifest with the hash of each. The manifest comes last: a folder without one is no backup. An attachment that is damaged
 * is copied as it is, and one that is gone is left out; the manifest names both, because a backup that kept silent would pass for sound.
 */
export async function makeBackup(foundation: Foundation, folder: string, { signal, progress }: JobHandle): Promise<MadeBackup> {
  await mkdir(folder);
  const copy = join(folder, 'laboratory.sqlite');
  await foundation.database.writer.handle.backup(copy, {
    progress: () => {
      signal.throwIfAborted();
      return PAGES_AT_ONCE;
    },
  });
  const { hashes, head, schema, laboratory } = readDetached(copy);
  syncFile(copy);

  const paths = ['laboratory.sqlite', ...hashes.map(attachmentPath)];
  const files: BackupManifest['files'] = [];
  const damaged: string[] = [];
  for (const [index, path] of paths.entries()) {
    signal.throwIfAborted();
    const source = inFolder(foundation.database.folder, path);
    if (path !== 'laboratory.sqlite' && !existsSync(source)) damaged.push(path);
    else {
      if (path !== 'laboratory.sqlite') await copyDurably(source, inFolder(folder, path));
      const sha256 = await hashFile(inFolder(folder, path), signal);
      if (path !== 'laboratory.sqlite' && path !== attachmentPath(sha256)) damaged.push(path);
      files.push({ path, size: (await stat(inFolder(folder, path))).size, sha256 });
    }
    progress({ done: index + 1, total: paths.length, unit: 'files' });
  }
  syncFolders(
    folder,
    files.map(({ path }) => path),
  );

  const manifest: BackupManifest = {
    format: 'aliquot-backup',
    version: 1,
    madeAt: new Date(foundation.clock.now()).toISOString(),
    laboratory,
    applicationVersion: foundation.version,
    schemaVersion: schema,
    trailHead: head,
    files,
    damaged,
  };
  const unfinished = join(folder, `${MANIFEST}.unfinished`);
  await writeFile(unfinished, `${JSON.stringify(manifest, null, 2)}\n`);
  syncFile(unfinished);
  await rename(unfinished, join(folder, MANIFEST));
  syncFolder(folder);
  return { folder, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0), damaged };
}

/** What the copy says of itself; it also loses its WAL, so that it is one file. */
function readDetached(path: string) {
  const handle = new BetterSqlite3(path);
  try {
    handle.pragma('journal_mode = DELETE');
    const damage = wholeCheck(handle);
    if (damage !== null) throw new Error(`the copy is not sound: ${damage}`);
    return readCopy(handle);
  } finally {
    handle.close();
  }
}
