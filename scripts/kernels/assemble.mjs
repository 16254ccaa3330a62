import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

/** The last is known to the program and not to its types. */
const features = { simd: true, threads: true, multi_memory: true };

/**
 * A kernel's text as the bytes of a WebAssembly module.
 * @param {string} text its path in the project
 */
export async function assembled(text) {
  const { parseWat } = await wabt();
  const path = fileURLToPath(new URL(`../../${text}`, import.meta.url));
  const module = parseWat(path, readFileSync(path, 'utf8'), features);
  const { buffer } = module.toBinary({});
  module.destroy();
  return buffer;
}
