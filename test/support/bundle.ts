import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'vite';
import { onceARun } from './once-a-run';

const root = join(import.meta.dirname, '../..');
const built = new Map<string, Promise<string>>();

/** One of our TypeScript entries as a module that plain Node runs (a thread, a process of its own); packages stay packages. */
export function bundleForNode(entry: string): Promise<string> {
  const known = built.get(entry) ?? bundle(entry);
  built.set(entry, known);
  return known;
}

/** `?asset` as electron-vite understands it, the path of a file, here of the file in its package. */
const assets: Plugin = {
  name: 'asset-paths',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('?asset')) return null;
    const file = await this.resolve(source.slice(0, -'?asset'.length), importer, { skipSelf: true });
    return file === null ? null : `\0asset:${file.id.split('?')[0]}.js`;
  },
  load: (id) => (id.startsWith('\0asset:') ? `export default ${JSON.stringify(id.slice('\0asset:'.length, -'.js'.length))};` : null),
};

const bundle = (entry: string): Promise<string> =>
  onceARun(`${relative(root, entry).replaceAll(/[\\/]/g, '.')}.mjs`, async (file) => {
    const result = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [assets],
      build: { ssr: entry, write: false, minify: false, target: 'node20', rollupOptions: { output: { codeSplitting: false } } },
    });
    if (Array.isArray(result) || !('output' in result)) throw new Error(`${entry} did not give one bundle`);
    writeFileSync(file, result.output[0].code);
  });
