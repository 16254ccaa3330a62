import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { walkTrail } from '../src/main/engine/audit/verify';
import { startEngine, type TestEngine, temporaryFolder } from '../test/support/engine';
import { DISK_CHANGES, type DiskChange } from './durability/disk-changes';

const DISK = 'size=64m';
/** A disk that takes this many pages more and still not the change would mean that the sweep measures nothing. */
const MOST_PAGES = 400;

/**
 * Gives each change a disk (a tmpfs) with room for 0, 1, 2 … pages until it succeeds: every write of the change meets the full disk once.
 * Each time it must be refused as STORAGE disk-full, leave nothing behind, and the trail must verify.
 */
export async function run(print: (line: string) => void): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    print('not run: mounting a small disk needs root on Linux');
    return;
  }
  for (const change of DISK_CHANGES) await sweep(change, print);
}

async function sweep(change: DiskChange, print: (line: string) => void): Promise<void> {
  const folder = temporaryFolder('aliquot-full-disk-');
  const disk = join(folder.path, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', DISK, 'aliquot-bench', disk]);
  const laboratory = join(disk, 'laboratory');
  const ballast = join(disk, 'ballast');
  const faults: string[] = [];
  let engine: TestEngine | null = null;
  try {
    engine = await startEngine(laboratory, { demo: true });
    const attempt = await change.prepare(engine);
    let pages = 0;
    for (; pages < MOST_PAGES; pages += 1) {
      // The WAL begins anew, or the change would write over pages that the disk has given already.
      engine.engine.foundation()?.database.writer.handle.pragma('wal_checkpoint(TRUNCATE)');
      const before = await contents(laboratory);
      leaveFree(disk, ballast, pages);
      const failure: unknown = await attempt(pages).then(
        () => null,
        (error: unknown) => error,
      );
      rmSync(ballast, { force: true });
      if (failure === null) break;
      if (!isDiskFull(failure)) faults.push(`${pages} pages: not told as a full disk but ${String(failure)}`);
      const after = await contents(laboratory);
      if (after.rows !== before.rows) faults.push(`${pages} pages: something of the change stayed`);
      if (after.damage !== null) faults.push(`${pages} pages: ${after.damage}`);
    }
    const end = await contents(laboratory);
    if (pages === MOST_PAGES) faults.push(`the change did not succeed with ${MOST_PAGES} pages`);
    if (end.damage !== null) faults.push(`at the end: ${end.damage}`);
    print(
      `${change.name}: refused ${pages} times, with room for 0 to ${pages - 1} pages of 4096 bytes; done with ${pages}. ${faults.length === 0 ? 'Nothing stayed, trail and file whole each time' : `FAULTS:\n${faults.join('\n')}`}`,
    );
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await engine?.close();
    execFileSync('umount', [disk]);
    folder.remove();
  }
}

const isDiskFull = (failure: unknown) =>
  typeof failure === 'object' &&
  failure !== null &&
  'code' in failure &&
  failure.code === 'STORAGE' &&
  'data' in failure &&
  (failure.data as { readonly kind?: unknown }).kind === 'disk-full';

/** Fills the disk but for so many pages. */
function leaveFree(disk: string, ballast: string, pages: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const descriptor = openSync(ballast, 'w');
  const block = Buffer.alloc(1 << 20);
  for (let left = (bavail - pages) * bsize; left > 0; left -= block.length) writeSync(descriptor, block, 0, Math.min(left, block.length));
  closeSync(descriptor);
}

/** How many events and records there are, and what is wrong with the file or the trail. */
async function contents(laboratory: string): Promise<{ readonly rows: string; readonly damage: string | null }> {
  const handle = new BetterSqlite3(join(laboratory, 'laboratory.sqlite'), { readonly: true });
  try {
    const { events, rowsCompared, difference } = await walkTrail(handle);
    const integrity = handle.pragma('integrity_check', { simple: true });
    const damage = difference !== null ? JSON.stringify(difference) : integrity === 'ok' ? null : String(integrity);
    return { rows: `${events} events, ${rowsCompared} rows`, damage };
  } finally {
    handle.close();
  }
}
