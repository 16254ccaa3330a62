import type { TandemCleaning } from './clean-spectrum';
import type { MzTolerance } from './tolerance';

/** Names of the scores an accurate-mass search can rank by. Stored with every search: never rename, add a new one instead. */
export const TANDEM_SCORE_IDS = [
  'tandem-entropy',
  'tandem-entropy-unweighted',
  'tandem-entropy-neutral-loss',
  'tandem-entropy-hybrid',
  'tandem-cosine',
  'tandem-modified-cosine',
  'tandem-neutral-loss',
] as const;
export type TandemScoreId = (typeof TANDEM_SCORE_IDS)[number];

/** How a score pairs peaks and what it adds up. */
export interface TandemScoreKind {
  readonly family: 'entropy' | 'cosine';
  readonly weighted: boolean;
  readonly match: 'fragments' | 'losses' | 'hybrid';
}

export const TANDEM_SCORE_KINDS: Readonly<Record<TandemScoreId, TandemScoreKind>> = {
  'tandem-entropy': { family: 'entropy', weighted: true, match: 'fragments' },
  'tandem-entropy-unweighted': { family: 'entropy', weighted: false, match: 'fragments' },
  'tandem-entropy-neutral-loss': { family: 'entropy', weighted: true, match: 'losses' },
  'tandem-entropy-hybrid': { family: 'entropy', weighted: true, match: 'hybrid' },
  'tandem-cosine': { family: 'cosine', weighted: false, match: 'fragments' },
  'tandem-modified-cosine': { family: 'cosine', weighted: false, match: 'hybrid' },
  'tandem-neutral-loss': { family: 'cosine', weighted: false, match: 'losses' },
};

const METHODS: Readonly<Record<TandemScoreId, string>> = {
  'tandem-entropy': 'spectral-entropy',
  'tandem-entropy-unweighted': 'spectral-entropy',
  'tandem-entropy-neutral-loss': 'neutral-loss',
  'tandem-entropy-hybrid': 'neutral-loss',
  'tandem-cosine': 'modified-cosine',
  'tandem-modified-cosine': 'modified-cosine',
  'tandem-neutral-loss': 'neutral-loss',
};

/** What is stored with a result so that it can be understood and run again. */
export interface TandemScoreDescriptor {
  readonly id: TandemScoreId;
  /** Changes when any input could give another number. */
  readonly version: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  /** The page under docs/methods that gives formula, source and validation. */
  readonly method: string;
}

/** The precursor condition of a search: none, or only entries whose precursor lies within the tolerance of the query's. */
export type PrecursorCondition = 'open' | { readonly tolerance: MzTolerance };

/** The descriptor of one search: score, cleaning, tolerance and precursor condition. */
export function describeTandem(
  id: TandemScoreId,
  settings: { readonly cleaning: TandemCleaning; readonly tolerance: MzTolerance; readonly precursor: PrecursorCondition },
): TandemScoreDescriptor {
  const { cleaning, tolerance, precursor } = settings;
  return {
    id,
    version: '1',
    parameters: {
      tolerance: written(tolerance),
      precursor: precursor === 'open' ? 'open' : written(precursor.tolerance),
      mergeWithin: cleaning.mergeWithin === null ? 'none' : written(cleaning.mergeWithin),
      noise: cleaning.noise,
      belowPrecursor: cleaning.belowPrecursor ?? 'none',
      mostPeaks: cleaning.mostPeaks,
      ...(TANDEM_SCORE_KINDS[id].family === 'cosine' ? { mzPower: 0, intensityPower: 1, pairing: 'greedy' } : {}),
    },
    method: METHODS[id],
  };
}

function written(tolerance: MzTolerance): string {
  return `${tolerance.value} ${tolerance.unit}`;
}
