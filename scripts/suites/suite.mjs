/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped?: number, readonly words?: string }} Count `words`: what a person should read */
/** @typedef {import('../setup/set-up.mjs').Runtime} Runtime */
/** @typedef {{ readonly name: string, readonly run: (runtime: Runtime) => Promise<Count> }} Suite */

import { capture } from '../setup/command.mjs';
import { inProject } from '../setup/places.mjs';

/**
 * One tool that passes or fails as a whole.
 * @param {string} name
 * @param {Runtime} runtime
 * @param {readonly string[]} args for Node
 * @returns {Promise<Count>}
 */
export async function check(name, { node, env }, args) {
  const { code, output } = await capture(node, args, { cwd: inProject(), env });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, words: `--- ${name} ---\n${output.trim()}` };
}

/** @param {readonly Count[]} counts */
export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped = 0 }) => total + skipped, 0),
  words: counts.flatMap(({ words = '' }) => (words === '' ? [] : [words])).join('\n'),
});

/**
 * A suite that ended without a readable report has crashed, which is a failure of its own.
 * @param {string} output
 * @returns {Count}
 */
export const crashed = (output) => ({ passed: 0, failed: 1, words: `the suite crashed\n${output.trim()}` });
