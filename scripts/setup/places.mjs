// Where set-up keeps what it fetches and builds, and the versions it asks for. Windows and macOS folders: written with care, not yet tried.
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const nodeVersion = '24.21.0';
export const oldestNode = /** @type {const} */ ([22, 12]);

/** @returns {string} the folder outside the project that survives a fresh clone */
export function cacheFolder() {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'aliquot', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'aliquot');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'aliquot');
}

/** @param {readonly string[]} parts */
export const inProject = (...parts) => join(projectRoot, ...parts);
/** @param {readonly string[]} parts */
export const inCache = (...parts) => join(cacheFolder(), ...parts);
