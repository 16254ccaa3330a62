import type { AliquotModel } from '../../src/core/search/aliquot/model';

/**
 * Learned, not written: node scripts/bench/run-typescript.mjs bench/learning/learn-aliquot.bench.ts, 2026-11-22.
 * Data: SWGDRUG 3.9 and MassBank EI spectra, 344 swgdrug, 344 decoys, 367 replicates, 1862 massbank queries of 1145 compounds.
 * Split: HALF_MODELS[h] is learned from the compounds whose skeleton has hash half h (halfOf), to be tried on the other half.
 */
export const HALF_MODELS: readonly [AliquotModel, AliquotModel] = [
  {
    terms: [
      { id: 'tilted-cosine', weight: 0.2764, neutral: -0.877 },
      { id: 'heavy-ions', weight: 1.2609, neutral: -0.9112 },
      { id: 'order', weight: 7.1716, neutral: -0.4306 },
      { id: 'reverse', weight: 2.2534, neutral: -0.1639 },
      { id: 'missing-peaks', weight: 3.4366, neutral: -0.0685 },
      { id: 'extra-peaks', weight: 2.0552, neutral: -0.0634 },
      { id: 'rare-losses', weight: 1.0714, neutral: -0.1788 },
      { id: 'base-peak', weight: 0.223, neutral: -0.1783 },
      { id: 'molecular-mass', weight: 2.9789, neutral: -0.1359 },
      { id: 'molecular-ion', weight: 2.7392, neutral: -0.0097 },
      { id: 'above-molecule', weight: 42.5242, neutral: -0.0009 },
      { id: 'isotopes', weight: 0.8039, neutral: -0.2735 },
    ],
    groupWithin: 2.3584,
    probability: { intercept: -0.6474, coefficients: [0, 0.7217, 0, 0.0975, 1.4762, 0.1301] },
    groupProbability: { intercept: -0.9146, coefficients: [0.1646, 0, 0.7679, 0.0962, 2.0671, 0.4223] },
    noneOfThese: {
      intercept: 2.5365,
      coefficients: [-0.906, -0.0082, -0.2096, -0.1365, -3.3035, -0.1066, -0.9474, -3.0087, 0, 0.7833, -1.1244],
    },
  },
  {
    terms: [
      { id: 'tilted-cosine', weight: 0.4187, neutral: -0.91 },
      { id: 'heavy-ions', weight: 1.5309, neutral: -0.9227 },
      { id: 'order', weight: 7.414, neutral: -0.4336 },
      { id: 'reverse', weight: 0.9099, neutral: -0.1779 },
      { id: 'missing-peaks', weight: 2.4631, neutral: -0.0775 },
      { id: 'extra-peaks', weight: 2.0341, neutral: -0.0644 },
      { id: 'rare-losses', weight: 0.9495, neutral: -0.1864 },
      { id: 'base-peak', weight: 0.6575, neutral: -0.2383 },
      { id: 'molecular-mass', weight: 2.3228, neutral: -0.122 },
      { id: 'molecular-ion', weight: 2.4059, neutral: -0.0138 },
      { id: 'above-molecule', weight: 48.9965, neutral: -0.0016 },
      { id: 'isotopes', weight: 0.7161, neutral: -0.2521 },
    ],
    groupWithin: 2.1269,
    probability: { intercept: -0.2552, coefficients: [0, 1.0062, 0, 0.0481, 2.519, 0] },
    groupProbability: { intercept: 1.9792, coefficients: [1.1294, 0.1451, 0.3839, 0.1064, 2.608, 0] },
    noneOfThese: {
      intercept: 0.813,
      coefficients: [-1.7409, -0.3096, 0, -0.1424, -3.0429, 0.0489, -0.6341, -1.4173, -0.7287, 0.8246, -1.0539],
    },
  },
];
