import type BetterSqlite3 from 'better-sqlite3';
import type { Ionisation } from '../../../../core/spectrum/mass-spectrum';
import type { SearchedCollection, SpectrumFilter } from './collections';
import type { PartState } from './parts';

type Accepts = (key: number) => boolean;

/** Which spectra of a collection a search may show. */
export interface CollectionSelection {
  /** Of rows that were published with it, which are of the family's own ionisations but for those listed; undefined: all. */
  accepts(others: PartState['others']): Accepts | undefined;
  /** Of rows whose ionisation is at hand; all others are left out. */
  acceptsRows(rows: ReadonlyMap<number, { readonly ionisation: Ionisation }>): Accepts;
  /** By withdrawals, masses and formula alone. */
  readonly acceptsKey: Accepts | undefined;
}

export interface Selection {
  /** @param own ionisations taken where the filter names none; null where they are no question */
  of(collection: SearchedCollection, own: readonly Ionisation[] | null, filter: SpectrumFilter): CollectionSelection;
}

export function createSelection(handle: BetterSqlite3.Database): Selection {
  const filtered = handle
    .prepare<[{ importKey: number; from: number | null; to: number | null; formula: string }], number>(
      `SELECT key FROM reference_spectrum WHERE import_key = @importKey
         AND (@from IS NULL OR nominal_mass >= @from) AND (@to IS NULL OR nominal_mass <= @to) AND (@formula = '' OR formula = @formula)`,
    )
    .pluck();
  const withdrawals = handle
    .prepare<[string, number], number>('SELECT spectrum_key FROM withdrawn_spectrum WHERE collection_id = ? AND place < ?')
    .pluck();
  const byIonisation = handle
    .prepare<[number, string], number>(
      'SELECT key FROM reference_spectrum WHERE import_key = ? AND ionisation IN (SELECT value FROM json_each(?))',
    )
    .pluck();

  /** Lists of a part are the same from search to search. */
  const sets = new WeakMap<Float64Array, ReadonlySet<number>>();
  const setOf = (keys: Float64Array) => {
    const set = sets.get(keys) ?? new Set(keys);
    sets.set(keys, set);
    return set;
  };

  function keyCondition(collection: SearchedCollection, filter: SpectrumFilter): Accepts | undefined {
    const { collectionId, withdrawn, importKey } = collection;
    const out = withdrawn === 0 ? undefined : new Set(withdrawals.all(collectionId, withdrawn));
    const { nominalMassFrom: from, nominalMassTo: to, formula } = filter;
    const named = from === null && to === null && formula === '' ? undefined : new Set(filtered.all({ importKey, from, to, formula }));
    if (out === undefined && named === undefined) return undefined;
    return (key) => !out?.has(key) && (named?.has(key) ?? true);
  }

  return {
    of: (collection, own, filter) => {
      const acceptsKey = keyCondition(collection, filter);
      const wanted = own === null ? null : filter.ionisation.length === 0 ? own : filter.ionisation;
      return {
        acceptsKey,
        accepts: (others) => {
          if (own === null || wanted === null) return acceptsKey;
          const everyOwn = own.every((each) => wanted.includes(each));
          const unwanted = others.filter(({ ionisation }) => !wanted.includes(ionisation));
          if (everyOwn && unwanted.length === 0) return acceptsKey;
          if (everyOwn) {
            const out = unwanted.map(({ keys }) => setOf(keys));
            return (key) => !out.some((set) => set.has(key)) && (acceptsKey?.(key) ?? true);
          }
          const chosen = new Set(byIonisation.all(collection.importKey, JSON.stringify(wanted)));
          return (key) => chosen.has(key) && (acceptsKey?.(key) ?? true);
        },
        acceptsRows: (rows) => (key) => {
          const row = rows.get(key);
          return row !== undefined && (wanted?.includes(row.ionisation) ?? true) && (acceptsKey?.(key) ?? true);
        },
      };
    },
  };
}
