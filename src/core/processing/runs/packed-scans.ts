import type { Scan } from '../../spectrum/run';

/**
 * The scans of a run in four arrays: peaks of scan i are those from `offsets[i]` up to `offsets[i + 1]`, in ascending m/z. `times` has one value a scan, in
 * the unit of the run, ascending; intensities in the unit of the run.
 */
export interface PackedScans {
  readonly offsets: Uint32Array;
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  readonly times: Float64Array;
}

/** Scans one after another in memory. Which MS levels belong together is for the caller to choose. */
export function packScans(scans: readonly Scan[]): PackedScans {
  const total = scans.reduce((sum, scan) => sum + scan.mz.length, 0);
  const offsets = new Uint32Array(scans.length + 1);
  const mz = new Float64Array(total);
  const intensity = new Float64Array(total);
  const times = new Float64Array(scans.length);
  let at = 0;
  scans.forEach((scan, i) => {
    mz.set(scan.mz, at);
    intensity.set(scan.intensity, at);
    times[i] = scan.time;
    at += scan.mz.length;
    offsets[i + 1] = at;
  });
  return { offsets, mz, intensity, times };
}
