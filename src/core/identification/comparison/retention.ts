import type { ReferenceLot } from '../reference-lot';
import type { Exclusion, Finding } from './comparison';

/** A position on a separation's scale: minutes, retention index, or Rf, all of one run must share the unit. */
export interface Retention {
  readonly value: number;
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
  const params = { sample: sample.value, reference: reference.value, difference: round(difference), window: round(window), unit };
  const inWindow: Finding = { kind: 'retention', code: within ? 'retention-within' : 'retention-outside', params, met: within };
  if (sample.sequenceId === reference.sequenceId) return [inWindow];
  return [
    inWindow,
    {
      kind: 'retention',
      code: 'retention-other-sequence',
      params: { sample: sample.sequenceId, reference: reference.sequenceId },
      met: false,
    },
  ];
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
    };
    const finding: Finding = { kind: 'retention', code: separated ? 'isomer-separated' : 'isomer-not-separated', params, met: separated };
    return { substanceKey: other.substanceKey, lot: other.lot, separated, finding };
  });
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
