import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Measurement } from '../../../../contract/measurements';
import { useObservable } from '../../../app/observable';
import { api } from '../../../app/wire/client';
import { inMinutes } from '../viewer/in-minutes';
import { type Shelved, samePlace, shelf } from './shelf';

export interface ShelvedItem extends Shelved {
  /** Which of the twenty looks; the open record has the first. */
  readonly look: number;
  readonly key: string;
  readonly item: Measurement;
}

/** The compared records with their numbers, as far as they have arrived, without the one that is open. */
export function useShelved(open: { readonly fileId: string; readonly index: number }): readonly ShelvedItem[] {
  const records = useObservable(shelf);
  const { fileId, index } = open;
  const others = useMemo(() => records.filter((record) => !samePlace(record, { fileId, index })), [records, fileId, index]);
  const items = useQueries({
    queries: others.map((record) =>
      api.measurements.item.queryOptions({ input: { fileId: record.fileId, index: record.index }, meta: { topics: [] } }),
    ),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(
    () =>
      others.flatMap((record, place): readonly ShelvedItem[] => {
        const item = items[place];
        return item === undefined
          ? []
          : [{ ...record, item: inMinutes(item), look: (place + 1) % 20, key: `${record.fileId}/${record.index}` }];
      }),
    [others, items],
  );
}
