import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { capture } from './command.mjs';
import { npmCli } from './npm.mjs';
import { inProject, projectRoot } from './places.mjs';
import { SetUpError } from './step.mjs';

/** @typedef {Readonly<Record<string, { readonly version?: string, readonly integrity?: string, readonly optional?: boolean }>>} Locked */

/** @returns {Locked} */
const locked = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** npm writes down what it installed when it has finished; that must hold everything package-lock.json asks for (other systems' optional parts aside). */
export function packagesAreCurrent() {
  const installedFile = inProject('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = locked(installedFile);
  return Object.entries(locked(inProject('package-lock.json'))).every(([place, wanted]) => {
    if (place === '') return true;
    const there = installed[place];
    return there === undefined ? wanted.optional === true : there.version === wanted.version && there.integrity === wanted.integrity;
  });
}

/**
 * `npm ci`, with no package's install script run: none of ours needs one (better-sqlite3 is built by its own step).
 * @param {string} node
 */
export async function installPackages(node) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  const args = [npmCli(), 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await capture(node, args, { cwd: projectRoot, env, timeoutSeconds: 900 });
  if (code !== 0)
    throw new SetUpError(
      'The packages of package-lock.json could not be installed.',
      'Check the connection to the npm registry (`npm ping`) and run the same command again.',
      output,
    );
  return 'installed from package-lock.json';
}
