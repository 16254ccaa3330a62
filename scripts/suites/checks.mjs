import { buildAnew } from '../build.mjs';
import { inProject } from '../setup/places.mjs';
import { SetUpError } from '../setup/step.mjs';
import { check, sum } from './suite.mjs';

const tool = (/** @type {readonly string[]} */ ...path) => inProject('node_modules', ...path);

/** @type {import('./suite.mjs').Suite} */
export const types = { name: 'types', run: (runtime) => check('tsc', runtime, [tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']) };

/** @type {import('./suite.mjs').Suite} */
export const lint = {
  name: 'lint',
  run: async (runtime) =>
    sum([
      await check('biome', runtime, [
        tool('@biomejs', 'biome', 'bin', 'biome'),
        'ci',
        '--error-on-warnings',
        '--colors=off',
        '--max-diagnostics=50',
        '.',
      ]),
      await check('import law', runtime, [inProject('scripts', 'check-import-law.mjs')]),
      await check('knip', runtime, [tool('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints']),
      await check('catalogue', runtime, [inProject('scripts', 'check-catalogue.mjs')]),
    ]),
};

/** @type {import('./suite.mjs').Suite} */
export const build = {
  name: 'build',
  run: async ({ node, env }) => {
    try {
      await buildAnew(node, env);
      return { passed: 1, failed: 0 };
    } catch (error) {
      if (error instanceof SetUpError) return { passed: 0, failed: 1, words: error.message };
      throw error;
    }
  },
};
