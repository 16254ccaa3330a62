import type { IndexHit, IndexQuery, SearchedCollection } from './library-index';

/** What the engine asks of the search thread. Answers come in the order of the questions. */
export type SearchRequest =
  | { readonly kind: 'open'; readonly database: string; readonly indexFolder: string }
  /** Makes ready what a search over these collections needs, and forgets the rest. */
  | { readonly kind: 'prepare'; readonly collections: readonly SearchedCollection[] }
  | { readonly kind: 'search'; readonly query: IndexQuery };

export interface SearchAnswers {
  readonly open: null;
  readonly prepare: {
    readonly spectra: number;
    readonly bytes: number;
    readonly milliseconds: number;
    readonly problems: readonly string[];
  };
  readonly search: { readonly hits: readonly IndexHit[]; readonly milliseconds: number };
}

export type SearchReply =
  | { readonly number: number; readonly ok: true; readonly answer: SearchAnswers[keyof SearchAnswers] }
  | { readonly number: number; readonly ok: false; readonly message: string; readonly code: string };
