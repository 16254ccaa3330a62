import { useCallback, useRef, useState } from 'react';
import type { SpectrumSummary } from '../../../../contract/library';
import { client } from '../../../app/wire/client';
import { chosenUpTo, type Selected, toggled } from './selection';
import type { SpectraListing } from './use-listing';

/** One file takes no more. */
export const MOST_SELECTED = 10_000;
const PAGE = 1000;

const NONE: ReadonlyMap<number, Selected> = new Map();

/** Spectra chosen for something to be done with all of them. They stay chosen while the list is searched and narrowed otherwise. */
export function useSelection({ asked, rows }: Pick<SpectraListing, 'asked' | 'rows'>) {
  const [selected, setSelected] = useState(NONE);
  const last = useRef<number | null>(null);
  const toggle = useCallback((row: SpectrumSummary) => {
    last.current = row.key;
    setSelected((current) => toggled(current, row));
  }, []);
  const reach = useCallback(
    (row: SpectrumSummary) => setSelected((current) => chosenUpTo(current, rows ?? [], last.current, row.key, MOST_SELECTED)),
    [rows],
  );
  /** Asks the engine for every spectrum of the list, also those not loaded yet. */
  const everyListed = useCallback(async (): Promise<ReadonlyMap<number, Selected>> => {
    const all = new Map<number, Selected>();
    for (let offset = 0; offset < MOST_SELECTED; offset += PAGE) {
      const { items, total } = await client.library.spectra({ ...asked, offset, limit: PAGE });
      for (const row of items) all.set(row.key, row);
      if (offset + items.length >= total || items.length === 0) break;
    }
    return all;
  }, [asked]);
  return { selected, toggle, reach, everyListed, set: setSelected, clear: useCallback(() => setSelected(NONE), []) };
}

export type Selection = ReturnType<typeof useSelection>;
