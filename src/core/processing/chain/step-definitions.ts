import type { Technique } from '../../spectrum/curves';
import { NORMALISATIONS } from '../axes/xy-normalise';
import type { StepName } from './processing-step';

/** `x`: the unit of the x axis at that step; `points`: a number of points; `1`: a pure number; `deviations`: robust standard deviations. */
export type ParameterUnit = 'x' | 'points' | 'nm' | 'um' | 'degrees' | 'deviations' | '1';

export type ParameterDefinition =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly default: number;
      readonly min: number;
      readonly max: number;
      readonly unit: ParameterUnit;
      readonly whole?: true;
      readonly odd?: true;
      /** Worth a slider in powers of ten. */
      readonly logarithmic?: true;
    }
  | { readonly kind: 'choice'; readonly name: string; readonly default: string; readonly choices: readonly string[] }
  | { readonly kind: 'places'; readonly name: string; readonly default: readonly number[]; readonly most: number }
  /** Key of a trace given to `applyChain`. */
  | { readonly kind: 'reference'; readonly name: string; readonly default: string };

export interface StepDefinition {
  readonly parameters: readonly ParameterDefinition[];
  /** Techniques that the step is offered for; `undefined`: all. */
  readonly techniques?: readonly Technique[];
  /** Whether it works on a table of peaks too. */
  readonly sticks: boolean;
  /** What becomes of the axes: `places`: other points; `scale`: another quantity or unit. */
  readonly changes: { readonly x?: 'places' | 'scale'; readonly y?: 'scale' };
}

const X_LIMIT = 1e9;

const place = (name: string, value: number): ParameterDefinition => ({
  kind: 'number',
  name,
  default: value,
  min: -X_LIMIT,
  max: X_LIMIT,
  unit: 'x',
});
const range = (from: number, to: number): readonly ParameterDefinition[] => [place('from', from), place('to', to)];
const window: ParameterDefinition = {
  kind: 'number',
  name: 'window',
  default: 11,
  min: 3,
  max: 501,
  unit: 'points',
  whole: true,
  odd: true,
};
const order: ParameterDefinition = { kind: 'number', name: 'order', default: 3, min: 0, max: 8, unit: '1', whole: true };
const lambda = (value: number): ParameterDefinition => ({
  kind: 'number',
  name: 'lambda',
  default: value,
  min: 1,
  max: 1e10,
  unit: '1',
  logarithmic: true,
});
const iterations = (value: number): ParameterDefinition => ({
  kind: 'number',
  name: 'iterations',
  default: value,
  min: 1,
  max: 200,
  unit: '1',
  whole: true,
});
const degree = (value: number): ParameterDefinition => ({
  kind: 'number',
  name: 'degree',
  default: value,
  min: 0,
  max: 20,
  unit: '1',
  whole: true,
});
const reference: ParameterDefinition = { kind: 'reference', name: 'reference', default: '' };
const baseline = (...parameters: readonly ParameterDefinition[]): StepDefinition => ({ parameters, sticks: false, changes: {} });

const OPTICAL: readonly Technique[] = ['infrared', 'near-infrared', 'raman', 'uv-visible', 'fluorescence', 'other', 'unknown'];
const INFRARED: readonly Technique[] = ['infrared', 'other', 'unknown'];

