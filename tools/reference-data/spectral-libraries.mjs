import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const FOLDER = new URL('../../../shared/data/ms/', import.meta.url);

export const librariesAreHere = () => existsSync(new URL('massbank.jsonl.gz', FOLDER));

/** Every MassBank record, as parsed JSON, in file order. */
export function* massbankRecords() {
  const bytes = gunzipSync(readFileSync(new URL('massbank.jsonl.gz', FOLDER)));
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const stop = end === -1 ? bytes.length : end;
    if (stop > start) yield JSON.parse(bytes.toString('utf8', start, stop));
    start = stop + 1;
  }
}

/** Records of an MSP file of the plain kind (header lines, then `m/z intensity;` pairs); enough for the tables made here. */
export function mspRecords(path) {
  const text = readFileSync(new URL(path, FOLDER), 'utf8');
  return text
    .split(/\r?\n\s*\r?\n/)
    .filter((block) => /^Name:/im.test(block))
    .map((block) => {
      const field = (name) => new RegExp(`^${name}:\\s*(.*?)\\s*$`, 'im').exec(block)?.[1];
      const list = block.split(/^Num Peaks:.*$/im)[1] ?? '';
      const peaks = [...list.matchAll(/(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)/g)].map(([, mz, intensity]) => [Number(mz), Number(intensity)]);
      return {
        name: field('Name'),
        inchikey: field('InChIKey'),
        formula: field('Formula'),
        cas: field('CASNO'),
        accession: field('DB#'),
        comments: field('Comments'),
        peaks,
      };
    });
}

/** CAS number → skeletons (first InChIKey block) and skeleton → CAS numbers, from MassBank and SWGDRUG 3.9. */
export function readCasPairs() {
  const skeletonsOf = new Map();
  const numbersOf = new Map();
  const add = (map, key, value) => map.set(key, (map.get(key) ?? new Set()).add(value));
  const take = (cas, inchikey) => {
    if (!cas || !inchikey) return;
    add(skeletonsOf, cas, inchikey.slice(0, 14));
    add(numbersOf, inchikey.slice(0, 14), cas);
  };
  for (const record of massbankRecords()) for (const cas of [record.cas].flat()) take(cas, record.inchikey);
  for (const record of mspRecords('swgdrug/SWGDRUG39.msp')) take(record.cas, record.inchikey);
  return { skeletonsOf, numbersOf };
}
