// The engine as a process of its own, without Electron, so that it can be killed: node engine-host.mjs <folder> <resources> <files…>
import { Worker } from 'node:worker_threads';
import { composeDomains } from '../../src/main/engine/domains';
import { createEngine } from '../../src/main/engine/engine';
import { notFound } from '../../src/main/engine/failures';
import type { Threads } from '../../src/main/engine/surroundings';
import { randomIds, systemClock } from '../../src/main/engine/system-clock';
import { announcedPath } from './announced';
import { ipcPort } from './ipc-port';

interface HostOptions {
  readonly folder: string;
  readonly resourcesFolder: string;
  /** Thread bundles by their name in the engine's Threads. */
  readonly threads: Readonly<Record<keyof Threads, string>>;
}

const options: HostOptions = JSON.parse(process.argv[2] ?? '{}');
const thread = (name: keyof HostOptions['threads']) => () => new Worker(options.threads[name]);

const engine = await createEngine({
  folder: options.folder,
  demo: false,
  version: '0.0.0-crash',
  resourcesFolder: options.resourcesFolder,
  clock: systemClock,
  ids: randomIds,
  log: { write: (level, code, data) => level === 'error' && console.error(code, JSON.stringify(data)) },
  shell: { openPath: async () => '', saveDialog: async () => null, openDialog: async () => [], setTitle: async () => undefined },
  files: {
    path: async (token) => {
      const path = announcedPath(options.folder, token);
      if (path === null) throw notFound('file', token);
      return path;
    },
  },
  threads: {
    librarySearch: thread('librarySearch'),
    libraryImport: thread('libraryImport'),
    libraryPreview: thread('libraryPreview'),
    measurements: thread('measurements'),
    integrity: thread('integrity'),
    report: thread('report'),
  },
  composeDomains,
});
engine.connect(ipcPort(process));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
