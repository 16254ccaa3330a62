import { type ExpressionBuilder, type ExpressionWrapper, type RawBuilder, type SqlBool, sql } from 'kysely';
import { technique } from '../../../contract/curves';
import { ionisation, type ReferenceSpectrum, type SpectrumSummary } from '../../../contract/library';
import { nameQuery } from '../../../core/names/bigrams';
import { foldedKey } from '../../../core/names/folded-key';
import { identifierIn } from '../../../core/names/identifier';
import type { Database, Readable } from '../database/schema';
import { FEW_PEAKS, qualityOf } from '../identification/quality';
import { numbersInBytes } from '../peak-bytes';
import { tracesOf } from './curves-row';
import { findingsOfSpectrum, gradeIn } from './examination/examination-store';
import { spectrumMetadata } from './spectrum-row';
import { additionOf, originalOf, withdrawalOf } from './standing-store';
import { collectionKind } from './store';

/** What a list of spectra is asked for; see `library.spectra` of the contract. */
export interface SpectrumListing {
  readonly text: string;
  readonly collectionId: string | null;
  readonly ionisation: SpectrumSummary['ionisation'] | null;
  readonly technique: SpectrumSummary['technique'] | null;
  readonly quality: 'any' | 'good';
  readonly withdrawn: boolean;
  readonly grades: readonly ('A' | 'B' | 'C' | 'D')[];
  readonly finding: string | null;
  readonly massFrom: number | null;
  readonly massTo: number | null;
  readonly sort: 'name' | 'nominalMass' | 'formula' | 'collectionName' | 'key';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Identifiers of the laboratory's substances that go by the name that was typed, in any language. */
export interface NamedSubstances {
  readonly inchikeys: readonly string[];
  readonly cas: readonly string[];
}

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly import_key: number;
}

type Where = ExpressionBuilder<Database, 'reference_spectrum'>;
type Condition = ExpressionWrapper<Database, 'reference_spectrum', SqlBool>;

