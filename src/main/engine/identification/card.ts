import type { Candidate, CandidateCard } from '../../../contract/identify';
import { compareEi, scoreIn } from '../../../core/search/scores/compare-ei';
import { prepareNominal } from '../../../core/search/scores/nominal-spectrum';
import type { LibraryService } from '../library/service';
import type { RegistryService } from '../registry/service';
import type { SubstancesService } from '../substances/service';
import { qualityOf } from './quality';

/** The convention of core/search/indistinguishable: above it an EI spectrum alone may not tell two compounds apart. */
const INDISTINGUISHABLE = 950;

interface Dependencies {
  readonly library: LibraryService;
  readonly substances: SubstancesService;
  readonly registry: RegistryService;
}

/** All that the laboratory knows of one candidate, but its class and control status. */
export async function candidateCard(
  { library, substances, registry }: Dependencies,
  candidates: readonly Candidate[],
  candidate: Candidate,
): Promise<CandidateCard> {
  const spectrum = await library.lookUp.spectrum(candidate.spectrumKey);
  const stated = await library.lookUp.ionisationStated(candidate.spectrumKey);
  const substanceId = await substances.lookUp.idOf(candidate);
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
    quality: qualityOf(spectrum, stated),
    indistinguishable: await indistinguishableFrom(library, candidates, candidate),
    grade: null,
    spread: null,
    gap: null,
    replicateTests: [],
    analogue: [],
    compared: null,
    referenceLots: lots.filter(({ withdrawn }) => !withdrawn).map(({ id, code, expired }) => ({ id, code, expired })),
    substanceId,
    referencePeaks: spectrum.peaks,
  };
}

/** Other compounds among the candidates whose reference spectra are all but this one's. */
async function indistinguishableFrom(
  library: LibraryService,
  candidates: readonly Candidate[],
  candidate: Candidate,
): Promise<CandidateCard['indistinguishable']> {
  const others = candidates.filter((other) => !isSameCompound(other, candidate));
  const peaks = await library.lookUp.peaks([candidate.spectrumKey, ...others.map(({ spectrumKey }) => spectrumKey)]);
  const own = peaks.get(candidate.spectrumKey);
  if (own === undefined) return [];
  const prepared = prepareNominal(own);
  return others
    .map(({ name, rank, spectrumKey }) => {
      const theirs = peaks.get(spectrumKey);
      const identity = theirs === undefined ? 0 : scoreIn(compareEi(prepared, prepareNominal(theirs)), 'ei-identity').exact;
      return { name, rank, spectrumKey, score: identity, separatedBy: [] };
    })
    .filter(({ score }) => score >= INDISTINGUISHABLE)
    .sort((a, b) => b.score - a.score);
}

/** A whole InChIKey decides, then a CAS number, then the name: stereoisomers are other compounds, which is what is to be shown. */
function isSameCompound(a: Candidate, b: Candidate): boolean {
  if (a.spectrumKey === b.spectrumKey) return true;
  if (a.inchikey !== null && b.inchikey !== null) return a.inchikey === b.inchikey;
  if (a.cas !== null && b.cas !== null) return a.cas === b.cas;
  return a.name === b.name;
}
