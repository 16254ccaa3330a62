import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { capture } from './command.mjs';
import { npmCli } from './npm.mjs';
import { inProject, projectRoot } from './places.mjs';
import { SetUpError } from './step.mjs';

const stampFile = () => inProject('node_modules', '.aliquot-installed');
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');

export const packagesAreCurrent = () => existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === wanted();

/** Says that node_modules is what package-lock.json asks for. */
export const stampPackages = () => writeFileSync(stampFile(), wanted());

/**
 * `npm ci`, with no package's install script run: none of ours needs one (better-sqlite3 is built by its own step).
 * @param {string} node
 */
export async function installPackages(node) {
  const env = { ...process.env, PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` };
  const args = [npmCli(), 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await capture(node, args, { cwd: projectRoot, env });
  if (code !== 0)
    throw new SetUpError(
      'The packages of package-lock.json could not be installed.',
      'Check the connection to the npm registry (`npm ping`) and run the same command again.',
      output,
    );
  stampPackages();
  return 'installed from package-lock.json';
}