/** Spectra of the collections in use, in two steps: the keys by narrow indexes, then the rows of the page alone. */
export async function listSpectra(
  read: Readable,
  listing: SpectrumListing,
  named: NamedSubstances,
): Promise<{ readonly items: SpectrumSummary[]; readonly total: number }> {
  const shown = await shownCollections(read, listing.collectionId);
  if (shown.length === 0) return { items: [], total: 0 };
  const matching = read.selectFrom('reference_spectrum').where((where) => matches(where, listing, shown, named));
  const { total } = await matching.select((where) => where.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const direction = listing.descending ? 'desc' : 'asc';
  const keys = await matching
    .select('key')
    .orderBy(orderOf(listing.sort, shown), direction)
    .orderBy('key', direction)
    .limit(listing.limit)
    .offset(listing.offset)
    .execute();
  const summaries = await spectrumSummaries(
    read,
    keys.map(({ key }) => key),
  );
  return { items: summaries, total };
}

/** Summaries in the order of the keys, whatever the state of their collections. */
export async function spectrumSummaries(read: Readable, keys: readonly number[]): Promise<SpectrumSummary[]> {
  if (keys.length === 0) return [];
  const rows = await selectSummaries(read).where('reference_spectrum.key', 'in', keys).execute();
  const byKey = new Map(rows.map((row) => [row.key, asSummary(row)]));
  return keys.map((key) => byKey.get(key)).filter((summary) => summary !== undefined);
}

/** What a record of a spectrum says, but the substance it is of. */
export type FoundSpectrum = Omit<ReferenceSpectrum, 'substanceId'>;

export async function findSpectrum(read: Readable, key: number): Promise<FoundSpectrum | undefined> {
  const row = await selectSummaries(read)
    .innerJoin('reference_spectrum_content as content', 'content.key', 'reference_spectrum.key')
    .leftJoin('reference_curves as curves', 'curves.key', 'reference_spectrum.key')
    .select(['content.instrument', 'content.origin', 'content.licence', 'content.metadata_json', 'content.mz', 'content.intensity'])
    .select(['curves.traces_json', 'curves.numbers', 'reference_spectrum.ionisation_stated'])
    .select(['collection.licence as collection_licence', 'collection.original_file'])
    .where('reference_spectrum.key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const metadata = spectrumMetadata.parse(JSON.parse(row.metadata_json));
  const acquisition = Object.entries(metadata.acquisition).map(([field, value]) => ({ field, value }));
  const added = await additionOf(read, key);
  const found = {
    ...asSummary(row),
    synonyms: metadata.synonyms,
    origin: row.origin,
    licence: row.licence === '' ? row.collection_licence : row.licence,
    instrument: row.instrument,
    collectionKind: collectionKind(row.kind),
    otherFields: [...acquisition, ...metadata.otherFields],
    smiles: metadata.smiles,
    peaks: { mz: numbersInBytes(row.mz), intensity: numbersInBytes(row.intensity) },
    traces: row.traces_json === null || row.numbers === null ? [] : tracesOf(row.traces_json, row.numbers),
    conditions: metadata.conditions ?? {},
    position: metadata.position ?? null,
    added,
    withdrawn: await withdrawalOf(read, key),
    findings: await findingsOfSpectrum(read, key),
    originalFile: (await originalOf(read, key))?.name ?? null,
  };
  return { ...found, quality: qualityOf(found, row.ionisation_stated === 1) };
}

/** Whether the file itself said how the ions of a spectrum were made. */
export async function ionisationStated(read: Readable, key: number): Promise<boolean> {
  const row = await read.selectFrom('reference_spectrum').select('ionisation_stated').where('key', '=', key).executeTakeFirst();
  return row?.ionisation_stated === 1;
}

/** Peaks of several spectra, as stored. */
export async function peaksOfSpectra(
  read: Readable,
  keys: readonly number[],
): Promise<ReadonlyMap<number, { readonly mz: Float64Array; readonly intensity: Float64Array }>> {
  const rows =
    keys.length === 0
      ? []
      : await read.selectFrom('reference_spectrum_content').select(['key', 'mz', 'intensity']).where('key', 'in', keys).execute();
  return new Map(rows.map(({ key, mz, intensity }) => [key, { mz: numbersInBytes(mz), intensity: numbersInBytes(intensity) }]));
}

/** How many spectra in use show a substance: by the whole InChIKey, or by the CAS number where a spectrum has no key. */
export async function countSpectraOf(
  read: Readable,
  substance: { readonly inchikey: string | null; readonly cas: string | null },
): Promise<number> {
  const { inchikey, cas } = substance;
  if (inchikey === null && cas === null) return 0;
  const { total } = await read
    .selectFrom('reference_spectrum')
    .innerJoin('collection', 'collection.import_key', 'reference_spectrum.import_key')
    .where('collection.retired_at', 'is', null)
    .where(sql<SqlBool>`reference_spectrum.key not in (select spectrum_key from withdrawn_spectrum)`)
    .where((where) => {
      const byKey = inchikey === null ? [] : [where('reference_spectrum.inchikey', '=', inchikey)];
      const byCas = cas === null ? [] : [where('reference_spectrum.cas', '=', cas)];
      return where.or([
        ...byKey,
        ...(byKey.length === 0 ? byCas : byCas.map((same) => where.and([same, where('reference_spectrum.inchikey', 'is', null)]))),
      ]);
    })
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function shownCollections(read: Readable, collectionId: string | null): Promise<Shown[]> {
  const all = read.selectFrom('collection').select(['id', 'name', 'kind', 'import_key']);
  return (collectionId === null ? all.where('retired_at', 'is', null) : all.where('id', '=', collectionId)).execute();
}

function matches(where: Where, listing: SpectrumListing, shown: readonly Shown[], named: NamedSubstances): Condition {
  // The plus sign keeps SQLite from walking whole imports by their index: the text, or the order asked for, leads to fewer rows.
  const inShown = sql<SqlBool>`+import_key in (${sql.join(shown.map(({ import_key }) => import_key))})`;
  return where.and([
    inShown,
    ...(listing.ionisation === null ? [] : [where('ionisation', '=', listing.ionisation)]),
    ...(listing.technique === null ? [] : [where('technique', '=', listing.technique)]),
    listing.withdrawn
      ? sql<SqlBool>`key in (select spectrum_key from withdrawn_spectrum)`
      : sql<SqlBool>`key not in (select spectrum_key from withdrawn_spectrum)`,
    ...(listing.quality === 'any' ? [] : [goodOnes(shown)]),
    ...(listing.grades.length === 0
      ? []
      : [sql<SqlBool>`key in (select key from spectrum_grade where grade in (${sql.join(listing.grades)}))`]),
    ...(listing.finding === null ? [] : [sql<SqlBool>`key in (select key from spectrum_finding where code = ${listing.finding})`]),
    ...(listing.massFrom === null ? [] : [where('nominal_mass', '>=', listing.massFrom)]),
    ...(listing.massTo === null ? [] : [where('nominal_mass', '<=', listing.massTo)]),
    ...(listing.text.trim() === ''
      ? []
      : [sql<SqlBool>`key in (${sql.join([...keysOfText(listing.text), ...keysOfSubstances(named)], sql` union `)})`]),
  ]);
}

/** See `quality` of `library.spectra`: what a person may rely on, as far as columns tell. */
function goodOnes(shown: readonly Shown[]): RawBuilder<SqlBool> {
  const reliable = shown.filter(({ kind }) => kind !== 'starter' && kind !== 'practice').map(({ import_key }) => import_key);
  return sql<SqlBool>`inchikey is not null and import_key in (${sql.join(reliable)}) and
    (technique <> 'mass-spectrometry' or (peak_count >= ${FEW_PEAKS} and ionisation_stated = 1))`;
}

function keysOfSubstances({ inchikeys, cas }: NamedSubstances): readonly RawBuilder<unknown>[] {
  return [
    ...(inchikeys.length === 0 ? [] : [sql`select key from reference_spectrum where inchikey in (${sql.join(inchikeys)})`]),
    ...(cas.length === 0 ? [] : [sql`select key from reference_spectrum where cas in (${sql.join(cas)}) and inchikey is null`]),
  ];
}

/** Selections of keys, each by an index of its own: by names, and by the identifier that the text may be. */
function keysOfText(text: string): readonly RawBuilder<unknown>[] {
  const identifier = identifierIn(text);
  const byName = keysOfName(text);
  switch (identifier?.kind) {
    case 'cas':
      return [byName, sql`select key from reference_spectrum where cas = ${identifier.value}`];
    case 'inchikey':
      return [byName, sql`select key from reference_spectrum where inchikey = ${identifier.value}`];
    case 'skeleton': {
      const { value } = identifier;
      return [byName, sql`select key from reference_spectrum where inchikey >= ${`${value}-`} and inchikey < ${`${value}.`}`];
    }
    case 'formula':
      return [byName, sql`select key from reference_spectrum where formula = ${identifier.value}`];
    case undefined:
      return [byName];
  }
}

/** All that was typed as one part of a name, or each of its words somewhere in the names of the spectrum. */
function keysOfName(text: string): RawBuilder<unknown> {
  const { whole, words } = nameQuery(text, foldedKey);
  const indexable = words.filter(({ phrase }) => phrase !== '');
  const phrases = [
    ...(whole.phrase === '' ? [] : [`"${whole.phrase}"`]),
    ...(indexable.length < 2 ? [] : [`(${indexable.map(({ phrase }) => `"${phrase}"`).join(' AND ')})`]),
  ];
  if (phrases.length > 0) return sql`select rowid from spectrum_name_index where spectrum_name_index match ${phrases.join(' OR ')}`;
  // One character has no bigram: names that begin with it. Nothing at all, where the text had no letter.
  if (whole.key === '') return sql`select key from reference_spectrum where false`;
  return sql`select key from reference_spectrum where folded >= ${whole.key} and folded < ${`${whole.key}\u{10ffff}`}`;
}

function orderOf(sort: SpectrumListing['sort'], shown: readonly Shown[]) {
  switch (sort) {
    case 'name':
      return sql.ref('folded');
    case 'nominalMass':
      return sql.ref('nominal_mass');
    case 'formula':
      return sql.ref('formula');
    case 'key':
      return sql.ref('key');
    case 'collectionName': {
      const ranked = shown
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ import_key }, rank) => sql`when ${import_key} then ${rank}`);
      return sql`case import_key ${sql.join(ranked, sql` `)} end`;
    }
  }
}

