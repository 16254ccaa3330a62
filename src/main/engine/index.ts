import { isShellToEngine, type StartMessage } from '../shell-channel';
import { composeDomains } from './domains';
import { createEngine, type Engine } from './engine';
import { createShellLine } from './shell-line';
import type { Threads } from './surroundings';
import { randomIds, systemClock } from './system-clock';
import libraryImport from './threads/import?nodeWorker';
import integrity from './threads/integrity?nodeWorker';
import measurements from './threads/measurements?nodeWorker';
import libraryPreview from './threads/preview?nodeWorker';
import report from './threads/report?nodeWorker';
import librarySearch from './threads/search?nodeWorker';

const line = createShellLine((message) => process.parentPort.postMessage(message));
const threads: Threads = {
  librarySearch: () => librarySearch({}),
  libraryImport: () => libraryImport({}),
  libraryPreview: () => libraryPreview({}),
  measurements: () => measurements({}),
  integrity: () => integrity({}),
  report: () => report({}),
};
let engine: Promise<Engine> | null = null;

process.parentPort.on('message', (event) => {
  const message: unknown = event.data;
  if (!isShellToEngine(message) || line.receive(message)) return;
  if (message.type === 'start') engine ??= start(message);
  if (message.type === 'window-port') void engine?.then(({ connect }) => open(connect, event.ports));
  if (message.type === 'stop') void stop();
});

async function start({ folder, demo, resourcesFolder, appVersion }: StartMessage): Promise<Engine> {
  const started = await createEngine({
    folder,
    demo,
    version: appVersion,
    resourcesFolder,
    clock: systemClock,
    ids: randomIds,
    log: line.log,
    shell: line.shell,
    files: line.files,
    threads,
    composeDomains,
  });
  process.parentPort.postMessage({ type: 'ready' });
  return started;
}

function open(connect: Engine['connect'], ports: readonly Electron.MessagePortMain[]): void {
  for (const port of ports) {
    connect(port);
    port.start();
  }
}

async function stop(): Promise<void> {
  await (await engine)?.close();
  process.exit(0);
}

process.on('unhandledRejection', (error) => {
  line.log.write('error', 'engine.unhandled', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
});
