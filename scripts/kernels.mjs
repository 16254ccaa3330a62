// `npm run kernels`: assembles src/core/search/index/tile-kernel.wat into the bytes beside it. A test says when they are not of one text.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assembled } from './kernels/assemble.mjs';

const bytes = await assembled();
const lines =
  Buffer.from(bytes)
    .toString('hex')
    .match(/.{1,128}/g) ?? [];
const text = `/** tile-kernel.wat, assembled by \`npm run kernels\`, in hexadecimal. */\nexport const TILE_KERNEL = [\n${lines.map((line) => `  '${line}',\n`).join('')}].join('');\n`;
writeFileSync(fileURLToPath(new URL('../src/core/search/index/tile-kernel-bytes.ts', import.meta.url)), text);
console.log(`tile-kernel-bytes.ts: ${bytes.length} bytes`);
