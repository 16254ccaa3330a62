import type { Reason } from '../reason';
import type { ReferenceLot } from '../reference-lot';

export const FINDING_KINDS = ['retention', 'ions', 'match', 'blank', 'colour', 'features', 'range'] as const;
/** What was compared: a position on a scale, ion ratios, a whole spectrum, the blank before, colours, documented features, a range. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One comparison carried out: its numbers are in `params`, so that the checklist explains itself. */
export interface Finding extends Reason {
  readonly kind: FindingKind;
  readonly met: boolean;
}

/** Another substance whose reference material ran in the same sequence, and whether this result is clearly not it (R12). */
export interface Exclusion {
  readonly substanceKey: string;
  readonly lot: ReferenceLot;
  readonly separated: boolean;
  readonly finding: Finding;
}

export const COMPARISON_BASES = ['reference material', 'library', 'documented description', 'orientation'] as const;
/**
 * With what the sample was compared. `orientation` is the starter list of principal ions: it counts as nothing.
 * `library` is a collection's spectrum without reference material: tentative at most (R9).
 */
export type ComparisonBasis = (typeof COMPARISON_BASES)[number];

/** A computed comparison. There is no field that says "met": see {@link comparisonHolds}. */
export interface Comparison {
  readonly basis: ComparisonBasis;
  readonly findings: readonly Finding[];
  readonly exclusions: readonly Exclusion[];
}

/** The parts of one comparison brought together, each from its own function. */
export function joinFindings(
  basis: ComparisonBasis,
  parts: readonly (readonly Finding[])[],
  exclusions: readonly Exclusion[] = [],
): Comparison {
  return { basis, findings: parts.flat(), exclusions };
}

/** Kinds of finding that a technique asks for and this comparison lacks. */
export function missingKinds(comparison: Comparison, required: readonly FindingKind[]): readonly FindingKind[] {
  return required.filter((kind) => !comparison.findings.some((finding) => finding.kind === kind));
}

/** Whether a comparison is met: every required kind was carried out, and every finding of it holds. Nobody ticks this. */
export function comparisonHolds(comparison: Comparison, required: readonly FindingKind[]): boolean {
  return (
    comparison.findings.length > 0 && missingKinds(comparison, required).length === 0 && comparison.findings.every((finding) => finding.met)
  );
}
