import { app, type Session, session } from 'electron';
import type { Log } from './log';
import { pageOrigin } from './window-file';

const localSchemes = ['app:', 'blob:', 'data:', 'devtools:'];

/** Nothing in a window may lead out of it: no navigation, no window, no embedded page, no permission, no byte from a network. */
export function refuseEverythingElse(log: Log, devServer: URL | undefined): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (event.url.startsWith(`${pageOrigin}/`) && event.isMainFrame && event.url === contents.getURL()) return; // a reload
      event.preventDefault();
      log('warn', 'shell.navigation-refused', { url: event.url });
    });
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame) return;
      event.preventDefault();
      log('warn', 'shell.frame-refused', { url: event.url });
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      log('warn', 'shell.window-refused', { url });
      return { action: 'deny' };
    });
  });
  refuseInSession(session.defaultSession, log, devServer);
}

function refuseInSession(where: Session, log: Log, devServer: URL | undefined): void {
  where.setPermissionRequestHandler((_contents, permission, answer) => {
    log('warn', 'shell.permission-refused', { permission });
    answer(false);
  });
  where.setPermissionCheckHandler(() => false);
  where.setDevicePermissionHandler(() => false);
  where.webRequest.onBeforeRequest((request, answer) => {
    const url = new URL(request.url);
    const allowed = localSchemes.includes(url.protocol) || (devServer !== undefined && url.host === devServer.host);
    if (!allowed) log('warn', 'shell.request-refused', { url: `${url.protocol}//${url.host}` });
    answer({ cancel: !allowed });
  });
}
