import type { Abscissa, Axis } from '../../spectrum/axis';
import { abscissaValues } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import type { PointRange } from '../numeric/finite-runs';
import type { Coded } from '../refused';

/** What a step noticed and went on after (`processing.note.<code>`), with the parameters of each sentence. */
export const processingNotes = {
  'points-without-value': ['count'],
  'points-joined': ['count'],
  'assignments-left-out': ['count'],
  'spacing-uneven': [],
  'baseline-of-transmittance': [],
  'spikes-removed': ['count'],
  'region-bridged': ['from', 'to'],
  'vapour-removed': ['amount', 'from', 'to'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProcessingNoteCode = keyof typeof processingNotes;

export interface StepOutcome {
  readonly trace: Trace;
  readonly notes: readonly Coded<ProcessingNoteCode>[];
}

export function note(code: ProcessingNoteCode, params: Readonly<Record<string, string | number>> = {}): Coded<ProcessingNoteCode> {
  return { code, params };
}

/** The trace with other values at the same places. */
export function withValues(trace: Trace, values: Float64Array, axis: Axis = trace.y.axis): Trace {
  return { ...trace, y: { axis, values } };
}

/** Some neighbouring points of a trace with their assignments; an even axis stays one. */
export function sliceTrace(trace: Trace, { from, to }: PointRange): Trace {
  const x = abscissaValues(trace.x).slice(from, to);
  const kept = trace.notes?.filter(({ point }) => point >= from && point < to).map(({ point, text }) => ({ point: point - from, text }));
  const { notes: _, ...rest } = trace;
  return {
    ...rest,
    x: trace.x.kind === 'regular' ? regularOrExplicit(trace.x.axis, x) : { kind: 'explicit', axis: trace.x.axis, values: x },
    y: { axis: trace.y.axis, values: trace.y.values.slice(from, to) },
    ...(kept === undefined || kept.length === 0 ? {} : { notes: kept }),
  };
}

/** An even axis where its rule gives back the very same numbers, else the numbers. */
export function regularOrExplicit(axis: Axis, values: Float64Array): Abscissa {
  const rule: Abscissa = { kind: 'regular', axis, first: values[0] ?? 0, last: values.at(-1) ?? 0, count: values.length };
  return abscissaValues(rule).every((value, i) => value === values[i]) ? rule : { kind: 'explicit', axis, values };
}

/** The trace on other points; assignments, which belong to points, are left behind and counted. */
export function withPoints(trace: Trace, x: Abscissa, values: Float64Array): StepOutcome {
  const { notes, ...rest } = trace;
  return {
    trace: { ...rest, x, y: { axis: trace.y.axis, values } },
    notes: notes === undefined || notes.length === 0 ? [] : [note('assignments-left-out', { count: notes.length })],
  };
}

/** How many values became missing. */
export function lostValues(before: Float64Array, after: Float64Array): number {
  let count = 0;
  for (let i = 0; i < before.length; i++) if (!Number.isNaN(before[i]!) && Number.isNaN(after[i]!)) count++;
  return count;
}
