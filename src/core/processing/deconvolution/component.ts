import type { ScanMerging } from '../runs/average-scans';
import type { LadderStep, RetentionIndexOptions } from '../runs/retention-index';

/** An ion of a component that stands for its shape in time. */
export interface ModelIon {
  readonly mz: number;
  /** Intensity at the apex, unit of the run. */
  readonly intensity: number;
}

/**
 * What elutes at one time: one substance, as far as the run tells them apart. Points count scans from 0 as they were packed; times in the unit of the run,
 * intensities in that of its scans.
 */
export interface RunComponent {
  /** How it was found: separated from its neighbours, or the plain way, a peak of the total ion current. */
  readonly method: 'components' | 'tic-peaks';
  readonly startPoint: number;
  readonly apexPoint: number;
  readonly endPoint: number;
  readonly start: number;
  /** To a part of a scan. */
  readonly apex: number;
  readonly end: number;
  /** Area of its share of the total ion current: intensity times time. */
  readonly area: number;
  /** Area of its strongest model ion. */
  readonly modelArea: number;
  /** Its share of the total ion current at the apex. */
  readonly height: number;
  /** Height of the strongest model ion over the noise at its level. */
  readonly signalToNoise: number;
  /** `height` as a share of all signal of the apex scan, 0 to 1; background and neighbours make it smaller. */
  readonly purity: number;
  /** Width at half height of its shape in time. */
  readonly width: number;
  /** Unitless; absent without a ladder, and for a time beyond its ends. */
  readonly retentionIndex?: number;
  /** Strongest first, at most five. */
  readonly modelIons: readonly ModelIon[];
  /** The separated spectrum: ascending m/z, intensity at the apex. */
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

export interface DeconvolutionOptions {
  /** How peaks of scans become ions: nominal mass, or for accurate mass a tolerance. @default nominal with offset 0.3 (m − 0.3 … m + 0.7) */
  readonly ions?: ScanMerging;
  /** Least height of an ion's peak over its noise. @default 6 */
  readonly minSignalToNoise?: number;
  /** Least number of ions that must rise and fall together. @default 3 */
  readonly minIons?: number;
  /** Least share of the signal of the apex scan: below it a component is a ripple on something a hundred times larger. @default 0.01 */
  readonly minPurity?: number;
  /** An alkane ladder for retention indices. */
  readonly ladder?: readonly LadderStep[];
  readonly retentionIndex?: RetentionIndexOptions;
}

/** Why a run cannot be taken apart, with what fills each sentence (`deconvolution.refusal.<code>`). */
export const deconvolutionRefusals = {
  'run-empty': [],
  'too-few-scans': ['needed', 'found'],
  'no-signal': ['scans'],
  'times-not-ascending': ['scan'],
  'peaks-not-finite': ['scan'],
  'parameter-out-of-range': ['parameter', 'value', 'min'],
  'ladder-unusable': ['reason'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type DeconvolutionRefusalCode = keyof typeof deconvolutionRefusals;

/** What was noticed in a run that was taken apart (`deconvolution.note.<code>`). */
export const deconvolutionNotes = {
  'no-ions-above-noise': ['minSignalToNoise'],
  'noise-not-measured': ['threshold'],
  'outside-ladder': ['count'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type DeconvolutionNoteCode = keyof typeof deconvolutionNotes;

export interface DeconvolutionNote {
  readonly code: DeconvolutionNoteCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface RunComponents {
  readonly kind: 'components';
  /** In the order of their apexes. */
  readonly components: readonly RunComponent[];
  readonly notes: readonly DeconvolutionNote[];
  /** Standard deviation of the noise of a signal A is this times √A; NaN for peaks of the total ion current. */
  readonly noiseFactor: number;
  /** Scans by which an ion's apex comes later for each unit of m/z, corrected before anything else; 0 where none was found. */
  readonly skew: number;
  /** Distinct ions of the run, and peaks seen in their chromatograms. */
  readonly ions: number;
  readonly ionPeaks: number;
}

export type DeconvolutionOutcome =
  | RunComponents
  | { readonly kind: 'refused'; readonly code: DeconvolutionRefusalCode; readonly params: Readonly<Record<string, string | number>> };

/** Stored with a result; `version` changes when any input could give another number. */
export const deconvolutionDescriptor = {
  id: 'gcms-components',
  version: '1',
  parameters: { ions: 'nominal, floor(m+0.3)', minSignalToNoise: 6, minIons: 3, minPurity: 0.01 },
  method: 'deconvolution',
} as const;
