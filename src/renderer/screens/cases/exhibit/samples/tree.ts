import type { Sample } from '../../../../../contract/casework';

export interface TreeSample {
  readonly sample: Sample;
  /** 0 for what was taken from the exhibit itself. */
  readonly depth: number;
}

const KINDS: readonly Sample['kind'][] = ['population', 'unit', 'aliquot', 'extract'];

/** The samples in reading order: each followed by what was taken from it. */
export function treeOf(samples: readonly Sample[]): readonly TreeSample[] {
  const below = (parentId: string | null, depth: number): readonly TreeSample[] =>
    samples.filter((sample) => sample.parentId === parentId).flatMap((sample) => [{ sample, depth }, ...below(sample.id, depth + 1)]);
  return below(null, 0);
}

/** What may be taken from a kind: downwards only; an extract may be diluted into another. Null is the exhibit itself. */
export function kindsFrom(parent: Sample['kind'] | null): readonly Sample['kind'][] {
  if (parent === null) return KINDS;
  return parent === 'extract' ? ['extract'] : KINDS.slice(KINDS.indexOf(parent) + 1);
}
