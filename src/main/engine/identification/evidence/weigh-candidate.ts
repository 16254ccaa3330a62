import type { Message } from '../../../../contract/base';
import type { TestCondition } from '../../../../core/search/evidence/conditions';
import { minMaxTest } from '../../../../core/search/evidence/min-max-test';
import { type ReplicateSpread, replicateSpread } from '../../../../core/search/evidence/replicate-spread';
import { type PairKnowledge, separatingTechniques } from '../../../../core/search/evidence/separating-techniques';
import { spectrumTTest } from '../../../../core/search/evidence/t-test';
import type { ReferenceRecords } from '../searching/reference-records';
import { analogueWords } from './analogue-words';
import type { CandidateEvidence, CandidateQuestion } from './evidence-messages';
import type { HeldEntries, HeldEntry, Spectral, SubstanceNames } from './held-entries';
import { createLikeness, type Likeness, TECHNIQUE_NAMES, usualLikenesses } from './likeness';

/** Spectra of one substance that are compared with each other, at most. */
const MOST_REPLICATES = 16;
/** Rivals for which other techniques are looked at, and entries of a substance by each. */
const MOST_SEPARATED = 10;
const MOST_ENTRIES = 3;

interface Held {
  readonly entries: HeldEntries;
  readonly records: ReferenceRecords;
}

/** All evidence on one candidate that takes spectra of the library to weigh; in a search thread. */
export function weighCandidate({ entries, records }: Held, question: CandidateQuestion): CandidateEvidence {
  const { key, wanted, rivals, query, collections } = question;
  const own = entries.entry(key);
  const names = entries.namesOf(key);
  const likeness = createLikeness(wanted);
  if (own === undefined || names === undefined) throw new Error(`reference spectrum ${key} is not in the library`);
  const all = entries.keysOf(names, collections);
  const replicates = replicatesOf(entries, likeness, own, all);
  const spread = spreadOf(likeness, String(key), replicates);
  const within = rivals.filter(({ similarity }) => similarity >= spread.limit).slice(0, MOST_SEPARATED);
  return {
    spread,
    replicates: replicates.length,
    replicateTests: query === null || replicates.length < LEAST_TESTED ? [] : tests(query, replicates, likeness),
    separations: within.length === 0 ? [] : separations(question, entries, likeness, [key, ...all.filter((each) => each !== key)], within),
    analogue: analogueWords(question, records.of([key]).get(key)),
  };
}

/** Different spectra of the substance by this technique; copies of one in several collections are one. */
export function replicatesOf(
  entries: HeldEntries,
  likeness: Likeness,
  first: HeldEntry | undefined,
  keys: readonly number[],
): readonly HeldEntry[] {
  const found: HeldEntry[] = first === undefined ? [] : [first];
  for (const key of keys) {
    if (found.length >= MOST_REPLICATES) break;
    const entry = key === first?.key ? undefined : entries.entry(key);
    if (entry === undefined || !likeness.accepts(entry)) continue;
    const isCopy = found.some((other) => {
      const value = likeness.between(entry, other);
      return value !== undefined && value >= likeness.perfect - 1e-9 * likeness.perfect;
    });
    if (!isCopy) found.push(entry);
  }
  return found;
}

export function spreadOf(likeness: Likeness, compound: string, replicates: readonly Spectral[]): ReplicateSpread {
  const pairs = replicates.flatMap((one, i) => replicates.slice(i + 1).flatMap((other) => likeness.between(one, other) ?? []));
  const { technique, score, perfect, defaultLimit } = likeness;
  return replicateSpread({ technique, scoreId: score, perfect, replicates: new Map([[compound, pairs]]), compound, defaultLimit });
}

const LEAST_TESTED = 3;

function tests(
  query: { readonly mz: Float64Array; readonly intensity: Float64Array },
  replicates: readonly HeldEntry[],
  likeness: Likeness,
): CandidateEvidence['replicateTests'] {
  const unknown: Spectral = { ...query, technique: 'mass-spectrometry', ionisation: 'EI', msLevel: 1, precursorMz: null, trace: null };
  const minMax = minMaxTest<Spectral>([unknown], replicates, (a, b) => likeness.between(a, b) ?? 0, 'unstated');
  const variance = spectrumTTest([query], replicates, 'unstated');
  const points = { within: minMax.withinMin ?? 0, between: minMax.betweenMax ?? 0, margin: Math.abs(minMax.margin ?? 0) };
  const ions = variance.ions
    .slice(0, MOST_IONS)
    .map(({ mz }) => mz)
    .join(', ');
  return [
    {
      test: 'min-max',
      verdict: { code: `verdict.min-max.${minMax.verdict}`, params: rounded(points) },
      replicates: replicates.length,
      conditions: unmet(minMax.conditions),
    },
    {
      test: 'unequal-variance',
      verdict: { code: `verdict.unequal-variance.${variance.verdict}`, params: { ions, tested: variance.tested } },
      replicates: replicates.length,
      conditions: unmet(variance.conditions),
    },
  ];
}

const MOST_IONS = 8;

const rounded = (params: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Math.round(value)]));

/** That it is for screening only is said of every test by the window. */
function unmet(conditions: readonly TestCondition[]): Message[] {
  return conditions.flatMap(({ code, params, met }) => (met ? [] : [{ code: `condition.${code}`, params: { ...params } }]));
}

function separations(
  { collections }: CandidateQuestion,
  entries: HeldEntries,
  used: Likeness,
  ownKeys: readonly number[],
  rivals: CandidateQuestion['rivals'],
): CandidateEvidence['separations'] {
  const others = usualLikenesses().filter(({ technique }) => technique !== used.technique);
  const held = new Map<number, HeldEntry>();
  const byTechnique = (keys: readonly number[], { accepts }: Likeness) =>
    keys
      .flatMap((key) => {
        const entry = held.get(key) ?? entries.entry(key);
        if (entry !== undefined) held.set(key, entry);
        return entry !== undefined && accepts(entry) ? [entry] : [];
      })
      .slice(0, MOST_ENTRIES);
  const own = others.map((likeness) => ({ likeness, spectra: byTechnique(ownKeys.slice(0, MOST_LOOKED_AT), likeness) }));
  return rivals.flatMap(({ key }) => {
    const names: SubstanceNames | undefined = entries.namesOf(key);
    const keys = names === undefined ? [] : entries.keysOf(names, collections).slice(0, MOST_LOOKED_AT);
    const knowledge = own.flatMap(({ likeness, spectra }): PairKnowledge[] => {
      if (spectra.length === 0) return [];
      const values = byTechnique(keys, likeness).flatMap((one) => spectra.flatMap((other) => likeness.between(other, one) ?? []));
      if (values.length === 0) return [];
      const { technique } = likeness;
      return [{ kind: 'similarity', technique, similarity: Math.max(...values), spread: spreadOf(likeness, '', []) }];
    });
    const separatedBy = separatingTechniques(knowledge).flatMap(({ technique, verdict, apart }) =>
      verdict === 'separates' || verdict === 'may-separate'
        ? [{ technique: TECHNIQUE_NAMES[technique], separation: Math.min(apart ?? 0, MOST_APART) }]
        : [],
    );
    return separatedBy.length === 0 ? [] : [{ key, separatedBy }];
  });
}

/** A substance may be held a thousand times. */
const MOST_LOOKED_AT = 60;
/** Infinity does not go over the wire as a number that means something. */
const MOST_APART = 1000;
