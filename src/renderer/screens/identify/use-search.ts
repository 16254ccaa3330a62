import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { QuerySource, SearchMethod } from '../../../contract/search-method';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import type { IdentifyAddress } from './address';
import { NO_FILTERS, type SearchSettings } from './settings';

const CANDIDATES = 50;

/**
 * Runs searches. A newly opened unknown is searched once by itself, by the method its data speak for; every further search is asked for.
 * A search that is done gets its own address, so that going back and forth never searches again.
 */
export function useSearch(address: IdentifyAddress, query: QuerySource | null, first: SearchMethod | undefined) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const run = useAction(api.identify.search.mutationOptions(), {
    inPlace: true,
    onDone: (stored) => {
      queries.setQueryData(api.identify.get.queryKey({ input: { id: stored.id } }), stored);
      void navigate({ to: '/identify', search: { search: stored.id, exhibit: address.exhibit }, replace: address.search === undefined });
    },
  });
  const last = useRef<Parameters<typeof run.run>[0]>(null);
  const search = (source: QuerySource, { method, filters }: SearchSettings): void => {
    last.current = { query: source, method, filters, top: CANDIDATES, exhibitId: address.exhibit ?? null };
    run.run(last.current);
  };
  const again = (): void => {
    if (last.current !== null) run.run(last.current);
  };
  const begin = useEffectEvent((source: QuerySource, method: SearchMethod) => search(source, { method, filters: NO_FILTERS }));
  const begun = useRef('');
  const wanted = address.search === undefined && query !== null ? JSON.stringify(query) : '';
  useEffect(() => {
    if (wanted === '' || begun.current === wanted) {
      if (wanted === '') begun.current = '';
      return;
    }
    if (first === undefined) return;
    begun.current = wanted;
    begin(JSON.parse(wanted) as QuerySource, first);
  }, [wanted, first]);
  return { search, again, busy: run.busy, failure: run.failure };
}
