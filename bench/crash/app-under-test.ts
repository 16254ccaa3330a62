import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'vite';
import type { launch } from '../../test/e2e/support/launch';
import type { Client } from '../../test/support/engine';

type Launched = Awaited<ReturnType<typeof launch>>;
type Page = Launched['page'];

/** The client of page-client.ts, as one script for the page. */
export async function pageClientScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'page-client.ts'), formats: ['iife'], name: 'pageClient' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const [first] = outputs.flatMap((each) => ('output' in each ? [...each.output] : []));
  if (first?.type !== 'chunk') throw new Error('the client for the page was not built');
  return first.code;
}

/** The engine's client, spoken through the application's own page, preload and shell. */
export async function clientInPage(page: Page, script: string): Promise<Client> {
  await page.evaluate(script);
  const at = (path: readonly string[]): unknown =>
    new Proxy(() => undefined, {
      get: (_, name) => (typeof name === 'string' && name !== 'then' ? at([...path, name]) : undefined),
      apply: (_, __, [input]: readonly unknown[]) =>
        page.evaluate(
          ({ path, input }) =>
            (globalThis as unknown as { callEngine(path: readonly string[], input: unknown): Promise<unknown> }).callEngine(path, input),
          { path, input },
        ),
    });
  return at([]) as Client;
}

/** Announces a file as a drop does: the preload turns it into a token. */
export async function tokenInPage(page: Page, path: string): Promise<string> {
  const handle = await page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file' }));
  await handle.setInputFiles(path);
  return handle.evaluate((input) => {
    const [file] = input.files ?? [];
    return file === undefined ? '' : window.aliquot.fileToken(file);
  });
}

function allProcesses(): readonly { readonly pid: number; readonly parent: number; readonly command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        // The process ended while the list was read.
        return [];
      }
    });
}

/** Every process under one, by /proc: the window's, the GPU's and the engine's. */
export function processesUnder(root: number): readonly { readonly pid: number; readonly command: string }[] {
  const all = allProcesses();
  const under = new Set([root]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { pid, parent } of all)
      if (under.has(parent) && !under.has(pid)) {
        under.add(pid);
        grew = true;
      }
  }
  return all.filter(({ pid }) => under.has(pid));
}

export const isEngine = (command: string): boolean => command.includes('node.mojom.NodeService');

export async function untilGone(pids: readonly number[], withinMilliseconds: number): Promise<readonly number[]> {
  const giveUpAt = performance.now() + withinMilliseconds;
  for (;;) {
    const left = pids.filter((pid) => {
      try {
        // A zombie is gone: it holds no file any more.
        return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      } catch {
        return false;
      }
    });
    if (left.length === 0 || performance.now() > giveUpAt) return left;
    await sleep(20);
  }
}

/** Ends every process that was started on a folder. */
export async function endAll(folder: string): Promise<void> {
  const pids = allProcesses()
    .filter(({ command }) => command.includes(folder))
    .map(({ pid }) => pid);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await untilGone(pids, 5000);
}

/** The end of every log under a folder. */
export function lastLogLines(folder: string): string {
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'));
  return logs.map((name) => `${name}:\n${readFileSync(join(folder, name), 'utf8').split('\n').slice(-12).join('\n')}`).join('\n');
}
