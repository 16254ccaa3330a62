// `npm run corpus`: reads every file of ../shared/data/formats and ../shared/data/optical and prints what came of it, format by format.
import { show } from './setup/command.mjs';
import { inProject } from './setup/places.mjs';
import { runScript } from './setup/run.mjs';

await runScript(({ node, env }) =>
  show(node, [inProject('scripts', 'bench', 'run-typescript.mjs'), inProject('scripts', 'corpus', 'print-corpus.ts')], {
    cwd: inProject(),
    env,
  }),
);
