import type { Trace } from '../../spectrum/curves';
import { type CommonGridOptions, onCommonGrid } from './common-grid';

export interface SubtractOptions extends CommonGridOptions {
  /** How much of the second is taken off. @default 1 */
  readonly factor?: number;
}

/**
 * trace − factor · other at each place, on the x of the first or a common grid; NaN where either has a gap.
 * @throws ProcessingRefused as `onCommonGrid`.
 */
export function subtractTrace(trace: Trace, other: Trace, options: SubtractOptions = {}): Trace {
  const { factor = 1 } = options;
  const { x, ys } = onCommonGrid([trace, other], options);
  const [a, b] = ys;
  const { notes: _, ...rest } = trace;
  return { ...rest, role: 'other', x, y: { axis: trace.y.axis, values: a!.map((value, i) => value - factor * b![i]!) } };
}
