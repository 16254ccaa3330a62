import { valueOrRefusal } from '../refused';
import { type LadderStep, type RetentionIndexOptions, retentionIndex } from '../runs/retention-index';
import type { RunComponent } from './component';
import type { IonTraces } from './ion-traces';
import { type IonNoise, noiseAt } from './noise-factor';
import type { SeparatedIon } from './separate';
import type { Shape } from './shape';

const MODEL_IONS = 5;

/** The numbers of a component from its shape and its separated ions (at least one). Total: the total ion current of each scan. */
export function measureComponent(
  traces: IonTraces,
  times: Float64Array,
  total: Float64Array,
  shape: Shape,
  ions: readonly SeparatedIon[],
  noise: IonNoise,
): RunComponent {
  const models = modelIons(shape, ions);
  const strongest = models[0]!;
  const height = ions.reduce((sum, ion) => sum + ion.intensity, 0);
  const apexPoint = shape.from + shape.values.indexOf(1);
  const endPoint = shape.from + shape.values.length - 1;
  const area = areaUnder(shape, times);
  return {
    method: 'components',
    startPoint: shape.from,
    apexPoint,
    endPoint,
    start: times[shape.from]!,
    apex: timeAt(times, shape.apex),
    end: times[endPoint]!,
    area: area * height,
    modelArea: area * strongest.intensity,
    height,
    signalToNoise: strongest.intensity / noiseAt(noise, strongest.intensity),
    purity: total[apexPoint]! > 0 ? Math.min(1, height / total[apexPoint]!) : 0,
    width: (shape.width * (times[endPoint]! - times[shape.from]!)) / Math.max(1, shape.values.length - 1),
    modelIons: models.map(({ ion, intensity }) => ({ mz: traces.mz[ion]!, intensity })),
    mz: Float64Array.from(ions, ({ ion }) => traces.mz[ion]!),
    intensity: Float64Array.from(ions, ({ intensity }) => intensity),
  };
}

/** Retention index of a time, `undefined` beyond the ladder. */
export function indexWithin(time: number, ladder: readonly LadderStep[], options: RetentionIndexOptions | undefined): number | undefined {
  const index = valueOrRefusal(() => retentionIndex(time, ladder, options));
  return 'value' in index ? index.value : undefined;
}

/** The ions that made the shape, strongest first; where none was kept, the strongest of all. */
function modelIons(shape: Shape, ions: readonly SeparatedIon[]): readonly SeparatedIon[] {
  const made = new Set(shape.peaks.map((peak) => peak.ion));
  const own = ions.filter(({ ion }) => made.has(ion));
  return (own.length > 0 ? own : ions).toSorted((a, b) => b.intensity - a.intensity || a.ion - b.ion).slice(0, MODEL_IONS);
}

function areaUnder({ from, values }: Shape, times: Float64Array): number {
  let area = 0;
  for (let i = 1; i < values.length; i++) area += ((values[i]! + values[i - 1]!) * (times[from + i]! - times[from + i - 1]!)) / 2;
  return area;
}

/** Time of a part of a scan. */
function timeAt(times: Float64Array, place: number): number {
  const before = Math.min(Math.max(0, Math.floor(place)), times.length - 2);
  return times[before]! + (place - before) * (times[before + 1]! - times[before]!);
}
