import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { BackupManifest } from '../../../contract/backup';
import { wholeCheck } from '../database/integrity';
import { APPLICATION_ID, schemaVersion } from '../database/migrate';
import { refused } from '../failures';
import { attachmentPath } from './files';

/** What a laboratory file says of itself. */
export function readCopy(handle: BetterSqlite3.Database) {
  const head = handle
    .prepare<[], { sequence: number; hash: string }>('SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1')
    .get();
  return {
    hashes: handle.prepare<[], string>('SELECT DISTINCT sha256 FROM attachment ORDER BY sha256').pluck().all(),
    head: head ?? { sequence: 0, hash: '0'.repeat(64) },
    schema: schemaVersion(handle),
    laboratory: handle.prepare<[], string>('SELECT name FROM laboratory').pluck().get() ?? '',
  };
}

/**
 * Checks that the staged file is a sound laboratory, the one that the manifest speaks of, with every attachment that its rows name.
 *
 * @throws Failure REFUSED `backup.unsound`, `backup.contradicts`, `backup.incomplete`
 */
export function requireWhole(folder: string, manifest: BackupManifest): void {
  const { hashes, head, schema } = readSound(join(folder, 'laboratory.sqlite'));
  if (schema !== manifest.schemaVersion || head.sequence !== manifest.trailHead.sequence || head.hash !== manifest.trailHead.hash)
    throw refused('backup.contradicts');
  const held = new Set([...manifest.files.map(({ path }) => path), ...manifest.damaged]);
  const absent = hashes.map(attachmentPath).filter((path) => !held.has(path));
  if (absent.length > 0) throw refused('backup.incomplete', { count: absent.length, first: absent[0] ?? '' });
}

function readSound(path: string): ReturnType<typeof readCopy> {
  try {
    const handle = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
    try {
      handle.pragma('trusted_schema = OFF');
      const damage = wholeCheck(handle);
      if (damage !== null) throw refused('backup.unsound', { detail: damage });
      if (Number(handle.pragma('application_id', { simple: true })) !== APPLICATION_ID)
        throw refused('backup.unsound', { detail: 'application_id' });
      return readCopy(handle);
    } finally {
      handle.close();
    }
  } catch (error) {
    // Whatever SQLite says of a file that came from outside is said of the backup, not of the laboratory's own storage.
    if (error instanceof BetterSqlite3.SqliteError) throw refused('backup.unsound', { detail: error.code });
    throw error;
  }
}
