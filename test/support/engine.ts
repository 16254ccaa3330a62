import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../src/contract';
import { composeDomains } from '../../src/main/engine/domains';
import { createEngine, type Engine, type EngineOptions } from '../../src/main/engine/engine';
import { notFound } from '../../src/main/engine/failures';
import type { Clock, Log, Shell } from '../../src/main/engine/surroundings';
import { randomIds, systemClock } from '../../src/main/engine/system-clock';
import { containsTypedArray } from '../../src/main/engine/wire/typed-arrays';
import { bundleForNode } from './bundle';

export type Client = ContractRouterClient<typeof contract>;

/** A clock that a test sets. */
export interface TestClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

export function testClock(start = '2026-11-21T09:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  let elapsed = 0;
  return {
    now: () => now,
    monotonic: () => elapsed,
    set: (instant) => {
      now = Date.parse(instant);
    },
    advance: (milliseconds) => {
      now += milliseconds;
      elapsed += milliseconds;
    },
  };
}

/** A shell without a window: it answers what the test told it and remembers what it was asked. */
export interface TestShell extends Shell {
  readonly opened: string[];
  nextSavePath: string | null;
  nextOpenPaths: readonly string[];
}

export function testShell(): TestShell {
  const shell: TestShell = {
    opened: [],
    nextSavePath: null,
    nextOpenPaths: [],
    openPath: async (path) => {
      shell.opened.push(path);
      return '';
    },
    saveDialog: async () => shell.nextSavePath,
    openDialog: async () => shell.nextOpenPaths,
    setTitle: async () => undefined,
  };
  return shell;
}

export interface TestLog extends Log {
  readonly lines: { readonly level: string; readonly code: string; readonly data?: Readonly<Record<string, unknown>> | undefined }[];
}

export function testLog(): TestLog {
  const lines: TestLog['lines'] = [];
  return { lines, write: (level, code, data) => void lines.push({ level, code, data }) };
}

export interface TestEngine {
  readonly engine: Engine;
  readonly folder: string;
  readonly clock: Clock;
  readonly shell: TestShell;
  readonly log: TestLog;
  /** Announces a file as the shell would and gives its token. */
  file(path: string): string;
  /** A new window: its own port and session. */
  window(): { readonly client: Client; readonly close: () => void };
  /** Ends the engine; the folder stays. */
  close(): Promise<void>;
}

export function temporaryFolder(prefix = 'aliquot-test-'): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), prefix));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function clientOn(port: MessagePort): Client {
  const link = new RPCLink({ port, experimental_transfer: (message) => (containsTypedArray(message) ? [] : null) });
  return createORPCClient<Client>(link);
}

/** The real engine over the real wire, without Electron: a laboratory in a folder, windows over worker_threads' MessageChannel. */
export async function startEngine(folder: string, options: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const clock = options.clock ?? systemClock;
  const shell = testShell();
  const log = testLog();
  const files = new Map<string, string>();
  const ports: MessagePort[] = [];
  const engine = await createEngine({
    folder,
    demo: false,
    version: '0.0.0-test',
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    clock,
    ids: randomIds,
    log,
    shell,
    files: {
      path: async (token) => {
        const path = files.get(token);
        if (path === undefined) throw notFound('file', token);
        return path;
      },
    },
    threads: await threadsOfSources(),
    composeDomains,
    ...options,
  });
  return {
    engine,
    folder,
    clock,
    shell,
    log,
    file: (path) => {
      const token = randomUUID();
      files.set(token, path);
      return token;
    },
    window: () => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1);
      engine.connect(port2);
      port2.start();
      port1.start();
      return { client: clientOn(port1), close: () => port1.close() };
    },
    close: async () => {
      await engine.close();
      for (const port of ports) port.close();
    },
  };
}

/** The engine's threads, built from their sources as the application's build does it. */
export async function threadsOfSources(): Promise<EngineOptions['threads']> {
  const thread = async (name: string) => {
    const file = await bundleForNode(join(import.meta.dirname, `../../src/main/engine/threads/${name}.ts`));
    return () => new Worker(file);
  };
  const [librarySearch, libraryImport, libraryPreview, measurements, integrity, report] = await Promise.all([
    thread('search'),
    thread('import'),
    thread('preview'),
    thread('measurements'),
    thread('integrity'),
    thread('report'),
  ]);
  return { librarySearch, libraryImport, libraryPreview, measurements, integrity, report };
}

/** For tests of the foundation: no library, no cases, and none of the reference data whose seeding takes most of a first start. */
export const FOUNDATION_ALONE: Partial<EngineOptions> = {
  composeDomains: () => ({ routes: {}, bulkChecks: [], opened: async () => undefined, close: async () => undefined }),
};

export const ADMINISTRATOR = { signInName: 'anna', password: 'correct horse battery', fullName: 'Anna Keller', initials: 'AK' } as const;

/** Set up by the wizard's call, the administrator (with every role) signed in. */
export async function setUpLaboratory(client: Client): Promise<{ readonly recoveryCode: string }> {
  return client.people.setUp({
    laboratory: { name: 'Test laboratory', address: '1 Bench Road', country: 'CH', language: 'en', phone: '', email: '' },
    administrator: { ...ADMINISTRATOR, alsoRoles: ['custodian', 'technician', 'reviewer', 'manager'] },
  });
}
