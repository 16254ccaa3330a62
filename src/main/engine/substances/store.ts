import { type ExpressionBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ControlInterval, Substance, SubstanceSummary } from '../../../contract/substances';
import { confidence, controlInterval, substanceName } from '../../../contract/substances';
import { foldedKey } from '../../../core/names/folded-key';
import { identifierIn } from '../../../core/names/identifier';
import type { Database, Readable, Row } from '../database/schema';

export type SubstanceRow = Row<'substance'>;

export function findSubstance(read: Readable, id: string): Promise<SubstanceRow | undefined> {
  return read.selectFrom('substance').selectAll().where('id', '=', id).executeTakeFirst();
}

export function namesOf(read: Readable, substanceIds: readonly string[]): Promise<Row<'substance_name'>[]> {
  if (substanceIds.length === 0) return Promise.resolve([]);
  return read
    .selectFrom('substance_name')
    .selectAll()
    .where('substance_id', 'in', substanceIds)
    .orderBy('language')
    .orderBy('name')
    .execute();
}

/** Substances whose names, CAS number, InChIKey or formula fit what was typed, by preferred name; those that begin with it first. */
export async function searchSubstances(
  read: Readable,
  { text, offset, limit }: { readonly text: string; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: SubstanceRow[]; readonly total: number }> {
  const key = foldedKey(text);
  const matching = read.selectFrom('substance').where((where) => (text.trim() === '' ? where.lit(true) : fits(where, text, key)));
  const { total } = await matching.select((where) => where.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const begins = sql`not exists (select 1 from substance_name where substance_id = substance.id and folded >= ${key} and folded < ${`${key}\u{10ffff}`})`;
  const rows = await matching
    .selectAll()
    .$if(key !== '', (rows) => rows.orderBy(begins))
    .orderBy(sql`preferred_name collate nocase`)
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total };
}

function fits(where: ExpressionBuilder<Database, 'substance'>, text: string, key: string) {
  const words = text
    .split(/\s+/u)
    .map(foldedKey)
    .filter((word) => word !== '');
  const named = (part: string) =>
    where.exists(
      where
        .selectFrom('substance_name')
        .select('substance_name.id')
        .whereRef('substance_id', '=', 'substance.id')
        .where(sql<number>`instr(folded, ${part})`, '>', 0),
    );
  const byName = key === '' ? where.lit(false) : where.or([named(key), where.and(words.map(named))]);
  const identifier = identifierIn(text);
  switch (identifier?.kind) {
    case 'cas':
      return where.or([byName, where('cas', '=', identifier.value)]);
    case 'inchikey':
      return where.or([byName, where('inchikey', '=', identifier.value)]);
    case 'skeleton':
      return where.or([
        byName,
        where.and([where('inchikey', '>=', `${identifier.value}-`), where('inchikey', '<', `${identifier.value}.`)]),
      ]);
    case 'formula':
      return where.or([byName, where('formula', '=', identifier.value)]);
    case undefined:
      return byName;
  }
}

/** The laboratory's substance with these identifiers: the whole InChIKey decides, the CAS number only where one of the two has no key. */
export async function findByIdentifiers(
  read: Readable,
  { inchikey, cas }: { readonly inchikey: string | null; readonly cas: string | null },
): Promise<SubstanceRow | undefined> {
  if (inchikey !== null) {
    const same = await read
      .selectFrom('substance')
      .selectAll()
      .where('inchikey', '=', inchikey)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    if (same.length === 1) return same[0];
    // Several rows may share a key whose configuration is not resolved: the CAS number tells them apart, or nothing does.
    if (same.length > 1) return same.find((row) => cas !== null && row.cas === cas);
  }
  if (cas === null) return undefined;
  const byCas = await read.selectFrom('substance').selectAll().where('cas', '=', cas).orderBy('created_at').orderBy('id').execute();
  return byCas.find((row) => row.inchikey === null || inchikey === null);
}

function selectControls(read: Readable) {
  return read
    .selectFrom('control_interval')
    .innerJoin('substance', 'substance.id', 'control_interval.substance_id')
    .leftJoin('person', 'person.id', 'control_interval.verified_by')
    .selectAll('control_interval')
    .select(['person.full_name as verified_by_name', 'substance.preferred_name', 'substance.substance_class', 'substance.cas']);
}
export type ControlRow = Awaited<ReturnType<ReturnType<typeof selectControls>['execute']>>[number];

export function controlsOf(read: Readable, substanceId: string): Promise<ControlRow[]> {
  return selectControls(read)
    .where('control_interval.substance_id', '=', substanceId)
    .orderBy('control_interval.convention')
    .orderBy('control_interval.schedule')
    .orderBy('control_interval.from_date')
    .execute();
}

export function findControl(read: Readable, id: string): Promise<ControlRow | undefined> {
  return selectControls(read).where('control_interval.id', '=', id).executeTakeFirst();
}

export interface ControlListing {
  readonly text: string;
  readonly verified: boolean | null;
  readonly convention: string | null;
  readonly offset: number;
  readonly limit: number;
}

export async function listControls(
  read: Readable,
  listing: ControlListing,
): Promise<{ readonly rows: ControlRow[]; readonly total: number }> {
  const { text, verified, convention, offset, limit } = listing;
  const key = foldedKey(text);
  const matching = selectControls(read).where((where) =>
    where.and([
      ...(verified === null ? [] : [where('control_interval.verified_at', verified ? 'is not' : 'is', null)]),
      ...(convention === null ? [] : [where('control_interval.convention', '=', convention)]),
      ...(text.trim() === ''
        ? []
        : [
            where(
              'control_interval.substance_id',
              'in',
              where
                .selectFrom('substance')
                .select('substance.id')
                .where((inner) => fits(inner, text, key)),
            ),
          ]),
    ]),
  );
  const { total } = await matching
    .clearSelect()
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .orderBy(sql`substance.preferred_name collate nocase`)
    .orderBy('control_interval.convention')
    .orderBy('control_interval.schedule')
    .orderBy('control_interval.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total };
}

export function findShippedTable(read: Readable, name: string): Promise<Row<'shipped_table'> | undefined> {
  return read.selectFrom('shipped_table').selectAll().where('name', '=', name).executeTakeFirst();
}

/** All intervals and how many of them a person has verified. */
export function countControls(read: Readable): Promise<{ readonly rows: number; readonly verified: number }> {
  return read
    .selectFrom('control_interval')
    .select((where) => [where.fn.countAll<number>().as('rows'), where.fn.count<number>('verified_at').as('verified')])
    .executeTakeFirstOrThrow();
}

const basis = z.array(z.string());

export function asControl(row: ControlRow): ControlInterval {
  return controlInterval.parse({
    id: row.id,
    rowVersion: row.row_version,
    substanceId: row.substance_id,
    convention: row.convention,
    schedule: row.schedule,
    fromDate: row.from_date,
    fromPrecision: row.from_precision,
    listedByYear: row.listed_by_year,
    toDate: row.to_date,
    toPrecision: row.to_precision,
    scope: row.scope,
    basis: basis.parse(JSON.parse(row.basis_json)),
    confidence: row.confidence,
    verifiedBy: row.verified_by_name,
    verifiedAt: row.verified_at,
    verifiedAgainst: row.verified_against,
  });
}

/** @param language the reader's; names in it are preferred over the preferred name */
export function asSummary(row: SubstanceRow, names: readonly Row<'substance_name'>[], language: string): SubstanceSummary {
  const own = names.filter((name) => name.substance_id === row.id && name.language === language);
  const inLanguage = own.find((name) => name.kind === 'preferred') ?? own.find((name) => name.kind === 'inn') ?? own[0];
  return {
    id: row.id,
    preferredName: row.preferred_name,
    displayName: (language === 'en' ? undefined : inLanguage?.name) ?? row.preferred_name,
    substanceClass: row.substance_class,
    cas: row.cas,
    inchikey: row.inchikey,
    formula: row.formula,
    averageMass: row.average_mass,
  };
}

export function asNames(names: readonly Row<'substance_name'>[]): Substance['names'] {
  return names.map(({ id, language, name, kind, source }) => substanceName.parse({ id, language, name, kind, source }));
}

export const asConfidence = (stored: string): Substance['confidence'] => confidence.parse(stored);
