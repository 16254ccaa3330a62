import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { prepareTandem, type TandemCleaning, type TandemSpectrum } from '../src/core/search/tandem/clean-spectrum';

export const MASSBANK = '../shared/data/ms/massbank.jsonl.gz';

interface MassBankLine {
  readonly ms?: string;
  readonly mode?: string;
  readonly pmz?: number;
  readonly peaks: readonly (readonly [number, number])[];
}

/** MassBank's MS2 spectra of positive ions with a known precursor and at least three peaks after cleaning, in the order of the file. */
export async function realTandemSpectra(cleaning: TandemCleaning): Promise<readonly TandemSpectrum[]> {
  const spectra: TandemSpectrum[] = [];
  const lines = createInterface({ input: createReadStream(MASSBANK).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const record = JSON.parse(line) as MassBankLine;
    if (record.ms !== 'MS2' || record.mode !== 'POSITIVE' || !((record.pmz ?? 0) > 0)) continue;
    const mz = record.peaks.map(([m]) => m);
    const intensity = record.peaks.map(([, value]) => value);
    const spectrum = prepareTandem({ mz, intensity }, record.pmz, cleaning);
    if (spectrum.mz.length >= 3) spectra.push(spectrum);
  }
  return spectra;
}

/** Another measurement of the same compound: m/z within about 5 ppm, intensities within a factor of 0.6 to 1.6, one peak in twenty lost. */
export function tandemReplica(spectrum: TandemSpectrum, random: () => number): TandemSpectrum {
  const mz = new Float64Array(spectrum.mz.length);
  const intensity = new Float32Array(mz.length);
  let count = 0;
  for (let i = 0; i < mz.length; i++) {
    const shift = (random() + random() - 1) * 5e-6;
    const factor = Math.exp(random() - 0.5);
    if (random() < 0.05) continue;
    mz[count] = spectrum.mz[i]! * (1 + shift);
    intensity[count++] = spectrum.intensity[i]! * factor;
  }
  const precursorMz = spectrum.precursorMz * (1 + (random() + random() - 1) * 5e-6);
  return { mz: mz.subarray(0, count), intensity: intensity.subarray(0, count), precursorMz };
}

/** The same peaks with their intensities dealt anew: like no library spectrum, the hard case for bounds. */
export function shuffledIntensities(spectrum: TandemSpectrum, random: () => number): TandemSpectrum {
  const intensity = spectrum.intensity.slice();
  for (let i = intensity.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [intensity[i], intensity[j]] = [intensity[j]!, intensity[i]!];
  }
  return { ...spectrum, intensity };
}
