import type { z } from 'zod';
import type { rowChange } from '../../../../contract/audit';

export interface FieldDifference {
  readonly field: string;
  /** Null: the row did not exist, or the field was empty. */
  readonly before: string | null;
  readonly after: string | null;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The fields of a row that an event gave another value, in the order the row stores them. */
export function differencesOf({ before, after }: z.infer<typeof rowChange>): readonly FieldDifference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }))
    .filter((difference) => difference.before !== difference.after);
}
