import { EiIndex, type EiIndexState } from '../../../../core/search/index/ei-index';
import { SCORES } from '../../../../core/search/scores/descriptors';
import type { IndexedRow, IndexKind } from './index-kind';

/** Spectra of electron ionisation, and those of which nobody said how the ions were made, which a search may ask for. */
export const eiKind: IndexKind<EiIndex, EiIndexState> = {
  version: `ei-index-1 ${SCORES.map(({ id, version }) => `${id}/${version}`).join(' ')}`,
  rows: `spectrum.ionisation IN ('EI', 'unknown') AND spectrum.ms_level = 1`,
  ionisation: ['EI'],
  rowsPerStep: 32_768,
  build: (rows) => filled(new EiIndex(), rows).toTransferables(),
  join: (states) => {
    const [first] = states;
    if (first === undefined) return new EiIndex().toTransferables();
    return { ...first, blocks: states.flatMap(({ blocks }) => blocks) };
  },
  open: (state) => EiIndex.from(state),
  extend: (index, rows) => filled(index ?? new EiIndex(), rows),
  sizeOf: ({ size }) => size,
};

function filled(index: EiIndex, rows: Iterable<IndexedRow>): EiIndex {
  for (const row of rows) index.add(row.key, row);
  return index;
}
