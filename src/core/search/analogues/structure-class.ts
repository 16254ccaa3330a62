import { structureMatches } from '../../chemistry/structure';
import { CLASS_RULES } from './facts/class-rules';
import type { DrugClass } from './facts/classes';

/**
 * The classes whose core structure a SMILES holds, in the order of the rules; empty where it holds none or cannot be read. Meant for
 * library entries, once on import: some ten substructure searches each.
 */
export function classesOfStructure(smiles: string): readonly DrugClass[] {
  const patterns = CLASS_RULES.flatMap(({ any, none = [] }) => [...any, ...none]);
  const matches = structureMatches(smiles, patterns);
  if (matches === undefined) return [];
  const held = new Set(patterns.filter((_, i) => matches[i]));
  return CLASS_RULES.filter(({ any, none = [] }) => any.some((smarts) => held.has(smarts)) && !none.some((smarts) => held.has(smarts))).map(
    ({ drugClass }) => drugClass,
  );
}
