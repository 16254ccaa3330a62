import { MARGIN, shapesIn } from './find-shapes';
import { fillTrace, type IonTraces } from './ion-traces';
import { type IonNoise, noiseAt } from './noise-factor';
import { type Shape, shapeEnd } from './shape';
import { WindowFit } from './window-fit';

/** An ion counts when its factor is this many times its standard deviation. */
const SIGNIFICANT = 3;

/** One ion of a separated spectrum. */
export interface SeparatedIon {
  readonly ion: number;
  /** Intensity at the apex, without background and neighbours. */
  readonly intensity: number;
  /** `intensity` over its standard deviation from noise and overlap. */
  readonly significance: number;
}

/** The ions of one shape, ascending: each trace of the window fitted by this shape, its neighbours, and a straight background. */
export function separate(traces: IonTraces, shape: Shape, shapes: readonly Shape[], noise: IonNoise): SeparatedIon[] {
  const from = Math.max(0, shape.from - MARGIN);
  const to = Math.min(traces.scans, shapeEnd(shape) + MARGIN);
  const inside = shapesIn(shapes, from, to, shape.apex);
  const own = inside.indexOf(shape);
  const fit = new WindowFit(inside, from, to);
  const spread = Math.sqrt(fit.variance(own));
  const y = new Float64Array(fit.length);
  const found: SeparatedIon[] = [];
  for (let ion = 0; ion < traces.mz.length; ion++) {
    fillTrace(traces, ion, from, y);
    let mean = 0;
    for (let i = 0; i < y.length; i++) mean += (y[i]! * fit.columns[own]![i]!) / y.length;
    if (mean === 0) continue;
    const left = fit.fit(y);
    const intensity = fit.factors[own]!;
    if (!(intensity > 0)) continue;
    const residual = Math.sqrt(left / Math.max(1, y.length - fit.factors.length));
    const significance = intensity / (spread * Math.max(noiseAt(noise, mean), residual));
    if (significance >= SIGNIFICANT) found.push({ ion, intensity, significance });
  }
  return found;
}
