import { join } from 'node:path';
import { app } from 'electron';
import { declareAppProtocol, serveAppProtocol } from './shell/app-protocol';
import { parseArguments } from './shell/arguments';
import { superviseEngine } from './shell/engine-process';
import { answerEngine } from './shell/engine-requests';
import { offerEngineRestart, offerReload, reportUnexpected } from './shell/failures';
import { chooseFolders } from './shell/folders';
import { openLog } from './shell/log';
import { openMainWindow } from './shell/main-window';
import { installMenu } from './shell/menu';
import { refuseEverythingElse } from './shell/refusals';
import { answerSecondInstance, beTheOnlyOne } from './shell/single-instance';
import { textsFor } from './shell/texts';
import { wireWindowToEngine } from './shell/wire';

const args = parseArguments(process.argv);
const folders = chooseFolders(args);
const log = openLog(folders.log);
const devServer = !app.isPackaged && process.env.ELECTRON_RENDERER_URL ? new URL(process.env.ELECTRON_RENDERER_URL) : undefined;

// As root `enableSandbox` would undo --no-sandbox, and every child process would die. The window asks for its sandbox in any case.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppProtocol();

if (beTheOnlyOne(folders.laboratory)) void app.whenReady().then(open);
else app.quit();

function open(): void {
  const t = textsFor(app.getLocale());
  log('info', 'shell.started', { version: app.getVersion(), electron: process.versions.electron, demo: args.demo });
  reportUnexpected(t, log);
  installMenu(t, !app.isPackaged);
  refuseEverythingElse(log, devServer);
  serveAppProtocol(join(import.meta.dirname, '../renderer'), devServer);

  const engine = superviseEngine(
    join(import.meta.dirname, 'engine.js'),
    {
      type: 'start',
      folder: folders.laboratory,
      demo: args.demo,
      logFolder: folders.log,
      resourcesFolder: folders.resources,
      appVersion: app.getVersion(),
      locale: app.getLocale(),
    },
    {
      lost: (code, hadServed) => void offerEngineRestart(window, { code, hadServed }, engine.start, t),
      request: (request) => answerEngine(request, window),
    },
    log,
  );
  engine.start();

  const window = openMainWindow(
    {
      stateFile: join(folders.userData, 'window.json'),
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      resources: folders.resources,
    },
    log,
  );
  wireWindowToEngine(window, engine, log);
  offerReload(window, t, log);
  answerSecondInstance(window, folders.laboratory, t);

  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    void engine.stop().then(() => {
      folders.removeTemporary();
      app.quit();
    });
  });
}
