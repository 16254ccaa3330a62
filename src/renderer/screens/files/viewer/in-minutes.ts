import type { Measurement, RunItem } from '../../../../contract/measurements';
import type { Axis, Unit } from '../../../../core/spectrum/axis';
import type { Trace } from '../../../../core/spectrum/curves';

const PER_MINUTE = { s: 60, ms: 60_000 } as const;

function perMinute({ quantity, unit }: Axis): number | undefined {
  if (quantity !== 'time') return undefined;
  return unit === 's' || unit === 'ms' ? PER_MINUTE[unit] : undefined;
}

const shown = new WeakMap<RunItem, RunItem>();
const units = new WeakMap<RunItem, Unit>();

/** The unit of the file's own times where a run is shown in another one. */
export function unitOfFile(shownRun: RunItem): Unit | undefined {
  return units.get(shownRun);
}

/**
 * A run as chromatographers read it, in minutes, whatever unit its file counts in; nothing else is touched. What is kept, searched and
 * written goes by scans, not by these times.
 */
export function inMinutes(item: Measurement): Measurement {
  if (item.kind !== 'run') return item;
  const known = shown.get(item);
  if (known !== undefined) return known;
  const divisor = perMinute(item.timeAxis);
  const converted: RunItem = {
    ...item,
    ...(divisor === undefined ? {} : { timeAxis: minutes(item.timeAxis), times: item.times.map((time) => time / divisor) }),
    chromatograms: item.chromatograms.map(chromatogramInMinutes),
  };
  shown.set(item, converted);
  if (divisor !== undefined) units.set(converted, item.timeAxis.unit);
  return converted;
}

function minutes(axis: Axis): Axis {
  return { ...axis, unit: 'min' };
}

function chromatogramInMinutes(trace: Trace): Trace {
  const { x } = trace;
  const divisor = perMinute(x.axis);
  if (divisor === undefined) return trace;
  const axis = minutes(x.axis);
  if (x.kind === 'explicit') return { ...trace, x: { ...x, axis, values: x.values.map((value) => value / divisor) } };
  return { ...trace, x: { ...x, axis, first: x.first / divisor, last: x.last / divisor } };
}
