import type { Trace } from '../../spectrum/curves';
import { type CommonGridOptions, onCommonGrid } from './common-grid';

/**
 * Mean of traces of one kind at each place, of the values that are there (a gap in all is a gap), on the x of the first or a common grid.
 * @throws ProcessingRefused as `onCommonGrid`.
 */
export function averageTraces(traces: readonly [Trace, ...Trace[]], options: CommonGridOptions = {}): Trace {
  const { x, ys } = onCommonGrid(traces, options);
  const values = ys[0]!.map((_, i) => {
    let sum = 0;
    let count = 0;
    for (const y of ys) {
      if (Number.isNaN(y[i]!)) continue;
      sum += y[i]!;
      count++;
    }
    return count === 0 ? Number.NaN : sum / count;
  });
  const { notes: _, ...first } = traces[0];
  return { ...first, role: 'other', x, y: { axis: first.y.axis, values } };
}
