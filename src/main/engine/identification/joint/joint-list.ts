import type { z } from 'zod';
import type { identify } from '../../../../contract/identify';
import { type ScoreId, scoreId } from '../../../../contract/search-method';
import { colourLine, type EvidenceLine, retentionLine, spectralLine } from '../../../../core/search/evidence/evidence-line';
import { jointCandidates } from '../../../../core/search/evidence/joint-candidates';
import type { ComparedForExhibit, CompareForExhibit } from '../../casework/evidence/compared-for-exhibit';
import type { Readable } from '../../database/schema';
import { LIKENESS_SCORES, TECHNIQUE_NAMES } from '../evidence/likeness';
import type { Searcher } from '../searcher';
import type { SearchClient } from '../searching/search-client';
import { searchedIn } from '../snapshot';
import { type SearchedUnknown, searchesOfExhibit, type TechniqueSearches } from './exhibit-searches';
import { namesOf, SubstanceList } from './substance-list';

export type JointList = z.infer<(typeof identify.joint)['~orpc']['outputSchema'] & z.ZodType>;

interface Dependencies {
  readonly read: Readable;
  readonly searcher: Searcher;
  readonly client: SearchClient;
  readonly compared: CompareForExhibit;
}

/** Substances taken from the top of each list, and of all lists together. */
const OF_EACH = 6;
const MOST_SUBSTANCES = 24;
/** Infinity is no number of the wire. */
const MOST_APART = 1000;
const MIXTURE: ScoreId = 'mixture-least-squares';

/** All substances that anything of an exhibit speaks of, in one order, with every line for and against them; no sum. */
export async function jointList({ read, searcher, client, compared }: Dependencies, exhibitId: string): Promise<JointList> {
  const { spectra, mixtures } = await searchesOfExhibit(read, exhibitId);
  const casework = await compared(exhibitId);
  const substances = listed([...spectra, ...mixtures], casework);
  const mixturePossible = isMixture(spectra, mixtures, casework);
  const collections = searchedIn(
    await searcher.snapshot({ collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' }),
  );
  const lines: EvidenceLine[] = [];
  const shown = substances.all.slice(0, MOST_SUBSTANCES);
  const from = new Map<string, string>();
  for (const { technique, wanted, searches, ofRun } of spectra) {
    const asked = shown.map(namesOf);
    const weighed = await Promise.all(
      searches.map(({ unknown }) => client.weighSubstances({ collections, unknown, wanted, substances: asked })),
    );
    for (const [i, { key }] of shown.entries()) {
      const best = weighed
        .flatMap((each, place) => {
          const one = each[i];
          const search = searches[place];
          return one === undefined || search === undefined ? [] : [{ ...one, search }];
        })
        .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))[0];
      if (best === undefined) continue;
      const { value, spread, search } = best;
      lines.push(
        spectralLine({
          technique,
          substance: key,
          value: value ?? undefined,
          rank: rankIn(search, substances, key),
          spread,
          mixturePossible,
          othersUnsearched: !ofRun,
        }),
      );
      from.set(`${key} ${technique} ${LIKENESS_SCORES[technique]}`, search.searchId);
    }
  }
  for (const { technique, searches } of mixtures) {
    for (const { searchId, candidates } of searches) {
      for (const candidate of candidates) {
        const key = substances.keyOf(candidate);
        const { component, rank } = candidate;
        if (key === undefined || component === null) continue;
        const { share, low, high, coefficient } = component;
        const params = { percent: Math.round(1000 * share) / 10, coefficient, low, high };
        lines.push({
          technique,
          substance: key,
          scoreId: MIXTURE,
          value: share,
          rank,
          verdict: 'supports',
          reason: { code: 'component-of-fit', params },
        });
        from.set(`${key} ${technique} ${MIXTURE}`, searchId);
      }
    }
  }
  lines.push(...ofCasework(casework, substances, mixturePossible));
  const named = new Map(substances.all.map((each) => [each.key, each]));
  return jointCandidates(lines).flatMap(({ substance, lines: own }) => {
    const { name = '', cas = null, inchikey = null } = named.get(substance) ?? {};
    const wired = own.map((line) => asWire(line, from.get(`${substance} ${line.technique} ${line.scoreId}`) ?? null));
    const count = (verdict: EvidenceLine['verdict']) => own.filter((line) => line.verdict === verdict).length;
    return [{ name, cas, inchikey, supporting: count('supports'), against: count('speaks-against'), lines: wired }];
  });
}

/** The analyst's own components first, then what was chosen, then the top of every list in turn. */
function listed(all: readonly TechniqueSearches[], { components }: ComparedForExhibit): SubstanceList {
  const list = new SubstanceList();
  for (const component of components) list.add(component);
  const searches = all.flatMap((each) => each.searches);
  for (const { candidates, chosen } of searches) {
    for (const candidate of candidates) if (chosen.includes(candidate.rank)) list.add(candidate);
  }
  for (let place = 0; place < OF_EACH; place++) {
    for (const { candidates } of searches) {
      const candidate = candidates[place];
      if (candidate !== undefined && list.all.length < MOST_SUBSTANCES) list.add(candidate);
    }
  }
  return list;
}

/** Whether anything says that the sample holds more than one substance: a technique that sees it whole then speaks against none. */
function isMixture(
  spectra: readonly TechniqueSearches[],
  mixtures: readonly TechniqueSearches[],
  { components }: ComparedForExhibit,
): boolean {
  return (
    components.length > 1 ||
    spectra.some(({ searches }) => searches.length > 1 || searches.some(({ chosen }) => chosen.length > 1)) ||
    mixtures.some(({ searches }) => searches.some(({ candidates }) => candidates.length > 1))
  );
}

/** Its place among the substances of a list. */
function rankIn({ candidates }: SearchedUnknown, substances: SubstanceList, key: string): number | undefined {
  const order = [...new Set(candidates.map((candidate) => substances.keyOf(candidate) ?? candidate.name))];
  const at = order.indexOf(key);
  return at < 0 ? undefined : at + 1;
}

function ofCasework(
  { components, retention, coloursFor }: ComparedForExhibit,
  substances: SubstanceList,
  mixturePossible: boolean,
): EvidenceLine[] {
  const ofRetention = retention.flatMap(({ substanceId, findings }) => {
    const component = components.find(({ id }) => id === substanceId);
    const key = component === undefined ? undefined : substances.keyOf(component);
    return key === undefined ? [] : [retentionLine(key, 'retention', findings)];
  });
  const ofColour = substances.all
    .slice(0, MOST_SUBSTANCES)
    .flatMap((substance) => coloursFor(substance).map((findings) => colourLine(substance.key, findings, mixturePossible)));
  return [...ofRetention, ...ofColour];
}

function asWire(
  { technique, scoreId: score, value, rank, verdict, reason }: EvidenceLine,
  searchId: string | null,
): JointList[number]['lines'][number] {
  const params = Object.fromEntries(
    Object.entries(reason.params).map(([name, each]) => [name, typeof each === 'number' ? Math.min(each, MOST_APART) : each]),
  );
  return {
    technique: TECHNIQUE_NAMES[technique],
    searchId,
    score: scoreId.safeParse(score).data ?? null,
    value: value ?? null,
    rank: rank ?? null,
    verdict,
    reason: { code: `reason.${reason.code}`, params },
  };
}
