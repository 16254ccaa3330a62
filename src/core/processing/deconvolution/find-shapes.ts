import type { IonPeak } from './ion-peaks';
import { fillTrace, type IonTraces } from './ion-traces';
import type { IonNoise } from './noise-factor';
import { type Shape, shapeEnd, shapeOf } from './shape';
import { MOST_SHAPES, WindowFit } from './window-fit';

/** What is left of a trace may be this share of its height, root mean square: ions of one substance differ that much in shape. */
const SAME_SHAPE = 0.04;
/** … and this many times the noise. */
const SAME_NOISE = 1.5;
/** Ions of one substance agree in shape at least so far (Pearson's r), and those that make its model closer. */
const COMPANION = 0.8;
const MODEL = 0.95;
/** A model ion is at least this share as sharp as the sharpest. */
const MODEL_SHARPNESS = 0.5;
/** Part of a scan by which apexes of one substance may differ besides their noise. */
const APEX_SPREAD = 0.12;
/** Scans added on both sides of a peak, so that the background is seen. */
export const MARGIN = 2;

/**
 * The shapes in time of the substances of a run, by "model peaks" (R. G. Dromey et al., Anal. Chem. 48 (1976) 1368; S. E. Stein 1999): the sharpest ion peak that no
 * sum of the shapes found so far explains starts a new one, if at least `minIons` unexplained ions have their apex there. At the end those that their
 * neighbours explain are taken out again. Yields the share done, 0 to 1.
 */
export function* findShapes(traces: IonTraces, peaks: readonly IonPeak[], noise: IonNoise, minIons: number): Generator<number, Shape[]> {
  const byApex = peaks.toSorted((a, b) => a.apex - b.apex || a.ion - b.ion);
  const apexes = Float64Array.from(byApex, (peak) => peak.apex);
  const places = new Map(byApex.map((peak, i) => [peak, i] as const));
  const taken = new Uint8Array(byApex.length);
  const shapes: Shape[] = [];
  const order = byApex.toSorted((a, b) => b.sharpness - a.sharpness || a.ion - b.ion || a.apex - b.apex);
  for (let k = 0; k < order.length; k++) {
    if (k % 256 === 0) yield k / order.length;
    const seed = order[k]!;
    const place = places.get(seed)!;
    if (taken[place] === 1) continue;
    const unexplained = (i: number): boolean => !explained(traces, byApex[i]!, shapes, noise);
    if (!unexplained(place)) {
      taken[place] = 1;
      continue;
    }
    const trace = traceOf(traces, seed.ion, seed.from, seed.to);
    const companions = near(apexes, byApex, seed).filter((i) => {
      if (i === place) return true;
      if (taken[i] === 1 || correlation(trace, traceOf(traces, byApex[i]!.ion, seed.from, seed.to)) < COMPANION) return false;
      return unexplained(i);
    });
    if (companions.length < minIons) continue;
    const shape = modelShape(
      traces,
      seed,
      companions.map((i) => byApex[i]!),
    );
    if (shape === undefined) continue;
    for (const i of companions) taken[i] = 1;
    shapes.push(shape);
  }
  return withoutRedundant(shapes).sort((a, b) => a.apex - b.apex);
}

/** The shapes that reach into some scans, nearest apex first, as many as a fit takes. */
export function shapesIn(shapes: readonly Shape[], from: number, to: number, apex: number): Shape[] {
  const inside = shapes.filter((shape) => shape.from < to && shapeEnd(shape) > from);
  inside.sort((a, b) => Math.abs(a.apex - apex) - Math.abs(b.apex - apex) || a.apex - b.apex);
  return inside.slice(0, MOST_SHAPES);
}

