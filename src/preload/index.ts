import { contextBridge, ipcRenderer, webUtils } from 'electron';

// The page makes a MessageChannel and posts one end here; the main process gives it to the engine.
window.addEventListener('message', (event) => {
  const port = event.ports[0];
  if (event.source !== window || event.origin !== window.location.origin || port === undefined) return;
  if (event.data?.type === 'aliquot:connect') ipcRenderer.postMessage('aliquot:connect', null, [port]);
});

const bridge: AliquotBridge = {
  fileToken: (file) => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? '' : String(ipcRenderer.sendSync('aliquot:file', path));
  },
  onEngineLost: (listener) => {
    const receive = (_event: unknown, loss: { readonly code: string; readonly restarting: boolean }) => listener(loss);
    ipcRenderer.on('aliquot:engine-lost', receive);
    return () => {
      ipcRenderer.off('aliquot:engine-lost', receive);
    };
  },
};

contextBridge.exposeInMainWorld('aliquot', bridge);
