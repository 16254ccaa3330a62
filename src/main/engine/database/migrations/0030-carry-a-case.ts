import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/** Cases, exhibits, custody, the tree population → unit → aliquot → extract → injection, batches, results, deviations, conclusions. */
export const migration: Migration = {
  number: 30,
  name: 'carry-a-case',
  sql: `
CREATE TABLE case_file (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  customer_reference TEXT NOT NULL,
  received_at TEXT NOT NULL,
  seized_on TEXT,
  seizure_place TEXT NOT NULL,
  request TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  created_by TEXT NOT NULL REFERENCES person (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE exhibit (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  number INTEGER NOT NULL CHECK (number > 0),
  description TEXT NOT NULL,
  packaging TEXT NOT NULL,
  condition_on_receipt TEXT NOT NULL,
  seal_number TEXT NOT NULL,
  seal_state TEXT NOT NULL CHECK (seal_state IN ('intact', 'broken', 'none')),
  appearance TEXT NOT NULL,
  unit_count INTEGER CHECK (unit_count > 0),
  gross_mass_ug INTEGER CHECK (gross_mass_ug >= 0),
  net_mass_ug INTEGER CHECK (net_mass_ug >= 0),
  mass_uncertainty_ug INTEGER CHECK (mass_uncertainty_ug >= 0),
  balance_id TEXT REFERENCES instrument (id),
  high_potency_suspected INTEGER NOT NULL CHECK (high_potency_suspected IN (0, 1)),
  created_at TEXT NOT NULL,
  UNIQUE (case_id, number)
) STRICT;

CREATE TABLE custody_event (
  id TEXT PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  kind TEXT NOT NULL CHECK (kind IN ('received', 'opened', 'sampled', 'resealed', 'stored', 'transferred', 'returned', 'correction')),
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES person (id),
  from_party TEXT NOT NULL,
  to_party TEXT NOT NULL,
  seal_before TEXT NOT NULL,
  seal_after TEXT NOT NULL,
  location TEXT NOT NULL,
  witness_id TEXT REFERENCES person (id),
  note TEXT NOT NULL,
  corrects_id TEXT REFERENCES custody_event (id),
  CHECK ((kind = 'correction') = (corrects_id IS NOT NULL))
) STRICT;
CREATE INDEX custody_event_exhibit ON custody_event (exhibit_id);

CREATE TABLE sample (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  parent_id TEXT REFERENCES sample (id),
  kind TEXT NOT NULL CHECK (kind IN ('population', 'unit', 'aliquot', 'extract')),
  /* Number among its siblings of the kind; the code is built from the path, e.g. C-2026-0007/2 · P1 · A2. */
  number INTEGER NOT NULL CHECK (number > 0),
  code TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  unit_count INTEGER CHECK (unit_count > 0),
  mass_ug INTEGER CHECK (mass_ug >= 0),
  solvent TEXT NOT NULL,
  volume_ul INTEGER CHECK (volume_ul > 0),
  taken_by TEXT NOT NULL REFERENCES person (id),
  taken_at TEXT NOT NULL
) STRICT;
CREATE INDEX sample_exhibit ON sample (exhibit_id);

CREATE TABLE batch (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE,
  method_id TEXT NOT NULL REFERENCES method (id),
  instrument_id TEXT NOT NULL REFERENCES instrument (id),
  analyst_id TEXT NOT NULL REFERENCES person (id),
  started_at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'rejected')),
  judged_by TEXT REFERENCES person (id),
  judged_at TEXT,
  judgement_note TEXT NOT NULL DEFAULT '',
  CHECK ((status = 'open') = (judged_by IS NULL) AND (judged_by IS NULL) = (judged_at IS NULL))
) STRICT;

CREATE TABLE injection (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  batch_id TEXT NOT NULL REFERENCES batch (id),
  position INTEGER NOT NULL CHECK (position > 0),
  vial TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('blank', 'reference', 'control', 'case')),
  sample_id TEXT REFERENCES sample (id),
  reference_lot_id TEXT REFERENCES reference_lot (id),
  injected_at TEXT NOT NULL,
  UNIQUE (batch_id, position),
  CHECK (kind <> 'case' OR sample_id IS NOT NULL),
  CHECK (kind <> 'reference' OR reference_lot_id IS NOT NULL)
) STRICT;

CREATE TABLE measured_spectrum (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  injection_id TEXT NOT NULL REFERENCES injection (id),
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  file_name TEXT NOT NULL,
  record INTEGER NOT NULL CHECK (record >= 0),
  name TEXT NOT NULL,
  retention_time_min REAL CHECK (retention_time_min > 0),
  retention_time_from TEXT NOT NULL CHECK (retention_time_from IN ('file', 'person', 'none')),
  mz BLOB NOT NULL,
  intensity BLOB NOT NULL,
  metadata_json TEXT NOT NULL,
  CHECK ((retention_time_from = 'none') = (retention_time_min IS NULL))
) STRICT;
CREATE INDEX injection_sample ON injection (sample_id);
CREATE INDEX measured_spectrum_injection ON measured_spectrum (injection_id);

CREATE TABLE colour_test (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  sample_id TEXT NOT NULL REFERENCES sample (id),
  /* The method followed, as it stood; null when none is on record. */
  method_id TEXT REFERENCES method (id),
  reagent TEXT NOT NULL,
  reagent_lot TEXT NOT NULL,
  reagent_expires_on TEXT NOT NULL,
  positive_control TEXT NOT NULL CHECK (positive_control IN ('positive', 'negative', 'inconclusive')),
  blank_control TEXT NOT NULL CHECK (blank_control IN ('positive', 'negative', 'inconclusive')),
  observed_json TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('positive', 'negative', 'inconclusive')),
  analyst_id TEXT NOT NULL REFERENCES person (id),
  performed_at TEXT NOT NULL,
  voided_at TEXT,
  voided_reason TEXT
) STRICT;
CREATE INDEX colour_test_exhibit ON colour_test (exhibit_id);

/* What the exhibit is thought to contain: each component is proved or not on its own. */
CREATE TABLE component (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  substance_id TEXT NOT NULL REFERENCES substance (id),
  salt_claim TEXT NOT NULL,
  proposed_from TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES person (id),
  proposed_at TEXT NOT NULL,
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX component_exhibit ON component (exhibit_id);

CREATE TABLE comparison (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  component_id TEXT NOT NULL REFERENCES component (id),
  spectrum_id TEXT NOT NULL REFERENCES measured_spectrum (id),
  reference_spectrum_id TEXT NOT NULL REFERENCES measured_spectrum (id),
  preceding_blank_id TEXT REFERENCES injection (id),
  method_id TEXT NOT NULL REFERENCES method (id),
  /* Computed findings of retention and spectrum with their numbers, and the versions of what computed them. */
  retention_json TEXT NOT NULL,
  spectrum_json TEXT NOT NULL,
  match_factor REAL NOT NULL,
  reverse_match_factor REAL NOT NULL,
  criteria_version TEXT NOT NULL,
  analyst_id TEXT NOT NULL REFERENCES person (id),
  performed_at TEXT NOT NULL,
  voided_at TEXT,
  voided_reason TEXT
) STRICT;
CREATE INDEX comparison_exhibit ON comparison (exhibit_id);

CREATE TABLE deviation (
  id TEXT PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  /* Null: every component of the exhibit. */
  component_id TEXT REFERENCES component (id),
  kind TEXT NOT NULL,
  criterion TEXT NOT NULL,
  /* What it lifts and nothing else: a lot, techniques, results, an artefact. */
  applies_to_json TEXT NOT NULL,
  reason TEXT NOT NULL,
  authorised_by TEXT NOT NULL REFERENCES person (id),
  authorised_at TEXT NOT NULL
) STRICT;
CREATE INDEX deviation_exhibit ON deviation (exhibit_id);

CREATE TABLE conclusion (
  id TEXT PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  component_id TEXT NOT NULL REFERENCES component (id),
  substance_id TEXT NOT NULL REFERENCES substance (id),
  level TEXT NOT NULL,
  /* The gate's typed input and outcome at that moment, canonical JSON. */
  evidence_json TEXT NOT NULL,
  checklist_json TEXT NOT NULL,
  criteria_version TEXT NOT NULL,
  note TEXT NOT NULL,
  drawn_by TEXT NOT NULL REFERENCES person (id),
  drawn_at TEXT NOT NULL,
  supersedes_id TEXT UNIQUE REFERENCES conclusion (id)
) STRICT;
CREATE INDEX conclusion_exhibit ON conclusion (exhibit_id);

/* The edition of the criteria that the laboratory took as its own, by the hash of the tables that somebody saw. */
CREATE TABLE criteria_adoption (
  id TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  edition TEXT NOT NULL,
  criteria_sha256 TEXT NOT NULL CHECK (length(criteria_sha256) = 64),
  adopted_by TEXT NOT NULL REFERENCES person (id),
  adopted_at TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
${appendOnly('custody_event')}
${appendOnly('deviation')}
${appendOnly('conclusion')}
${appendOnly('criteria_adoption')}
`,
};
