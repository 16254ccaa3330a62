import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { library } from '../../../../contract/library';
import { api } from '../../../app/wire/client';
import { LIBRARY_TOPICS } from '../topics';

const PAGE = 200;

type Listing = z.infer<NonNullable<(typeof library)['spectra']['~orpc']['inputSchema']>>;
/** What narrows and orders the list, besides its page. */
export type Narrowing = Omit<Listing, 'offset' | 'limit' | 'text' | 'collectionId'>;

export const SORTS = ['name', 'nominalMass', 'formula', 'collectionName', 'key'] as const;

export const EVERYTHING: Narrowing = {
  ionisation: null,
  technique: null,
  quality: 'any',
  withdrawn: false,
  grades: [],
  finding: null,
  massFrom: null,
  massTo: null,
  sort: 'name',
  descending: false,
};

/** How many of the less used filters narrow the list. */
export function narrowerCount({ ionisation, quality, withdrawn, grades = [], finding, massFrom, massTo }: Narrowing): number {
  const marked = [grades.length > 0, (finding ?? null) !== null];
  return [ionisation !== null, quality !== 'any', withdrawn, ...marked, massFrom !== null, massTo !== null].filter(Boolean).length;
}

/** The list of reference spectra, searched, narrowed, ordered and paged by the engine. */
export function useListing(collectionId: string | null) {
  const [text, setText] = useState('');
  const [narrowing, setNarrowing] = useState(EVERYTHING);
  const [quietText] = useDebouncedValue(text.trim(), 150);
  const asked = useMemo(() => ({ ...narrowing, text: quietText, collectionId }), [narrowing, quietText, collectionId]);
  const query = useInfiniteQuery(
    api.library.spectra.infiniteOptions({
      input: (offset: number) => ({ ...asked, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
        return seen < last.total && last.items.length > 0 ? seen : undefined;
      },
      placeholderData: keepPreviousData,
      meta: { topics: LIBRARY_TOPICS },
    }),
  );
  const { fetchNextPage } = query;
  return {
    text,
    setText,
    narrowing,
    narrow: useCallback((part: Partial<Narrowing>) => setNarrowing((current) => ({ ...current, ...part })), []),
    /** What the engine was asked, but for the page. */
    asked,
    query,
    rows: useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]),
    total: query.data?.pages[0]?.total ?? 0,
    loadMore: useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]),
    narrowed: collectionId !== null || narrowing.technique !== null || narrowerCount(narrowing) > 0,
  };
}

export type SpectraListing = ReturnType<typeof useListing>;
