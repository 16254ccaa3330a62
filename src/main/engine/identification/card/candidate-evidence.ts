import type { Candidate, CandidateCard, SearchFilters, SearchJudgement } from '../../../../contract/identify';
import type { SearchMethod } from '../../../../contract/search-method';
import { inseparable } from '../../../../core/search/evidence/inseparable';
import { Failure } from '../../failures';
import type { FoundSpectrum } from '../../library/service';
import { type LikenessWanted, likenessFor } from '../evidence/likeness';
import type { Searcher } from '../searcher';
import type { SearchClient } from '../searching/search-client';
import { searchedIn } from '../snapshot';
import { NO_PEAKS, peaksOf, type Unknown } from '../unknown';
import { measuredTrace } from './compared';
import { substanceBeside } from './substance';

/** Nearest entries of the library that are looked at. */
const NEAREST = 60;
/** Substances that cannot be told apart are shown up to so many. */
const MOST_SHOWN = 20;

export interface CardEvidence extends Pick<CandidateCard, 'indistinguishable' | 'spread' | 'replicateTests' | 'analogue'> {}

const NOTHING: CardEvidence = { indistinguishable: [], spread: null, replicateTests: [], analogue: [] };

interface Asked {
  readonly unknown: Unknown;
  readonly method: SearchMethod;
  readonly filters: SearchFilters;
  readonly judgement: SearchJudgement;
  readonly candidates: readonly Candidate[];
  readonly candidate: Candidate;
  readonly spectrum: FoundSpectrum;
}

/** What the whole library in use says of a candidate by the technique of its search; nothing where the technique has no convention. */
export async function candidateEvidence(
  { searcher, client }: { readonly searcher: Searcher; readonly client: SearchClient },
  { unknown, method, filters, judgement, candidates, candidate, spectrum }: Asked,
): Promise<CardEvidence> {
  const wanted = likenessFor(method);
  if (wanted === null) return NOTHING;
  const everywhere: SearchFilters = { ...EVERYTHING, ionisation: filters.ionisation };
  const snapshot = await searcher.snapshot(everywhere);
  const near = await nearest(searcher, { spectrum, precursorMz: candidate.precursorMz, method, wanted, filters: everywhere });
  const substance = substanceBeside(candidate);
  const hits = near.map((hit) => ({ recordKey: hit.spectrumKey, substance: substance(hit), similarity: hit.score }));
  const { spread, replicates, replicateTests, separations, analogue } = await client.weighCandidate({
    collections: searchedIn(snapshot),
    key: candidate.spectrumKey,
    wanted,
    rivals: bestOfEach(hits, substance(candidate)),
    query: wanted.technique === 'ei' ? peaksOf(unknown) : null,
    analogue: asParent(unknown, method, judgement),
  });
  const names = new Map(near.map((hit) => [hit.spectrumKey, hit.name]));
  const separatedBy = new Map(separations.map((each) => [each.key, each.separatedBy]));
  const { substances } = inseparable({ recordKey: candidate.spectrumKey, substance: substance(candidate) }, hits, spread);
  return {
    indistinguishable: substances.slice(0, MOST_SHOWN).map(({ substance: key, recordKey, similarity }) => ({
      name: names.get(recordKey) ?? '',
      spectrumKey: recordKey,
      rank: candidates.find((each) => substance(each) === key)?.rank ?? null,
      score: similarity,
      separatedBy: [...(separatedBy.get(recordKey) ?? [])],
    })),
    spread: { limit: spread.limit, score: scoreOf(wanted), basis: spread.source === 'compound' ? 'replicates' : 'convention', replicates },
    replicateTests,
    analogue: [...analogue],
  };
}

const EVERYTHING: SearchFilters = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };

interface Beside {
  readonly spectrum: FoundSpectrum;
  readonly precursorMz: number | null;
  readonly method: SearchMethod;
  readonly wanted: LikenessWanted;
  readonly filters: SearchFilters;
}

/** The library's entries most like the candidate's own spectrum; none where that one cannot be searched by. */
async function nearest(searcher: Searcher, { spectrum, precursorMz, method, wanted, filters }: Beside): Promise<readonly Candidate[]> {
  const unknown = asUnknown(spectrum, precursorMz);
  if (unknown === null) return [];
  try {
    const { candidates } = await searcher.findIn(await searcher.snapshot(filters), unknown, {
      method: besideMethod(method, wanted, unknown),
      top: NEAREST,
      filters,
    });
    return candidates;
  } catch (error) {
    // A reference that is noise alone, or flat, is like nothing.
    if (error instanceof Failure && error.code === 'REFUSED') return [];
    throw error;
  }
}

/** The search's own method with the score that the convention is stated for. */
function besideMethod(method: SearchMethod, { technique }: LikenessWanted, unknown: Unknown): SearchMethod {
  switch (method.family) {
    case 'ei':
      return { ...method, score: 'ei-identity', molecularMass: null };
    case 'tandem': {
      const precursorMz = unknown.kind === 'peaks' ? unknown.precursorMz : null;
      return {
        ...method,
        score: 'tandem-entropy-weighted',
        precursorMz,
        precursorTolerance: precursorMz === null ? null : method.precursorTolerance,
      };
    }
    case 'trace':
      return { ...method, score: 'trace-correlation' };
    case 'mixture': {
      const { technique: measured, ranges, steps } = method;
      return { family: 'trace', score: 'trace-correlation', technique: measured, ranges, steps };
    }
    case 'energies':
      throw new Error(`${technique} has nothing to do with several energies`);
  }
}

function scoreOf({ technique }: LikenessWanted): NonNullable<CandidateCard['spread']>['score'] {
  return technique === 'ei' ? 'ei-identity' : technique === 'ms2' ? 'tandem-entropy-weighted' : 'trace-correlation';
}

function asUnknown(spectrum: FoundSpectrum, precursorMz: number | null): Unknown | null {
  const named = { name: spectrum.name, otherFields: [] };
  if (spectrum.technique !== 'mass-spectrometry') {
    const trace = measuredTrace(spectrum);
    return trace === undefined ? null : { kind: 'trace', ...named, technique: spectrum.technique, trace };
  }
  const { mz, intensity } = spectrum.peaks;
  if (!intensity.some((value) => value > 0)) return null;
  const { ionisation, msLevel } = spectrum;
  return {
    kind: 'peaks',
    ...named,
    mz,
    intensity,
    ionisation,
    msLevel,
    precursorMz,
    adduct: null,
    energy: null,
  };
}

function bestOfEach(hits: readonly { readonly recordKey: number; readonly substance: string; readonly similarity: number }[], own: string) {
  const seen = new Set([own]);
  return hits.flatMap(({ recordKey, substance, similarity }) => {
    if (seen.has(substance)) return [];
    seen.add(substance);
    return [{ key: recordKey, similarity }];
  });
}

/** A candidate may be a parent where peaks were let to shift, by the mass that they were shifted for. */
function asParent(unknown: Unknown, method: SearchMethod, { molecularIon }: SearchJudgement) {
  if (method.family !== 'ei' || (method.score !== 'ei-hybrid' && method.score !== 'ei-neutral-loss') || molecularIon === null) return null;
  return { peaks: unknown.kind === 'peaks' ? { mz: unknown.mz, intensity: unknown.intensity } : NO_PEAKS, molecularMass: molecularIon.mz };
}
