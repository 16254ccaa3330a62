// `npm test`: sets up, then every suite; `node scripts/test.mjs types lint` runs some. The last line is the count over all of them.
import { setUp } from './setup/set-up.mjs';
import { SetUpError } from './setup/step.mjs';
import { build, lint, types } from './suites/checks.mjs';
import { e2e } from './suites/e2e.mjs';
import { crashed, sum } from './suites/suite.mjs';
import { unit } from './suites/unit.mjs';

const all = [types, lint, unit, build, e2e];

/** @param {readonly string[]} names */
function chosen(names) {
  const unknown = names.filter((name) => !all.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new SetUpError(`There is no suite ${unknown.join(', ')}.`, `Choose from ${all.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

/**
 * @param {import('./suites/suite.mjs').Suite} suite
 * @param {import('./suites/suite.mjs').Runtime} runtime
 */
async function run(suite, runtime) {
  const since = Date.now();
  const seconds = () => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  const alive = setInterval(() => console.log(`  … ${suite.name}: ${seconds()}`), 15_000);
  const count = await suite
    .run(runtime)
    .catch((error) => crashed(error instanceof SetUpError ? error.message : String(error?.stack ?? error)));
  clearInterval(alive);
  if (count.words) console.log(count.words);
  const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
  console.log(`${count.failed === 0 ? '✓' : '✗'} ${suite.name}: ${count.passed} passed, ${count.failed} failed${skipped} (${seconds()})`);
  return count;
}

async function main() {
  const suites = chosen(process.argv.slice(2));
  const runtime = await setUp();
  const counts = [];
  for (const suite of suites) counts.push(await run(suite, runtime));
  return sum(counts);
}

const { passed, failed } = await main().catch((error) => {
  console.error(error instanceof SetUpError ? error.message : error);
  return { passed: 0, failed: 1 };
});
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
