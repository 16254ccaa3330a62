import { skeletonOf } from '../../../core/chemistry/identifiers';
import { ALIQUOT_DESCRIPTOR } from '../../../core/search/aliquot/descriptor';
import { CONFIDENT, validate } from '../../../core/search/aliquot/validation';
import type { Readable } from '../database/schema';
import { refused } from '../failures';
import type { Foundation } from '../foundation';
import type { Searcher } from '../identification/searcher';
import type { LibraryService } from '../library/service';
import type { StoredResult } from './store';

interface Dependencies extends Pick<Foundation, 'read'> {
  readonly searcher: Searcher;
  readonly library: LibraryService;
}

export interface ValidationHooks {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

interface Known {
  readonly key: number;
  readonly name: string;
  readonly compound: string;
}

/** More give no other answer, and take longer than a coffee. */
const MOST_QUERIES = 5000;
const AT_A_TIME = 8;
const METHOD = { family: 'ei', score: 'ei-aliquot', massPower: 1, intensityPower: 0.5, molecularMass: null } as const;

/**
 * Searches every identified EI spectrum of a collection against all other collections in use and holds the probability of the first candidate against
 * whether it, or one whose spectrum cannot be told from its, was right: right is the same skeleton of the InChIKey. Spectra whose compound no other collection holds cannot be right and are left out.
 * @throws Failure REFUSED where nothing can be searched
 */
export async function validateCollection(
  { read, searcher, library }: Dependencies,
  collectionId: string,
  { signal, progress }: ValidationHooks,
): Promise<{ readonly result: StoredResult; readonly snapshotId: string; readonly algorithmVersion: string }> {
  const others = (await library.searchable()).filter(({ id, retired, kind }) => id !== collectionId && !retired && kind !== 'starter');
  if (others.length === 0) throw refused('validation.no-other-collection');
  const filters = { collectionIds: others.map(({ id }) => id), ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
  const snapshot = await searcher.snapshot(filters);
  const known = await identified(read, collectionId);
  const held = await compoundsHeld(read, filters.collectionIds);
  const askable = known.filter(({ compound }) => held.has(compound)).slice(0, MOST_QUERIES);
  if (askable.length === 0) throw refused('validation.nothing-to-ask', { spectra: known.length });
  const outcomes: { readonly probability: number; readonly correct: boolean }[] = [];
  const wrong: StoredResult['wrong'] = [];
  for (let at = 0; at < askable.length; at += AT_A_TIME) {
    signal.throwIfAborted();
    const part = askable.slice(at, at + AT_A_TIME);
    const peaks = await library.lookUp.peaks(part.map(({ key }) => key));
    const answers = await Promise.all(
      part.map(async ({ key, name, compound }) => {
        const { mz, intensity } = peaks.get(key) ?? { mz: new Float64Array(0), intensity: new Float64Array(0) };
        const acquired = { ionisation: 'EI', msLevel: 1, precursorMz: null, adduct: null, energy: null, otherFields: [] } as const;
        const unknown = { kind: 'peaks', name, mz, intensity, ...acquired } as const;
        const { candidates, certainty } = await searcher.findIn(snapshot, unknown, {
          method: METHOD,
          top: 1,
          filters,
          priority: 'background',
        });
        const [first] = candidates;
        const alike = await library.lookUp.summaries(certainty?.alike ?? []);
        const correct = alike.some(({ inchikey }) => inchikey !== null && skeletonOf(inchikey) === compound);
        return { key, name, first: first?.name ?? '', correct, probability: certainty?.probability ?? 0 };
      }),
    );
    for (const { key, name, first, correct, probability } of answers) {
      outcomes.push({ probability, correct });
      if (!correct) wrong.push({ spectrumKey: key, name, first, probability });
    }
    progress(Math.min(askable.length, at + AT_A_TIME), askable.length);
  }
  const { bins, brier, confident, wrongButConfident, upper95, acceptable, objections } = validate(outcomes);
  const correct = outcomes.filter((outcome) => outcome.correct);
  return {
    snapshotId: snapshot.map(({ rowsSha256 }) => rowsSha256).join(' '),
    algorithmVersion: ALIQUOT_DESCRIPTOR.version,
    result: {
      queries: outcomes.length,
      leftOut: known.length - outcomes.length,
      correct: correct.length,
      bins: [...bins],
      brier,
      confident,
      wrongButConfident,
      upperBound: upper95,
      confidentOfCorrect: correct.length === 0 ? 0 : correct.filter(({ probability }) => probability > CONFIDENT).length / correct.length,
      acceptable,
      objections: [...objections],
      wrong: wrong.sort((a, b) => b.probability - a.probability).slice(0, 200),
    },
  };
}

/** EI spectra in use of a collection that state an InChIKey, by key. */
async function identified(read: Readable, collectionId: string): Promise<readonly Known[]> {
  const rows = await read
    .selectFrom('reference_spectrum as spectrum')
    .innerJoin('collection', 'collection.import_key', 'spectrum.import_key')
    .select(['spectrum.key', 'spectrum.name', 'spectrum.inchikey'])
    .where('collection.id', '=', collectionId)
    .where('spectrum.ionisation', '=', 'EI')
    .where('spectrum.ms_level', '=', 1)
    .where('spectrum.inchikey', 'is not', null)
    .where('spectrum.key', 'not in', (withdrawn) => withdrawn.selectFrom('withdrawn_spectrum').select('spectrum_key'))
    .orderBy('spectrum.key')
    .execute();
  return rows.flatMap(({ key, name, inchikey }) => {
    const compound = inchikey === null ? undefined : skeletonOf(inchikey);
    return compound === undefined ? [] : [{ key, name, compound }];
  });
}

async function compoundsHeld(read: Readable, collectionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom('reference_spectrum as spectrum')
    .innerJoin('collection', 'collection.import_key', 'spectrum.import_key')
    .select('spectrum.inchikey')
    .distinct()
    .where('collection.id', 'in', collectionIds)
    .where('spectrum.ionisation', '=', 'EI')
    .where('spectrum.inchikey', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ inchikey }) => (inchikey === null ? [] : (skeletonOf(inchikey) ?? []))));
}
