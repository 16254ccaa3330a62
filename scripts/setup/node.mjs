// Node >= 22.12 is needed (electron's installer, better-sqlite3 13, vitest 5). An older machine gets its own copy, in the cache folder alone.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture } from './command.mjs';
import { fetchPackage } from './npm.mjs';
import { cacheFolder, inCache, nodeVersion, oldestNode } from './places.mjs';
import { SetUpError } from './step.mjs';

const isNewEnough = (/** @type {string} */ version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
};

const ownNode = () =>
  process.platform === 'win32' ? inCache(`node-${nodeVersion}`, 'bin', 'node.exe') : inCache(`node-${nodeVersion}`, 'bin', 'node');

/** @returns {string | undefined} the Node to run everything with, when it is there already */
export function nodeAtHand() {
  if (isNewEnough(process.version)) return process.execPath;
  return existsSync(ownNode()) ? ownNode() : undefined;
}

/** @returns {string | undefined} folder for node-gyp's `--nodedir`, when this Node carries its headers */
export function headersOf(/** @type {string} */ node) {
  const folder = dirname(dirname(node));
  return existsSync(join(folder, 'include', 'node', 'node_api.h')) ? folder : undefined;
}

/** Fetches Node from the npm registry into the cache. */
export async function fetchNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const { folder, remove } = await fetchPackage(`node-${system}-${process.arch}`, nodeVersion);
  mkdirSync(cacheFolder(), { recursive: true });
  const place = inCache(`node-${nodeVersion}`);
  rmSync(place, { recursive: true, force: true });
  renameSync(folder, place);
  remove();
  const { code, output } = await capture(ownNode(), ['--version']);
  if (code !== 0)
    throw new SetUpError(
      `Node ${nodeVersion} was fetched but does not start.`,
      `Install Node ${oldestNode.join('.')} or newer from nodejs.org.`,
      output,
    );
  return `${output.trim()} fetched, this machine has ${process.version}`;
}
