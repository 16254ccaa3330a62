import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from './log';
import { pageOrigin } from './window-file';
import { placeFor, readWindowState, smallestWindow, writeWindowState } from './window-state';

export type WindowPlaces = { readonly stateFile: string; readonly preload: string; readonly resources: string };

/** Opens the one window: sandboxed, isolated, shown when it has something to show. */
export function openMainWindow(places: WindowPlaces, log: Log): BrowserWindow {
  const state = readWindowState(places.stateFile);
  const window = new BrowserWindow({
    ...placeFor(
      state,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Aliquot',
    icon: join(places.resources, 'icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium would fetch its dictionaries from a server.
      spellcheck: false,
      // A hidden window goes on showing how far an import is.
      backgroundThrottling: false,
    },
  });
  if (state?.maximised) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
    log('info', 'shell.window-shown', { afterMs: Math.round(performance.now()) });
  });
  window.on('close', () => {
    try {
      writeWindowState(places.stateFile, { bounds: window.getNormalBounds(), maximised: window.isMaximized() });
    } catch (error) {
      log('warn', 'shell.window-state-not-kept', { error });
    }
  });
  void window.loadURL(`${pageOrigin}/`);
  return window;
}
