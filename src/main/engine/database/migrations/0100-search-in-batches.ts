import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/** Many unknowns searched in one go, and runs taken apart: a row for each unknown, written once with the search it became. */
export const migration: Migration = {
  number: 100,
  name: 'search-in-batches',
  sql: `
CREATE TABLE search_batch (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  at TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('spectra', 'run')),
  name TEXT NOT NULL,
  input_json TEXT NOT NULL,
  exhibit_id TEXT,
  job_id TEXT NOT NULL,
  /* NULL while a run is being taken apart. */
  rows INTEGER,
  warnings_json TEXT NOT NULL,
  /* How a run was taken apart: algorithm, version, parameters; NULL for a batch of spectra. */
  algorithm_json TEXT
) STRICT;
CREATE INDEX search_batch_at ON search_batch (at);

CREATE TABLE search_batch_row (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES search_batch (id),
  row INTEGER NOT NULL CHECK (row >= 0),
  name TEXT NOT NULL,
  query_json TEXT NOT NULL,
  /* Of a component: where it elutes, its area, its own spectrum. */
  component_json TEXT,
  mz BLOB,
  intensity BLOB,
  search_id TEXT REFERENCES search (id),
  /* Score, first and next candidate. */
  found_json TEXT,
  warnings_json TEXT NOT NULL,
  failure_json TEXT,
  CHECK ((search_id IS NULL) <> (failure_json IS NULL)),
  UNIQUE (batch_id, row)
) STRICT;
${appendOnly('search_batch_row')}
`,
};
