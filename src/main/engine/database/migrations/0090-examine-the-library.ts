import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/** Examinations of collections: a record of each, and the grade and findings that its entries have since the last one. */
export const migration: Migration = {
  number: 90,
  name: 'examine-the-library',
  sql: `
CREATE TABLE library_examination (
  id TEXT PRIMARY KEY,
  collection_id TEXT NOT NULL REFERENCES collection (id),
  examined_at TEXT NOT NULL,
  /* Version of the rules. */
  version TEXT NOT NULL,
  /* Entries of each grade, and of each finding. */
  grades_json TEXT NOT NULL,
  findings_json TEXT NOT NULL
) STRICT;
CREATE INDEX library_examination_by_collection ON library_examination (collection_id, examined_at);
${appendOnly('library_examination')}

/* Derived: made anew by every examination, and no evidence rests on it. */
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
