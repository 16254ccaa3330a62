import type { MassTolerance } from '../../../../contract/search-method';
import { basePeakMz, usableSpectra } from '../../../../core/search/energies/energy-spectra';
import type { EnergyCandidate } from '../../../../core/search/energies/inverted-result';
import { invertedSearch } from '../../../../core/search/energies/inverted-search';
import type { EnergyEntry } from './energy-entries';
import type { QueryOf } from './family-query';
import type { FamilyAnswer, SearchHit } from './search-messages';

/** Which substances of the library are in a sample measured at several energies: present before possible before the rest. */
export function searchEnergies(entries: readonly EnergyEntry[], { method, parts }: QueryOf<'energies'>, top: number): FamilyAnswer {
  const query = parts.map(({ energy, mz, intensity }) => ({ energy, peaks: { mz, intensity } }));
  const library = entries.map(({ key, precursorMz, spectra }) => ({
    key: String(key),
    spectra,
    ...(precursorMz === null ? {} : { precursorMz }),
  }));
  const outcome = invertedSearch(query, library, { tolerance: inDaltons(method.tolerance, query) });
  if (outcome.kind === 'refused') return { refused: { code: `identify.energies-refused.${outcome.code}`, params: { ...outcome.params } } };
  const hits = outcome.candidates.slice(0, top).map(asHit);
  const unexplained = outcome.unexplained.map(({ energy, mz, relativeIntensity }) => ({ energy, mz, percent: 100 * relativeIntensity }));
  return { hits, judgement: { unexplained } };
}

/** Millionths are taken of the base peak at the lowest energy, which stands for the targets. */
function inDaltons({ value, unit }: MassTolerance, query: Parameters<typeof usableSpectra>[0]): number {
  const [lowest] = usableSpectra(query);
  return unit === 'Da' || lowest === undefined ? value : value * 1e-6 * basePeakMz(lowest.peaks);
}

function asHit({ key, verdict, share, index, evidence, target }: EnergyCandidate): SearchHit {
  const gain = evidence.reduce((most, one) => Math.max(most, one.gain), 0);
  return {
    key: Number(key),
    score: share,
    scores: { 'energies-inverted': share },
    matchedPeaks: null,
    queryPeaks: null,
    libraryPeaks: null,
    terms: [
      { id: `energies-${verdict}`, value: share, contribution: share },
      { id: 'energies-explained', value: index.explained, contribution: 0 },
      { id: 'energies-reverse', value: index.reverse, contribution: 0 },
      { id: 'energies-gain', value: gain, contribution: 0 },
    ],
    massDifference: target.queryMz - target.mz,
    coverage: null,
    component: null,
  };
}