/** Every step: its parameters with default, limits and unit, where it is offered, and what it does to the axes. */
export const STEP_DEFINITIONS: Readonly<Record<StepName, StepDefinition>> = {
  sort: { parameters: [], sticks: true, changes: { x: 'places' } },
  resample: {
    parameters: [{ kind: 'number', name: 'spacing', default: 5, min: 1e-6, max: 1e6, unit: 'x' }],
    sticks: false,
    changes: { x: 'places' },
  },
  crop: { parameters: range(400, 4000), sticks: true, changes: { x: 'places' } },
  mask: { parameters: range(2190, 2480), sticks: true, changes: {} },
  'convert-intensity': {
    parameters: [
      {
        kind: 'choice',
        name: 'target',
        default: 'absorbance',
        choices: ['absorbance', 'transmittance-percent', 'transmittance-fraction', 'kubelka-munk', 'log-reflectance'],
      },
    ],
    techniques: OPTICAL,
    sticks: true,
    changes: { y: 'scale' },
  },
  'convert-places': {
    parameters: [
      { kind: 'choice', name: 'scale', default: 'wavenumber', choices: ['wavenumber', 'wavelength-nm', 'wavelength-um', 'raman-shift'] },
      { kind: 'number', name: 'laser', default: 785, min: 100, max: 10_000, unit: 'nm' },
    ],
    techniques: OPTICAL,
    sticks: true,
    changes: { x: 'scale' },
  },
  normalise: {
    parameters: [{ kind: 'choice', name: 'method', default: 'max', choices: NORMALISATIONS }],
    sticks: true,
    changes: { y: 'scale' },
  },
  smooth: { parameters: [window, order], sticks: false, changes: {} },
  'smooth-whittaker': { parameters: [lambda(1600)], sticks: false, changes: {} },
  derivative: {
    parameters: [{ kind: 'number', name: 'derivative', default: 1, min: 1, max: 4, unit: '1', whole: true }, window, order],
    sticks: false,
    changes: { y: 'scale' },
  },
  absolute: { parameters: [], sticks: true, changes: {} },
  'baseline-als': baseline(
    lambda(1e6),
    { kind: 'number', name: 'asymmetry', default: 0.01, min: 1e-6, max: 0.999, unit: '1', logarithmic: true },
    iterations(20),
  ),
  'baseline-arpls': baseline(
    lambda(1e5),
    { kind: 'number', name: 'ratio', default: 0.001, min: 1e-9, max: 0.9, unit: '1', logarithmic: true },
    iterations(50),
  ),
  'baseline-airpls': baseline(lambda(1000), iterations(15)),
  'baseline-rubber-band': baseline(),
  'baseline-polynomial': baseline(degree(2)),
  'baseline-modified-polynomial': baseline(degree(8), iterations(10)),
  'baseline-points': baseline(
    { kind: 'places', name: 'places', default: [], most: 100 },
    { kind: 'number', name: 'around', default: 0, min: 0, max: 100, unit: 'points', whole: true },
  ),
  atr: {
    parameters: [
      { kind: 'number', name: 'crystalIndex', default: 2.4, min: 1.01, max: 6, unit: '1' },
      { kind: 'number', name: 'sampleIndex', default: 1.5, min: 1, max: 4, unit: '1' },
      { kind: 'number', name: 'angle', default: 45, min: 1, max: 89, unit: 'degrees' },
      { kind: 'number', name: 'depth', default: 2, min: 0.001, max: 1000, unit: 'um' },
    ],
    techniques: INFRARED,
    sticks: true,
    changes: {},
  },
  'carbon-dioxide': {
    parameters: [{ kind: 'choice', name: 'treatment', default: 'bridge', choices: ['bridge', 'mask'] }, ...range(2190, 2480)],
    techniques: INFRARED,
    sticks: false,
    changes: {},
  },
  'water-vapour': { parameters: [reference], techniques: INFRARED, sticks: false, changes: {} },
  spikes: {
    parameters: [
      { kind: 'number', name: 'threshold', default: 8, min: 2, max: 100, unit: 'deviations' },
      { kind: 'number', name: 'width', default: 2, min: 1, max: 10, unit: 'points', whole: true },
    ],
    techniques: ['raman', 'other', 'unknown'],
    sticks: false,
    changes: {},
  },
  subtract: {
    parameters: [reference, { kind: 'number', name: 'factor', default: 1, min: -1e6, max: 1e6, unit: '1' }],
    sticks: false,
    changes: { x: 'places' },
  },
};

export const STEP_NAMES: readonly StepName[] = Object.keys(STEP_DEFINITIONS).filter(isStepName);

export function isStepName(name: string): name is StepName {
  return Object.hasOwn(STEP_DEFINITIONS, name);
}
