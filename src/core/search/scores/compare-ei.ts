import { cosine } from './cosine';
import type { EiScoreId } from './descriptors';
import { identityOf, reverseOf, simpleOf } from './match-factors';
import { nistSums } from './nist-sums';
import type { NominalSpectrum } from './nominal-spectrum';

/** One score: `exact` as computed (ranking uses it), `shown` the integer 0 to 999 that people read. */
export interface ScoreValue {
  readonly exact: number;
  readonly shown: number;
}

/** All scores of one query against one library spectrum, and the peak counts behind them. */
export interface EiComparison {
  readonly identity: ScoreValue;
  readonly reverse: ScoreValue;
  readonly simple: ScoreValue;
  readonly cosine: ScoreValue;
  /** Peaks on the same m/z, and the peaks of each spectrum, all within the compared range. */
  readonly matchedPeaks: number;
  readonly queryPeaks: number;
  readonly libraryPeaks: number;
}

/** Compares two prepared spectra by every score of version 1. The cosine is given as 1000·cos. */
export function compareEi(query: NominalSpectrum, library: NominalSpectrum): EiComparison {
  const sums = nistSums(query, library);
  return {
    identity: scoreValue(identityOf(sums)),
    reverse: scoreValue(reverseOf(sums)),
    simple: scoreValue(simpleOf(sums)),
    cosine: scoreValue(1000 * cosine(query, library)),
    matchedPeaks: sums.matched,
    queryPeaks: sums.queryPeaks,
    libraryPeaks: sums.libraryPeaks,
  };
}

/** One score alone, exact: the same as `scoreIn(compareEi(query, library), id).exact`. */
export function scoreEi(query: NominalSpectrum, library: NominalSpectrum, id: EiScoreId): number {
  switch (id) {
    case 'ei-identity':
      return identityOf(nistSums(query, library));
    case 'ei-reverse':
      return reverseOf(nistSums(query, library));
    case 'ei-simple':
      return simpleOf(nistSums(query, library));
    case 'ei-cosine-mz-sqrt':
      return 1000 * cosine(query, library);
  }
}

const FIELD_OF_SCORE = {
  'ei-identity': 'identity',
  'ei-reverse': 'reverse',
  'ei-simple': 'simple',
  'ei-cosine-mz-sqrt': 'cosine',
} as const satisfies Record<EiScoreId, keyof EiComparison>;

/** The value of one score in a comparison. */
export function scoreIn(comparison: EiComparison, id: EiScoreId): ScoreValue {
  return comparison[FIELD_OF_SCORE[id]];
}

function scoreValue(exact: number): ScoreValue {
  return { exact, shown: Math.min(999, Math.max(0, Math.round(exact))) };
}