function selectSummaries(read: Readable) {
  return read
    .selectFrom('reference_spectrum')
    .innerJoin('collection', 'collection.import_key', 'reference_spectrum.import_key')
    .leftJoin('spectrum_grade', 'spectrum_grade.key', 'reference_spectrum.key')
    .select([
      'spectrum_grade.grade',
      'reference_spectrum.key',
      'reference_spectrum.name',
      'reference_spectrum.technique',
      'reference_spectrum.cas',
      'reference_spectrum.inchikey',
      'reference_spectrum.formula',
      'reference_spectrum.nominal_mass',
      'reference_spectrum.ionisation',
      'reference_spectrum.ms_level',
      'reference_spectrum.peak_count',
      'reference_spectrum.accession',
      'reference_spectrum.retention_index',
      'collection.id as collection_id',
      'collection.name as collection_name',
      'collection.kind',
    ]);
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

function asSummary(row: SummaryRow): SpectrumSummary {
  return {
    key: row.key,
    collectionId: row.collection_id,
    collectionName: row.collection_name,
    name: row.name,
    technique: technique.parse(row.technique),
    cas: row.cas,
    inchikey: row.inchikey,
    formula: row.formula,
    nominalMass: row.nominal_mass,
    ionisation: ionisation.parse(row.ionisation),
    msLevel: row.ms_level,
    peakCount: row.peak_count,
    accession: row.accession,
    retentionIndex: row.retention_index,
    grade: gradeIn(row.grade),
  };
}
