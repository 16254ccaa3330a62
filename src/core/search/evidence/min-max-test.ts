import { replicateConditions, type SharedConditions, type TestCondition } from './conditions';

export interface MinMaxResult {
  readonly test: 'min-max';
  readonly version: '1';
  /**
   * `discriminated`: every comparison between the two sets is below every comparison within a set, so the spectra are not of one kind.
   * `not-discriminated`: the sets overlap; that is no identification. `not-applicable`: a required condition is not met.
   */
  readonly verdict: 'discriminated' | 'not-discriminated' | 'not-applicable';
  /** Smallest similarity within a set; `undefined` without a pair. */
  readonly withinMin: number | undefined;
  /** Largest similarity between the sets. */
  readonly betweenMax: number | undefined;
  /** withinMin − betweenMax: above 0 the sets are apart by so much, in the unit of the similarity. */
  readonly margin: number | undefined;
  readonly pairs: { readonly within: number; readonly between: number };
  readonly conditions: readonly TestCondition[];
}

/**
 * Min–max test over replicate spectra of a sample and of a reference: they are discriminated when the largest similarity between the
 * sets is below the smallest within either set. Any similarity where more is more alike; it is called once per pair, in fixed order.
 *
 * Source: Moorthy & Sisco, Anal. Chem. 93 (2021) 13319, "The min-max test"; docs/methods/replicate-tests.md. Screening only.
 */
export function minMaxTest<T>(
  queries: readonly T[],
  references: readonly T[],
  similarity: (a: T, b: T) => number,
  shared: SharedConditions,
): MinMaxResult {
  const conditions = replicateConditions(queries.length, references.length, shared);
  const within = [...pairsWithin(queries, similarity), ...pairsWithin(references, similarity)];
  const between = queries.flatMap((query) => references.map((reference) => similarity(query, reference)));
  const withinMin = within.length === 0 ? undefined : Math.min(...within);
  const betweenMax = between.length === 0 ? undefined : Math.max(...between);
  const applicable = withinMin !== undefined && betweenMax !== undefined && conditions.every(({ required, met }) => met || !required);
  const margin = withinMin === undefined || betweenMax === undefined ? undefined : withinMin - betweenMax;
  return {
    test: 'min-max',
    version: '1',
    verdict: !applicable || margin === undefined ? 'not-applicable' : margin > 0 ? 'discriminated' : 'not-discriminated',
    withinMin,
    betweenMax,
    margin,
    pairs: { within: within.length, between: between.length },
    conditions,
  };
}

/** The similarities of all pairs of a set. */
export function pairsWithin<T>(set: readonly T[], similarity: (a: T, b: T) => number): readonly number[] {
  return set.flatMap((one, i) => set.slice(i + 1).map((other) => similarity(one, other)));
}