function near(apexes: Float64Array, peaks: readonly IonPeak[], seed: IonPeak): number[] {
  const reach = (other: number): number => 3 * Math.sqrt(seed.precision ** 2 + other ** 2 + APEX_SPREAD ** 2);
  const farthest = reach(1);
  let i = 0;
  let high = apexes.length;
  while (i < high) {
    const middle = (i + high) >> 1;
    if (apexes[middle]! < seed.apex - farthest) i = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (; i < apexes.length && apexes[i]! <= seed.apex + farthest; i++) {
    if (Math.abs(apexes[i]! - seed.apex) <= reach(peaks[i]!.precision)) found.push(i);
  }
  return found;
}

function explained(traces: IonTraces, peak: IonPeak, shapes: readonly Shape[], noise: IonNoise): boolean {
  const from = Math.max(0, peak.from - MARGIN);
  const to = Math.min(traces.scans, peak.to + 1 + MARGIN);
  const neighbours = shapesIn(shapes, peak.from, peak.to + 1, peak.apex);
  if (neighbours.length === 0) return false;
  const y = traceOf(traces, peak.ion, from, to - 1);
  const left = new WindowFit(neighbours, from, to).fit(y) / y.length;
  let expected = 0;
  for (const value of y) expected += Math.max(value, noise.threshold) / y.length;
  const allowed = Math.max(SAME_NOISE * SAME_NOISE * noise.factor * noise.factor * expected, (SAME_SHAPE * peak.height) ** 2);
  return left <= allowed;
}

/** The sum of the sharpest ions of a group over their own straight backgrounds. */
function modelShape(traces: IonTraces, seed: IonPeak, companions: readonly IonPeak[]): Shape | undefined {
  const trace = traceOf(traces, seed.ion, seed.from, seed.to);
  const sharp = companions
    .filter((peak) => peak.sharpness >= MODEL_SHARPNESS * seed.sharpness)
    .filter((peak) => peak === seed || correlation(trace, traceOf(traces, peak.ion, seed.from, seed.to)) >= MODEL)
    .toSorted((a, b) => b.sharpness - a.sharpness || a.ion - b.ion);
  const sum = new Float64Array(seed.to - seed.from + 1);
  for (const peak of sharp) {
    const y = traceOf(traces, peak.ion, seed.from, seed.to);
    const slope = (y.at(-1)! - y[0]!) / Math.max(1, y.length - 1);
    for (let i = 0; i < y.length; i++) sum[i]! += y[i]! - y[0]! - slope * i;
  }
  let [weight, moment] = [0, 0];
  for (const { apex, precision } of companions) {
    weight += 1 / (precision * precision);
    moment += apex / (precision * precision);
  }
  return shapeOf(sum, seed.from, moment / weight, sharp);
}

/** Takes out, weakest first, what the neighbours make together: an ion that two substances share can look like a third one between them. */
function withoutRedundant(shapes: readonly Shape[]): Shape[] {
  const kept = new Set(shapes);
  for (const shape of shapes.toSorted((a, b) => a.peaks[0]!.sharpness - b.peaks[0]!.sharpness || a.apex - b.apex)) {
    kept.delete(shape);
    const neighbours = shapesIn([...kept], shape.from, shapeEnd(shape), shape.apex);
    const from = Math.max(0, shape.from - MARGIN);
    const to = shapeEnd(shape) + MARGIN;
    const y = new Float64Array(to - from);
    y.set(shape.values, shape.from - from);
    const redundant = neighbours.length > 0 && new WindowFit(neighbours, from, to).fit(y) / y.length <= SAME_SHAPE ** 2;
    if (!redundant) kept.add(shape);
  }
  return [...kept];
}

/** The trace of an ion from a scan to a scan, both included. */
function traceOf(traces: IonTraces, ion: number, from: number, to: number): Float64Array {
  const y = new Float64Array(to - from + 1);
  fillTrace(traces, ion, from, y);
  return y;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    sa += a[i]!;
    sb += b[i]!;
    saa += a[i]! * a[i]!;
    sbb += b[i]! * b[i]!;
    sab += a[i]! * b[i]!;
  }
  const spread = (saa - (sa * sa) / n) * (sbb - (sb * sb) / n);
  return spread > 0 ? (sab - (sa * sb) / n) / Math.sqrt(spread) : 0;
}
