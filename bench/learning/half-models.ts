import type { AliquotModel } from '../../src/core/search/aliquot/model';

/**
 * Learned, not written: node scripts/bench/run-typescript.mjs bench/learning/learn-aliquot.bench.ts, 2026-11-22.
 * Data: SWGDRUG 3.9 and MassBank EI spectra, 344 swgdrug, 344 decoys, 367 replicates, 1862 massbank queries of 1145 compounds.
 * Split: HALF_MODELS[h] is learned from the compounds whose skeleton has hash half h (halfOf), to be tried on the other half.
 */
export const HALF_MODELS: readonly [AliquotModel, AliquotModel] = [
  {
    terms: [
      { id: 'tilted-cosine', weight: 0.2496, neutral: -0.877 },
      { id: 'heavy-ions', weight: 1.2733, neutral: -0.9112 },
      { id: 'order', weight: 7.1993, neutral: -0.4306 },
      { id: 'reverse', weight: 1.2134, neutral: -0.1639 },
      { id: 'missing-peaks', weight: 3.7118, neutral: -0.0685 },
      { id: 'extra-peaks', weight: 1.9082, neutral: -0.0634 },
      { id: 'rare-losses', weight: 1.0663, neutral: -0.1788 },
      { id: 'base-peak', weight: 0.2472, neutral: -0.1783 },
      { id: 'molecular-mass', weight: 2.9779, neutral: -0.1359 },
      { id: 'molecular-ion', weight: 2.7385, neutral: -0.0097 },
      { id: 'above-molecule', weight: 42.514, neutral: -0.0009 },
      { id: 'isotopes', weight: 0.799, neutral: -0.2735 },
    ],
    groupWithin: 2.3823,
    probability: { intercept: -0.7672, coefficients: [0, 0.1094, 0.6458, 0.0764, 0, 0.0783] },
    noneOfThese: { intercept: 0.974, coefficients: [-1.0031, -0.1528, -0.2121, -0.3795, 0, -0.2702] },
  },
  {
    terms: [
      { id: 'tilted-cosine', weight: 0.4233, neutral: -0.91 },
      { id: 'heavy-ions', weight: 1.5306, neutral: -0.9227 },
      { id: 'order', weight: 7.4092, neutral: -0.4336 },
      { id: 'reverse', weight: 0.8897, neutral: -0.1779 },
      { id: 'missing-peaks', weight: 2.457, neutral: -0.0775 },
      { id: 'extra-peaks', weight: 2.0207, neutral: -0.0644 },
      { id: 'rare-losses', weight: 0.9659, neutral: -0.1864 },
      { id: 'base-peak', weight: 0.6574, neutral: -0.2383 },
      { id: 'molecular-mass', weight: 2.3235, neutral: -0.122 },
      { id: 'molecular-ion', weight: 2.3966, neutral: -0.0138 },
      { id: 'above-molecule', weight: 48.9579, neutral: -0.0016 },
      { id: 'isotopes', weight: 0.7143, neutral: -0.2521 },
    ],
    groupWithin: 2.1255,
    probability: { intercept: -0.5268, coefficients: [0, 0.0068, 0.8055, 0, 0, 0.0408] },
    noneOfThese: { intercept: 0.8323, coefficients: [-1.3117, -0.1457, -0.3071, -0.147, 0, -0.1967] },
  },
];
