import type { Finding } from './comparison';

export interface BlankComparison {
  /** Abundance of each diagnostic ion in the blank and in the sample, on one scale (raw counts, not normalised). */
  readonly ions: readonly { readonly mz: number; readonly blank: number; readonly sample: number }[];
  /** Most that the blank may show, percent of the sample's abundance; set by the method. */
  readonly limitPercent: number;
  readonly blank: { readonly sequenceId: string; readonly position: number };
  readonly sample: { readonly sequenceId: string; readonly position: number };
}

/**
 * The injection just before the sample is a blank of the same sequence and shows no diagnostic ion above the limit:
 * only the blank right before the sample can show what the one before it left behind.
 */
export function compareBlank(data: BlankComparison): readonly Finding[] {
  const precedes = data.blank.sequenceId === data.sample.sequenceId && data.blank.position === data.sample.position - 1;
  const place: Finding = {
    kind: 'blank',
    code: precedes ? 'blank-precedes' : 'blank-not-preceding',
    params: { blank: data.blank.position, sample: data.sample.position },
    met: precedes,
  };
  if (data.ions.length === 0) return [place, { kind: 'blank', code: 'blank-not-measured', params: {}, met: false }];
  const seen = data.ions.map((ion) => ({ mz: ion.mz, percent: ion.sample > 0 ? (100 * ion.blank) / ion.sample : ion.blank > 0 ? 100 : 0 }));
  const worst = seen.reduce((a, b) => (b.percent > a.percent ? b : a));
  const clean = worst.percent <= data.limitPercent;
  const params = { mz: worst.mz, percent: Math.round(worst.percent * 100) / 100, limit: data.limitPercent };
  return [place, { kind: 'blank', code: clean ? 'blank-clean' : 'blank-not-clean', params, met: clean }];
}
