import type { SpectrumSummary } from '../../../../contract/library';

/** What must be known of a chosen spectrum that may no longer be in sight. */
export type Selected = Pick<SpectrumSummary, 'key' | 'name' | 'technique'>;

/** The choice with a spectrum taken in, or out where it was in. */
export function toggled(chosen: ReadonlyMap<number, Selected>, row: Selected): ReadonlyMap<number, Selected> {
  const next = new Map(chosen);
  if (!next.delete(row.key)) next.set(row.key, row);
  return next;
}

/** The choice with every listed spectrum between two taken in, both included; with the second alone where the first is not listed. */
export function chosenUpTo(
  chosen: ReadonlyMap<number, Selected>,
  rows: readonly Selected[],
  from: number | null,
  to: number,
  most: number,
): ReadonlyMap<number, Selected> {
  const end = rows.findIndex(({ key }) => key === to);
  const start = rows.findIndex(({ key }) => key === from);
  if (end < 0) return chosen;
  const first = start < 0 ? end : Math.min(start, end);
  const next = new Map(chosen);
  for (const row of rows.slice(first, Math.max(start, end) + 1)) if (next.size < most) next.set(row.key, row);
  return next;
}
