import { substanceKeyOf } from '../../../../core/identification/tables/substance-key';
import { foldedKey } from '../../../../core/names/folded-key';
import type { Readable } from '../../database/schema';
import { notFound } from '../../failures';
import type { LoadedTables } from '../tables/reference-tables';

/** Keys under which the tables know substances of the laboratory, and back to their names. */
export interface SubstanceKeys {
  keyOf(substanceId: string): string;
  /** The laboratory's name where it has one, else the tables'; an unknown key is given back. */
  nameOf(key: string): string;
  casOf(substanceId: string): string | null;
}

/**
 * The criteria know a substance by InChIKey or name, the colour table by a name in lower case; one that no table speaks of has its own
 * id as key.
 */
export async function substanceKeys(
  read: Readable,
  { criteria, colours }: Pick<LoadedTables, 'criteria' | 'colours'>,
  substanceIds: readonly string[],
): Promise<SubstanceKeys> {
  const ids = [...new Set(substanceIds)];
  const rows =
    ids.length === 0
      ? []
      : await read.selectFrom('substance').select(['id', 'preferred_name', 'inchikey', 'cas']).where('id', 'in', ids).execute();
  const names =
    ids.length === 0
      ? []
      : await read.selectFrom('substance_name').select(['substance_id', 'name']).where('substance_id', 'in', ids).execute();
  const colourKeys = new Map(colours.reactions.flatMap(({ keys }) => keys.map((key) => [foldedKey(key), key] as const)));
  const keys = new Map(
    rows.map((row) => {
      const called = [row.preferred_name, ...names.filter(({ substance_id }) => substance_id === row.id).map(({ name }) => name)];
      const known = substanceKeyOf(criteria, { names: called, ...(row.inchikey === null ? {} : { inchikey: row.inchikey }) });
      const inColours = called.map((name) => colourKeys.get(foldedKey(name))).find((key) => key !== undefined);
      return [row.id, known ?? inColours ?? row.id] as const;
    }),
  );
  const own = new Map(rows.map((row) => [keys.get(row.id) ?? row.id, row.preferred_name]));
  const tabled = new Map(criteria.substances.map(({ key, name }) => [key, name]));
  const cas = new Map(rows.map((row) => [row.id, row.cas]));
  return {
    casOf: (substanceId) => cas.get(substanceId) ?? null,
    keyOf: (substanceId) => {
      const key = keys.get(substanceId);
      if (key === undefined) throw notFound('substance', substanceId);
      return key;
    },
    nameOf: (key) => own.get(key) ?? tabled.get(key) ?? key,
  };
}
