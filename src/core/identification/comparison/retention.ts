import type { ReferenceLot } from '../reference-lot';
import type { Exclusion, Finding } from './comparison';

/** A position on a separation's scale: minutes, retention index, or Rf, all of one run must share the unit. */
export interface Retention {
  readonly value: number;
  /** Who says so: the instrument's file, or a person who typed it. */
  readonly from?: 'file' | 'person';
  readonly sequenceId: string;
}

/** Tolerance set by the method's validation. When both are given the narrower holds. */
export interface RetentionTolerance {
  /** In the unit of the retention. */
  readonly absolute?: number;
  /** Percent of the reference's retention. */
  readonly relativePercent?: number;
}

export interface RetentionComparison {
  readonly sample: Retention;
  readonly reference: Retention;
  readonly unit: string;
  readonly tolerance: RetentionTolerance;
}

/** Half width of the window around a reference, in the retention's unit; undefined when the method states none. */
export function retentionWindow(reference: number, tolerance: RetentionTolerance): number | undefined {
  const windows: number[] = [];
  if (tolerance.absolute !== undefined) windows.push(tolerance.absolute);
  if (tolerance.relativePercent !== undefined) windows.push((Math.abs(reference) * tolerance.relativePercent) / 100);
  const narrowest = Math.min(...windows);
  return Number.isFinite(narrowest) && narrowest > 0 ? narrowest : undefined;
}

/**
 * |sample − reference| within the method's tolerance, the reference having been injected in the same sequence.
 * Rounding to 1e-9 keeps a difference that equals the tolerance on paper inside it. Tolerances are the laboratory's own
 * (see Davidson et al., Forensic Chem. 10 (2018), doi:10.1016/j.forc.2018.07.001, for measured ones).
 */
export function compareRetention(data: RetentionComparison): readonly Finding[] {
  const { sample, reference, unit } = data;
  const window = retentionWindow(reference.value, data.tolerance);
  if (window === undefined) return [{ kind: 'retention', code: 'retention-no-tolerance', params: {}, met: false }];
  if (!Number.isFinite(sample.value) || !Number.isFinite(reference.value)) {
    return [{ kind: 'retention', code: 'retention-not-measured', params: {}, met: false }];
  }
  const difference = Math.abs(sample.value - reference.value);
  const within = difference <= window + 1e-9;
  const params = {
    sample: sample.value,
    reference: reference.value,
    difference: round(difference),
    window: round(window),
    unit,
    ...(sample.from === undefined ? {} : { sampleFrom: sample.from }),
    ...(reference.from === undefined ? {} : { referenceFrom: reference.from }),
  };
  const inWindow: Finding = { kind: 'retention', code: within ? 'retention-within' : 'retention-outside', params, met: within };
  const typed = typedFindings(data);
  if (sample.sequenceId === reference.sequenceId) return [inWindow, ...typed];
  return [
    inWindow,
    ...typed,
    {
      kind: 'retention',
      code: 'retention-other-sequence',
      params: { sample: sample.sequenceId, reference: reference.sequenceId },
      met: false,
    },
  ];
}

/** Nothing against the comparison, but a reader must see that a number came from a person and not from the instrument. */
function typedFindings({ sample, reference, unit }: RetentionComparison): readonly Finding[] {
  const typed = (code: 'retention-sample-typed' | 'retention-reference-typed', { value, from }: Retention): readonly Finding[] =>
    from === 'person' ? [{ kind: 'retention', code, params: { value, unit }, met: true }] : [];
  return [...typed('retention-sample-typed', sample), ...typed('retention-reference-typed', reference)];
}

/** Whether any retention behind a finding was typed by a person. */
export function restsOnTypedRetention({ params }: Finding): boolean {
  return [params.sampleFrom, params.referenceFrom, params.otherFrom].includes('person');
}

export interface OtherReference {
  readonly substanceKey: string;
  readonly lot: ReferenceLot;
  readonly retention: Retention;
}

/**
 * Whether the references of isomers are resolved from this one: their windows must not overlap (distance over twice the
 * window) and all must have run in the sample's sequence.
 */
export function excludeByRetention(data: RetentionComparison, others: readonly OtherReference[]): readonly Exclusion[] {
  const window = retentionWindow(data.reference.value, data.tolerance);
  return others.map((other) => {
    const distance = Math.abs(other.retention.value - data.reference.value);
    const needed = window === undefined ? Number.POSITIVE_INFINITY : 2 * window;
    const separated = distance > needed && other.retention.sequenceId === data.sample.sequenceId;
    const params = {
      other: other.substanceKey,
      distance: round(distance),
      needed: Number.isFinite(needed) ? round(needed) : 0,
      unit: data.unit,
      ...(other.retention.from === undefined ? {} : { otherFrom: other.retention.from }),
    };
    const finding: Finding = { kind: 'retention', code: separated ? 'isomer-separated' : 'isomer-not-separated', params, met: separated };
    return { substanceKey: other.substanceKey, lot: other.lot, separated, finding };
  });
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
