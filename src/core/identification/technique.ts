import type { FindingKind } from './comparison/comparison';

/** Discriminating power by SWGDRUG Part III B: A spectra of structure, B separations and morphology, C screening. */
export type Category = 'A' | 'B' | 'C';

/** How well a row is known: R read in a copy of the source, S read in a page-cited transcription, K general knowledge to be verified. */
export type KnowledgeFlag = 'R' | 'S' | 'K';

/** One technique as an edition of the criteria classes it. */
export interface Technique {
  readonly id: string;
  readonly category: Category;
  /** Properties it exploits. Two techniques that share one are correlated (R1, R2). */
  readonly basis: readonly string[];
  /** `botanical`: counts for plant material only (R8). */
  readonly appliesTo: 'any' | 'botanical';
  /** True when it sees the whole sample at once, so that a minor component hides under the major one (FTIR of a powder). */
  readonly wholeSample: boolean;
  /** True when it can tell a salt from its base. */
  readonly tellsSalt: boolean;
  /** What it is compared with: reference material of the same substance, or documented features and reactions. */
  readonly comparedWith: 'reference material' | 'documented description';
  /** Kinds of finding a comparison by this technique must contain before it can be met. */
  readonly requires: readonly FindingKind[];
  readonly source: string;
  readonly flag: KnowledgeFlag;
}

/** A coupled instrument whose parts count apart when results of each are used (R7). */
export interface HyphenatedTechnique {
  readonly id: string;
  readonly parts: readonly string[];
}
