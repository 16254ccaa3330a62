import { massesOf } from '../../../core/chemistry/masses';
import { parseFormula } from '../../../core/chemistry/parse-formula';
import { foldedKey } from '../../../core/names/folded-key';
import type { Change } from '../command/change';
import type { ControlList, StarterIons, SubstanceNames } from './shipped-tables';

/** Rows of substances as they were given out, so that the names find theirs. */
export interface SeededSubstances {
  readonly byControlRow: ReadonlyMap<string, string>;
  readonly byInchikey: ReadonlyMap<string, string>;
}

interface NewSubstance {
  readonly name: string;
  readonly substanceClass: string;
  readonly cas: string | null;
  readonly inchikey: string | null;
  readonly smiles: string | null;
  readonly formula: string | null;
  readonly source: string;
  readonly confidence: string;
  readonly shippedKey: string;
  readonly note: string;
}

/** The substances of the control list with their intervals, and those that the starter ions add. */
export async function seedSubstances(change: Change, list: ControlList, starter: StarterIons): Promise<SeededSubstances> {
  const byControlRow = new Map<string, string>();
  const byInchikey = new Map<string, string>();
  for (const row of list.rows) {
    const id = await insertSubstance(change, {
      name: row.name,
      substanceClass: row.class,
      cas: row.cas,
      inchikey: row.inchikey,
      smiles: row.smiles,
      formula: row.formula,
      source: row.structureSources ?? list.title,
      confidence: row.confidence,
      shippedKey: row.id,
      note: noteOf(row),
    });
    byControlRow.set(row.id, id);
    if (row.inchikey !== null && !byInchikey.has(row.inchikey)) byInchikey.set(row.inchikey, id);
    for (const synonym of row.synonyms) await insertName(change, id, 'en', synonym, 'synonym', list.title);
    for (const interval of row.control) {
      await change.insert('control_interval', {
        id: change.newId(),
        substance_id: id,
        convention: interval.convention,
        schedule: interval.schedule,
        from_date: interval.from.date,
        from_precision: interval.from.precision,
        listed_by_year: interval.from.notAfter ?? null,
        to_date: interval.to?.date ?? null,
        to_precision: interval.to === null ? 'in-force' : interval.to.precision,
        basis_json: JSON.stringify(interval.basis),
        confidence: interval.confidence,
        verified_by: null,
        verified_at: null,
        verified_against: null,
        scope: '',
      });
    }
  }
  for (const row of starter.rows) {
    if (row.controlListRow !== undefined || byInchikey.has(row.inchikey)) continue;
    const id = await insertSubstance(change, {
      name: row.name,
      substanceClass: row.group,
      cas: row.cas,
      inchikey: row.inchikey,
      smiles: row.smiles,
      formula: row.formula,
      source: starter.title,
      confidence: 'general-knowledge',
      shippedKey: `starter:${row.inchikey}`,
      note: '',
    });
    byInchikey.set(row.inchikey, id);
  }
  return { byControlRow, byInchikey };
}

/** Names in other languages, for the substances that are there. */
export async function seedNames(change: Change, names: SubstanceNames, seeded: SeededSubstances): Promise<number> {
  let added = 0;
  for (const row of names.rows) {
    const id = seeded.byControlRow.get(row.controlListRow ?? '') ?? seeded.byInchikey.get(row.inchikey ?? '');
    if (id === undefined) continue;
    for (const [language, spellings] of Object.entries(row.names)) {
      for (const [i, spelling] of spellings.entries()) {
        await insertName(change, id, language, spelling, language !== 'en' && i === 0 ? 'preferred' : 'synonym', row.basis);
        added++;
      }
    }
  }
  return added;
}

async function insertSubstance(change: Change, substance: NewSubstance): Promise<string> {
  const reading = substance.formula === null ? undefined : parseFormula(substance.formula);
  const masses = reading?.ok ? massesOf(reading.formula) : undefined;
  const { id } = await change.insert('substance', {
    id: change.newId(),
    preferred_name: substance.name,
    substance_class: substance.substanceClass,
    cas: substance.cas,
    inchikey: substance.inchikey,
    smiles: substance.smiles,
    formula: substance.formula,
    average_mass: masses?.average ?? null,
    monoisotopic_mass: masses?.monoisotopic ?? null,
    source: substance.source,
    confidence: substance.confidence,
    shipped_key: substance.shippedKey,
    note: substance.note,
    created_at: change.now,
  });
  await insertName(change, id, 'en', substance.name, 'preferred', substance.source);
  return id;
}

async function insertName(
  change: Change,
  substanceId: string,
  language: string,
  name: string,
  kind: string,
  source: string,
): Promise<void> {
  await change.insert('substance_name', {
    id: change.newId(),
    substance_id: substanceId,
    language,
    name,
    folded: foldedKey(name),
    kind,
    source,
  });
}

function noteOf({ notes, corrected, control }: ControlList['rows'][number]): string {
  const known = control.flatMap((interval) =>
    interval.known === undefined ? [] : [`${interval.convention} ${interval.schedule}: ${interval.known}`],
  );
  const correction = corrected === undefined ? [] : [`${corrected.fields.join(', ')}: ${corrected.why} (${corrected.by})`];
  return [...(notes ?? []), ...known, ...correction].join('\n');
}
