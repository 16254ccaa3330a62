import { randomUUID } from 'node:crypto';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Log } from './log';
import { inTest } from './test-mode';
import type { Translate } from './texts';

const supportCode = (error: unknown, what: string, log: Log) => {
  const code = randomUUID().slice(0, 8).toUpperCase();
  log('error', what, { code, error });
  return code;
};

/** What nobody expected is logged under a code that a person can quote; the program goes on, because what was saved is in the engine's hands. */
export function reportUnexpected(t: Translate, log: Log): void {
  process.on('uncaughtException', (error) => {
    const code = supportCode(error, 'shell.uncaught', log);
    if (!inTest()) dialog.showErrorBox(t('shell:unexpected.title'), t('shell:unexpected.detail', { code }));
  });
  process.on('unhandledRejection', (error) => {
    supportCode(error, 'shell.unhandled-rejection', log);
  });
}

async function ask(
  window: BrowserWindow,
  texts: { readonly title: string; readonly detail: string; readonly goOn: string; readonly quit: string },
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: texts.title,
    detail: texts.detail,
    buttons: [texts.goOn, texts.quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0;
}

/** The engine is gone: the window is told at once, the person is asked, and the window is told again when a new engine is on its way. */
export async function offerEngineRestart(
  window: BrowserWindow,
  loss: { readonly code: string; readonly hadServed: boolean },
  restart: () => void,
  t: Translate,
): Promise<void> {
  const { code, hadServed } = loss;
  const tell = (restarting: boolean) => {
    if (!window.isDestroyed()) window.webContents.send('aliquot:engine-lost', { code, restarting });
  };
  // A test answers the dialog with Restart; an engine that cannot even start would do so for ever.
  if (inTest()) {
    if (!hadServed) return tell(false);
  } else {
    tell(false);
    const wanted = await ask(window, {
      title: t('shell:engineLost.title'),
      detail: t('shell:engineLost.detail', { code }),
      goOn: t('shell:engineLost.restart'),
      quit: t('shell:engineLost.quit'),
    });
    if (!wanted) return app.quit();
  }
  restart();
  tell(true);
}

/** The page's process is gone: offers to load it again. */
export function offerReload(window: BrowserWindow, t: Translate, log: Log): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log('error', 'shell.window-gone', { reason, exitCode });
    if (reason === 'clean-exit') return;
    const reload = async () => {
      const wanted =
        inTest() ||
        (await ask(window, {
          title: t('shell:windowLost.title'),
          detail: t('shell:windowLost.detail', { code: `${reason}-${exitCode}` }),
          goOn: t('shell:windowLost.reload'),
          quit: t('shell:windowLost.quit'),
        }));
      if (wanted) window.webContents.reload();
      else app.quit();
    };
    void reload();
  });
  window.webContents.on('preload-error', (_event, _path, error) => log('error', 'shell.preload-failed', { error }));
  window.on('unresponsive', () => log('warn', 'shell.window-unresponsive'));
}
