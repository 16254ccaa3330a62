import type { Message } from '../../../../contract/base';
import type { Candidate, SearchJudgement } from '../../../../contract/identify';
import type { CandidateEvidence, CandidateQuestion, JointEvidence, JointQuestion } from '../evidence/evidence-messages';
import type { SearchedCollection, SpectrumFilter } from './collections';
import type { FamilyQuery } from './family-query';
import type { Part, PartState } from './parts';

/** A reference with what the search says of it; the rest of a candidate is in the library's rows. */
export interface SearchHit
  extends Pick<
    Candidate,
    'score' | 'scores' | 'matchedPeaks' | 'queryPeaks' | 'libraryPeaks' | 'massDifference' | 'coverage' | 'component'
  > {
  readonly key: number;
  readonly terms: readonly Candidate['terms'][number][];
}

/** How sure a list is of itself. Shown only where the laboratory has validated it. */
export interface Certainty {
  /** That the right substance is the first candidate's, or one whose spectrum cannot be told from its. */
  readonly probability: number;
  readonly noneOfThese: number;
  /** Keys of the best record of each substance that this speaks of, as far as the library holds it. */
  readonly alike: readonly number[];
}

/** What a family found, best first, or why it cannot search so: a rule of `errors:rule`. */
export type FamilyAnswer =
  | { readonly hits: readonly SearchHit[]; readonly judgement: Partial<SearchJudgement>; readonly certainty?: Certainty }
  | { readonly refused: Message };

/** What the engine asks of a search thread, which does one thing at a time. */
export interface SearchQuery {
  readonly collections: readonly SearchedCollection[];
  readonly filter: SpectrumFilter;
  readonly top: number;
  readonly asked: FamilyQuery;
}

export type SearchRequest =
  /** The file of a part, or what it is built of when there is none that can be used. */
  | { readonly kind: 'read-part'; readonly part: Part }
  | { readonly kind: 'build-step'; readonly part: Part; readonly from: number; readonly to: number }
  | { readonly kind: 'join-steps'; readonly part: Part; readonly steps: readonly PartState[] }
  | { readonly kind: 'write-part'; readonly part: Part; readonly state: PartState }
  | { readonly kind: 'keep-files'; readonly parts: readonly Part[] }
  | { readonly kind: 'count'; readonly collections: readonly SearchedCollection[] }
  | { readonly kind: 'search'; readonly query: SearchQuery }
  | { readonly kind: 'weigh-candidate'; readonly question: CandidateQuestion }
  | { readonly kind: 'weigh-substances'; readonly question: JointQuestion };

/** How many references in use there are of a technique; of mass spectra by how they were measured. */
export interface ReferenceCount {
  readonly technique: string;
  readonly ionisation: string;
  readonly msLevel: number;
  readonly count: number;
}

export interface SearchAnswers {
  readonly 'read-part':
    | { readonly state: PartState }
    | { readonly unusable: 'absent' | 'damaged' | 'other-version' | 'other-rows'; readonly steps: readonly (readonly [number, number])[] };
  readonly 'build-step': PartState;
  readonly 'join-steps': PartState;
  readonly 'write-part': null;
  readonly 'keep-files': null;
  readonly count: readonly ReferenceCount[];
  readonly search: FamilyAnswer & { readonly milliseconds: number };
  readonly 'weigh-candidate': CandidateEvidence;
  readonly 'weigh-substances': JointEvidence;
}

/** What goes to a thread: first of all what it needs to begin; parts to take up or let go of, which are not answered; questions. */
export type ThreadMessage =
  | { readonly kind: 'open'; readonly database: string; readonly indexFolder: string }
  | { readonly kind: 'adopt'; readonly key: string; readonly part: Part; readonly state: PartState }
  | { readonly kind: 'drop'; readonly keys: readonly string[] }
  | { readonly kind: 'question'; readonly request: SearchRequest };

export type ThreadReply =
  | { readonly ok: true; readonly answer: SearchAnswers[keyof SearchAnswers] }
  | { readonly ok: false; readonly message: string; readonly code: string };
