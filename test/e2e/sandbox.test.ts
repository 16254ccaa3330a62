import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { reasonAgainst, startAsPlainUser } from './support/plain-user';

type Running = { readonly pid: number; readonly parent: number; readonly command: string; readonly seccomp: number };

function processes(): readonly Running[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const field = (label: string) => Number(new RegExp(`^${label}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
      return [
        {
          pid: Number(name),
          parent: field('PPid'),
          command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' '),
          seccomp: field('Seccomp'),
        },
      ];
    } catch {
      return []; // ended while we were reading
    }
  });
}

function descendantsOf(pid: number): readonly Running[] {
  const all = processes();
  const family = new Set([pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const each of all) if (family.has(each.parent)) family.add(each.pid);
  }
  return all.filter((each) => family.has(each.pid));
}

test('a plain user’s window runs in the system’s sandbox', async () => {
  const reason = reasonAgainst();
  if (reason !== undefined) console.log(`skipped: sandbox as a plain user: ${reason}`);
  test.skip(reason !== undefined, reason);

  const run = startAsPlainUser();
  const ended = new Promise<void>((done) => run.child.once('exit', () => done()));
  try {
    const log = join(run.userData, 'logs', 'aliquot.log');
    await expect
      .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : run.output()), { timeout: 30_000 })
      .toContain('shell.window-shown');
    const family = descendantsOf(run.child.pid ?? 0);
    expect(family.some(({ command }) => command.includes('--no-sandbox'))).toBe(false);
    const windows = family.filter(({ command }) => command.includes('--type=renderer'));
    expect(windows).toHaveLength(1);
    // 2: a filter of system calls is in force (proc(5), Seccomp)
    expect(windows[0]?.seccomp).toBe(2);
  } finally {
    run.child.kill();
    await ended;
    run.remove();
  }
});
