import type { CriteriaTables } from './criteria-tables';

/**
 * The key under which the tables know a substance: by its whole InChIKey (the first block alone would mix stereoisomers), else by
 * exact name or alias without regard to case; undefined when the tables do not speak of it, and the caller's own id then serves as key.
 */
export function substanceKeyOf(
  tables: CriteriaTables,
  substance: { readonly inchikey?: string; readonly names: readonly string[] },
): string | undefined {
  const byStructure = tables.substances.find((row) => row.inchikey !== undefined && row.inchikey === substance.inchikey);
  if (byStructure !== undefined) return byStructure.key;
  const names = new Set(substance.names.map((name) => name.trim().toLowerCase()));
  return tables.substances.find((row) => [row.key, row.name, ...row.aliases].some((name) => names.has(name.toLowerCase())))?.key;
}
