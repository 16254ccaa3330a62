import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildIfChanged } from '../build.mjs';
import { capture } from '../setup/command.mjs';
import { openDisplay } from '../setup/display.mjs';
import { inProject } from '../setup/places.mjs';
import { crashed } from './suite.mjs';

const report = () => inProject('node_modules', '.cache', 'playwright-report.json');

/** @type {import('./suite.mjs').Suite} */
export const e2e = {
  name: 'e2e',
  run: async ({ node, env }) => {
    await buildIfChanged(node, env);
    mkdirSync(inProject('node_modules', '.cache'), { recursive: true });
    rmSync(report(), { force: true });
    const display = await openDisplay();
    const { code, output } = await capture(
      node,
      [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
      {
        cwd: inProject(),
        env: { ...env, ...display.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report(), FORCE_COLOR: undefined, NO_COLOR: '1' },
      },
    );
    display.stop();
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
