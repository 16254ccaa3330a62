import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { walkTrail } from '../../src/main/engine/audit/verify';
import { importedRows } from '../../src/main/engine/library/rows-check';
import { lostConclusions } from './conclusion-checks';
import type { Acknowledged } from './workload';

/** What is wrong with a laboratory after a crash and a new start; nothing, it must be. */
async function findLosses(folder: string, acknowledged: Acknowledged): Promise<string[]> {
  const handle = new BetterSqlite3(join(folder, 'laboratory.sqlite'), { readonly: true });
  try {
    const losses = [
      ...lostCustomers(handle, acknowledged),
      ...halfImports(handle, acknowledged),
      ...lostConclusions(handle, acknowledged),
      ...orphans(handle, folder),
      ...jobsLeftRunning(handle),
    ];
    const verdict = handle.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') losses.push(`integrity_check: ${String(verdict)}`);
    const broken = handle.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) losses.push(`${broken.length} broken references`);
    const { difference } = await walkTrail(handle, { bulkChecks: [importedRows] });
    if (difference !== null) losses.push(`the trail does not verify: ${JSON.stringify(difference)}`);
    return losses;
  } finally {
    handle.close();
  }
}

/** An abandoned import is removed by a thread after the start: what is found must be gone by then. */
const CLEANED_WITHIN_MILLISECONDS = 20_000;

export async function findLossesAfterCleaning(folder: string, acknowledged: Acknowledged): Promise<readonly string[]> {
  const giveUpAt = performance.now() + CLEANED_WITHIN_MILLISECONDS;
  for (;;) {
    const losses = await findLosses(folder, acknowledged);
    if (losses.length === 0 || performance.now() > giveUpAt) return losses;
    await sleep(200);
  }
}

function lostCustomers(handle: BetterSqlite3.Database, { customers }: Acknowledged): string[] {
  const find = handle.prepare<[string], { name: string; row_version: number }>('SELECT name, row_version FROM customer WHERE id = ?');
  return [...customers].flatMap(([id, { name, rowVersion }]) => {
    const row = find.get(id);
    if (row === undefined) return [`customer ${id} is gone`];
    // A newer version is one that was committed before its answer came through.
    return row.row_version < rowVersion || (row.row_version === rowVersion && row.name !== name) ? [`customer ${id} lost a change`] : [];
  });
}

/** Every acknowledged collection is there and whole, every other one is whole too, and no row belongs to none. */
function halfImports(handle: BetterSqlite3.Database, { collections }: Acknowledged): string[] {
  const published = handle
    .prepare<[], { name: string; spectra: number; rows: number }>(
      `SELECT c.name, c.spectra, (SELECT count(*) FROM reference_spectrum AS s WHERE s.import_key = c.import_key) AS rows FROM collection AS c`,
    )
    .all();
  const byName = new Map(published.map((row) => [row.name, row]));
  const lost = [...collections]
    .filter(([name, spectra]) => byName.get(name)?.rows !== spectra)
    .map(([name]) => `collection ${name} is gone or not whole`);
  const partial = published
    .filter(({ spectra, rows }) => spectra !== rows)
    .map(({ name, spectra, rows }) => `collection ${name} holds ${rows} of ${spectra} spectra`);
  const stray = handle
    .prepare('SELECT count(*) FROM reference_spectrum WHERE import_key NOT IN (SELECT import_key FROM collection)')
    .pluck()
    .get();
  return [...lost, ...partial, ...(stray === 0 ? [] : [`${String(stray)} spectra of abandoned imports are left`])];
}

function orphans(handle: BetterSqlite3.Database, folder: string): string[] {
  const named = new Set(handle.prepare<[], string>('SELECT sha256 FROM attachment').pluck().all());
  const root = join(folder, 'attachments');
  const present = new Set(
    existsSync(root) ? readdirSync(root).flatMap((prefix) => readdirSync(join(root, prefix)).map((rest) => prefix + rest)) : [],
  );
  const staging = join(folder, 'staging');
  const halfDone = existsSync(staging) ? readdirSync(staging).length : 0;
  return [
    ...[...present].filter((hash) => !named.has(hash)).map((hash) => `file ${hash} has no row`),
    ...[...named].filter((hash) => !present.has(hash)).map((hash) => `file ${hash} is gone`),
    ...(halfDone === 0 ? [] : [`${halfDone} half-written files are left`]),
  ];
}

function jobsLeftRunning(handle: BetterSqlite3.Database): string[] {
  const running = handle.prepare("SELECT count(*) FROM job WHERE state = 'running'").pluck().get();
  return running === 0 ? [] : [`${String(running)} jobs are still marked as running`];
}
