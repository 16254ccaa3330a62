import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

const instant = (column: string) => `${column} GLOB '????-??-??T??:??:??.???Z'`;
const day = (column: string) => `${column} GLOB '????-??-??'`;

const neverRemoved = (table: string) => `
CREATE TRIGGER ${table}_is_never_removed BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is never removed'); END;`;

export const migration: Migration = {
  number: 10,
  name: 'lay-the-foundation',
  sql: `
CREATE TABLE laboratory (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  name TEXT NOT NULL CHECK (length(name) > 0),
  address TEXT NOT NULL,
  country TEXT NOT NULL CHECK (length(country) = 2),
  language TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  accreditation TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  lock_after_minutes INTEGER NOT NULL CHECK (lock_after_minutes BETWEEN 1 AND 240),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  created_at TEXT NOT NULL CHECK (${instant('created_at')})
) STRICT;
CREATE UNIQUE INDEX laboratory_is_one ON laboratory ((1));
${neverRemoved('laboratory')}

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  sign_in_name TEXT NOT NULL,
  sign_in_key TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL CHECK (length(full_name) > 0),
  initials TEXT NOT NULL,
  title TEXT NOT NULL,
  roles_json TEXT NOT NULL CHECK (json_valid(roles_json)),
  language TEXT NOT NULL,
  password_hash TEXT NOT NULL CHECK (password_hash GLOB '$argon2id$*'),
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  disabled_at TEXT CHECK (disabled_at IS NULL OR ${instant('disabled_at')}),
  created_at TEXT NOT NULL CHECK (${instant('created_at')})
) STRICT;
${neverRemoved('person')}

CREATE TABLE recovery_code (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  code_hash TEXT NOT NULL CHECK (length(code_hash) = 64),
  made_at TEXT NOT NULL CHECK (${instant('made_at')}),
  used_at TEXT CHECK (used_at IS NULL OR ${instant('used_at')})
) STRICT;
${neverRemoved('recovery_code')}

CREATE TABLE customer (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  name TEXT NOT NULL CHECK (length(name) > 0),
  address TEXT NOT NULL,
  contact_person TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  retired_at TEXT CHECK (retired_at IS NULL OR ${instant('retired_at')})
) STRICT;

CREATE TABLE method (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  code TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  title TEXT NOT NULL CHECK (length(title) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('gcms', 'colour', 'ir', 'raman', 'tlc', 'lc', 'uvvis', 'other')),
  procedure_reference TEXT NOT NULL,
  solvent TEXT NOT NULL,
  stationary_phase TEXT NOT NULL,
  validated_on TEXT CHECK (validated_on IS NULL OR ${day('validated_on')}),
  validation_reference TEXT NOT NULL,
  tolerances_json TEXT CHECK (tolerances_json IS NULL OR json_valid(tolerances_json)),
  valid_from TEXT NOT NULL CHECK (${instant('valid_from')}),
  retired_at TEXT CHECK (retired_at IS NULL OR ${instant('retired_at')}),
  UNIQUE (code, version)
) STRICT;

CREATE TABLE instrument (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) > 0),
  maker TEXT NOT NULL,
  model TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('gcms', 'ir', 'raman', 'balance', 'other')),
  in_service INTEGER NOT NULL CHECK (in_service IN (0, 1)),
  calibrated_on TEXT CHECK (calibrated_on IS NULL OR ${day('calibrated_on')}),
  calibration_due_on TEXT CHECK (calibration_due_on IS NULL OR ${day('calibration_due_on')})
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  original_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  kept_at TEXT NOT NULL CHECK (${instant('kept_at')}),
  kept_by TEXT REFERENCES person (id)
) STRICT;
CREATE INDEX attachment_by_content ON attachment (sha256);
${appendOnly('attachment')}

CREATE TABLE audit_event (
  sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
  at TEXT NOT NULL CHECK (${instant('at')}),
  actor_id TEXT,
  actor_name TEXT,
  action TEXT NOT NULL,
  subject_type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  subject_code TEXT,
  reason TEXT,
  detail_json TEXT NOT NULL CHECK (json_valid(detail_json)),
  changes_json TEXT NOT NULL CHECK (json_valid(changes_json)),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  CHECK ((actor_id IS NULL) = (actor_name IS NULL))
) STRICT;
CREATE INDEX audit_event_by_subject ON audit_event (subject_id, sequence);
CREATE INDEX audit_event_by_actor ON audit_event (actor_id, sequence);
CREATE INDEX audit_event_of_sign_in ON audit_event (actor_id, at) WHERE action = 'person.sign-in';
${appendOnly('audit_event')}

CREATE TABLE job (
  job_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'failed', 'cancelled', 'interrupted')),
  subject TEXT NOT NULL,
  started_by TEXT NOT NULL,
  started_at TEXT NOT NULL CHECK (${instant('started_at')}),
  finished_at TEXT CHECK (finished_at IS NULL OR ${instant('finished_at')}),
  outcome_json TEXT CHECK (outcome_json IS NULL OR json_valid(outcome_json)),
  failure_json TEXT CHECK (failure_json IS NULL OR json_valid(failure_json)),
  CHECK ((state = 'running') = (finished_at IS NULL))
) STRICT;
CREATE INDEX job_by_start ON job (started_at);

CREATE TABLE code_counter (
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  last_number INTEGER NOT NULL CHECK (last_number >= 1),
  PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_attempt (
  name_key TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures >= 1),
  last_failure_at TEXT NOT NULL CHECK (${instant('last_failure_at')})
) STRICT, WITHOUT ROWID;

CREATE TABLE engine_state (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  last_seen_at TEXT NOT NULL CHECK (${instant('last_seen_at')})
) STRICT;
`,
};
