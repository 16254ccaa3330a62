import { DEFAULT_CLEANING } from '../../../../core/search/tandem/clean-spectrum';
import {
  joinTandem,
  TandemIndex,
  TandemIndexBuilder,
  type TandemIndexState,
  type TandemInput,
} from '../../../../core/search/tandem/tandem-index';
import type { IndexedRow, IndexKind } from './index-kind';

/** How ions are made that survive whole; a second stage of any other ionisation is a tandem spectrum as well. */
export const SOFT_IONISATIONS = ['ESI', 'APCI', 'CI', 'DART', 'MALDI'] as const;

/** Spectra of a second or later stage, and those of soft ionisation. */
export const tandemKind: IndexKind<TandemIndex, TandemIndexState> = {
  version: `${new TandemIndexBuilder().finish().layout} ${JSON.stringify(DEFAULT_CLEANING)}`,
  technique: () => 'mass-spectrometry',
  rows: `(spectrum.ms_level >= 2 OR spectrum.ionisation IN (${SOFT_IONISATIONS.map((name) => `'${name}'`).join(', ')}))`,
  ionisation: ['EI', ...SOFT_IONISATIONS, 'other', 'unknown'],
  rowsPerStep: 65_536,
  build: (rows) => {
    const builder = new TandemIndexBuilder();
    for (const row of rows) builder.add(row.key, inputOf(row));
    return builder.finish();
  },
  join: joinTandem,
  open: (state) => TandemIndex.from(state),
  extend: (index, rows) => {
    const extended = index ?? new TandemIndex();
    for (const row of rows) extended.add(row.key, inputOf(row));
    return extended;
  },
};

const inputOf = ({ mz, intensity, precursorMz }: IndexedRow): TandemInput => ({
  mz,
  intensity,
  ...(precursorMz === null ? {} : { precursorMz }),
});
