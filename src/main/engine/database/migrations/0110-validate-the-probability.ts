import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/** What a laboratory measured of the probability on its own spectra, and its decisions to show it or not. */
export const migration: Migration = {
  number: 110,
  name: 'validate-the-probability',
  sql: `
CREATE TABLE search_validation (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES person (id),
  collection_id TEXT NOT NULL REFERENCES collection (id),
  algorithm_version TEXT NOT NULL,
  /* Hash of the library it was held against. */
  snapshot_sha256 TEXT NOT NULL,
  result_json TEXT NOT NULL
) STRICT;
${appendOnly('search_validation')}

/* The latest counts: a validation accepted, or the probability turned off again. */
CREATE TABLE search_validation_decision (
  id TEXT PRIMARY KEY,
  validation_id TEXT REFERENCES search_validation (id),
  at TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES person (id),
  reason TEXT NOT NULL
) STRICT;
${appendOnly('search_validation_decision')}
`,
};
