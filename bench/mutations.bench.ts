import { existsSync, readFileSync } from 'node:fs';
import { readMeasurements } from '../src/core/formats/read';
import { memorySource } from '../src/core/spectrum/byte-source';
import type { FileFormat } from '../src/core/spectrum/reading';

const MUTATIONS = 10_000;
/** Longest part of a sample taken, bytes: mutations of a beginning find more than those of the ten thousandth record. */
const SAMPLE_BYTES = 40_000;
const MOST_MILLISECONDS = 2_000;
const MOST_MEGABYTES = 256;

const SAMPLES: readonly (readonly [format: FileFormat, file: string])[] = [
  ['msp', 'test/fixtures/formats/full-record.msp'],
  ['msp', 'test/fixtures/formats/untidy.msp'],
  ['msp', '../shared/data/ms/swgdrug/SWGDRUG39.msp'],
  ['msp', '../shared/data/formats/ms/msp_recetox/recetox_gc-ei_ms_20201028.msp'],
  ['msp', '../shared/data/formats/ms/msp_other/delimiters.msp'],
  ['jcamp-dx', 'test/fixtures/formats/peak-table.jdx'],
  ['jcamp-dx', 'test/fixtures/formats/linked.jdx'],
  ['jcamp-dx', 'test/fixtures/formats/pages.jdx'],
  ['jcamp-dx', '../shared/data/formats/ms/jcamp/ELEY_1_SUBTRACT.JDX'],
  ['jcamp-dx', '../shared/data/formats/optical/jcamp/jspecview/coffhdGCMS.jdx'],
];

/** A generator of numbers below `below`, the same for the same seed (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const encoder = new TextEncoder();
const NASTY = [
  '\0',
  '\r',
  '\n',
  '\n\n',
  '##TITLE=',
  '##END=\n',
  '##DATA TYPE=LINK\n',
  '##PAGE=T=1\n',
  '##NPOINTS=1e99\n',
  '##PEAK TABLE=(XY..XY)\n',
];
const INSERTS = [
  ...NASTY,
  'Name: ',
  '\nNum Peaks: 999999999\n',
  '$$',
  '"',
  '(',
  ';',
  ',',
  ':',
  '-',
  '1e400',
  'NaN',
  '\ufeff',
  'é',
  '\ud83d',
].map((text) => encoder.encode(text));

function mutate(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let mutated = bytes;
  for (let change = 1 + random(6); change > 0; change--) {
    const at = random(mutated.length + 1);
    const span = random(2) === 0 ? random(8) : random(mutated.length - at + 1);
    const kind = random(6);
    if (kind === 0) mutated = joined(mutated.subarray(0, at));
    else if (kind === 1) mutated = joined(mutated.subarray(0, at), mutated.subarray(at + span));
    else if (kind === 2) mutated = joined(mutated.subarray(0, at), mutated.subarray(at, at + span), mutated.subarray(at));
    else if (kind === 3) mutated = joined(mutated.subarray(0, at), INSERTS[random(INSERTS.length)] as Uint8Array, mutated.subarray(at));
    else {
      mutated = joined(mutated);
      if (at < mutated.length) mutated[at] = kind === 4 ? random(256) : (mutated[at] as number) ^ (1 << random(8));
    }
  }
  return mutated;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Reads one mutated file to its end; throws where a promise of the readers is broken. */
function readAll(bytes: Uint8Array, format: FileFormat | undefined): { readonly spectra: number; readonly refused: boolean } {
  let spectra = 0;
  let refused = false;
  for (const event of readMeasurements(memorySource('mutation', bytes), format === undefined ? {} : { format })) {
    if (refused) throw new Error('an event after the refusal');
    refused = event.type === 'refused';
    if (event.type !== 'spectrum') continue;
    spectra++;
    const { mz, intensity } = event.spectrum;
    if (mz.length === 0 || mz.length !== intensity.length) throw new Error('a spectrum without peaks or of uneven arrays');
    for (let i = 0; i < mz.length; i++) {
      const good = (mz[i] as number) > 0 && (intensity[i] as number) >= 0 && (i === 0 || (mz[i] as number) >= (mz[i - 1] as number));
      if (!good) throw new Error(`a peak out of bounds or order: ${mz[i]} ${intensity[i]}`);
    }
  }
  return { spectra, refused };
}

/** 10,000 random mutations of sample files through each reader: none may throw, hang or take memory without bound. */
export async function run(print: (line: string) => void): Promise<void> {
  const seed = Number(process.env.SEED ?? Date.now() & 0x7fffffff);
  print(`seed ${seed} (SEED=${seed} repeats it)`);
  for (const format of ['msp', 'jcamp-dx'] as const) {
    const samples = SAMPLES.filter(([of, file]) => of === format && existsSync(file)).map(([, file]) =>
      readFileSync(file).subarray(0, SAMPLE_BYTES),
    );
    const random = randomOf(seed);
    const before = process.memoryUsage().rss;
    let worst = 0;
    let highest = before;
    let spectra = 0;
    let refused = 0;
    for (let n = 0; n < MUTATIONS; n++) {
      const bytes = mutate(samples[random(samples.length)] as Uint8Array, random);
      const began = performance.now();
      const result = readAll(bytes, n % 2 === 0 ? format : undefined);
      worst = Math.max(worst, performance.now() - began);
      spectra += result.spectra;
      refused += result.refused ? 1 : 0;
      if (n % 100 === 0) highest = Math.max(highest, process.memoryUsage().rss);
    }
    const grown = (highest - before) / 1e6;
    print(
      `${format}: ${MUTATIONS} mutations of ${samples.length} files, ${spectra} spectra, ${refused} refused, slowest ${worst.toFixed(1)} ms, memory +${grown.toFixed(0)} MB`,
    );
    if (worst > MOST_MILLISECONDS) throw new Error(`${format}: one file took ${worst.toFixed(0)} ms`);
    if (grown > MOST_MEGABYTES) throw new Error(`${format}: memory grew by ${grown.toFixed(0)} MB`);
  }
}
