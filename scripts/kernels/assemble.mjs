import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

/** The last is known to the program and not to its types. */
const features = { simd: true, threads: true, multi_memory: true };

/** A kernel's text, by its path in the project, as the bytes of a WebAssembly module. */
export async function assembled(text = 'src/core/search/index/tile-kernel.wat') {
  const { parseWat } = await wabt();
  const path = fileURLToPath(new URL(`../../${text}`, import.meta.url));
  const module = parseWat(path, readFileSync(path, 'utf8'), features);
  const { buffer } = module.toBinary({});
  module.destroy();
  return buffer;
}
