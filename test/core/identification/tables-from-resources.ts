import { readFileSync } from 'node:fs';
import type { CriteriaTables } from '../../../src/core/identification/tables/criteria-tables';
import { type CriteriaFiles, parseCriteria } from '../../../src/core/identification/tables/parse-criteria';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../resources/criteria/${name}.json`, import.meta.url), 'utf8'));

/** The files that ship, unparsed. */
export function shippedFiles(): CriteriaFiles {
  return {
    techniques: json('techniques'),
    artefacts: json('artefacts'),
    isomerGroups: json('isomer-groups'),
    substances: json('substances'),
  };
}

/** The tables that ship, adopted by an invented laboratory. */
export function shippedTables(): CriteriaTables {
  const parsed = parseCriteria(shippedFiles(), { by: 'manager', on: '2026-02-01' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.tables;
}
