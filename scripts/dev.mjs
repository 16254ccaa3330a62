// `npm run dev`: the application with the bundler's server behind it; a change of the window shows at once, a change of main restarts.
import { show } from './setup/command.mjs';
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/places.mjs';
import { runScript } from './setup/run.mjs';

await runScript(async ({ node, env }) => {
  const display = await openDisplay();
  const args = [inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch', '--', ...process.argv.slice(2)];
  const code = await show(node, args, { cwd: inProject(), env: { ...env, ...display.env } });
  display.stop();
  return code;
});
