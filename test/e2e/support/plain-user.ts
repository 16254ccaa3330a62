import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ownDisplay, runtime } from './launch';

const projectRoot = resolve(import.meta.dirname, '../../..');
const nobody = 65534;
const asRoot = process.getuid?.() === 0;

/** What the built application consists of when it is started from its folder. */
const parts = ['package.json', 'out', 'resources', 'node_modules/better-sqlite3', 'node_modules/@node-rs', 'node_modules/@rdkit'];

/** Another user cannot look into root's folders. Hard links make a second way to the same files at no cost. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) linkTree(join(from, entry.name), join(to, entry.name));
    else linkFile(join(from, entry.name), join(to, entry.name));
  }
}

function linkFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // another file system, or a system that forbids links to files of others
  }
}

const dropRights = asRoot ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--no-new-privs'] : [];

/** Why a sandboxed window cannot be opened by a plain user here, or undefined when it can. */
export function reasonAgainst(): string | undefined {
  if (process.platform !== 'linux') return 'the sandbox test reads /proc, which is Linux’s own';
  const [command = 'unshare', ...args] = [...dropRights, 'unshare', '--user', '--map-root-user', 'true'];
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? undefined : `a plain user may not make a user namespace here (${error?.message ?? stderr.trim()})`;
}

export type PlainRun = {
  readonly child: ChildProcess;
  readonly userData: string;
  readonly output: () => string;
  readonly remove: () => void;
};

/** Starts the application as a person without rights would, with the sandbox on. */
export function startAsPlainUser(): PlainRun {
  const place = mkdtempSync(join(tmpdir(), 'aliquot-plain-'));
  const folders = { runtime: join(place, 'runtime'), app: join(place, 'app'), home: join(place, 'home') };
  linkTree(dirname(runtime()), folders.runtime);
  for (const part of parts) {
    if (part === 'package.json') linkFile(join(projectRoot, part), join(folders.app, part));
    else linkTree(join(projectRoot, part), join(folders.app, part));
  }
  mkdirSync(folders.home);
  if (asRoot) for (const folder of [place, folders.home]) chownSync(folder, nobody, nobody);
  const [command = 'electron', ...args] = [
    ...dropRights,
    join(folders.runtime, 'electron'),
    folders.app,
    '--user-data',
    join(folders.home, 'data'),
  ];
  const { ELECTRON_RUN_AS_NODE: _, NO_SANDBOX: __, ...inherited } = process.env;
  const child = spawn(command, args, {
    cwd: folders.home,
    env: { ...inherited, ...ownDisplay(), HOME: folders.home, XDG_CONFIG_HOME: folders.home, ALIQUOT_TEST: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  return {
    child,
    userData: join(folders.home, 'data'),
    output: () => output,
    remove: () => rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
