import { randomUUID } from 'node:crypto';
import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import type { Engine } from './engine-process';
import type { Log } from './log';
import { pageOrigin } from './window-file';

/** The only two things a window may tell the main process: here is a port for the engine, here is a file that was dropped. */
export function wireWindowToEngine(window: BrowserWindow, engine: Engine, log: Log): void {
  const isOurPage = (event: IpcMainEvent) =>
    event.senderFrame !== null && event.senderFrame === window.webContents.mainFrame && event.senderFrame.url.startsWith(`${pageOrigin}/`);

  ipcMain.on('aliquot:connect', (event) => {
    const [port] = event.ports;
    if (!isOurPage(event) || port === undefined) return log('warn', 'shell.connect-refused', { from: event.senderFrame?.url ?? '' });
    // A window that offers a port while no engine runs asks for one: the restart button of its own screen.
    engine.start();
    engine.connect(port);
  });

  ipcMain.on('aliquot:file', (event, path: unknown) => {
    // The first value that is set is the answer, and without one the window waits for ever.
    if (!isOurPage(event) || typeof path !== 'string' || path === '') {
      event.returnValue = '';
      return log('warn', 'shell.file-refused', { from: event.senderFrame?.url ?? '' });
    }
    const token = randomUUID();
    engine.giveFile(token, path);
    event.returnValue = token;
  });
}
