// The production build, made again only when something it is made of is newer than it.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './setup/command.mjs';
import { inProject } from './setup/places.mjs';
import { SetUpError, step } from './setup/step.mjs';

const inputs = ['src', 'resources', 'package-lock.json', 'electron.vite.config.ts'];
const outputs = ['main/index.js', 'main/engine.js', 'preload/index.cjs', 'renderer/index.html'].map((file) => inProject('out', file));

/**
 * @param {string} place
 * @returns {number} time of the newest file or folder (a removed file makes its folder newer)
 */
function newest(place) {
  if (!existsSync(place)) return 0;
  const found = statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(place).map((name) => newest(join(place, name))));
}

function buildIsCurrent() {
  if (!outputs.every(existsSync)) return false;
  const built = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return inputs.every((input) => newest(inProject(input)) <= built);
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export async function buildAnew(node, env) {
  const { code, output } = await capture(node, [inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
    cwd: inProject(),
    env,
  });
  if (code !== 0) throw new SetUpError('The application could not be built.', 'Mend what the bundler names.', output);
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export async function buildIfChanged(node, env) {
  if (buildIsCurrent()) return;
  await step('Build', async () => {
    await buildAnew(node, env);
    return 'out/';
  });
}
