import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { PeakArrays } from '../src/core/search/scores/nominal-spectrum';
import { SWGDRUG, spectraOf } from './ei-library';
import { mulberry32 } from './seeded-random';

export const MASSBANK = '../shared/data/ms/massbank.jsonl.gz';
const SEED = 20_261_122;

/** EI spectra as MassBank names its instruments: EI-B, GC-EI-TOF, GC-EI-QQ and so on; ESI is none. */
const isEi = (instrument: string | undefined): boolean => /(^|-)EI(-|$)/.test(instrument ?? '');

/**
 * The real EI spectra beside the project: SWGDRUG 3.9, then MassBank's of one stage, in the order of the files and without empty ones;
 * `undefined` where a file is not there.
 */
export async function realEiSpectra(): Promise<readonly PeakArrays[] | undefined> {
  if (!existsSync(SWGDRUG) || !existsSync(MASSBANK)) return undefined;
  const found: PeakArrays[] = spectraOf(SWGDRUG).map(({ mz, intensity }) => ({
    mz: Float64Array.from(mz),
    intensity: Float64Array.from(intensity),
  }));
  for await (const line of createInterface({
    input: createReadStream(MASSBANK).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const record = JSON.parse(line) as { itype?: string; ms?: string; peaks: readonly (readonly [number, number])[] };
    if (record.ms !== 'MS' || !isEi(record.itype)) continue;
    found.push({ mz: Float64Array.from(record.peaks, ([mz]) => mz), intensity: Float64Array.from(record.peaks, ([, value]) => value) });
  }
  return found.filter(({ mz }) => mz.length > 0);
}

/**
 * Spectra `from` to below `to` of a library of any size, the same every time and whatever the range: first the real spectra in a seeded
 * order (a smaller library is the beginning of it), then replicas with jitter, of each real spectrum in turn. The key of spectrum i is i.
 */
export function* libraryPart(real: readonly PeakArrays[], from: number, to: number): Generator<PeakArrays> {
  const order = dealt(real, mulberry32(SEED + 1));
  for (let i = from; i < to; i++) {
    const original = order[i % order.length]!;
    yield i < order.length ? original : replica(original, mulberry32(SEED + Math.imul(i, 0x9e3779b1)));
  }
}

/** Replicas of spectra that a library of this size has or descends from, seeded apart from the library. */
export function queriesFor(real: readonly PeakArrays[], size: number, count: number): readonly PeakArrays[] {
  const random = mulberry32(SEED + 2);
  const order = dealt(real, mulberry32(SEED + 1)).slice(0, size);
  return Array.from({ length: count }, () => replica(order[Math.floor(random() * order.length)]!, random));
}

/** Another measurement of the same compound: intensities within a factor of 0.6 to 1.6, one peak in twenty lost. */
export function replica(spectrum: PeakArrays, random: () => number): PeakArrays {
  const length = spectrum.mz.length;
  const mz = new Float64Array(length);
  const intensity = new Float64Array(length);
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const value = spectrum.intensity[i]! * Math.exp(random() - 0.5);
    if (random() <= 0.05 && length > 1) continue;
    mz[kept] = spectrum.mz[i]!;
    intensity[kept++] = value;
  }
  return { mz: mz.subarray(0, kept), intensity: intensity.subarray(0, kept) };
}

/** A list in an order that the generator gives (Fisher and Yates). */
export function dealt<T>(list: readonly T[], random: () => number): readonly T[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
