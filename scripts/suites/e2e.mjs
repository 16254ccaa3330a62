import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { buildIfChanged } from '../build.mjs';
import { capture } from '../setup/command.mjs';
import { openDisplay } from '../setup/display.mjs';
import { inProject } from '../setup/places.mjs';
import { crashed } from './suite.mjs';

/** Applications at a time, each on a virtual display of its own; where there is a real one, they share it one after the other. */
const APPLICATIONS = Math.min(2, availableParallelism());

const report = () => inProject('node_modules', '.cache', 'playwright-report.json');

/** @type {import('./suite.mjs').Suite} */
export const e2e = {
  name: 'e2e',
  run: async ({ node, env }) => {
    await buildIfChanged(node, env);
    mkdirSync(inProject('node_modules', '.cache'), { recursive: true });
    rmSync(report(), { force: true });
    const displays = await Promise.all(Array.from({ length: APPLICATIONS }, openDisplay));
    const { code, output } = await capture(
      node,
      [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
      {
        cwd: inProject(),
        env: {
          ...env,
          ALIQUOT_TEST_DISPLAYS: displays.flatMap(({ env: { DISPLAY = [] } }) => DISPLAY).join(' '),
          PLAYWRIGHT_JSON_OUTPUT_NAME: report(),
          FORCE_COLOR: undefined,
          NO_COLOR: '1',
        },
      },
    );
    for (const display of displays) display.stop();
    if (!existsSync(report())) return crashed(output);
    const { stats, errors } = JSON.parse(readFileSync(report(), 'utf8'));
    const failed = stats.unexpected + stats.flaky + errors.length;
    return {
      passed: stats.expected,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: stats.skipped,
      words:
        code === 0
          ? output
              .split('\n')
              .filter((line) => /\bskipped:/i.test(line))
              .join('\n')
          : output.trim(),
    };
  },
};
