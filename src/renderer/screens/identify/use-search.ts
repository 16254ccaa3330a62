import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { QuerySource } from '../../../contract/identify';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import type { IdentifyAddress } from './address';
import { FIRST_SETTINGS, type SearchSettings } from './settings';

const CANDIDATES = 50;

/**
 * Runs searches. A newly opened unknown is searched once by itself, with the first settings; every further search is asked for.
 * A search that is done gets its own address, so that going back and forth never searches again.
 */
export function useSearch(address: IdentifyAddress, query: QuerySource | null) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const run = useAction(api.identify.search.mutationOptions(), {
    inPlace: true,
    onDone: (stored) => {
      queries.setQueryData(api.identify.get.queryKey({ input: { id: stored.id } }), stored);
      void navigate({ to: '/identify', search: { search: stored.id, exhibit: address.exhibit }, replace: address.search === undefined });
    },
  });
  const search = (source: QuerySource, { score, filters }: SearchSettings): void =>
    run.run({ query: source, score, filters, top: CANDIDATES, exhibitId: address.exhibit ?? null });
  const begin = useEffectEvent((source: QuerySource) => search(source, FIRST_SETTINGS));
  const begun = useRef('');
  const wanted = address.search === undefined && query !== null ? JSON.stringify(query) : '';
  useEffect(() => {
    if (wanted === '' || begun.current === wanted) {
      if (wanted === '') begun.current = '';
      return;
    }
    begun.current = wanted;
    begin(JSON.parse(wanted) as QuerySource);
  }, [wanted]);
  return { search, busy: run.busy, failure: run.failure };
}
