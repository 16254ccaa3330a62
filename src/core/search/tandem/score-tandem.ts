import { assertNever } from '../../processing/assert-never';
import { cosineWithTolerance, neutralLossCosine } from '../scores/cosine-tolerance';
import type { TandemSpectrum } from './clean-spectrum';
import { TANDEM_SCORE_KINDS, type TandemScoreId } from './descriptors';
import { pairAscending } from './pair-peaks';
import { entropyShares, entropyTerm, timesLog2 } from './spectral-entropy';
import { halfWidths, type MzTolerance } from './tolerance';

export interface TandemScore {
  /** 0 to 1. */
  readonly score: number;
  readonly matchedPeaks: number;
}

/** The score with the pairs that made it. */
export interface PairedTandemScore extends TandemScore {
  /** For each query peak the reference's peak it was paired with, −1 without one. */
  readonly partner: Int32Array;
  /** 1 where the pair was found by neutral loss, not by m/z. */
  readonly byLoss: Uint8Array;
}

/** Scores one query against many prepared references; what depends on the query alone is computed once. */
export interface TandemScorer {
  readonly score: (reference: TandemSpectrum, referenceEntropy?: number) => PairedTandemScore;
}

/**
 * A scorer for a prepared query (`prepareTandem`). The same numbers, to the last bit, whichever way a search comes to a reference:
 * sums run in the query's ascending m/z (entropy) or by falling product (cosine). Scores by neutral loss are 0 and hybrid ones are by
 * fragment alone where a precursor is not known. Formulas: docs/methods/spectral-entropy.md, modified-cosine.md, neutral-loss.md.
 */
export function tandemScorer(id: TandemScoreId, query: TandemSpectrum, tolerance: MzTolerance): TandemScorer {
  const kind = TANDEM_SCORE_KINDS[id];
  switch (kind.family) {
    case 'entropy': {
      const shares = entropyShares(query.intensity, kind.weighted);
      const logs = shares.map(timesLog2);
      const widths = halfWidths(tolerance, query.mz);
      return {
        score: (reference, referenceEntropy) => {
          const pairs = pairAscending(query, reference, widths, kind.match);
          if (pairs.count === 0) return { score: 0, matchedPeaks: 0, partner: pairs.reference, byLoss: pairs.byLoss };
          const ofReference = entropyShares(reference.intensity, kind.weighted, referenceEntropy);
          let sum = 0;
          for (let i = 0; i < shares.length; i++) {
            const j = pairs.reference[i]!;
            if (j >= 0) sum += entropyTerm(shares[i]!, ofReference[j]!, logs[i]!);
          }
          return { score: Math.min(1, sum), matchedPeaks: pairs.count, partner: pairs.reference, byLoss: pairs.byLoss };
        },
      };
    }
    case 'cosine':
      return {
        score: (reference) => {
          const precursors = query.precursorMz > 0 && reference.precursorMz > 0;
          if (kind.match === 'losses' && !precursors) {
            const n = query.mz.length;
            return { score: 0, matchedPeaks: 0, partner: new Int32Array(n).fill(-1), byLoss: new Uint8Array(n) };
          }
          const shift = kind.match === 'hybrid' && precursors ? { shift: query.precursorMz - reference.precursorMz } : {};
          const { score, matches, partner, byLoss } =
            kind.match === 'losses'
              ? neutralLossCosine(query, reference, { tolerance })
              : cosineWithTolerance(query, reference, { tolerance, ...shift });
          return { score, matchedPeaks: matches, partner, byLoss };
        },
      };
    default:
      return assertNever(kind.family);
  }
}

/** The score of one pair of prepared spectra. */
export function scoreTandem(id: TandemScoreId, query: TandemSpectrum, reference: TandemSpectrum, tolerance: MzTolerance): TandemScore {
  const { score, matchedPeaks } = tandemScorer(id, query, tolerance).score(reference);
  return { score, matchedPeaks };
}
