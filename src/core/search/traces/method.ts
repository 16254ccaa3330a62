import type { OpticalScale } from '../../processing/axes/x-convert-places';
import type { XRange } from '../../processing/axes/xy-crop';
import { PROCESSING_VERSION, type ProcessingChain, type ProcessingStep } from '../../processing/chain/processing-step';
import type { Technique } from '../../spectrum/curves';

/** Evenly spaced places that every trace is brought to, both ends included, in the unit of the method's scale. */
export interface TraceGrid {
  readonly from: number;
  readonly to: number;
  readonly spacing: number;
}

/**
 * How traces are made comparable, plain JSON, stored with every search: the same for query and library. In this order: x to `scale`, y to
 * `intensity`, onto `grid` by straight lines, `chain`, then everything outside `ranges` and inside `masks` is left out.
 */
export interface TraceMethod {
  readonly version: 'trace-method/1';
  readonly technique: Technique;
  readonly scale: OpticalScale;
  /**
   * `absorbance`: transmittance to absorbance, reflectance to log₁₀(1/R), every other scale as it is (absorbance, Kubelka–Munk, photoacoustic);
   * `as-measured`: nothing is converted.
   */
  readonly intensity: 'absorbance' | 'as-measured';
  readonly grid: TraceGrid;
  readonly chain: ProcessingChain;
  /** What is compared; empty: the whole grid. */
  readonly ranges: readonly XRange[];
  /** What is left out of it. */
  readonly masks: readonly XRange[];
  /** Least part of the query's compared points that a library entry must have to be scored, 0 to 1. */
  readonly leastShare: number;
  /** Least number of compared points, of a query and in common. */
  readonly leastPoints: number;
  /** Traces of other techniques may enter the same ranking. Off unless a person asks. */
  readonly mixTechniques: boolean;
}

const chain = (...steps: readonly ProcessingStep[]): ProcessingChain => ({ version: PROCESSING_VERSION, steps });

const COMMON = {
  version: 'trace-method/1',
  ranges: [],
  masks: [],
  leastShare: 0.7,
  leastPoints: 40,
  mixTechniques: false,
} as const;

/** Carbon dioxide of the air between the interferometer and the detector, cm⁻¹: both bands that grow and shrink between background and sample. */
const CARBON_DIOXIDE: readonly XRange[] = [{ from: 2190, to: 2480 }];

/** The method a technique starts with; `undefined` where there is none (mass spectra, NMR, chromatograms). docs/methods/trace-search.md gives the reasons. */
export function defaultTraceMethod(technique: Technique): TraceMethod | undefined {
  switch (technique) {
    case 'infrared':
      return {
        ...COMMON,
        technique,
        scale: 'wavenumber',
        intensity: 'absorbance',
        grid: { from: 400, to: 4000, spacing: 4 },
        chain: chain(),
        masks: CARBON_DIOXIDE,
      };
    case 'near-infrared':
      return {
        ...COMMON,
        technique,
        scale: 'wavenumber',
        intensity: 'absorbance',
        grid: { from: 4000, to: 12_000, spacing: 8 },
        chain: chain({ step: 'derivative', derivative: 1, window: 11, order: 2 }),
      };
    case 'raman':
      return {
        ...COMMON,
        technique,
        scale: 'raman-shift',
        intensity: 'as-measured',
        grid: { from: 200, to: 3200, spacing: 2 },
        chain: chain({ step: 'baseline-arpls', lambda: 1e5, ratio: 0.001, iterations: 50 }, { step: 'normalise', method: 'snv' }),
      };
    case 'uv-visible':
      return {
        ...COMMON,
        technique,
        scale: 'wavelength-nm',
        intensity: 'absorbance',
        grid: { from: 200, to: 800, spacing: 1 },
        chain: chain(),
        ranges: [{ from: 200, to: 400 }],
      };
    case 'fluorescence':
      return {
        ...COMMON,
        technique,
        scale: 'wavelength-nm',
        intensity: 'as-measured',
        grid: { from: 200, to: 900, spacing: 1 },
        chain: chain(),
      };
    case 'nmr':
    case 'nmr-fid':
    case 'ion-mobility':
    case 'chromatography':
    case 'mass-spectrometry':
    case 'other':
    case 'unknown':
      return undefined;
  }
}

/** The places of the grid, ascending. */
export function gridPlaces({ from, to, spacing }: TraceGrid): Float64Array {
  // A thousandth of a billionth of a step: 0.3 / 0.1 is 2.9999999999999996.
  const count = Math.floor((to - from) / spacing + 1e-12) + 1;
  if (!(count >= 1 && count <= 1_000_000)) throw new RangeError(`a grid of ${count} points`);
  return Float64Array.from({ length: count }, (_, i) => from + i * spacing);
}

/** Whether each place of the grid is compared. */
export function comparedPlaces(method: TraceMethod, places: Float64Array): Uint8Array {
  const within = (place: number, { from, to }: XRange): boolean => place >= Math.min(from, to) && place <= Math.max(from, to);
  return Uint8Array.from(places, (place) => {
    const chosen = method.ranges.length === 0 || method.ranges.some((range) => within(place, range));
    return chosen && !method.masks.some((mask) => within(place, mask)) ? 1 : 0;
  });
}
