import type { AliquotModel } from './model';

/**
 * Learned, not written: node scripts/bench/run-typescript.mjs bench/learning/learn-aliquot.bench.ts, 2026-11-22.
 * Data: SWGDRUG 3.9 and MassBank EI spectra, 344 swgdrug, 344 decoys, 367 replicates, 1862 massbank queries of 1145 compounds.
 * Split: none, these are learned from all compounds; what is reported of accuracy was measured with tables learned from the other
 * half of the compounds (bench/learning/half-models.ts), never with these. Page: docs/methods/aliquot-score.md.
 */
export const ALIQUOT_MODEL: AliquotModel = {
  terms: [
    { id: 'tilted-cosine', weight: 0.2984, neutral: -0.8914 },
    { id: 'heavy-ions', weight: 1.3945, neutral: -0.9162 },
    { id: 'order', weight: 7.3563, neutral: -0.4319 },
    { id: 'reverse', weight: 1.6498, neutral: -0.17 },
    { id: 'missing-peaks', weight: 3.0275, neutral: -0.0724 },
    { id: 'extra-peaks', weight: 2.0515, neutral: -0.0638 },
    { id: 'rare-losses', weight: 1.0325, neutral: -0.1821 },
    { id: 'base-peak', weight: 0.4182, neutral: -0.2046 },
    { id: 'molecular-mass', weight: 2.7577, neutral: -0.1298 },
    { id: 'molecular-ion', weight: 2.7458, neutral: -0.0115 },
    { id: 'above-molecule', weight: 50.0897, neutral: -0.0012 },
    { id: 'isotopes', weight: 0.7667, neutral: -0.264 },
  ],
  groupWithin: 2.3288,
  probability: { intercept: -0.6739, coefficients: [0, 0.1025, 0.7362, 0.0045, 0, 0] },
  noneOfThese: { intercept: 1.0487, coefficients: [-1.2273, -0.1889, -0.2673, -0.2242, 0, -0.2007] },
};
