import type { Migration } from '../migration';

/** What the examination of a collection found in its entries. Derived: made anew whenever it is run again, and no evidence rests on it. */
export const migration: Migration = {
  number: 90,
  name: 'examine-the-library',
  sql: `
CREATE TABLE library_examination (
  collection_id TEXT PRIMARY KEY REFERENCES collection (id),
  examined_at TEXT NOT NULL,
  /* Version of the rules. */
  version TEXT NOT NULL,
  /* Entries of each grade, and of each finding. */
  grades_json TEXT NOT NULL,
  findings_json TEXT NOT NULL
) STRICT;

CREATE TABLE spectrum_grade (
  key INTEGER PRIMARY KEY REFERENCES reference_spectrum (key),
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')),
  /* Codes with what fills their sentences. */
  findings_json TEXT NOT NULL
) STRICT;
CREATE INDEX spectrum_grade_by_grade ON spectrum_grade (grade, key);

CREATE TABLE spectrum_finding (
  code TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES reference_spectrum (key),
  PRIMARY KEY (code, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX spectrum_finding_by_key ON spectrum_finding (key);
`,
};
