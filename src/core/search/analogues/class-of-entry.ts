import { structureMatches } from '../../chemistry/structure';
import { CLASS_RULES } from './facts/class-rules';
import type { DrugClass } from './facts/classes';
import { classOfName } from './name-class';

/** What a class was told from. Stored with results: never rename, add. */
export type ClassBasis = 'structure' | 'name';

export interface StatedClasses {
  readonly classes: readonly DrugClass[];
  readonly basis: ClassBasis;
}

/** What an entry states of its substance. */
export interface StatedSubstance {
  readonly smiles: string | null;
  readonly name: string;
}

const PATTERNS = CLASS_RULES.flatMap(({ any, none = [] }) => [...any, ...none]);

/**
 * The classes of a library entry: from its structure where it states one that can be read, else from its name. A structure of no class
 * is not overruled by a name. Some ten substructure searches: once for an entry.
 */
export function classesOfEntry({ smiles, name }: StatedSubstance): StatedClasses {
  const ofStructure = smiles === null ? undefined : structureClasses(smiles);
  if (ofStructure !== undefined) return { classes: ofStructure, basis: 'structure' };
  const ofName = classOfName(name);
  return { classes: ofName === undefined ? [] : [ofName], basis: 'name' };
}

/** The classes whose core structure a SMILES holds, in the order of the rules; empty where it holds none, `undefined` where it cannot be read. */
export function structureClasses(smiles: string): readonly DrugClass[] | undefined {
  const matches = structureMatches(smiles, PATTERNS);
  if (matches === undefined) return undefined;
  const held = new Set(PATTERNS.filter((_, i) => matches[i]));
  return CLASS_RULES.filter(({ any, none = [] }) => any.some((smarts) => held.has(smarts)) && !none.some((smarts) => held.has(smarts))).map(
    ({ drugClass }) => drugClass,
  );
}
