import type { StoredSearch } from '../../../../contract/identify';
import { scoreId } from '../../../../contract/search-method';
import { csvLines, numberCell, textCell } from '../../../../core/formats/csv/cells';

/** What spreadsheets need to see that a file is UTF-8. */
const MARK = '\uFEFF';

/** The candidates as CSV (RFC 4180), a line each, with every score that was found; heads are names that programs read. */
export function* searchCsv({ candidates, score, algorithmVersion, librarySnapshot, queryName }: StoredSearch): Generator<string> {
  const scores = scoreId.options.filter((id) => candidates.some((candidate) => candidate.scores[id] !== undefined));
  const text = (value: string | null) => textCell(value ?? '');
  const number = (value: number | null | undefined) => numberCell(value ?? undefined);
  const head = [
    ...['unknown', 'rank', 'name', 'formula', 'cas', 'inchikey', 'nominal_mass', 'collection', 'collection_kind', 'ranked_by', 'score'],
    ...scores,
    ...['matched_peaks', 'query_peaks', 'library_peaks', 'mass_difference', 'precursor_mz', 'adduct', 'energy', 'coverage'],
    ...['coefficient', 'coefficient_low', 'coefficient_high', 'share', 'p_value', 'algorithm_version', 'library_snapshot'],
  ];
  const rows = candidates.map((each) => [
    ...[text(queryName), number(each.rank), text(each.name), text(each.formula), text(each.cas), text(each.inchikey)],
    ...[number(each.nominalMass), text(each.collectionName), text(each.collectionKind), text(score), number(each.score)],
    ...scores.map((id) => number(each.scores[id])),
    ...[number(each.matchedPeaks), number(each.queryPeaks), number(each.libraryPeaks), number(each.massDifference)],
    ...[number(each.precursorMz), text(each.adduct), text(each.energy), number(each.coverage)],
    ...[number(each.component?.coefficient), number(each.component?.low), number(each.component?.high), number(each.component?.share)],
    ...[number(each.component?.pValue), text(algorithmVersion), text(librarySnapshot.id)],
  ]);
  yield MARK;
  yield* csvLines([head, ...rows]);
}

/** Everything that is stored, as JSON; arrays of numbers as lists, what is no number as null. */
export function plainJson(value: unknown): string {
  return `${JSON.stringify(value, (_, each: unknown) => (ArrayBuffer.isView(each) && 'length' in each ? Array.from(each as Float64Array) : each), 2)}\n`;
}
