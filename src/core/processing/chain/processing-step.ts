import type { OpticalScale } from '../axes/x-convert-places';
import type { Normalisation } from '../axes/xy-normalise';

/** What an intensity axis is converted to. */
export type IntensityTarget = 'absorbance' | 'transmittance-percent' | 'transmittance-fraction' | 'kubelka-munk' | 'log-reflectance';

/**
 * One step of a chain with all its parameters, plain JSON, so that a chain can be stored, shown in words and done again. Limits and units are in
 * `STEP_DEFINITIONS`. `from`, `to`, `places` and `spacing` are in the unit the x axis has when the step's turn comes.
 */
export type ProcessingStep =
  | { readonly step: 'sort' }
  | { readonly step: 'resample'; readonly spacing: number }
  | { readonly step: 'crop'; readonly from: number; readonly to: number }
  | { readonly step: 'mask'; readonly from: number; readonly to: number }
  | { readonly step: 'convert-intensity'; readonly target: IntensityTarget }
  | { readonly step: 'convert-places'; readonly scale: OpticalScale; readonly laser: number }
  | { readonly step: 'normalise'; readonly method: Normalisation }
  | { readonly step: 'smooth'; readonly window: number; readonly order: number }
  | { readonly step: 'smooth-whittaker'; readonly lambda: number }
  | { readonly step: 'derivative'; readonly derivative: number; readonly window: number; readonly order: number }
  | { readonly step: 'absolute' }
  | BaselineStep
  | { readonly step: 'atr'; readonly crystalIndex: number; readonly sampleIndex: number; readonly angle: number; readonly depth: number }
  | { readonly step: 'carbon-dioxide'; readonly treatment: 'bridge' | 'mask'; readonly from: number; readonly to: number }
  | { readonly step: 'water-vapour'; readonly reference: string }
  | { readonly step: 'spikes'; readonly threshold: number; readonly width: number }
  | { readonly step: 'subtract'; readonly reference: string; readonly factor: number };

/** The steps that take a baseline off. */
export type BaselineStep =
  | { readonly step: 'baseline-als'; readonly lambda: number; readonly asymmetry: number; readonly iterations: number }
  | { readonly step: 'baseline-arpls'; readonly lambda: number; readonly ratio: number; readonly iterations: number }
  | { readonly step: 'baseline-airpls'; readonly lambda: number; readonly iterations: number }
  | { readonly step: 'baseline-rubber-band' }
  | { readonly step: 'baseline-polynomial'; readonly degree: number }
  | { readonly step: 'baseline-modified-polynomial'; readonly degree: number; readonly iterations: number }
  | { readonly step: 'baseline-points'; readonly places: readonly number[]; readonly around: number };

export type StepName = ProcessingStep['step'];

/** The meaning of steps and parameters; a change of any result gives a new one. Stored with every chain. */
export const PROCESSING_VERSION = 'aliquot-processing/1';

/** A chain as it is stored. */
export interface ProcessingChain {
  readonly version: typeof PROCESSING_VERSION;
  readonly steps: readonly ProcessingStep[];
}
