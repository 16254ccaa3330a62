// `npm run package`: an unpacked directory under dist/ that starts, and a look at whether it does.
import { buildAnew } from './build.mjs';
import { smoke } from './package-smoke.mjs';
import { capture } from './setup/command.mjs';
import { inProject } from './setup/places.mjs';
import { runScript } from './setup/run.mjs';
import { SetUpError, step } from './setup/step.mjs';

await runScript(async ({ node, electron, env }) => {
  await step('Build', async () => {
    await buildAnew(node, env);
    return 'out/';
  });
  await step('Package', async () => {
    const args = ['--dir', `-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`];
    const { code, output } = await capture(node, [inProject('node_modules', 'electron-builder', 'cli.js'), ...args], {
      cwd: inProject(),
      env,
    });
    if (code !== 0) throw new SetUpError('The package could not be made.', 'Mend what electron-builder names.', output);
    return 'dist/';
  });
  if (!electron.official)
    console.log(`  This package holds the stand-in Electron ${electron.version}: good for trying, not for giving away.`);
  if (process.platform === 'linux') await step('Smoke test', () => smoke());
  return 0;
});
