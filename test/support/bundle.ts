import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const built = new Map<string, Promise<string>>();

/** One of our TypeScript entries as a module that plain Node runs (a thread, a process of its own); packages stay packages. */
export function bundleForNode(entry: string): Promise<string> {
  const known = built.get(entry) ?? bundle(entry);
  built.set(entry, known);
  return known;
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: entry, write: false, minify: false, target: 'node20', rollupOptions: { output: { codeSplitting: false } } },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error(`${entry} did not give one bundle`);
  const [chunk] = result.output;
  const folder = join(root, '.cache/test-bundles');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${basename(entry, '.ts')}.mjs`);
  // Several test processes may build the same one: each writes its own and puts it in place whole.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, chunk.code);
  renameSync(own, file);
  return file;
}
