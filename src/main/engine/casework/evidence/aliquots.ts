import type { SampleRow } from './store';

/** The sample and everything it was taken from, itself first. */
function lineage(samples: readonly SampleRow[], id: string): readonly SampleRow[] {
  const own = samples.find((sample) => sample.id === id);
  if (own === undefined) return [];
  return own.parent_id === null ? [own] : [own, ...lineage(samples, own.parent_id)];
}

/** The separate sampling a result stands on: two extracts of one aliquot are one. */
export function aliquotOf(samples: readonly SampleRow[], id: string): string {
  return lineage(samples, id).find(({ kind }) => kind !== 'extract')?.id ?? id;
}

/** Every solvent the sample was in on its way, because one of them may have changed it; '' when none is on record. */
export function solventOf(samples: readonly SampleRow[], id: string): string {
  const written = lineage(samples, id).flatMap(({ solvent }) => (solvent.trim() === '' ? [] : [solvent.trim()]));
  return [...new Set(written)].join(' / ');
}
