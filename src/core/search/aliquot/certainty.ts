import { cosine } from '../scores/cosine';
import { identityMatchFactor } from '../scores/match-factors';
import type { NominalSpectrum } from '../scores/nominal-spectrum';
import type { LogisticModel } from './model';
import { ALIQUOT_TERMS, type AliquotTermId } from './terms';

/** The best entry of one compound, as the certainty sees it. */
export interface CompoundEvidence {
  /** Sum of contributions, 0 for equal spectra, negative otherwise. */
  readonly sum: number;
  /** In the order of `ALIQUOT_TERMS`, NaN for what cannot be told. */
  readonly values: Float64Array;
  readonly peaks: NominalSpectrum;
  readonly nominalMass: number | null;
}

/** Library spectra of two compounds from this identity match factor on are doubles: EI does not tell the compounds apart. */
export const DOUBLE_FROM = 850;

/** How many compounds are compared with the first one, itself included. */
const NEAREST = 16;

/** Beyond these a share or a gap adds no certainty. */
const SHARE_CAP = 6;
const GAP_CAP = 8;

/**
 * The values of `CERTAINTY_FEATURES` for the compounds of a list, best first (at least one), and its query. Each speaks for the first
 * candidate the higher it is. docs/methods/probability.md defines them.
 */
export function certaintyFeatures(compounds: readonly CompoundEvidence[], query: NominalSpectrum): readonly number[] {
  const first = compounds[0]!;
  const near = compounds.slice(1, NEAREST);
  const odds = (of: readonly CompoundEvidence[]) => of.reduce((total, { sum }) => total + Math.exp(sum - first.sum), 0);
  const otherMass = near.find(({ nominalMass }) => nominalMass !== first.nominalMass);
  const unlike = near.filter(({ peaks }) => identityMatchFactor(first.peaks, peaks) < DOUBLE_FROM);
  const beside = near.map(({ peaks }) => cosine(query, peaks) - cosine(first.peaks, peaks));
  return [
    Math.max(-25, first.sum) / 10,
    Math.max(-SHARE_CAP, Math.min(SHARE_CAP, -Math.log(odds(compounds.slice(1))))),
    -Math.log(odds(unlike) + 0.001),
    otherMass === undefined ? GAP_CAP : Math.min(GAP_CAP, first.sum - otherMass.sum),
    -Math.max(0, ...beside),
    Math.log(Math.min(100, Math.max(1, query.mz.length))),
  ];
}

/**
 * The values of `ABSENCE_FEATURES` for the compounds of a list, best first (at least one), its query and its `certaintyFeatures`. A lead is how far the first
 * stands before the best of the near ones in one term alone: a compound that fits by its sum, while another fits better in these, is doubtful.
 */
export function absenceFeatures(
  compounds: readonly CompoundEvidence[],
  query: NominalSpectrum,
  certainty: readonly number[],
): readonly number[] {
  let base = 0;
  for (let i = 1; i < query.mz.length; i++) if (query.intensity[i]! > query.intensity[base]!) base = i;
  return [
    ...certainty,
    lead(compounds, 'molecular-mass'),
    lead(compounds, 'reverse'),
    lead(compounds, 'order'),
    lnOfMass(query.mz[base]),
    lnOfMass(query.mz.at(-1)),
  ];
}

/** 0 where the term cannot be told of the first, or of none of the near ones. */
function lead(compounds: readonly CompoundEvidence[], term: AliquotTermId): number {
  const at = ALIQUOT_TERMS.indexOf(term);
  const ofFirst = compounds[0]!.values[at]!;
  const ofNear = compounds.slice(1, NEAREST).flatMap(({ values }) => (Number.isNaN(values[at]!) ? [] : [values[at]!]));
  return Number.isNaN(ofFirst) || ofNear.length === 0 ? 0 : ofFirst - Math.max(...ofNear);
}

const lnOfMass = (mz: number | undefined): number => Math.log(Math.max(20, mz ?? 0));

/** Probability of a logistic model, 0 to 1. */
export function logistic(model: LogisticModel, features: readonly number[]): number {
  let sum = model.intercept;
  for (let i = 0; i < features.length; i++) sum += (model.coefficients[i] ?? 0) * features[i]!;
  return 1 / (1 + Math.exp(-sum));
}
