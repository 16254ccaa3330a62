import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { capture } from '../setup/command.mjs';
import { inProject } from '../setup/places.mjs';
import { crashed } from './suite.mjs';

const report = () => inProject('node_modules', '.cache', 'vitest-report.json');

/** @type {import('./suite.mjs').Suite} */
export const unit = {
  name: 'unit',
  run: async ({ node, env }) => {
    mkdirSync(inProject('node_modules', '.cache'), { recursive: true });
    rmSync(report(), { force: true });
    const args = [
      inProject('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report()}`,
    ];
    const { code, output } = await capture(node, args, { cwd: inProject(), env: { ...env, NO_COLOR: '1', FORCE_COLOR: undefined } });
    if (!existsSync(report())) return crashed(output);
    const result = JSON.parse(readFileSync(report(), 'utf8'));
    // A file that cannot be loaded holds no test, and an error outside every test belongs to none: both count as one failure.
    const unloaded = result.testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = result.numFailedTests + unloaded;
    return {
      passed: result.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: result.numPendingTests + result.numTodoTests,
      words: code === 0 ? reasons(output) : output.trim(),
    };
  },
};

/** Tests over shared data say why they are skipped; that line is worth reading even when all is well. */
const reasons = (/** @type {string} */ output) => [...new Set(output.split('\n').filter((line) => /\bskipped:/i.test(line)))].join('\n');
