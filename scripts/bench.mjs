// `npm run bench [-- name ...]`: runs bench/<name>.bench.ts, all of them by default, on the built application; each prints its table.
import { existsSync, readdirSync } from 'node:fs';
import { buildIfChanged } from './build.mjs';
import { show } from './setup/command.mjs';
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/places.mjs';
import { runScript } from './setup/run.mjs';
import { SetUpError } from './setup/step.mjs';

const ending = '.bench.ts';
const all = existsSync(inProject('bench'))
  ? readdirSync(inProject('bench'))
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
  : [];

await runScript(async ({ node, env }) => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new SetUpError(`There is no bench ${unknown.join(', ')}.`, `Choose from ${all.join(', ')}.`);
  await buildIfChanged(node, env);
  const display = await openDisplay();
  let worst = 0;
  for (const name of names.length > 0 ? names : all) {
    console.log(`\n## ${name}`);
    // vite-node's successor inside vitest's own dependency: TypeScript without file extensions, as in src/.
    const code = await show(node, [inProject('scripts', 'bench', 'run-typescript.mjs'), inProject('bench', name + ending)], {
      cwd: inProject(),
      env: { ...env, ...display.env },
    });
    worst = Math.max(worst, code);
  }
  display.stop();
  return worst;
});
