import type { SearchHit } from './search-messages';

/** The best of several lists, best first; equal scores by the lower key, whatever was searched first. */
export function best<Hit extends Pick<SearchHit, 'key' | 'score'>>(
  hits: readonly Hit[],
  top: number,
  better: 'higher' | 'lower' = 'higher',
): readonly Hit[] {
  const sign = better === 'higher' ? 1 : -1;
  return hits.toSorted((a, b) => sign * (b.score - a.score) || a.key - b.key).slice(0, top);
}
