// Runs dependency-cruiser over the sources and does not believe it unless it has seen some: with a TypeScript it does not know it sees none and passes.
// Run: node scripts/check-import-law.mjs [project folder]
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { capture } from './setup/command.mjs';
import { inProject, projectRoot } from './setup/places.mjs';

const root = resolve(process.argv[2] ?? projectRoot);
const folders = ['src', 'test', 'bench'].filter((folder) => existsSync(join(root, folder)));
const { code, output } = await capture(
  process.execPath,
  [
    inProject('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    ...folders,
  ],
  { cwd: root, env: { ...process.env, NO_COLOR: '1' } },
);
const summary = /(\d+) modules, (\d+) dependencies cruised/.exec(output);
const [modules, dependencies] = [Number(summary?.[1] ?? 0), Number(summary?.[2] ?? 0)];
// The warning about TypeScript 7 is answered by the count.
console.log(output.replace(/‼ missing-tsc-transpiler[\s\S]*?published and stable\.\n?/, '').trim());
console.log(`import law: ${modules} modules, ${dependencies} imports seen`);
if (modules === 0 || dependencies === 0) console.error('import law: nothing was seen, so nothing was checked');
process.exitCode = code === 0 && modules > 0 && dependencies > 0 ? 0 : 1;
