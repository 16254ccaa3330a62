import { ProcessingRefused } from '../refused';
import type { PackedScans } from './packed-scans';

/** How peaks of several scans are taken for the same ion. */
export type ScanMerging =
  /** One peak at each integer: floor(m/z + offset). @default offset 0.5 */
  | { readonly kind: 'nominal'; readonly offset?: number }
  /** Neighbours no farther apart than the tolerance, at their mean m/z weighted by intensity. */
  | { readonly kind: 'tolerance'; readonly tolerance: number; readonly unit: 'Da' | 'ppm' };

/** Peaks in ascending m/z; intensity in the unit of the run. */
export interface AveragedScans {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/** Scans from `from` up to, not including, `to`, counted from 0. */
export interface ScanRange {
  readonly from: number;
  readonly to: number;
}

/** The scans whose time lies between two times, both included; empty where there is none. */
export function scansBetween({ times }: PackedScans, start: number, end: number): ScanRange {
  const low = Math.min(start, end);
  const high = Math.max(start, end);
  let from = 0;
  while (from < times.length && !(times[from]! >= low)) from++;
  let to = from;
  while (to < times.length && times[to]! <= high) to++;
  return { from, to };
}

/**
 * Mean spectrum of some scans: the intensities of one ion added up over all scans and divided by their number, so that a scan without the ion
 * counts as 0.
 * @throws ProcessingRefused `range-empty` for no scan.
 */
export function averageScans(scans: PackedScans, range: ScanRange, merging: ScanMerging): AveragedScans {
  const from = Math.max(0, range.from);
  const to = Math.min(scans.times.length, range.to);
  if (!(to > from)) throw new ProcessingRefused('range-empty', { from: range.from, to: range.to });
  const start = scans.offsets[from]!;
  const end = scans.offsets[to]!;
  const mz = scans.mz.subarray(start, end);
  const intensity = scans.intensity.subarray(start, end);
  const sum = merging.kind === 'nominal' ? sumNominal(mz, intensity, merging.offset ?? 0.5) : sumNear(mz, intensity, merging);
  return { mz: sum.mz, intensity: sum.intensity.map((value) => value / (to - from)) };
}

function sumNominal(mz: Float64Array, intensity: Float64Array, offset: number): AveragedScans {
  const sums = new Map<number, number>();
  for (let i = 0; i < mz.length; i++) {
    const nominal = Math.floor(mz[i]! + offset);
    sums.set(nominal, (sums.get(nominal) ?? 0) + intensity[i]!);
  }
  const sorted = [...sums].filter(([, sum]) => sum > 0).sort(([a], [b]) => a - b);
  return { mz: Float64Array.from(sorted, ([m]) => m), intensity: Float64Array.from(sorted, ([, sum]) => sum) };
}

function sumNear(mz: Float64Array, intensity: Float64Array, merging: Extract<ScanMerging, { kind: 'tolerance' }>): AveragedScans {
  const order = Uint32Array.from(mz.keys()).sort((a, b) => mz[a]! - mz[b]!);
  const places: number[] = [];
  const sums: number[] = [];
  for (let k = 0; k < order.length; ) {
    let sum = 0;
    let moment = 0;
    let last = mz[order[k]!]!;
    for (; k < order.length; k++) {
      const m = mz[order[k]!]!;
      const tolerance = merging.unit === 'ppm' ? (m * merging.tolerance) / 1e6 : merging.tolerance;
      if (m - last > tolerance) break;
      const height = intensity[order[k]!]!;
      sum += height;
      moment += height * m;
      last = m;
    }
    if (!(sum > 0)) continue;
    places.push(moment / sum);
    sums.push(sum);
  }
  return { mz: Float64Array.from(places), intensity: Float64Array.from(sums) };
}
