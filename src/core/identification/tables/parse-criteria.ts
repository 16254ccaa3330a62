import type { CriteriaTables, CriteriaVersion } from './criteria-tables';
import { RULE_IDS } from './criteria-tables';
import { type FieldReader, fieldReader, type TableFault } from './field-reader';
import { readArtefact, readHyphenated, readIsomerGroup, readRule, readTableSubstance, readTechnique } from './read-rows';

/** The four files of `resources/criteria/`, parsed as JSON and not yet trusted. */
export interface CriteriaFiles {
  readonly techniques: unknown;
  readonly artefacts: unknown;
  readonly isomerGroups: unknown;
  readonly substances: unknown;
}

export type ParsedCriteria =
  | { readonly ok: true; readonly tables: CriteriaTables }
  | { readonly ok: false; readonly faults: readonly TableFault[] };

/**
 * Checks the criteria files row by row and against each other: every technique, substance and rule that a row names must exist,
 * no key may occur twice, every row states source and flag. Lists all faults. `adopted` is the laboratory's own act, kept outside the files.
 */
export function parseCriteria(files: CriteriaFiles, adopted?: CriteriaVersion['adopted']): ParsedCriteria {
  const reader = fieldReader();
  const main = reader.object(files.techniques, 'techniques');
  const rows = <T>(value: unknown, path: string, read: (reader: FieldReader, value: unknown, path: string) => T): readonly T[] =>
    reader.list(value, path).map((row, index) => read(reader, row, `${path}[${index}]`));
  const rowsOf = <T>(file: unknown, name: string, read: (reader: FieldReader, value: unknown, path: string) => T) =>
    rows(reader.object(file, name).rows, `${name}.rows`, read);
  const tables: CriteriaTables = {
    version: readVersion(reader, main.version, adopted),
    techniques: rows(main.techniques, 'techniques.techniques', readTechnique),
    hyphenated: rows(main.hyphenated, 'techniques.hyphenated', readHyphenated),
    rules: rows(main.rules, 'techniques.rules', readRule),
    artefacts: rowsOf(files.artefacts, 'artefacts', readArtefact),
    isomerGroups: rowsOf(files.isomerGroups, 'isomerGroups', readIsomerGroup),
    substances: rowsOf(files.substances, 'substances', readTableSubstance),
  };
  const faults = [...reader.faults, ...crossFaults(tables)];
  return faults.length === 0 ? { ok: true, tables } : { ok: false, faults };
}

function readVersion(reader: FieldReader, value: unknown, adopted: CriteriaVersion['adopted']): CriteriaVersion {
  const row = reader.object(value, 'techniques.version');
  const version = {
    id: reader.text(row.id, 'techniques.version.id'),
    edition: reader.text(row.edition, 'techniques.version.edition'),
    issuedOn: reader.text(row.issuedOn, 'techniques.version.issuedOn'),
  };
  return adopted === undefined ? version : { ...version, adopted };
}

function crossFaults(tables: CriteriaTables): readonly TableFault[] {
  const techniques = new Set(tables.techniques.map(({ id }) => id));
  const substances = new Set(tables.substances.map(({ key }) => key));
  const rules = new Set(tables.rules.map(({ id }) => id));
  const unknown = (known: ReadonlySet<string>, names: readonly string[], path: string) =>
    names.filter((name) => !known.has(name)).map((found): TableFault => ({ code: 'unknown-reference', path, found }));
  return [
    ...twice(
      tables.techniques.map(({ id }) => id),
      'techniques',
    ),
    ...twice(
      tables.artefacts.map(({ id }) => id),
      'artefacts',
    ),
    ...twice(
      tables.isomerGroups.map(({ id }) => id),
      'isomerGroups',
    ),
    ...twice(
      tables.substances.map(({ key }) => key),
      'substances',
    ),
    ...tables.hyphenated.flatMap(({ id, parts }) => unknown(techniques, parts, `hyphenated ${id}`)),
    ...tables.isomerGroups.flatMap(({ id, separatedBy }) => unknown(techniques, separatedBy, `isomerGroups ${id}`)),
    ...tables.isomerGroups.flatMap(({ id, members }) => unknown(substances, members, `isomerGroups ${id}`)),
    ...tables.artefacts.flatMap(({ id, from, to }) => unknown(substances, [from, to], `artefacts ${id}`)),
    ...RULE_IDS.filter((id) => !rules.has(id)).map((found): TableFault => ({ code: 'rule-missing', path: 'techniques.rules', found })),
  ];
}

function twice(keys: readonly string[], path: string): readonly TableFault[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((found): TableFault => ({ code: 'twice', path, found }));
}
