import { mulberry32 } from '../../../../bench/seeded-random';
import type { PackedScans } from '../../../../src/core/processing/runs/packed-scans';
import { packScans } from '../../../../src/core/processing/runs/packed-scans';

/** A substance of an invented run: where it elutes (scan, fractions allowed), how high its base peak is (counts), and its pure spectrum. */
export interface Injected {
  readonly apex: number;
  readonly height: number;
  readonly mz: ArrayLike<number>;
  readonly intensity: ArrayLike<number>;
}

export interface InventedRun {
  readonly scans: number;
  readonly substances: readonly Injected[];
  readonly seed: number;
  /** Standard deviation of a signal A is this times √A. @default 3 */
  readonly noise?: number;
  /** Full width at half height, scans. @default 6 */
  readonly width?: number;
  /** Counts of the column's bleed at its strongest ion, at the end of the run. @default 4000 */
  readonly bleed?: number;
  /** Seconds between scans. @default 0.5 */
  readonly interval?: number;
  /** Scans by which an ion comes later for each unit of m/z above 150. @default 0 */
  readonly skew?: number;
}

/** Weakest signal the invented detector records. */
const THRESHOLD = 100;
/** Ions of siloxane bleed and air, with their shares; the first climb with the oven. */
const BLEED = [
  [207, 1],
  [73, 0.5],
  [281, 0.35],
  [191, 0.15],
  [44, 0.4],
  [40, 0.2],
] as const;

/** A made-up GC-MS run: tailing peaks (σ 15 % wider behind), bleed, counting noise, a threshold, m/z written to 0.1 with small errors. Same seed, same run. */
export function inventRun({
  scans,
  substances,
  seed,
  noise = 3,
  width = 6,
  bleed = 4000,
  interval = 0.5,
  skew = 0,
}: InventedRun): PackedScans {
  const random = mulberry32(seed);
  const sigma = width / 2.355;
  const made = Array.from({ length: scans }, (_, s) => {
    const ions = new Map<number, number>();
    for (const [m, share] of BLEED) ions.set(m, bleed * share * (0.3 + (0.7 * s) / scans));
    for (const { apex, height, mz, intensity } of substances) {
      if (Math.abs(s - apex) > 8 * sigma) continue;
      const base = Array.from(intensity).reduce((a, b) => Math.max(a, b), 0);
      for (let i = 0; i < mz.length; i++) {
        const m = Math.round(mz[i]!);
        const distance = s - apex - skew * (m - 150);
        const shape = Math.exp(-0.5 * (distance / (distance > 0 ? 1.15 * sigma : sigma)) ** 2);
        ions.set(m, (ions.get(m) ?? 0) + (height / base) * shape * intensity[i]!);
      }
    }
    const seen = [...ions]
      .map(([m, a]) => [m + 0.1 * Math.floor(3 * random()), Math.round(a + noise * Math.sqrt(a) * normal(random))] as const)
      .filter(([, a]) => a >= THRESHOLD)
      .sort(([a], [b]) => a - b);
    return {
      number: s + 1,
      time: 120 + interval * s,
      msLevel: 1,
      profile: false,
      mz: Float64Array.from(seen, ([m]) => m),
      intensity: Float64Array.from(seen, ([, a]) => a),
    };
  });
  return packScans(made);
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
