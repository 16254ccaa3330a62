import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_FORMATS, type FileFormat } from '../src/core/spectrum/reading';
import { workbook } from '../test/core/formats/xlsx/workbook';
import { factsOf } from '../test/support/corpus/facts';
import { corpusFiles, SHARED, sharedIsHere } from '../test/support/corpus/files';
import { mutate, randomOf } from './mutations/mutate';
import { readAll } from './mutations/read-all';

const MUTATIONS = Number(process.env.MUTATIONS ?? 20_000);
/** Files of a format that are mutated: the smallest, so that a change is likely to hit what matters. */
const SAMPLES = 12;
/** Longest part of a sample taken, bytes. */
const SAMPLE_BYTES = 60_000;
const MOST_MILLISECONDS = 2_000;
const MOST_MEGABYTES = 512;

const FIXTURES: readonly (readonly [format: FileFormat, file: string])[] = [
  ['msp', 'test/fixtures/formats/full-record.msp'],
  ['msp', 'test/fixtures/formats/untidy.msp'],
  ['jcamp-dx', 'test/fixtures/formats/peak-table.jdx'],
  ['jcamp-dx', 'test/fixtures/formats/linked.jdx'],
  ['jcamp-dx', 'test/fixtures/formats/pages.jdx'],
  ['massbank', 'test/fixtures/formats/records.massbank'],
  ['mzdata', 'test/fixtures/formats/small.mzData.xml'],
];

const UV_ROWS = Array.from({ length: 40 }, (_, i) => (i === 0 ? ['Wavelength (nm)', 'Absorbance'] : [200 + 5 * i, i / 100]));

/** Beginnings of the smallest files of each format. */
function samplesByFormat(): ReadonlyMap<string, readonly Uint8Array[]> {
  const all = new Map<string, Uint8Array[]>();
  const add = (format: string, bytes: Uint8Array): void => {
    all.set(format, [...(all.get(format) ?? []), bytes.subarray(0, SAMPLE_BYTES)]);
  };
  for (const [format, file] of FIXTURES) add(format, readFileSync(file));
  for (const textsAs of ['shared', 'inline', 'formula'] as const) add('xlsx', workbook([{ name: 'UV', rows: UV_ROWS }], textsAs));
  for (const { file } of sharedIsHere ? corpusFiles() : []) {
    const { format, refusal } = factsOf(file);
    if (refusal === undefined) add(format, readFileSync(join(SHARED, file)));
  }
  return new Map([...all].map(([format, samples]) => [format, samples.toSorted((a, b) => a.length - b.length).slice(0, SAMPLES)]));
}

/** Random mutations of files of every format through its reader: none may throw, hang or take memory without bound. `FORMAT=spc` takes one format. */
export function run(print: (line: string) => void): void {
  const seed = Number(process.env.SEED ?? Date.now() & 0x7fffffff);
  print(`seed ${seed} (SEED=${seed} repeats it)`);
  const samples = samplesByFormat();
  const faults: string[] = [];
  for (const format of FILE_FORMATS.filter((id) => (process.env.FORMAT ?? id) === id)) {
    const of = samples.get(format) ?? [];
    if (of.length === 0) print(`${format}: no sample here, left out`);
    else mutateFormat(format, of, seed, print, faults);
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function mutateFormat(
  format: FileFormat,
  samples: readonly Uint8Array[],
  seed: number,
  print: (line: string) => void,
  faults: string[],
): void {
  const random = randomOf(seed);
  const before = process.memoryUsage().rss;
  let worst = 0;
  let highest = before;
  let records = 0;
  let refused = 0;
  let broken = 0;
  for (let n = 0; n < MUTATIONS; n++) {
    const bytes = mutate(samples[random(samples.length)] as Uint8Array, random);
    const began = performance.now();
    try {
      // Every other time recognition too is put to the test.
      const result = readAll(bytes, n % 2 === 0 ? format : undefined);
      records += result.records;
      refused += result.refused ? 1 : 0;
    } catch (error) {
      if (broken++ < 3) faults.push(`${format}, mutation ${n}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    worst = Math.max(worst, performance.now() - began);
    if (n % 50 === 0) highest = Math.max(highest, process.memoryUsage().rss);
  }
  const grown = (highest - before) / 1e6;
  print(
    `${format.padEnd(16)}${MUTATIONS} mutations of ${samples.length} files, ${records} records, ${refused} refused, ${broken} broken promises, slowest ${worst.toFixed(1)} ms, memory +${grown.toFixed(0)} MB`,
  );
  if (worst > MOST_MILLISECONDS) faults.push(`${format}: one file took ${worst.toFixed(0)} ms`);
  if (grown > MOST_MEGABYTES) faults.push(`${format}: memory grew by ${grown.toFixed(0)} MB`);
}
