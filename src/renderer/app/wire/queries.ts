import { type Query, QueryClient } from '@tanstack/react-query';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Record kinds the answer depends on (names of tables, as the engine announces them). Absent: any change; empty: none. */
      readonly topics?: readonly string[];
    };
  }
}

/**
 * Offline by nature: never paused for a network, never refetched by age or focus, because the engine announces every change.
 * A frozen answer (candidates once shown) says `meta: { topics: [] }`.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export function dependsOn(meta: Query['meta'], changed: readonly string[]): boolean {
  return meta?.topics === undefined || meta.topics.some((topic) => changed.includes(topic));
}

/** Refetches what the window shows of the kinds of record that changed. */
export function refetchChanged(topics: readonly string[]): void {
  void queryClient.invalidateQueries({ predicate: (query) => dependsOn(query.meta, topics) });
}
