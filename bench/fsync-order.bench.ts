import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from '../test/support/bundle';
import { temporaryFolder } from '../test/support/engine';

/** What must happen, in this order, for a file to be kept and its row to be committed through a power cut. */
const STEPS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['write the temporary file', /^p?write(64|v)?\(\d+<[^>]*\/staging\/half-done>/],
  ['fsync the temporary file', /^f(data)?sync\(\d+<[^>]*\/staging\/half-done>/],
  ['rename it to its hash', /^rename\("[^"]*\/staging\/half-done", "[^"]*\/attachments\/[0-9a-f]{2}\/[0-9a-f]{62}"\)/],
  ['fsync its folder', /^fsync\(\d+<[^>]*\/attachments\/[0-9a-f]{2}>/],
  ['fsync attachments/', /^fsync\(\d+<[^>]*\/attachments>/],
  ['write the row and the audit event to the WAL', /^pwrite64\(\d+<[^>]*\/laboratory\.sqlite-wal>/],
  ['fsync the WAL: the commit', /^f(data)?sync\(\d+<[^>]*\/laboratory\.sqlite-wal>/],
];

/**
 * Shows by strace in which order the system is asked to put one attachment and its row on the disk. `kill -9` cannot show it: what the
 * system has in its memory survives the process.
 */
export async function run(print: (line: string) => void): Promise<void> {
  if (spawnSync('strace', ['-V']).status !== 0) {
    print('not run: strace is not on this machine (Debian: apt-get install strace)');
    return;
  }
  const folder = temporaryFolder('aliquot-fsync-');
  try {
    const trace = join(folder.path, 'trace');
    const program = await bundleForNode(join(import.meta.dirname, 'durability/keep-one.ts'));
    const calls = 'trace=write,pwrite64,writev,pwritev,fsync,fdatasync,rename,renameat,renameat2';
    execFileSync('strace', ['-f', '-y', '-s', '40', '-e', calls, '-o', trace, process.execPath, program, join(folder.path, 'laboratory')], {
      stdio: 'ignore',
    });
    const lines = wholeCalls(readFileSync(trace, 'utf8'));
    const from = lines.findIndex((line) => line.includes('MARK begin'));
    const to = lines.findIndex((line) => line.includes('MARK end'));
    if (from < 0 || to < 0) throw new Error('the marks are not in the trace');
    let at = from;
    let missing = 0;
    for (const [name, pattern] of STEPS) {
      const found = lines.findIndex((line, index) => index > at && index < to && pattern.test(line));
      print(
        found < 0
          ? `MISSING or out of order: ${name}`
          : `${String(found - from).padStart(4)}  ${name.padEnd(46)} ${lines[found]?.replaceAll(folder.path, '').slice(0, 110)}`,
      );
      if (found < 0) missing += 1;
      else at = found;
    }
    // Nothing of the change may reach the WAL before the file is safe.
    const early = lines.slice(from, at).findIndex((line) => /^pwrite64\(\d+<[^>]*-wal>/.test(line));
    const renamed = lines.slice(from, at).findIndex((line) => /^rename\(/.test(line));
    if (early >= 0 && early < renamed) {
      print('the row was written before the file was in its place');
      missing += 1;
    }
    print(missing === 0 ? 'order: as it must be' : `order: ${missing} faults`);
    if (missing > 0) process.exitCode = 1;
  } finally {
    folder.remove();
  }
}

/** The calls of all threads in the order they began, without their thread's number; a call that another one interrupted is put together. */
function wholeCalls(trace: string): readonly string[] {
  const unfinished = new Map<string, number>();
  const calls: string[] = [];
  for (const line of trace.split('\n')) {
    const [, thread = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call);
    const begun = unfinished.get(thread);
    if (resumed !== null && begun !== undefined) {
      calls[begun] += resumed[1] ?? '';
      unfinished.delete(thread);
    } else if (call !== '') {
      if (call.includes('<unfinished ...>')) unfinished.set(thread, calls.length);
      calls.push(call.replace(' <unfinished ...>', ''));
    }
  }
  return calls;
}
