import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { BackupManifest } from '../../../contract/backup';
import { syncFile, syncFolder } from '../database/durable';
import { schemaVersion } from '../database/migrate';
import type { Foundation } from '../foundation';
import type { JobHandle } from '../jobs/service';
import { copyDurably, hashFile, inFolder, MANIFEST, syncFolders } from './files';

/** Pages copied before the engine answers again: 256 pages are about a megabyte. */
const PAGES_AT_ONCE = 256;

export interface MadeBackup {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Copies the whole laboratory into a new folder: the file as it is at one moment, by SQLite's online backup, then every attachment the
 * copy names, then the manifest with the hash of each. The manifest comes last: a folder without one is no backup.
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
  const { hashes, head, schema, laboratory } = readCopy(copy);
  syncFile(copy);

  const paths = ['laboratory.sqlite', ...hashes.map((hash) => `attachments/${hash.slice(0, 2)}/${hash.slice(2)}`)];
  const files: BackupManifest['files'] = [];
  for (const path of paths) {
    signal.throwIfAborted();
    if (path !== 'laboratory.sqlite') await copyDurably(inFolder(foundation.database.folder, path), inFolder(folder, path));
    files.push({ path, size: (await stat(inFolder(folder, path))).size, sha256: await hashFile(inFolder(folder, path), signal) });
    progress({ done: files.length, total: paths.length, unit: 'files' });
  }
  syncFolders(folder, paths);

  const manifest: BackupManifest = {
    format: 'aliquot-backup',
    version: 1,
    madeAt: new Date(foundation.clock.now()).toISOString(),
    laboratory,
    applicationVersion: foundation.version,
    schemaVersion: schema,
    trailHead: head,
    files,
  };
  const unfinished = join(folder, `${MANIFEST}.unfinished`);
  await writeFile(unfinished, `${JSON.stringify(manifest, null, 2)}\n`);
  syncFile(unfinished);
  await rename(unfinished, join(folder, MANIFEST));
  syncFolder(folder);
  return { folder, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

/** What the copy says of itself; it also loses its WAL, so that it is one file. */
function readCopy(path: string) {
  const handle = new BetterSqlite3(path);
  try {
    handle.pragma('journal_mode = DELETE');
    const verdict = handle.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(`the copy is not sound: ${String(verdict)}`);
    const head = handle
      .prepare<[], { sequence: number; hash: string }>('SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1')
      .get();
    return {
      hashes: handle.prepare<[], string>('SELECT DISTINCT sha256 FROM attachment ORDER BY sha256').pluck().all(),
      head: head ?? { sequence: 0, hash: '0'.repeat(64) },
      schema: schemaVersion(handle),
      laboratory: handle.prepare<[], string>('SELECT name FROM laboratory').pluck().get() ?? '',
    };
  } finally {
    handle.close();
  }
}
