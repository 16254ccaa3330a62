import { useQuery } from '@tanstack/react-query';
import type { Exhibit } from '../../../../../contract/casework';
import { api } from '../../../../app/wire/client';

/** The gate's word on every component, worked out anew with every change of the record. */
export function useChecklist(exhibit: Exhibit) {
  return useQuery(api.casework.checklist.queryOptions({ input: { exhibitId: exhibit.id } }));
}
