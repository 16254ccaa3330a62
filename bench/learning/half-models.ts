import type { AliquotModel } from '../../src/core/search/aliquot/model';

/**
 * Learned, not written: node scripts/bench/run-typescript.mjs bench/learning/learn-aliquot.bench.ts, 2026-11-22.
 * Data: SWGDRUG 3.9 and MassBank EI spectra, 344 swgdrug, 344 decoys, 367 replicates, 1862 massbank queries of 1145 compounds.
 * Split: HALF_MODELS[h] is learned from the compounds whose skeleton has hash half h (halfOf), to be tried on the other half.
 */
export const HALF_MODELS: readonly [AliquotModel, AliquotModel] = [
  {
    terms: [
      { id: 'tilted-cosine', weight: 0.2781, neutral: -0.877 },
      { id: 'heavy-ions', weight: 1.2605, neutral: -0.9112 },
      { id: 'order', weight: 7.1746, neutral: -0.4306 },
      { id: 'reverse', weight: 2.2516, neutral: -0.1639 },
      { id: 'missing-peaks', weight: 3.4309, neutral: -0.0685 },
      { id: 'extra-peaks', weight: 2.0587, neutral: -0.0634 },
      { id: 'rare-losses', weight: 1.0671, neutral: -0.1788 },
      { id: 'base-peak', weight: 0.2228, neutral: -0.1783 },
      { id: 'molecular-mass', weight: 2.9803, neutral: -0.1359 },
      { id: 'molecular-ion', weight: 2.7384, neutral: -0.0097 },
      { id: 'above-molecule', weight: 42.5164, neutral: -0.0009 },
      { id: 'isotopes', weight: 0.8037, neutral: -0.2735 },
    ],
    groupWithin: 2.3597,
    probability: { intercept: -0.9084, coefficients: [0, 0.1574, 0.6355, 0, 0, 0.0395] },
    noneOfThese: { intercept: 1.2978, coefficients: [-1.2541, -0.2027, -0.1959, -0.2254, 0, -0.2748] },
  },
  {
    terms: [
      { id: 'tilted-cosine', weight: 0.4201, neutral: -0.91 },
      { id: 'heavy-ions', weight: 1.5309, neutral: -0.9227 },
      { id: 'order', weight: 7.413, neutral: -0.4336 },
      { id: 'reverse', weight: 0.9142, neutral: -0.1779 },
      { id: 'missing-peaks', weight: 2.4577, neutral: -0.0775 },
      { id: 'extra-peaks', weight: 2.0394, neutral: -0.0644 },
      { id: 'rare-losses', weight: 0.9444, neutral: -0.1864 },
      { id: 'base-peak', weight: 0.6574, neutral: -0.2383 },
      { id: 'molecular-mass', weight: 2.3236, neutral: -0.122 },
      { id: 'molecular-ion', weight: 2.3964, neutral: -0.0138 },
      { id: 'above-molecule', weight: 48.9638, neutral: -0.0016 },
      { id: 'isotopes', weight: 0.7159, neutral: -0.2521 },
    ],
    groupWithin: 2.1274,
    probability: { intercept: -0.513, coefficients: [0, 0.0199, 0.8992, 0, 0, 0] },
    noneOfThese: { intercept: 0.599, coefficients: [-1.2385, -0.1566, -0.3764, -0.2344, 0, -0.1022] },
  },
];
