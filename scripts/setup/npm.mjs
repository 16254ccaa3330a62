import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture } from './command.mjs';
import { inCache } from './places.mjs';
import { SetUpError } from './step.mjs';

/** @returns {string} npm-cli.js of the npm that started us, or the one that lives beside this Node */
export function npmCli() {
  const bin = dirname(realpathSync(process.execPath));
  const places = [
    process.env.npm_execpath,
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = places.find((place) => place !== undefined && /npm-cli\.(c|m)?js$/.test(place) && existsSync(place));
  if (found === undefined)
    throw new SetUpError(
      'npm was not found beside Node.',
      'Install npm (it comes with Node from nodejs.org), or start Aliquot with `npm start`.',
    );
  return found;
}

/**
 * Unpacks one package of the npm registry, without its dependencies or scripts, into a new folder of the cache.
 * npm checks the content against the registry's own hash.
 * @param {string} name
 * @param {string} version
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function fetchPackage(name, version) {
  const place = inCache(`fetch-${process.pid}-${name.replace(/\W+/g, '-')}`);
  mkdirSync(place, { recursive: true });
  const remove = () => rmSync(place, { recursive: true, force: true });
  const { code, output } = await capture(process.execPath, [
    npmCli(),
    'install',
    '--prefix',
    place,
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--force',
    '--no-audit',
    '--no-fund',
    '--no-bin-links',
    `${name}@${version}`,
  ]);
  const folder = join(place, 'node_modules', ...name.split('/'));
  if (code !== 0 || !existsSync(join(folder, 'package.json'))) {
    remove();
    throw new SetUpError(
      `The package ${name}@${version} could not be fetched.`,
      'Check the connection to the npm registry (`npm ping`) and run the same command again.',
      output,
    );
  }
  return { folder, remove };
}
