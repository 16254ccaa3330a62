import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/**
 * Reference spectra of any technique, and collections that live: spectra added one by one, put right and withdrawn. Nothing that was published is
 * altered, and the digests of its rows are computed as before.
 */
export const migration: Migration = {
  number: 60,
  name: 'keep-curves-in-the-library',
  sql: `
/* What is no mass spectrum has ionisation 'unknown', MS level 0, no peaks, and a row of reference_curves. */
ALTER TABLE reference_spectrum ADD COLUMN technique TEXT NOT NULL DEFAULT 'mass-spectrometry';
CREATE INDEX reference_spectrum_by_technique ON reference_spectrum (technique, folded) WHERE technique <> 'mass-spectrometry';

CREATE TABLE reference_curves (
  key INTEGER PRIMARY KEY REFERENCES reference_spectrum (key),
  /* Labels, roles, axes, rules of regular places, notes; the numbers are in the other column. */
  traces_json TEXT NOT NULL,
  /* Float64 little-endian, trace by trace: the places where they follow no rule, then the values; NaN where one is missing. */
  numbers BLOB NOT NULL
) STRICT;

/* A spectrum that came into a collection after it was published: its row of reference_spectrum has the next ordinal, from collection.spectra on. */
CREATE TABLE added_spectrum (
  id TEXT PRIMARY KEY,
  collection_id TEXT NOT NULL REFERENCES collection (id),
  /* Order among the spectra added to the collection, from 0. */
  place INTEGER NOT NULL CHECK (place >= 0),
  /* Key of its row of reference_spectrum, and the hash that proves the row. */
  spectrum_key INTEGER NOT NULL UNIQUE,
  row_sha256 TEXT NOT NULL,
  substance_id TEXT REFERENCES substance (id),
  /* The item of an opened file it was taken from, and what was chosen of it. */
  opened_file_id TEXT REFERENCES opened_file (id),
  opened_item INTEGER,
  choice_json TEXT,
  /* The spectrum whose facts it puts right. */
  corrects_key INTEGER,
  reason TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES person (id),
  CHECK ((opened_file_id IS NULL) <> (corrects_key IS NULL)),
  UNIQUE (collection_id, place)
) STRICT;
${appendOnly('added_spectrum')}

/* A spectrum that is used no more; it stays for the searches that used it. */
CREATE TABLE withdrawn_spectrum (
  id TEXT PRIMARY KEY,
  collection_id TEXT NOT NULL REFERENCES collection (id),
  /* Order among the withdrawals of the collection, from 0: a stored search knows how many there were. */
  place INTEGER NOT NULL CHECK (place >= 0),
  spectrum_key INTEGER NOT NULL UNIQUE,
  /* The added spectrum that takes its place. */
  corrected_by_key INTEGER,
  reason TEXT NOT NULL,
  withdrawn_at TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL REFERENCES person (id),
  UNIQUE (collection_id, place)
) STRICT;
${appendOnly('withdrawn_spectrum')}
`,
};
