import { LibraryStatistics, type LibraryStatisticsState } from '../../../../core/search/aliquot/library-statistics';
import { EiIndex, type EiIndexState } from '../../../../core/search/index/ei-index';
import { SCORES } from '../../../../core/search/scores/descriptors';
import { prepareNominal } from '../../../../core/search/scores/nominal-spectrum';
import type { IndexedRow, IndexKind } from './index-kind';

export interface EiState {
  readonly index: EiIndexState;
  /** How common each loss is in what was indexed. */
  readonly statistics: LibraryStatisticsState;
}

/** Spectra that can be searched, and the statistics of those before an ordinal, which a stored search must find again. */
export interface EiReferences {
  readonly index: EiIndex;
  readonly statisticsBefore: (ordinal: number) => LibraryStatisticsState;
}

interface ExtendedReferences extends EiReferences {
  readonly counted: readonly Pick<IndexedRow, 'ordinal' | 'mz' | 'intensity' | 'nominalMass'>[];
}

/** Spectra of electron ionisation, and those of which nobody said how the ions were made, which a search may ask for. */
export const eiKind: IndexKind<EiReferences, EiState> = {
  version: `${new EiIndex().toTransferables().layout} ${new LibraryStatistics().toState().layout} ${SCORES.map(({ id, version }) => `${id}/${version}`).join(' ')}`,
  technique: () => 'mass-spectrometry',
  rows: `spectrum.ionisation IN ('EI', 'unknown') AND spectrum.ms_level = 1`,
  ionisation: ['EI'],
  // Large enough for like spectra to stand together, small enough for every thread to have some.
  rowsPerStep: 65_536,
  build: (rows) => {
    const statistics = new LibraryStatistics();
    const index = new EiIndex();
    for (const row of rows) {
      index.add(row.key, row);
      count(statistics, row);
    }
    return { index: index.toTransferables(), statistics: statistics.toState() };
  },
  join: (states) => ({
    index: EiIndex.join(states.map(({ index }) => index)).toTransferables(),
    statistics: addedUp(states.map(({ statistics }) => statistics)),
  }),
  open: ({ index, statistics }) => ({ index: EiIndex.from(index), statisticsBefore: () => statistics }),
  extend: (references, rows) => {
    const known = references as ExtendedReferences | undefined;
    const index = known?.index ?? new EiIndex();
    for (const row of rows) index.add(row.key, row);
    const counted = [...(known?.counted ?? []), ...rows];
    const statisticsBefore = (ordinal: number) => {
      const statistics = new LibraryStatistics();
      for (const row of counted) if (row.ordinal < ordinal) count(statistics, row);
      return statistics.toState();
    };
    return { index, counted, statisticsBefore } satisfies ExtendedReferences;
  },
};

function count(statistics: LibraryStatistics, { nominalMass, ...peaks }: Pick<IndexedRow, 'mz' | 'intensity' | 'nominalMass'>): void {
  statistics.add(prepareNominal(peaks), nominalMass);
}

/** The statistics of several libraries together: whole numbers, whatever the order. */
export function addedUp(states: readonly LibraryStatisticsState[]): LibraryStatisticsState {
  const { layout, losses } = new LibraryStatistics().toState();
  let spectra = 0;
  for (const state of states) {
    spectra += state.spectra;
    for (let mass = 0; mass < losses.length; mass++) losses[mass] = (losses[mass] ?? 0) + (state.losses[mass] ?? 0);
  }
  return { layout, spectra, losses };
}
