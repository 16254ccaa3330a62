/**
 * How much a finding weighs. `defect`: the entry cannot be relied on or not be used at all; `doubt`: something in it contradicts
 * something else; `gap`: something is missing or weak; `note`: to be known, no fault.
 */
export type Severity = 'defect' | 'doubt' | 'gap' | 'note';

/** Every finding and its weight. Codes are keys of the namespace `quality` and stored with the entry: add, never rename. */
export const FINDING_SEVERITY = {
  // The signal of a mass spectrum.
  'no-peaks': 'defect',
  'noise-only': 'doubt',
  'one-peak': 'doubt',
  'few-peaks': 'gap',
  profile: 'doubt',
  saturated: 'doubt',
  'low-dynamic-range': 'gap',
  // Masses against each other.
  'peaks-above-molecular-mass': 'doubt',
  'strong-peaks-above-molecular-mass': 'defect',
  'peaks-above-precursor': 'doubt',
  'precursor-differs': 'defect',
  'precursor-inexact': 'gap',
  'molecular-ion-absent': 'note',
  // What is stated of the substance.
  'formula-unreadable': 'doubt',
  /** An element or isotope that Aliquot's table of masses lacks. */
  'formula-not-covered': 'note',
  'structure-unreadable': 'gap',
  'cas-invalid': 'doubt',
  'inchikey-invalid': 'doubt',
  'formula-differs-from-structure': 'doubt',
  'exact-mass-differs': 'doubt',
  /** The average molecular mass stands where the monoisotopic one belongs. */
  'exact-mass-is-average': 'gap',
  'molecular-mass-differs': 'doubt',
  'no-name': 'doubt',
  'no-identifiers': 'gap',
  'no-structure': 'gap',
  'no-formula': 'gap',
  // How it was measured.
  'ionisation-unknown': 'gap',
  'precursor-missing': 'gap',
  'adduct-missing': 'gap',
  'adduct-unreadable': 'note',
  'polarity-missing': 'gap',
  'collision-energy-missing': 'gap',
  'instrument-unknown': 'note',
  'origin-unknown': 'note',
  'no-licence': 'note',
  // Curves.
  'few-points': 'defect',
  'x-not-ordered': 'defect',
  'missing-values': 'doubt',
  flat: 'defect',
  'noisy-curve': 'doubt',
  'curve-clipped': 'doubt',
  'curve-beyond-linear': 'gap',
  'narrow-range': 'gap',
  'x-unit-unknown': 'doubt',
  'y-unit-unknown': 'gap',
  'technique-unknown': 'gap',
  // Entries against each other.
  'duplicate-spectrum': 'note',
  'spectrum-of-stereoisomers': 'note',
  'few-peaks-of-two-structures': 'note',
  'spectrum-of-two-structures': 'doubt',
  'identifier-of-two-formulas': 'doubt',
} as const satisfies Readonly<Record<string, Severity>>;

/** Changes when any entry could get another finding or grade. */
export const EXAMINATION_VERSION = 'examination/1';

export type FindingCode = keyof typeof FINDING_SEVERITY;

/** One thing found in an entry: a code of the catalogue, its weight, and what fills the sentence. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A finding with the weight of the table. */
export function finding(code: FindingCode, params: Finding['params'] = {}): Finding {
  return { code, severity: FINDING_SEVERITY[code], params };
}

/**
 * A: nothing but notes. B: something is missing or weak. C: something contradicts something else. D: not to be relied on.
 * The worst finding alone decides: many small gaps are no contradiction. Nothing is hidden by a grade; it can be filtered by.
 */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** The grade of an entry by its findings, those of `examineEntry` and those across entries together. */
export function gradeOf(findings: Iterable<Finding>): Grade {
  let grade: Grade = 'A';
  for (const { severity } of findings) {
    if (severity === 'defect') return 'D';
    if (severity === 'doubt') grade = 'C';
    else if (severity === 'gap' && grade === 'A') grade = 'B';
  }
  return grade;
}
