import type { Generated } from 'kysely';

/** Columns as SQLite gives them: instants and days are ISO 8601 text, switches 0 or 1, `*_json` is text checked with zod when read. */
export interface LaboratoryTable {
  id: string;
  row_version: Generated<number>;
  name: string;
  address: string;
  country: string;
  language: string;
  phone: string;
  email: string;
  accreditation: string;
  time_zone: string;
  lock_after_minutes: number;
  practice: number;
  created_at: string;
}

export interface PersonTable {
  id: string;
  row_version: Generated<number>;
  sign_in_name: string;
  /** Case-folded and NFKC-normalised: two names that look alike are one. */
  sign_in_key: string;
  full_name: string;
  initials: string;
  title: string;
  roles_json: string;
  language: string;
  password_hash: string;
  must_change_password: number;
  disabled_at: string | null;
  created_at: string;
}

export interface RecoveryCodeTable {
  id: string;
  row_version: Generated<number>;
  code_hash: string;
  made_at: string;
  used_at: string | null;
}

export interface CustomerTable {
  id: string;
  row_version: Generated<number>;
  name: string;
  address: string;
  contact_person: string;
  email: string;
  phone: string;
  retired_at: string | null;
}

export interface MethodTable {
  id: string;
  row_version: Generated<number>;
  code: string;
  version: number;
  title: string;
  kind: string;
  procedure_reference: string;
  solvent: string;
  stationary_phase: string;
  validated_on: string | null;
  validation_reference: string;
  tolerances_json: string | null;
  valid_from: string;
  retired_at: string | null;
}

export interface InstrumentTable {
  id: string;
  row_version: Generated<number>;
  code: string;
  name: string;
  maker: string;
  model: string;
  serial_number: string;
  kind: string;
  in_service: number;
  calibrated_on: string | null;
  calibration_due_on: string | null;
}

/** A file kept byte for byte; the content lies under its SHA-256 in attachments/. Append-only. */
export interface AttachmentTable {
  id: string;
  sha256: string;
  size_bytes: number;
  original_name: string;
  media_type: string;
  kept_at: string;
  kept_by: string | null;
}

// ---- The engine's own bookkeeping: no column `id`, so outside what the trail accounts for. -----------------------------------

export interface AuditEventTable {
  sequence: number;
  at: string;
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  subject_code: string | null;
  reason: string | null;
  detail_json: string;
  changes_json: string;
  previous_hash: string;
  hash: string;
}

export interface JobTable {
  job_id: string;
  kind: string;
  state: string;
  subject: string;
  started_by: string;
  started_at: string;
  finished_at: string | null;
  outcome_json: string | null;
  failure_json: string | null;
}

export interface CodeCounterTable {
  kind: string;
  year: number;
  last_number: number;
}

export interface SignInAttemptTable {
  name_key: string;
  failures: number;
  last_failure_at: string;
}

export interface EngineStateTable {
  only: number;
  last_seen_at: string;
}

export interface FoundationTables {
  laboratory: LaboratoryTable;
  person: PersonTable;
  recovery_code: RecoveryCodeTable;
  customer: CustomerTable;
  method: MethodTable;
  instrument: InstrumentTable;
  attachment: AttachmentTable;
  audit_event: AuditEventTable;
  job: JobTable;
  code_counter: CodeCounterTable;
  sign_in_attempt: SignInAttemptTable;
  engine_state: EngineStateTable;
}
