import { exhibit, gcMs, holding, result, suppose } from './evidence';
import type { GateVector } from './vector';

const F = 'fentanyl';
const on2 = { aliquotId: 'a2' };
const cannabis = suppose('cannabis', { botanical: true });

/**
 * The twelve vectors of `identification_rules.json` in its order, under its names, with what they leave out made explicit.
 * `reviewedLevel` is what the file calls "identified"; before review "criteria met" is the highest. docs/methods/gate.md lists the differences.
 */
export const PUBLISHED_VECTORS: readonly GateVector[] = [
  {
    name: 'GC-MS with RM + colour, 2 aliquots',
    input: exhibit(F, [...gcMs('g', F), result('k', 'colour', F, on2)]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    states: { techniques: 'met', sampling: 'met', reference: 'met', comparison: 'met', review: 'not-met' },
  },
  {
    name: 'GC-MS alone, RM, one aliquot, no limited-sample reason',
    input: exhibit(F, gcMs('g', F)),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['second-sampling-missing'],
    states: { techniques: 'met', sampling: 'not-met' },
  },
  {
    name: 'GC-MS alone, two injections of two aliquots, RM',
    input: exhibit(F, [...gcMs('g', F), ...gcMs('h', F, on2)]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
  },
  {
    name: 'FTIR only',
    input: exhibit(F, [result('i', 'ir', F)]),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['second-technique-missing'],
  },
  {
    name: 'FTIR + Marquis',
    input: exhibit(F, [result('i', 'ir', F), result('k', 'colour', F, on2)]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
  },
  {
    name: 'Raman + FTIR (both vibrational)',
    input: exhibit(F, [result('r', 'raman', F), result('i', 'ir', F, on2)]),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['same-basis'],
    states: { techniques: 'not-met' },
  },
  {
    name: 'TLC + UV + Marquis',
    input: exhibit(F, [result('t', 'tlc', F), result('u', 'uvvis', F, on2), result('k', 'colour', F)]),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    warnings: ['minimum-without-category-a'],
  },
  {
    name: 'TLC + colour + immunoassay',
    input: exhibit(F, [result('t', 'tlc', F), result('k', 'colour', F, on2), result('s', 'immuno', F)]),
    level: 'presumptive',
    reviewedLevel: 'presumptive',
    blocks: ['two-category-b-missing'],
  },
  {
    name: 'Cannabis macro + micro + Duquenois-Levine',
    input: exhibit(
      'cannabis',
      [result('m', 'macro', 'cannabis'), result('n', 'micro', 'cannabis', on2), result('k', 'colour', 'cannabis')],
      {
        hypotheses: [cannabis],
      },
    ),
    level: 'criteria-met',
    reviewedLevel: 'identified',
    blocks: [],
    warnings: ['cannabis-total-thc', 'minimum-without-category-a'],
  },
  {
    name: 'colour + colour + fentanyl strip',
    input: exhibit(F, [result('k', 'colour', F), result('l', 'colour', F, on2), result('s', 'immuno', F)]),
    level: 'presumptive',
    reviewedLevel: 'presumptive',
    blocks: ['category-c-only'],
  },
  {
    name: 'MS + and GC negative',
    input: exhibit(F, [result('m', 'ms', F), result('g', 'gc', F, { ...on2, outcome: 'negative' })]),
    level: 'inconclusive',
    reviewedLevel: 'inconclusive',
    blocks: ['discrepancy', 'second-technique-missing'],
  },
  {
    name: 'GC-MS library hit only, no RM',
    input: exhibit(F, [
      result('g', 'gc', F, { ...on2, outcome: 'inconclusive' }),
      result('m', 'ms', F, { comparison: holding('ms', 'library') }),
    ]),
    level: 'tentative',
    reviewedLevel: 'tentative',
    blocks: ['library-only', 'nothing-counts'],
  },
];
