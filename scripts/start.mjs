// `npm start [-- --demo | --lab <folder>]`: sets up, builds what changed, opens Aliquot.
import { buildIfChanged } from './build.mjs';
import { show } from './setup/command.mjs';
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/places.mjs';
import { runScript } from './setup/run.mjs';

await runScript(async ({ electron, env, node }) => {
  await buildIfChanged(node, env);
  const display = await openDisplay();
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), inProject(), ...process.argv.slice(2)];
  const code = await show(electron.executable, args, { cwd: inProject(), env: { ...env, ...display.env } });
  display.stop();
  return code;
});
