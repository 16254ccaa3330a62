import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Batch, Exhibit } from '../../../../../contract/casework';
import { api } from '../../../../app/wire/client';

const NEWEST = 200;

export interface BatchChoice {
  readonly id: string;
  readonly code: string;
  readonly methodTitle: string;
  readonly startedAt: string;
  readonly status: Batch['status'];
  /** Holds injections of this exhibit already. */
  readonly ofExhibit: boolean;
}

/** The sequences this exhibit may be in: its own, and those still open; the newest first. */
export function useBatchChoices(exhibit: Exhibit): readonly BatchChoice[] | undefined {
  const batches = useQuery(api.casework.batches.list.queryOptions({ input: { limit: NEWEST } }));
  return useMemo(() => {
    if (batches.data === undefined) return undefined;
    const own = new Set(exhibit.batches.map(({ id }) => id));
    const others = batches.data.items.filter(({ id, status }) => !own.has(id) && status === 'open');
    return [
      ...exhibit.batches.map((batch) => ({ ...batch, ofExhibit: true })),
      ...others.map(({ id, code, methodTitle, startedAt, status }) => ({ id, code, methodTitle, startedAt, status, ofExhibit: false })),
    ].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  }, [batches.data, exhibit.batches]);
}

/** The exhibit's own sequences with their injections; undefined until all of them are here. */
export function useOwnBatches(exhibit: Exhibit): readonly Batch[] | undefined {
  const results = useQueries({ queries: exhibit.batches.map(({ id }) => api.casework.batches.get.queryOptions({ input: { id } })) });
  const loaded = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return loaded.length === exhibit.batches.length ? loaded : undefined;
}
