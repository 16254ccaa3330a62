import { EiIndex, type EiIndexState } from '../../../../core/search/index/ei-index';
import { SCORES } from '../../../../core/search/scores/descriptors';
import type { IndexedRow, IndexKind } from './index-kind';

/** Spectra of electron ionisation, and those of which nobody said how the ions were made, which a search may ask for. */
export const eiKind: IndexKind<EiIndex, EiIndexState> = {
  version: `${new EiIndex().toTransferables().layout} ${SCORES.map(({ id, version }) => `${id}/${version}`).join(' ')}`,
  technique: () => 'mass-spectrometry',
  rows: `spectrum.ionisation IN ('EI', 'unknown') AND spectrum.ms_level = 1`,
  ionisation: ['EI'],
  // Large enough for like spectra to stand together, small enough for every thread to have some.
  rowsPerStep: 65_536,
  build: (rows) => filled(new EiIndex(), rows).toTransferables(),
  join: (states) => EiIndex.join(states).toTransferables(),
  open: (state) => EiIndex.from(state),
  extend: (index, rows) => filled(index ?? new EiIndex(), rows),
};

function filled(index: EiIndex, rows: Iterable<IndexedRow>): EiIndex {
  for (const row of rows) index.add(row.key, row);
  return index;
}
