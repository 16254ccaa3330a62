import type { IonPeak } from './ion-peaks';
import { fillTrace, type IonTraces } from './ion-traces';

/** The strongest peaks of the run, at most this many, each with its strongest ions show the skew. */
const MOST_GROUPS = 60;
const LEAST_GROUPS = 3;
const MOST_IONS = 14;
const LEAST_IONS = 4;
/** Ions nearer in m/z than this say nothing. */
const LEAST_APART = 15;
/** Slopes tried, scans a unit of m/z: a scan is at most a scan long, so over 100 m/z or more. */
const STEEPEST = 0.01;
const STEP = 0.0001;
/** A smaller skew moves no ion by a quarter of a scan. */
const LEAST_SKEW = 0.0005;
/** How much better than no skew it must fit the pairs of ions. */
const BETTER = 1.25;
/** What an apex is uncertain by besides its noise, scans. */
const EXTRA = 0.05;

/**
 * By how many scans an ion's apex comes later for each unit of m/z: a quadrupole measures the masses of a scan one after another, so that while a substance elutes
 * the masses of one scan belong to different times. The slope that most pairs of ions of the strongest peaks agree on (a mode, since ions of two overlapping
 * substances lie on two lines of one slope); 0 where no slope fits clearly better than none.
 * @param peaks clear peaks (high signal to noise) of all ions
 */
export function scanSkew(mz: Float64Array, peaks: readonly IonPeak[]): number {
  const { pairs, groups } = ionPairs(mz, peaks);
  if (groups < LEAST_GROUPS) return 0;
  let best = 0;
  let most = agreement(pairs, 0) * BETTER;
  for (let k = Math.round(-STEEPEST / STEP); k * STEP <= STEEPEST; k++) {
    const agreed = agreement(pairs, k * STEP);
    if (agreed <= most) continue;
    most = agreed;
    best = k * STEP;
  }
  return Math.abs(best) >= LEAST_SKEW ? best : 0;
}

/** Two ions with apexes close together: how far apart in m/z and in time (scans), and the standard deviation of the latter. */
interface IonPair {
  readonly masses: number;
  readonly scans: number;
  readonly deviation: number;
}

function ionPairs(mz: Float64Array, peaks: readonly IonPeak[]): { readonly pairs: readonly IonPair[]; readonly groups: number } {
  const byApex = peaks.toSorted((a, b) => a.apex - b.apex || a.ion - b.ion);
  const used: number[] = [];
  const pairs: IonPair[] = [];
  let groups = 0;
  for (const anchor of peaks.toSorted((a, b) => b.signalToNoise - a.signalToNoise || a.ion - b.ion || a.apex - b.apex)) {
    if (groups === MOST_GROUPS) break;
    if (used.some((apex) => Math.abs(apex - anchor.apex) < 2 * anchor.width)) continue;
    used.push(anchor.apex);
    const ions = around(byApex, anchor)
      .sort((a, b) => b.signalToNoise - a.signalToNoise || a.ion - b.ion)
      .slice(0, MOST_IONS);
    if (ions.length < LEAST_IONS) continue;
    groups++;
    ions.forEach((a, i) => {
      for (const b of ions.slice(i + 1)) {
        const masses = mz[a.ion]! - mz[b.ion]!;
        if (Math.abs(masses) < LEAST_APART) continue;
        pairs.push({ masses, scans: a.apex - b.apex, deviation: Math.hypot(a.precision, b.precision, EXTRA) });
      }
    });
  }
  return { pairs, groups };
}

/** Sum of the likelihoods of the pairs, each at most 1: what does not agree counts nothing, however far off. Pairs far apart in m/z say more. */
function agreement(pairs: readonly IonPair[], slope: number): number {
  let sum = 0;
  for (const { masses, scans, deviation } of pairs) {
    const off = (scans - slope * masses) / deviation;
    sum += Math.abs(masses) * Math.exp(-0.5 * off * off);
  }
  return sum;
}

function around(byApex: readonly IonPeak[], anchor: IonPeak): IonPeak[] {
  let low = 0;
  let high = byApex.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byApex[middle]!.apex < anchor.apex - 1.5) low = middle + 1;
    else high = middle;
  }
  const found: IonPeak[] = [];
  for (; low < byApex.length && byApex[low]!.apex <= anchor.apex + 1.5; low++) found.push(byApex[low]!);
  return found;
}

/** The traces as if all masses of a scan had been measured at once: each shifted by its skew from the run's mean m/z, by cubic interpolation between scans. */
export function withoutSkew(traces: IonTraces, skew: number): IonTraces {
  const centre = meanMz(traces);
  const y = new Float64Array(traces.scans);
  const shifted = new Float64Array(traces.scans);
  const starts = new Uint32Array(traces.starts.length);
  // A point between scans needs at most one more neighbour at each end of a stretch of points.
  const scan = new Uint32Array(3 * traces.scan.length);
  const intensity = new Float64Array(scan.length);
  let count = 0;
  for (let ion = 0; ion < traces.mz.length; ion++) {
    fillTrace(traces, ion, 0, y);
    shift(y, skew * (traces.mz[ion]! - centre), shifted);
    for (let i = 0; i < shifted.length; i++) {
      if (!(shifted[i]! > 0)) continue;
      scan[count] = i;
      intensity[count++] = shifted[i]!;
    }
    starts[ion + 1] = count;
  }
  return { ...traces, starts, scan: scan.slice(0, count), intensity: intensity.slice(0, count) };
}

function meanMz({ mz, starts, intensity }: IonTraces): number {
  let [sum, moment] = [0, 0];
  for (let ion = 0; ion < mz.length; ion++) {
    for (let p = starts[ion]!; p < starts[ion + 1]!; p++) {
      sum += intensity[p]!;
      moment += intensity[p]! * mz[ion]!;
    }
  }
  return moment / sum;
}

/** y at i + by for each i: the cubic through the four points around (Catmull and Rom); nothing between two zeros, and never below 0. */
function shift(y: Float64Array, by: number, into: Float64Array): void {
  const whole = Math.floor(by);
  const t = by - whole;
  const last = y.length - 1;
  for (let i = 0; i < y.length; i++) {
    const k = Math.min(Math.max(i + whole, 0), last);
    const b = y[k]!;
    const c = y[Math.min(k + 1, last)]!;
    if (b === 0 && c === 0) {
      into[i] = 0;
      continue;
    }
    const a = y[Math.max(k - 1, 0)]!;
    const d = y[Math.min(k + 2, last)]!;
    into[i] = Math.max(0, b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
  }
}
