import type { AliquotModel } from './model';

/**
 * Learned, not written: node scripts/bench/run-typescript.mjs bench/learning/learn-aliquot.bench.ts, 2026-11-22.
 * Data: SWGDRUG 3.9 and MassBank EI spectra, 344 swgdrug, 344 decoys, 367 replicates, 1862 massbank queries of 1145 compounds.
 * Split: none, these are learned from all compounds; what is reported of accuracy was measured with tables learned from the other
 * half of the compounds (bench/learning/half-models.ts), never with these. Page: docs/methods/aliquot-score.md.
 */
export const ALIQUOT_MODEL: AliquotModel = {
  terms: [
    { id: 'tilted-cosine', weight: 0.2987, neutral: -0.8914 },
    { id: 'heavy-ions', weight: 1.3944, neutral: -0.9162 },
    { id: 'order', weight: 7.3542, neutral: -0.4319 },
    { id: 'reverse', weight: 1.6511, neutral: -0.17 },
    { id: 'missing-peaks', weight: 3.0282, neutral: -0.0724 },
    { id: 'extra-peaks', weight: 2.0505, neutral: -0.0638 },
    { id: 'rare-losses', weight: 1.0335, neutral: -0.1821 },
    { id: 'base-peak', weight: 0.4183, neutral: -0.2046 },
    { id: 'molecular-mass', weight: 2.7573, neutral: -0.1298 },
    { id: 'molecular-ion', weight: 2.7445, neutral: -0.0115 },
    { id: 'above-molecule', weight: 50.0792, neutral: -0.0012 },
    { id: 'isotopes', weight: 0.7666, neutral: -0.264 },
  ],
  groupWithin: 2.3284,
  probability: { intercept: -0.2299, coefficients: [0, 0.8054, 0, 0.082, 1.5405, 0] },
  groupProbability: { intercept: 0.8351, coefficients: [0.5725, 0, 0.5945, 0.1347, 1.8745, 0.0736] },
  noneOfThese: {
    intercept: 1.724,
    coefficients: [-1.2801, -0.1328, -0.1104, -0.1441, -3.0645, -0.033, -0.8491, -2.4099, -0.2572, 0.7983, -1.0804],
  },
};
