import type { HyphenatedTechnique, KnowledgeFlag, Technique } from '../technique';

export const RULE_IDS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13', 'GATE'] as const;
/** R1 to R13 of the criteria table; GATE for what the laboratory's own procedure asks (review, reference lot, salt). */
export type RuleId = (typeof RULE_IDS)[number];

export interface Rule {
  readonly id: RuleId;
  readonly source: string;
  readonly flag: KnowledgeFlag;
}

/** A substance that the tables speak of, under a key that never changes. */
export interface TableSubstance {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly inchikey?: string;
}

/** "What is found may have been made by the analysis": `from` becomes `to` under these conditions. */
export interface Artefact {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Where it happens; `gc` is the hot inlet of a gas chromatograph, with whatever detector. */
  readonly inlet: 'gc' | 'any';
  /** Solvents in which it is known; empty for any solvent. */
  readonly solvents: readonly string[];
  readonly effect: 'block' | 'warn';
  readonly source: string;
  readonly flag: KnowledgeFlag;
}

/** Substances that some techniques cannot tell apart. */
export interface IsomerGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  /** Techniques whose comparison with one member's reference material excludes the others by itself. Retention never does. */
  readonly separatedBy: readonly string[];
  readonly source: string;
  readonly flag: KnowledgeFlag;
}

/** Which edition, since when, and whether the laboratory has taken it as its own (R10). */
export interface CriteriaVersion {
  readonly id: string;
  readonly edition: string;
  readonly issuedOn: string;
  readonly adopted?: { readonly by: string; readonly on: string };
}

/** Everything the gate looks up, of one version. A laboratory edits a copy under a new version id. */
export interface CriteriaTables {
  readonly version: CriteriaVersion;
  readonly techniques: readonly Technique[];
  readonly hyphenated: readonly HyphenatedTechnique[];
  readonly rules: readonly Rule[];
  readonly artefacts: readonly Artefact[];
  readonly isomerGroups: readonly IsomerGroup[];
  readonly substances: readonly TableSubstance[];
}
