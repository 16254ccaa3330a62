import type { ScanMerging } from '../runs/average-scans';
import type { PackedScans } from '../runs/packed-scans';

/**
 * A run by ions instead of scans, 12 bytes a peak: the points of ion i stand from `starts[i]` up to `starts[i + 1]`, in ascending scans, one a scan. What
 * is not there is 0.
 */
export interface IonTraces {
  readonly scans: number;
  /** Ascending. The whole number of a nominal ion, else the mean weighted by intensity. */
  readonly mz: Float64Array;
  readonly starts: Uint32Array;
  readonly scan: Uint32Array;
  readonly intensity: Float64Array;
}

/** Sorts the peaks of a run by ion; peaks of one ion in one scan are added. */
export function ionTraces(scans: PackedScans, merging: ScanMerging): IonTraces {
  const scanOf = new Uint32Array(scans.mz.length);
  for (let s = 0; s < scans.times.length; s++) scanOf.fill(s, scans.offsets[s]!, scans.offsets[s + 1]!);
  const { ionOf, mz } = merging.kind === 'nominal' ? nominalIons(scans, merging.offset ?? 0.5) : nearIons(scans, merging);
  const starts = new Uint32Array(mz.length + 1);
  for (const ion of ionOf) starts[ion + 1]!++;
  for (let i = 0; i < mz.length; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, -1);
  const scan = new Uint32Array(ionOf.length);
  const intensity = new Float64Array(ionOf.length);
  // Peaks are taken scan by scan, so that the points of an ion come out in order.
  for (let p = 0; p < ionOf.length; p++) {
    const at = next[ionOf[p]!]!++;
    scan[at] = scanOf[p]!;
    intensity[at] = scans.intensity[p]!;
  }
  return { scans: scans.times.length, mz, starts, scan, intensity };
}

interface IonsOfPeaks {
  readonly ionOf: Uint32Array;
  readonly mz: Float64Array;
}

function nominalIons({ mz: measured }: PackedScans, offset: number): IonsOfPeaks {
  const seen = new Set<number>();
  for (let p = 0; p < measured.length; p++) seen.add(Math.max(0, Math.floor(measured[p]! + offset)));
  const mz = Float64Array.from(seen).sort();
  const indexOf = new Map(Array.from(mz, (m, ion) => [m, ion] as const));
  const ionOf = new Uint32Array(measured.length);
  for (let p = 0; p < measured.length; p++) ionOf[p] = indexOf.get(Math.max(0, Math.floor(measured[p]! + offset)))!;
  return { ionOf, mz };
}

/** Neighbours on the m/z axis no farther apart than the tolerance are one ion, as long as it spans at most three tolerances: noise must not chain ions together. */
function nearIons(scans: PackedScans, merging: Extract<ScanMerging, { kind: 'tolerance' }>): IonsOfPeaks {
  const { mz, intensity } = scans;
  const order = Uint32Array.from(mz.keys()).sort((a, b) => mz[a]! - mz[b]! || a - b);
  const ionOf = new Uint32Array(mz.length);
  const ions: number[] = [];
  for (let k = 0; k < order.length; ) {
    const first = mz[order[k]!]!;
    const tolerance = merging.unit === 'ppm' ? (first * merging.tolerance) / 1e6 : merging.tolerance;
    let last = first;
    let sum = 0;
    let moment = 0;
    for (; k < order.length; k++) {
      const p = order[k]!;
      if (mz[p]! - last > tolerance || mz[p]! - first > 3 * tolerance) break;
      last = mz[p]!;
      sum += intensity[p]!;
      moment += intensity[p]! * last;
      ionOf[p] = ions.length;
    }
    ions.push(sum > 0 ? moment / sum : first);
  }
  return { ionOf, mz: Float64Array.from(ions) };
}

/** Writes the intensities of one ion in the scans from `from` on into the whole of `into`, 0 where it was not seen. */
export function fillTrace(traces: IonTraces, ion: number, from: number, into: Float64Array): void {
  into.fill(0);
  const { scan, intensity, starts } = traces;
  const end = starts[ion + 1]!;
  let low = starts[ion]!;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scan[middle]! < from) low = middle + 1;
    else high = middle;
  }
  const to = from + into.length;
  for (let p = low; p < end && scan[p]! < to; p++) into[scan[p]! - from]! += intensity[p]!;
}
