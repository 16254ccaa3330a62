import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/wire/client';

export interface OpenExhibit {
  readonly id: string;
  readonly code: string;
  /** Address of its screen. */
  readonly to: string;
  readonly highPotencySuspected: boolean;
}

/** The exhibit that Identify was opened from; null when there is none, or while it is being fetched. */
export function useExhibit(id: string | undefined): OpenExhibit | null {
  const { data } = useQuery(
    api.casework.exhibits.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== undefined, meta: { topics: ['exhibit'] } }),
  );
  if (data === undefined) return null;
  return { id: data.id, code: data.code, to: `/cases/${data.caseId}/exhibits/${data.id}`, highPotencySuspected: data.highPotencySuspected };
}
