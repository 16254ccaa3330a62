import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Refused } from '../src/core/formats/binary/binary-file';
import { zipFolder } from '../src/core/formats/folder/zip-folder';
import { limits } from '../src/core/formats/limits';
import { recognise } from '../src/core/formats/recognise';
import { listEntries } from '../src/core/formats/zip/entries';
import { inflateSteps } from '../src/core/formats/zip/inflate';
import { memorySource } from '../src/core/spectrum/byte-source';
import { packedNumbers, packedZeros, type WrittenEntry, zipOfEntries } from './large-files/zip-bombs';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

/** Entries unpacked of one zip: 200,000 take a minute, and each is unpacked alone. */
const MOST_UNPACKED = 10_000;

/** Zips made to fill memory or time: listed as a dropped folder is, then its entries unpacked step by step. */
export function run(print: (line: string) => void): void {
  print(
    `${'zip'.padEnd(58)}${'MB'.padStart(7)}${'list ms'.padStart(9)}${'entries'.padStart(9)}${'gap ms'.padStart(8)}${'CPU s'.padStart(7)}${'memory'.padStart(8)}  refused`,
  );
  const hundred = packedZeros(100_000_000);
  const honest = (name: string): WrittenEntry => ({ name, packed: hundred, size: 100_000_000 });
  const liar = (name: string): WrittenEntry => ({ name, packed: hundred, size: 1000 });
  const numbers = packedNumbers(250_000_000);
  const tiny = packedZeros(1);
  const inner = zipOfEntries(Array.from({ length: 100 }, (_, i) => honest(`${i}.txt`)));
  const cases: readonly (readonly [string, () => Uint8Array])[] = [
    ['10 MB that unpack to 10 GB, sizes stated', () => inner],
    ['10 MB that unpack to 10 GB, sizes denied', () => zipOfEntries(Array.from({ length: 100 }, (_, i) => liar(`${i}.txt`)))],
    [
      '10 MB that unpack to 10 GB in one entry',
      () => zipOfEntries([{ name: 'a', packed: Buffer.concat(Array.from({ length: 100 }, () => hundred)), size: 0xfffffffe }]),
    ],
    ['a zip in a zip', () => zipOfEntries([{ name: 'b.zip', packed: packedZeros(60_000_000), size: 60_000_000 }])],
    ['250 MB of numbers in one entry', () => zipOfEntries([{ name: 'a.txt', ...numbers }])],
    [
      '100,000 entries',
      () => zipOfEntries(Array.from({ length: 100_000 }, (_, i) => ({ name: `${i}/a.txt`, packed: tiny, size: 1, sum: 0xd202ef8d }))),
    ],
    [
      '200,000 entries',
      () => zipOfEntries(Array.from({ length: 200_000 }, (_, i) => ({ name: `${i}.txt`, packed: tiny, size: 1, sum: 0xd202ef8d }))),
    ],
    [
      '200,001 entries',
      () => zipOfEntries(Array.from({ length: 200_001 }, (_, i) => ({ name: `${i}.txt`, packed: tiny, size: 1, at: 0 }))),
    ],
    [
      '60,000 entries over one another',
      () => zipOfEntries(Array.from({ length: 60_000 }, (_, i) => (i === 0 ? honest('0') : { ...honest(`${i}`), at: 0 }))),
    ],
  ];
  for (const [what, make] of cases) measure(print, what, make());
}

function measure(print: (line: string) => void, what: string, bytes: Uint8Array): void {
  const source = memorySource('batch.zip', bytes);
  collect();
  const before = process.memoryUsage.rss();
  let highest = before;
  const began = process.cpuUsage();
  const codes = new Map<string, number>();
  let entries = 0;
  let gap = 0;
  let listed = 0;
  const refused = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      codes.set(error.refusal.code, (codes.get(error.refusal.code) ?? 0) + 1);
    }
  };
  recognise(source);
  refused(() => {
    entries = zipFolder(source).length;
    listed = milliseconds(process.cpuUsage(began));
    let last = listed;
    for (const entry of listEntries(source).slice(0, MOST_UNPACKED)) {
      last = milliseconds(process.cpuUsage(began));
      refused(() => {
        for (const _ of inflateSteps(source, entry, limits.entryBytes)) {
          const now = milliseconds(process.cpuUsage(began));
          gap = Math.max(gap, now - last);
          last = now;
          highest = Math.max(highest, process.memoryUsage.rss());
        }
      });
      gap = Math.max(gap, milliseconds(process.cpuUsage(began)) - last);
    }
  });
  const cpu = milliseconds(process.cpuUsage(began));
  const counts = [...codes].map(([code, count]) => `${code} × ${count}`).join(', ');
  print(
    `${what.padEnd(58)}${(bytes.length / 1e6).toFixed(1).padStart(7)}${listed.toFixed(0).padStart(9)}${String(entries).padStart(9)}${gap.toFixed(0).padStart(8)}${(cpu / 1000).toFixed(1).padStart(7)}${((highest - before) / 1e6).toFixed(0).padStart(8)}  ${counts}`,
  );
}
