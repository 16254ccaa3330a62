// Runs one bench: a TypeScript module that exports `run(print)`, imports without extensions and all: Vite reads it, as it does for tests and
// the build.
import { resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';
import { projectRoot } from '../setup/places.mjs';

const server = await createServer({
  configFile: false,
  root: projectRoot,
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
});
const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
try {
  const bench = await runner.import(resolve(process.argv[2] ?? ''));
  await bench.run(console.log);
} finally {
  await runner.close();
  await server.close();
}
