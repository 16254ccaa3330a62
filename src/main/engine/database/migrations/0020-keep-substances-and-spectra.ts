import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/**
 * Substances with names and control intervals, reference lots, collections and reference spectra, stored searches.
 * `reference_spectrum` is bulk: integer keys, visible only once its import is published, proved by the digest its import event carries.
 */
export const migration: Migration = {
  number: 20,
  name: 'keep-substances-and-spectra',
  sql: `
CREATE TABLE substance (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  preferred_name TEXT NOT NULL,
  substance_class TEXT NOT NULL,
  cas TEXT,
  inchikey TEXT,
  smiles TEXT,
  formula TEXT,
  average_mass REAL,
  monoisotopic_mass REAL,
  source TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('direct', 'indirect', 'general-knowledge', 'laboratory')),
  /* Key of the shipped row it came from; null for the laboratory's own. */
  shipped_key TEXT,
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX substance_inchikey ON substance (inchikey);
CREATE INDEX substance_cas ON substance (cas);
CREATE UNIQUE INDEX substance_shipped ON substance (shipped_key) WHERE shipped_key IS NOT NULL;

CREATE TABLE substance_name (
  id TEXT PRIMARY KEY,
  substance_id TEXT NOT NULL REFERENCES substance (id),
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  /* Folded for search: case, diacritics, Arabic hamza and alef, full width. */
  folded TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('preferred', 'synonym', 'systematic', 'inn', 'code')),
  source TEXT NOT NULL
) STRICT;
CREATE INDEX substance_name_substance ON substance_name (substance_id);
CREATE INDEX substance_name_folded ON substance_name (folded);

CREATE TABLE control_interval (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  substance_id TEXT NOT NULL REFERENCES substance (id),
  convention TEXT NOT NULL CHECK (convention IN ('1961', '1971', '1988', 'national')),
  schedule TEXT NOT NULL,
  from_date TEXT,
  from_precision TEXT NOT NULL CHECK (from_precision IN ('day', 'year', 'unknown')),
  /* With an unknown beginning: a year whose list, as read by a source, already shows it. */
  listed_by_year TEXT,
  to_date TEXT,
  to_precision TEXT NOT NULL CHECK (to_precision IN ('day', 'year', 'unknown', 'in-force')),
  scope TEXT NOT NULL DEFAULT '',
  basis_json TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('direct', 'indirect', 'general-knowledge', 'laboratory')),
  verified_by TEXT REFERENCES person (id),
  verified_at TEXT,
  verified_against TEXT,
  CHECK ((verified_by IS NULL) = (verified_at IS NULL) AND (verified_by IS NULL) = (verified_against IS NULL)),
  CHECK ((from_precision = 'unknown') = (from_date IS NULL)),
  CHECK ((to_precision IN ('unknown', 'in-force')) = (to_date IS NULL))
) STRICT;
CREATE INDEX control_interval_substance ON control_interval (substance_id);

/* Which shipped tables this laboratory was given, by their folder under resources/. */
CREATE TABLE shipped_table (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  version TEXT NOT NULL,
  dated TEXT NOT NULL,
  sources_json TEXT NOT NULL,
  rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  taken_at TEXT NOT NULL
) STRICT;

CREATE TABLE reference_lot (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE,
  substance_id TEXT NOT NULL REFERENCES substance (id),
  salt_form TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('certified-reference-material', 'reference-material', 'reference-sample')),
  producer TEXT NOT NULL,
  lot_number TEXT NOT NULL,
  certificate_reference TEXT NOT NULL,
  certified_purity_percent TEXT,
  expanded_uncertainty_percent TEXT,
  coverage_factor REAL,
  traceability TEXT NOT NULL,
  received_on TEXT NOT NULL,
  expires_on TEXT,
  storage TEXT NOT NULL,
  received_mass_ug INTEGER CHECK (received_mass_ug >= 0),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX reference_lot_substance ON reference_lot (substance_id);

CREATE TABLE collection (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('starter', 'imported', 'own', 'practice')),
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  version TEXT NOT NULL,
  original_file TEXT,
  original_attachment_id TEXT REFERENCES attachment (id),
  /* The published import whose rows it shows, how many, and their digest; a collection exists only once published. */
  import_key INTEGER NOT NULL UNIQUE,
  spectra INTEGER NOT NULL CHECK (spectra >= 0),
  rows_sha256 TEXT NOT NULL,
  imported_by TEXT REFERENCES person (id),
  imported_at TEXT NOT NULL,
  retired_at TEXT,
  CHECK ((original_file IS NULL) = (original_attachment_id IS NULL))
) STRICT;

/* Imports under way: rows of reference_spectrum under an import without a collection are invisible and swept at the next start.
   AUTOINCREMENT, so that a key is never given twice. */
CREATE TABLE library_import (
  import_key INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  started_at TEXT NOT NULL
) STRICT;

/* What lists, filters and the name index need: short rows, so that a walk over a large library stays short. */
CREATE TABLE reference_spectrum (
  key INTEGER PRIMARY KEY,
  import_key INTEGER NOT NULL,
  /* Order in the import, from 0. */
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  cas TEXT,
  inchikey TEXT,
  formula TEXT,
  nominal_mass INTEGER,
  exact_mass REAL,
  ionisation TEXT NOT NULL,
  /* 1: the file says so; 0: the person who imported said so for all that the file left open. */
  ionisation_stated INTEGER NOT NULL CHECK (ionisation_stated IN (0, 1)),
  ms_level INTEGER NOT NULL,
  precursor_mz REAL,
  retention_index REAL,
  accession TEXT,
  peak_count INTEGER NOT NULL,
  /* SHA-256 over name, identifiers and peaks: what is there already is recognised. */
  content_sha256 BLOB NOT NULL,
  UNIQUE (import_key, ordinal)
) STRICT;
CREATE INDEX reference_spectrum_by_content ON reference_spectrum (content_sha256);
CREATE INDEX reference_spectrum_inchikey ON reference_spectrum (inchikey) WHERE inchikey IS NOT NULL;
CREATE INDEX reference_spectrum_cas ON reference_spectrum (cas) WHERE cas IS NOT NULL;
CREATE INDEX reference_spectrum_formula ON reference_spectrum (formula) WHERE formula IS NOT NULL;
/* Lists walk these without touching the rows. */
CREATE INDEX reference_spectrum_by_name ON reference_spectrum (folded, import_key, ionisation, nominal_mass);
CREATE INDEX reference_spectrum_by_mass ON reference_spectrum (nominal_mass, import_key, ionisation);

/* The rest of a reference spectrum, one row for each, with the same key. */
CREATE TABLE reference_spectrum_content (
  key INTEGER PRIMARY KEY REFERENCES reference_spectrum (key),
  instrument TEXT NOT NULL,
  origin TEXT NOT NULL,
  licence TEXT NOT NULL,
  /* Synonyms and every other field, verbatim. */
  metadata_json TEXT NOT NULL,
  /* Float64 little-endian, ascending m/z; intensities as in the file. */
  mz BLOB NOT NULL,
  intensity BLOB NOT NULL
) STRICT;

/* Names of spectra as bigrams of the folded key, each bigram written as hexadecimal so that any script is one token;
   the trigram tokenizer finds nothing for names of two characters. rowid = reference_spectrum.key. */
CREATE VIRTUAL TABLE spectrum_name_index USING fts5 (bigrams, content = '', contentless_delete = 1, tokenize = 'ascii');

CREATE TABLE search (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  at TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES person (id),
  query_json TEXT NOT NULL,
  query_name TEXT NOT NULL,
  query_mz BLOB NOT NULL,
  query_intensity BLOB NOT NULL,
  score TEXT NOT NULL,
  algorithm_version TEXT NOT NULL,
  parameters_json TEXT NOT NULL,
  filters_json TEXT NOT NULL,
  /* The collections searched: id, name, import digest, spectra; the hash over ids and digests names the snapshot. */
  snapshot_json TEXT NOT NULL,
  snapshot_sha256 TEXT NOT NULL,
  exhibit_id TEXT,
  candidates_json TEXT NOT NULL,
  chosen_rank INTEGER,
  milliseconds REAL NOT NULL
) STRICT;
CREATE INDEX search_at ON search (at);
CREATE INDEX search_exhibit ON search (exhibit_id);

/* Asked-for class and control status: append-only. */
CREATE TABLE search_reveal (
  id TEXT PRIMARY KEY,
  search_id TEXT NOT NULL REFERENCES search (id),
  rank INTEGER NOT NULL,
  at TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES person (id),
  chosen_before INTEGER NOT NULL CHECK (chosen_before IN (0, 1))
) STRICT;
${appendOnly('search_reveal')}
`,
};
