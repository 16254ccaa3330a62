import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/** Drafts of reports as they were made; never changed, a new draft is a new version. */
export const migration: Migration = {
  number: 40,
  name: 'keep-reports',
  sql: `
CREATE TABLE report (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  language TEXT NOT NULL CHECK (language IN ('en', 'fr')),
  status TEXT NOT NULL CHECK (status IN ('draft')),
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  pages INTEGER NOT NULL CHECK (pages > 0),
  /* Everything the report says, as data, and the SHA-256 of that text, printed on the report. */
  content_json TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  waivers_json TEXT NOT NULL,
  trail_sequence INTEGER NOT NULL,
  trail_hash TEXT NOT NULL,
  generated_by TEXT NOT NULL REFERENCES person (id),
  generated_at TEXT NOT NULL,
  UNIQUE (code, version)
) STRICT;
CREATE INDEX report_case ON report (case_id);
${appendOnly('report')}
`,
};
