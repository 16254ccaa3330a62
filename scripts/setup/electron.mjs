// The official Electron is downloaded by its own package. Where its download site cannot be reached, a stand-in for development and tests is built
// (see electron-stand-in.mjs); it is never packaged.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { capture } from './command.mjs';
import { standIn, standInIsThere } from './electron-stand-in.mjs';
import { cacheFolder, inCache, inProject } from './places.mjs';
import { SetUpError } from './step.mjs';

/** @typedef {{ readonly executable: string, readonly folder: string, readonly version: string, readonly official: boolean }} Electron */

const oneDay = 24 * 3600 * 1000;
const refusal = () => inCache('electron-refused');

/** @returns {string} the version package.json asks for */
export const wantedElectron = () => JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')).version;

/** @returns {Electron | undefined} */
function official() {
  const folder = inProject('node_modules', 'electron', 'dist');
  const path = inProject('node_modules', 'electron', 'path.txt');
  if (!existsSync(path) || !existsSync(`${folder}/version`)) return undefined;
  const version = readFileSync(`${folder}/version`, 'utf8').trim().replace(/^v/, '');
  const executable = `${folder}/${readFileSync(path, 'utf8').trim()}`;
  return version === wantedElectron() && existsSync(executable) ? { executable, folder, version, official: true } : undefined;
}

const refusedToday = () => existsSync(refusal()) && Date.now() - Number(readFileSync(refusal(), 'utf8')) < oneDay;

/** @returns {Electron | undefined} the runtime that is there already */
export function electronAtHand() {
  return official() ?? (standInIsThere() && refusedToday() ? standIn : undefined);
}

/**
 * @param {string} node
 * @returns {Promise<Electron | undefined>} the official runtime, or undefined when its site cannot be reached
 */
export async function fetchOfficialElectron(node) {
  const { code, output } = await capture(node, [inProject('node_modules', 'electron', 'install.js')], { timeoutSeconds: 600 });
  const found = official();
  if (code === 0 && found !== undefined) return found;
  if (!(process.platform === 'linux' && process.arch === 'x64'))
    throw new SetUpError(
      `Electron ${wantedElectron()} could not be downloaded.`,
      'Allow access to github.com, or set ELECTRON_MIRROR to a mirror of its releases, and run the same command again.',
      output,
    );
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(refusal(), String(Date.now()));
  return undefined;
}
