import { HybridIndex, type HybridIndexState } from '../../../../core/search/analogues/index/hybrid-index';
import { NOMINAL_MZ_MAX } from '../../../../core/search/scores/nominal-spectrum';
import { eiKind } from './ei-kind';
import type { IndexedRow, IndexKind } from './index-kind';

/** The same spectra as in the EI index, for peaks that may be shifted by a difference of masses. */
export const hybridKind: IndexKind<HybridIndex, HybridIndexState> = {
  version: new HybridIndex().toState().layout,
  technique: eiKind.technique,
  rows: eiKind.rows,
  ionisation: eiKind.ionisation,
  rowsPerStep: 65_536,
  build: (rows) => filled(new HybridIndex(), rows).toState(),
  join: (states) => ({ layout: 'hybrid-index-2', blocks: states.flatMap(({ blocks }) => blocks) }),
  open: (state) => HybridIndex.from(state),
  extend: (index, rows) => filled(index ?? new HybridIndex(), rows),
};

function filled(index: HybridIndex, rows: Iterable<IndexedRow>): HybridIndex {
  for (const row of rows) index.add(row.key, row, usableMass(row.nominalMass));
  return index;
}

/** The nominal mass of a reference where it can be one of a molecule. */
export function usableMass(mass: number | null): number | undefined {
  return mass !== null && Number.isInteger(mass) && mass >= 1 && mass <= NOMINAL_MZ_MAX ? mass : undefined;
}
