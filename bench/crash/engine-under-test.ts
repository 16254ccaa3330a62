import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { containsTypedArray } from '../../src/main/engine/wire/typed-arrays';
import { bundleForNode } from '../../test/support/bundle';
import type { Client } from '../../test/support/engine';
import { ipcPort } from './ipc-port';

const source = (path: string) => join(import.meta.dirname, '../..', path);

export interface EngineUnderTest {
  readonly process: ChildProcess;
  readonly client: Client;
  /** Resolves when the engine answers, false when it ended before. */
  readonly ready: Promise<boolean>;
  /** SIGKILL, and waits until the system has taken the process away. */
  kill(): Promise<void>;
}

/** Starts the engine on a folder as a process of its own. */
export async function startEngineProcess(folder: string): Promise<EngineUnderTest> {
  const thread = (name: string) => bundleForNode(source(`src/main/engine/threads/${name}.ts`));
  const options = {
    folder,
    resourcesFolder: source('resources'),
    threads: {
      librarySearch: await thread('search'),
      libraryImport: await thread('import'),
      libraryPreview: await thread('preview'),
      measurements: await thread('measurements'),
      integrity: await thread('integrity'),
      report: await thread('report'),
    },
  };
  const host = await bundleForNode(source('bench/crash/engine-host.ts'));
  const child = fork(host, [JSON.stringify(options)], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const gone = once(child, 'exit');
  const ready = Promise.race([
    new Promise<boolean>((resolve) => {
      child.on('message', (message) => {
        if (message === 'ready') resolve(true);
      });
    }),
    gone.then(() => false),
  ]);
  const client = createORPCClient<Client>(
    new RPCLink({
      port: ipcPort(child, (data) => data !== 'ready'),
      experimental_transfer: (message) => (containsTypedArray(message) ? [] : null),
    }),
  );
  return {
    process: child,
    client,
    ready,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
