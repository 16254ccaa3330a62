import type { Quantity } from '../../../../core/spectrum/axis';
import type { Trace } from '../../../../core/spectrum/curves';
import type { ShelvedItem } from './use-shelved';

/** Scales without a common unit, whose shapes are compared all the same. */
const SHAPES: readonly Quantity[] = [
  'intensity',
  'raman-intensity',
  'fluorescence-intensity',
  'ion-current',
  'relative-abundance',
  'other',
  'unknown',
];

/** What one of a run's or record's traces is, to be drawn beside others. */
export function firstTrace({ item }: ShelvedItem): Trace | undefined {
  if (item.kind === 'curves') return item.traces[0];
  if (item.kind === 'run') return totalIonCurrent(item);
  return undefined;
}

/** The sum of each scan's intensities over the time of the run, as a trace. */
export function totalIonCurrent(run: Extract<ShelvedItem['item'], { kind: 'run' }>): Trace {
  return {
    label: '',
    role: 'measured',
    form: 'line',
    x: { kind: 'explicit', axis: run.timeAxis, values: run.times },
    y: { axis: { quantity: 'ion-current', unit: run.intensityAxis.unit, written: run.intensityAxis.written }, values: run.ionCurrent },
  };
}

/** Whether two traces can stand on the same axes without one of them lying. */
export function sameAxes(a: Trace, b: Trace): boolean {
  const places = a.x.axis.quantity === b.x.axis.quantity && a.x.axis.unit === b.x.axis.unit;
  const values = a.y.axis.quantity === b.y.axis.quantity && a.y.axis.unit === b.y.axis.unit;
  return places && (values || (SHAPES.includes(a.y.axis.quantity) && SHAPES.includes(b.y.axis.quantity)));
}
