import type { Axis } from './axis';
import type { Conditions } from './conditions';
import type { StatedIdentity, VerbatimField } from './mass-spectrum';

/** What is known of a run before its scans: they follow one by one, so that a run of any length is read in bounded memory. */
export interface Run {
  readonly identity: StatedIdentity;
  readonly conditions: Conditions;
  /** Unit of the scans' times, as in the file. */
  readonly timeAxis: Axis;
  /** Unit of intensities, as in the file. */
  readonly intensityAxis: Axis;
  /** How many scans the file announces; only to be compared and for progress. */
  readonly scansStated?: number;
  readonly accession?: string;
  readonly otherFields: readonly VerbatimField[];
}

/** One scan of a run: ascending m/z, intensities as in the file. */
export interface Scan {
  /** The file's own number, else counted from 1. */
  readonly number: number;
  /** In the unit of the run's `timeAxis`; NaN where the file gives none. */
  readonly time: number;
  readonly msLevel: number;
  readonly profile: boolean;
  readonly polarity?: 'positive' | 'negative';
  readonly precursorMz?: number;
  /** How many charges the precursor has, without sign. */
  readonly precursorCharge?: number;
  /** As stated, with the file's unit. */
  readonly collisionEnergy?: string;
  /** The instrument's own words for the kind of scan. */
  readonly filter?: string;
  /** Total ion current as the file states it; absent where it states none. */
  readonly statedIonCurrent?: number;
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}
