import type { Averaging, RunScan, ScanRange } from '../../../../contract/measurements';
import { type AveragedScans, averageScans, type ScanMerging } from '../../../../core/processing/runs/average-scans';
import type { PackedScans } from '../../../../core/processing/runs/packed-scans';
import { subtractBackground } from '../../../../core/processing/runs/subtract-background';
import { FLAG_INTENSITY32, FLAG_MZ32, FLAG_PROFILE, type RunTables } from './reading-model';
import type { ScanWords } from './run-writer';
import type { ScratchFile } from './scratch-file';

type Numbers = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** The numbers of one scan as they are kept. */
interface ScanNumbers {
  readonly mz: Numbers;
  readonly intensity: Numbers;
}

/** A scan of a run with all it says. @returns undefined where the run has no such scan */
export function readScan(file: ScratchFile, run: RunTables, scan: number): RunScan | undefined {
  const [count, words, flags] = [run.counts[scan], run.words[scan], run.flags[scan]];
  if (count === undefined || words === undefined || flags === undefined) return undefined;
  const { mz, intensity } = numbersOf(file, run, scan);
  const begin = at(run.offsets, scan) + mz.byteLength + intensity.byteLength;
  const said = JSON.parse(Buffer.from(file.bytes(begin, words)).toString('utf8')) as ScanWords;
  const stated = at(run.statedIonCurrent, scan);
  return {
    scan,
    number: at(run.numbers, scan),
    time: at(run.times, scan),
    msLevel: at(run.msLevels, scan),
    profile: (flags & FLAG_PROFILE) !== 0,
    polarity: said.polarity ?? null,
    precursorMz: said.precursorMz ?? null,
    precursorCharge: said.precursorCharge ?? null,
    collisionEnergy: said.collisionEnergy ?? null,
    filter: said.filter ?? null,
    ionCurrent: at(run.ionCurrent, scan),
    statedIonCurrent: Number.isNaN(stated) ? null : stated,
    peaks: { mz: new Float64Array(mz), intensity: new Float64Array(intensity) },
  };
}

/** Sums of intensities in m/z windows, both ends included, scan by scan; NaN for scans of another level. @returns 'stopped' when told so */
export function extractIons(
  file: ScratchFile,
  run: RunTables,
  windows: readonly { readonly from: number; readonly to: number }[],
  msLevel: number | null,
  stopped: () => boolean,
): Float64Array<ArrayBuffer>[] | 'stopped' {
  const scans = run.times.length;
  const traces = windows.map(() => new Float64Array(scans));
  const lowest = Math.min(...windows.map(({ from }) => from));
  const highest = Math.max(...windows.map(({ to }) => to));
  for (let scan = 0; scan < scans; scan++) {
    if (scan % 256 === 0 && stopped()) return 'stopped';
    if (msLevel !== null && run.msLevels[scan] !== msLevel) {
      for (const trace of traces) trace[scan] = Number.NaN;
      continue;
    }
    if (!(at(run.highest, scan) >= lowest && at(run.lowest, scan) <= highest)) continue;
    const { mz, intensity } = numbersOf(file, run, scan);
    windows.forEach(({ from, to }, i) => {
      let sum = 0;
      for (let peak = firstFrom(mz, from); peak < mz.length && at(mz, peak) <= to; peak++) sum += at(intensity, peak);
      const trace = traces[i];
      if (trace !== undefined) trace[scan] = sum;
    });
  }
  return traces;
}

/** Peaks of all scans together that are averaged in memory; an hour of a quadrupole has a tenth of them. */
export const MOST_PEAKS = 8_000_000;

export type AveragedScan = AveragedScans & { readonly scans: number; readonly backgroundScans: number };

/** Scans of a run as one spectrum, see `averaging` of the contract. @returns why there is none */
export function averageChosen(
  file: ScratchFile,
  run: RunTables,
  { ranges, background, msLevel, binWidth }: Averaging,
  stopped: () => boolean,
): AveragedScan | 'stopped' | 'too-many-peaks' | 'no-scan' {
  const chosen = scansIn(ranges, run, msLevel);
  const beneath = scansIn(background, run, msLevel);
  if (chosen.length === 0) return 'no-scan';
  const all = [...chosen, ...beneath];
  if (all.reduce((sum, scan) => sum + at(run.counts, scan), 0) > MOST_PEAKS) return 'too-many-peaks';
  const scans = packed(file, run, all, stopped);
  if (scans === 'stopped') return scans;
  const peak = { from: 0, to: chosen.length };
  const merging: ScanMerging = binWidth === 1 ? { kind: 'nominal' } : { kind: 'tolerance', tolerance: binWidth, unit: 'Da' };
  const { mz, intensity } =
    beneath.length === 0
      ? averageScans(scans, peak, merging)
      : subtractBackground(scans, { peak, background: [{ from: chosen.length, to: all.length }], merging });
  return { mz, intensity, scans: chosen.length, backgroundScans: beneath.length };
}

/** The chosen scans, one after another in memory. */
export function packed(file: ScratchFile, run: RunTables, scans: readonly number[], stopped: () => boolean): PackedScans | 'stopped' {
  const total = scans.reduce((sum, scan) => sum + at(run.counts, scan), 0);
  const offsets = new Uint32Array(scans.length + 1);
  const mz = new Float64Array(total);
  const intensity = new Float64Array(total);
  for (const [i, scan] of scans.entries()) {
    if (i % 256 === 0 && stopped()) return 'stopped';
    const numbers = numbersOf(file, run, scan);
    const begin = at(offsets, i);
    mz.set(numbers.mz, begin);
    intensity.set(numbers.intensity, begin);
    offsets[i + 1] = begin + numbers.mz.length;
  }
  return { offsets, mz, intensity, times: Float64Array.from(scans, (scan) => at(run.times, scan)) };
}

/** Scans of the level in any of the ranges, each once. */
function scansIn(ranges: readonly ScanRange[], run: RunTables, msLevel: number | null): readonly number[] {
  const chosen = new Set<number>();
  for (const { from, to } of ranges) {
    for (let scan = from; scan <= Math.min(to, run.times.length - 1); scan++) {
      if (msLevel === null || run.msLevels[scan] === msLevel) chosen.add(scan);
    }
  }
  return [...chosen];
}

function numbersOf(file: ScratchFile, run: RunTables, scan: number): ScanNumbers {
  const count = at(run.counts, scan);
  const flags = at(run.flags, scan);
  const mz = (flags & FLAG_MZ32) !== 0 ? new Float32Array(count) : new Float64Array(count);
  const intensity = (flags & FLAG_INTENSITY32) !== 0 ? new Float32Array(count) : new Float64Array(count);
  const both = file.bytes(at(run.offsets, scan), mz.byteLength + intensity.byteLength);
  new Uint8Array(mz.buffer).set(both.subarray(0, mz.byteLength));
  new Uint8Array(intensity.buffer).set(both.subarray(mz.byteLength));
  return { mz, intensity };
}

/** First place whose value is not below. */
function firstFrom(values: Numbers, from: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(values, middle) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function at(values: Numbers | Float64Array | Uint32Array | Uint8Array, i: number): number {
  return values[i] ?? Number.NaN;
}
