import type { Message } from '../../../../contract/base';
import type { CandidateCard } from '../../../../contract/identify';
import type { ReplicateSpread } from '../../../../core/search/evidence/replicate-spread';
import type { SearchedCollection } from '../searching/collections';
import type { PeakNumbers } from '../unknown';
import type { Spectral, SubstanceNames } from './held-entries';
import type { LikenessWanted } from './likeness';

/** What a search thread is asked about one candidate. */
export interface CandidateQuestion {
  readonly collections: readonly SearchedCollection[];
  readonly key: number;
  readonly wanted: LikenessWanted;
  /** The best entry of each other substance among the nearest of the library, most similar first. */
  readonly rivals: readonly { readonly key: number; readonly similarity: number }[];
  /** The unknown, where tests over replicates are wanted. */
  readonly query: PeakNumbers | null;
  /** The mass of the unknown's molecule, where the candidate may be a parent of it. */
  readonly analogue: { readonly peaks: PeakNumbers; readonly molecularMass: number } | null;
}

export interface CandidateEvidence {
  readonly spread: ReplicateSpread;
  /** Different spectra of the candidate's substance that the library holds by this technique. */
  readonly replicates: number;
  readonly replicateTests: CandidateCard['replicateTests'];
  /** Of the rivals within the spread: what else would tell them from the candidate, by what the library holds of both. */
  readonly separations: readonly {
    readonly key: number;
    readonly separatedBy: readonly { readonly technique: string; readonly separation: number }[];
  }[];
  readonly analogue: readonly Message[];
}

/** What a search thread is asked about substances of an exhibit, by one technique. */
export interface JointQuestion {
  readonly collections: readonly SearchedCollection[];
  readonly unknown: Spectral;
  readonly wanted: LikenessWanted;
  readonly substances: readonly SubstanceNames[];
}

/** For each substance asked for: its best entry against the unknown (absent: the library has none), and the spread of its replicates. */
export type JointEvidence = readonly { readonly value: number | null; readonly spread: ReplicateSpread }[];
