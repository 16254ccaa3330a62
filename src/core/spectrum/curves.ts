import type { Abscissa, Axis } from './axis';
import type { Conditions } from './conditions';
import type { StatedIdentity, VerbatimField } from './mass-spectrum';

/** The kind of measurement, as the file says or as its axes leave no doubt. */
export const TECHNIQUES = [
  'infrared',
  'near-infrared',
  'raman',
  'uv-visible',
  'fluorescence',
  'nmr',
  'nmr-fid',
  'ion-mobility',
  'chromatography',
  'mass-spectrometry',
  'other',
  'unknown',
] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** What a trace is among those of its record. */
export const TRACE_ROLES = [
  'measured',
  'sample-single-beam',
  'background-single-beam',
  'interferogram',
  'phase',
  'real',
  'imaginary',
  'peaks',
  'other',
] as const;
export type TraceRole = (typeof TRACE_ROLES)[number];

/** One run of points. `y` has one value for each place of `x`, exactly as the file gives them after its own factors; a missing value is NaN. */
export interface Trace {
  /** The file's name for it, '' where it has none. */
  readonly label: string;
  readonly role: TraceRole;
  /** `line`: neighbours belong together; `sticks`: a table of peaks. */
  readonly form: 'line' | 'sticks';
  readonly x: Abscissa;
  readonly y: { readonly axis: Axis; readonly values: Float64Array };
  /** Words at peaks (assignments), by index of the point. */
  readonly notes?: readonly { readonly point: number; readonly text: string }[];
}

/** A record of curves: an optical spectrum, an NMR spectrum, a chromatogram, with all its traces. The first trace is the one to show. */
export interface Curves {
  readonly technique: Technique;
  readonly identity: StatedIdentity;
  readonly conditions: Conditions;
  readonly traces: readonly Trace[];
  /** Where in a map or series it was taken: named coordinates with their units as written. */
  readonly position?: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
  readonly accession?: string;
  readonly licence?: string;
  readonly origin?: string;
  /** Every field that found no place above, verbatim, in file order. */
  readonly otherFields: readonly VerbatimField[];
}
