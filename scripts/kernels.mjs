// `npm run kernels`: assembles every kernel into the bytes beside its text. A test says when they are not of one text.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assembled } from './kernels/assemble.mjs';

const KERNELS = [
  { text: 'src/core/search/index/tile-kernel.wat', name: 'TILE_KERNEL' },
  { text: 'src/core/search/analogues/index/hybrid-kernel.wat', name: 'HYBRID_KERNEL' },
];

for (const { text, name } of KERNELS) {
  const bytes = await assembled(text);
  const lines =
    Buffer.from(bytes)
      .toString('hex')
      .match(/.{1,128}/g) ?? [];
  const source = `/** ${basename(text)}, assembled by \`npm run kernels\`, in hexadecimal. */\nexport const ${name} = [\n${lines.map((line) => `  '${line}',\n`).join('')}].join('');\n`;
  const file = text.replace('.wat', '-bytes.ts');
  writeFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), source);
  console.log(`${basename(file)}: ${bytes.length} bytes`);
}
