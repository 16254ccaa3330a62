import type { Conditions } from './conditions';

/** How ions were made; `unknown` when the file does not say. */
export const IONISATIONS = ['EI', 'ESI', 'APCI', 'CI', 'DART', 'MALDI', 'other', 'unknown'] as const;
export type Ionisation = (typeof IONISATIONS)[number];

/** What a file calls a substance, as written there; nothing here is checked or corrected. */
export interface StatedIdentity {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly cas?: string;
  readonly inchikey?: string;
  readonly inchi?: string;
  readonly smiles?: string;
  readonly formula?: string;
  /** Relative molecular mass as stated, g/mol. */
  readonly molecularMass?: number;
  /** Monoisotopic mass as stated, Da. */
  readonly exactMass?: number;
}

/** How the spectrum was measured, as far as the file says, in standard terms. */
export interface Acquisition {
  readonly ionisation: Ionisation;
  readonly msLevel: number;
  readonly polarity?: 'positive' | 'negative';
  readonly precursorMz?: number;
  /** How many charges the precursor has, without sign. */
  readonly precursorCharge?: number;
  readonly adduct?: string;
  readonly collisionEnergy?: string;
  readonly instrument?: string;
  readonly instrumentType?: string;
  /** Retention index, unitless, as stated. */
  readonly retentionIndex?: number;
  /** Retention time as stated, with the unit the file gives. */
  readonly retentionTime?: string;
}

/** One field of a file, kept word for word. */
export interface VerbatimField {
  readonly field: string;
  readonly value: string;
  readonly line?: number;
}

/**
 * One mass spectrum: peaks in ascending m/z, intensities as written in the file (no scaling).
 * `mz` (unitless) and `intensity` (the file's own scale) have one length; no NaN, no negative value.
 */
export interface MassSpectrum {
  readonly identity: StatedIdentity;
  readonly acquisition: Acquisition;
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  /** Present when the points are a profile, not centroids. */
  readonly profile?: true;
  /** What `acquisition` has no place for: sample, date, operator, ... */
  readonly conditions?: Conditions;
  /** The record's own number in its file or collection (`DB#`, accession). */
  readonly accession?: string;
  /** Licence the file states for this record. */
  readonly licence?: string;
  /** Who measured or published it, as stated. */
  readonly origin?: string;
  /** Every field that found no place above, verbatim, in file order: nothing is lost. */
  readonly otherFields: readonly VerbatimField[];
}
