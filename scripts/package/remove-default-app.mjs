import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * electron-builder leaves Electron's own default application beside ours when the distribution comes from a folder.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context
 */
export default function removeDefaultApp({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin' ? join(`${packager.appInfo.productFilename}.app`, 'Contents', 'Resources') : 'resources';
  rmSync(join(appOutDir, resources, 'default_app.asar'), { force: true });
}
