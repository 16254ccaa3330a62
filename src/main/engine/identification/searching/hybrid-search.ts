import { AnalogueComparison } from '../../../../core/search/analogues/analogue-comparison';
import { CLASS_VOTE_DESCRIPTOR, type ClassNeighbour, classOf } from '../../../../core/search/analogues/class-of';
import { classesOfEntry, type StatedClasses } from '../../../../core/search/analogues/class-of-entry';
import type { AnalogueScoreId } from '../../../../core/search/analogues/descriptors';
import type { HybridHit, HybridIndex } from '../../../../core/search/analogues/index/hybrid-index';
import { type MolecularIonCandidate, molecularIonCandidates } from '../../../../core/search/analogues/molecular-ion';
import { compareEi } from '../../../../core/search/scores/compare-ei';
import { prepareNominal } from '../../../../core/search/scores/nominal-spectrum';
import type { EiReferences } from './ei-kind';
import { bestOf, NOTHING_MORE, ofComparison } from './ei-search';
import type { QueryOf } from './family-query';
import { usableMass } from './hybrid-kind';
import { best } from './ranking';
import type { ReferenceRecord, ReferenceRecords } from './reference-records';
import type { FamilyAnswer, SearchHit } from './search-messages';
import type { Shelf } from './thread-library';

/** From this probability on the estimated mass of the molecule is called likely. */
const LIKELY = 0.5;
/** How many compounds of each kind of nearness vote on the class, and how many entries are asked for so that so many are among them. */
const COMPOUNDS = CLASS_VOTE_DESCRIPTOR.parameters.compounds;
const NEIGHBOURS = 5 * COMPOUNDS;

interface Shelves {
  readonly hybrid: readonly Shelf<HybridIndex>[];
  readonly ei: readonly Shelf<EiReferences>[];
}

/** References whose peaks fit where they stand or shifted by the difference of masses, and the classes that the nearest of them speak for. */
export function searchHybrid(
  shelves: Shelves,
  { method, peaks }: QueryOf<'ei'>,
  top: number,
  records: ReferenceRecords,
  score: AnalogueScoreId,
): FamilyAnswer {
  const [likeliest] = molecularIonCandidates(peaks);
  const molecularMass = method.molecularMass ?? likeliest?.mass;
  if (molecularMass === undefined) return { refused: { code: 'identify.molecular-mass-unknown', params: {} } };
  const found = (by: AnalogueScoreId, most: number) => {
    const all = shelves.hybrid.flatMap(({ index, accepts }) =>
      index.search(peaks, { molecularMass, score: by, top: most, ...(accepts === undefined ? {} : { accepts }) }).hits.map(keyed),
    );
    return best(all, most);
  };
  const ranked = found(score, top);
  const near = {
    hybrid: found('ei-hybrid', NEIGHBOURS),
    neutralLoss: found('ei-neutral-loss', NEIGHBOURS),
    direct: bestOf(shelves.ei, peaks, { score: 'ei-identity', top: NEIGHBOURS }).map((hit) => ({ key: hit.recordKey, score: hit.score })),
  };
  const stored = records.of([...new Set([...ranked, ...near.hybrid, ...near.neutralLoss, ...near.direct].map(({ key }) => key))]);
  /** The best entry of each of the nearest compounds: only these are looked through for what class they are. */
  const neighbours = (hits: readonly { readonly key: number; readonly score: number }[]) => {
    const nearest = new Map<string, ClassNeighbour>();
    for (const { key, score: nearness } of hits) {
      const record = stored.get(key);
      if (record === undefined || nearest.has(record.compound)) continue;
      if (nearest.size === COMPOUNDS) break;
      nearest.set(record.compound, neighbour(record, nearness));
    }
    return [...nearest.values()];
  };
  const classes = classOf({
    hybrid: neighbours(near.hybrid),
    neutralLoss: neighbours(near.neutralLoss),
    direct: neighbours(near.direct),
  }).map(({ drugClass, probability, basis }) => ({ class: drugClass, probability, basis }));
  const query = prepareNominal(peaks);
  const comparison = new AnalogueComparison(query);
  const hits = ranked.flatMap((hit): SearchHit[] => {
    const record = stored.get(hit.key);
    if (record === undefined) return [];
    const reference = prepareNominal(record);
    const compared = ofComparison(compareEi(query, reference));
    const delta = molecularMass - (usableMass(record.nominalMass) ?? molecularMass);
    const pair = [reference.mz, reference.intensity, 0, reference.mz.length, delta] as const;
    const scores = {
      'ei-hybrid': comparison.hybrid(...pair).forward,
      ...(hit.deltaMass === undefined ? {} : { 'ei-neutral-loss': comparison.neutralLoss(...pair).forward }),
      [score]: hit.score,
    };
    return [
      {
        ...NOTHING_MORE,
        key: hit.key,
        score: hit.score,
        ...compared,
        scores: { ...scores, ...compared.scores },
        massDifference: hit.deltaMass ?? null,
      },
    ];
  });
  return { hits, judgement: { molecularIon: saidOfMass(method.molecularMass, likeliest), classes } };
}

const keyed = (hit: HybridHit) => ({ ...hit, key: hit.recordKey });

function saidOfMass(stated: number | null, likeliest: MolecularIonCandidate | undefined) {
  if (stated !== null) return { mz: stated, certainty: 'stated' as const, reasons: [] };
  if (likeliest === undefined) return null;
  const { mass, probability, reasons } = likeliest;
  const certainty = probability >= LIKELY ? ('likely' as const) : ('doubtful' as const);
  return { mz: mass, certainty, reasons: reasons.map(({ code, params }) => ({ code, params: { ...params } })) };
}

/** Structures are looked through once in a thread's life. */
const classesBySmiles = new Map<string, StatedClasses>();

function neighbour({ compound, name, smiles: smilesOf }: ReferenceRecord, score: number): ClassNeighbour {
  const smiles = smilesOf();
  if (smiles === null) return { compound, score, ...classesOfEntry({ smiles, name }) };
  const stated = classesBySmiles.get(smiles) ?? classesOfEntry({ smiles, name });
  // What a name says is of its entry, not of the structure beside it that could not be read.
  if (stated.basis === 'structure') classesBySmiles.set(smiles, stated);
  return { compound, score, ...stated };
}
