import { LibraryStatistics } from '../../../../core/search/aliquot/library-statistics';
import { aliquotPool } from '../../../../core/search/aliquot/pool';
import { rankByAliquot } from '../../../../core/search/aliquot/rank';
import { compareEi } from '../../../../core/search/scores/compare-ei';
import { prepareNominal } from '../../../../core/search/scores/nominal-spectrum';
import { addedUp, type EiReferences } from './ei-kind';
import { asOneIndex, NOTHING_MORE, ofComparison } from './ei-search';
import type { QueryOf } from './family-query';
import type { ReferenceRecords } from './reference-records';
import type { FamilyAnswer, SearchHit } from './search-messages';
import type { Shelf } from './thread-library';

/** The references that the Aliquot score puts first, each with its terms, and how sure the list is of itself. */
export function searchAliquot(
  shelves: readonly Shelf<EiReferences>[],
  { peaks }: QueryOf<'ei'>,
  top: number,
  records: ReferenceRecords,
): FamilyAnswer {
  const pool = [...records.of(aliquotPool(peaks, asOneIndex(shelves))).values()];
  const statistics = addedUp(shelves.map(({ index, end }) => index.statisticsBefore(end)));
  const entries = pool.map(({ key, mz, intensity, nominalMass, formula, compound }) => ({
    ...{ key, nominalMass, formula, compound },
    peaks: { mz, intensity },
  }));
  const ranking = rankByAliquot(peaks, entries, new LibraryStatistics(statistics));
  const query = prepareNominal(peaks);
  const byKey = new Map(pool.map((record) => [record.key, record]));
  const hits = ranking.candidates.slice(0, top).flatMap(({ key, sum, terms }): SearchHit[] => {
    const record = byKey.get(key);
    if (record === undefined) return [];
    const compared = ofComparison(compareEi(query, prepareNominal(record)));
    // Unrounded, so that what ranks can be seen.
    const score = 999 * Math.exp(sum / ALIQUOT_SCALE);
    return [{ ...NOTHING_MORE, key, score, ...compared, scores: { 'ei-aliquot': score, ...compared.scores }, terms: [...terms] }];
  });
  const { groupProbability: probability, noneOfThese, alike } = ranking;
  return { hits, judgement: {}, certainty: { probability, noneOfThese, alike } };
}

/** As in `AliquotCandidate.score`. */
const ALIQUOT_SCALE = 16;
