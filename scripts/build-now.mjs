// `npm run build`: the production build, whether or not anything changed.
import { buildAnew } from './build.mjs';
import { runScript } from './setup/run.mjs';
import { step } from './setup/step.mjs';

await runScript(async ({ node, env }) => {
  await step('Build', async () => {
    await buildAnew(node, env);
    return 'out/';
  });
  return 0;
});
