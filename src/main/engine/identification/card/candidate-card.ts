import type { Candidate, CandidateCard, SearchFilters, SearchJudgement } from '../../../../contract/identify';
import type { SearchMethod } from '../../../../contract/search-method';
import type { LibraryService } from '../../library/service';
import type { RegistryService } from '../../registry/service';
import type { SubstancesService } from '../../substances/service';
import type { Searcher } from '../searcher';
import type { SearchClient } from '../searching/search-client';
import type { Unknown } from '../unknown';
import { candidateEvidence } from './candidate-evidence';
import { cardQuality } from './card-quality';
import { comparedTraces } from './compared';
import { gapBelow } from './gap';

export interface CardDependencies {
  readonly library: LibraryService;
  readonly substances: SubstancesService;
  readonly registry: RegistryService;
  readonly searcher: Searcher;
  readonly client: SearchClient;
}

/** A search as it is stored, as far as its candidates are judged by it. */
export interface SearchedBy {
  readonly unknown: Unknown;
  readonly method: SearchMethod;
  readonly filters: SearchFilters;
  readonly judgement: SearchJudgement;
  readonly candidates: readonly Candidate[];
}

/** All that the laboratory knows of one candidate, but its class and control status. */
export async function candidateCard(dependencies: CardDependencies, search: SearchedBy, candidate: Candidate): Promise<CandidateCard> {
  const { library, substances, registry } = dependencies;
  const spectrum = await library.lookUp.spectrum(candidate.spectrumKey);
  const [evidence, substanceId] = await Promise.all([
    candidateEvidence(dependencies, { ...search, candidate, spectrum }),
    substances.lookUp.idOf(candidate),
  ]);
  const substance = substanceId === null ? null : await substances.lookUp.row(substanceId);
  const names = substanceId === null ? [] : await substances.lookUp.names(substanceId);
  const lots = substanceId === null ? [] : await registry.lookUp.lotsOf(substanceId);
  const synonyms = new Set([...spectrum.synonyms, ...names.filter(({ language }) => language === 'en').map(({ name }) => name)]);
  synonyms.delete(candidate.name);
  return {
    rank: candidate.rank,
    spectrumKey: candidate.spectrumKey,
    name: candidate.name,
    names: names.map(({ language, name }) => ({ language, name })),
    synonyms: [...synonyms],
    formula: candidate.formula ?? substance?.formula ?? null,
    nominalMass: candidate.nominalMass,
    cas: candidate.cas ?? substance?.cas ?? null,
    inchikey: candidate.inchikey ?? substance?.inchikey ?? null,
    smiles: spectrum.smiles ?? substance?.smiles ?? null,
    collectionName: candidate.collectionName,
    collectionKind: candidate.collectionKind,
    origin: spectrum.origin,
    licence: spectrum.licence,
    accession: spectrum.accession,
    instrument: spectrum.instrument,
    quality: cardQuality(spectrum),
    grade: spectrum.grade,
    ...evidence,
    gap: gapBelow(search.candidates, candidate, search.method),
    compared: comparedTraces(search.unknown, spectrum, search.method),
    referenceLots: lots.filter(({ withdrawn }) => !withdrawn).map(({ id, code, expired }) => ({ id, code, expired })),
    substanceId,
    referencePeaks: spectrum.peaks,
  };
}
