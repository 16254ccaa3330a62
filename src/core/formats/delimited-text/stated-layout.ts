import type { Place } from '../../spectrum/reading';
import type { ReadLog } from '../read-log';
import type { DelimitedLayout, LayoutDoubt } from './layout';

/** A layout as a reader follows it: with what of it was assumed (nothing, where a person has seen it). */
export interface StatedLayout<L> {
  readonly layout: L;
  readonly doubts: readonly LayoutDoubt[];
}

/** Names what of the layout was assumed, once a file. `sample` is a number as the file writes it. */
export function warnAssumed(
  { layout, doubts }: StatedLayout<Omit<DelimitedLayout, 'encoding' | 'separator' | 'grouping'>>,
  record: string,
  sample: string,
  at: Place,
  log: ReadLog,
): void {
  const assumed: Partial<Record<LayoutDoubt, string>> = {
    orientation: layout.orientation,
    'x-column': layout.xColumn === null ? '0, 1, 2, …' : String(layout.xColumn + 1),
    'x-quantity': layout.x.quantity,
    'x-unit': layout.x.unit,
    'y-quantity': layout.y.quantity,
    'y-unit': layout.y.unit,
    technique: layout.technique,
  };
  if (doubts.includes('decimal') || doubts.includes('separator')) {
    log.warn('number-ambiguous', at, { record, text: sample, value: layout.decimal });
  }
  if (doubts.some((doubt) => assumed[doubt] === 'unknown')) log.warn('axes-not-stated', at, { record });
  for (const doubt of doubts) {
    const value = assumed[doubt];
    if (value !== undefined && value !== 'unknown') log.warn('value-assumed', at, { record, field: doubt, value });
  }
}
