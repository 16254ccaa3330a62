// `npm run pictures`: takes the pictures of README.md anew, from the practice laboratory; scripts/pictures/take-pictures.ts says which.
import { buildIfChanged } from './build.mjs';
import { show } from './setup/command.mjs';
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/places.mjs';
import { runScript } from './setup/run.mjs';

await runScript(async ({ node, env }) => {
  await buildIfChanged(node, env);
  const display = await openDisplay();
  const code = await show(
    node,
    [inProject('scripts', 'bench', 'run-typescript.mjs'), inProject('scripts', 'pictures', 'take-pictures.ts')],
    {
      cwd: inProject(),
      env: { ...env, ...display.env },
    },
  );
  display.stop();
  return code;
});
