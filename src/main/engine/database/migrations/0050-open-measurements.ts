import { appendOnly } from '../append-only';
import type { Migration } from '../migration';

/**
 * Files that people opened, kept byte for byte, with what was read of them at that moment; and chains of processing steps saved for their items.
 * Both only grow: a corrected layout is a new reading, another chain a new row.
 */
export const migration: Migration = {
  number: 50,
  name: 'open-measurements',
  sql: `
CREATE TABLE opened_batch (
  id TEXT PRIMARY KEY,
  row_version INTEGER NOT NULL DEFAULT 1,
  /* What was dropped, by name. */
  name TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES person (id),
  /* Null while it goes on, and for ever when it was left or the program ended. */
  finished_at TEXT,
  /* Files that could not be read, with the reason of each. */
  refused_json TEXT NOT NULL,
  /* What lay there and is no measurement, or of no kind that is read. */
  passed_over_json TEXT NOT NULL
) STRICT;
CREATE INDEX opened_batch_at ON opened_batch (opened_at);

CREATE TABLE opened_file (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES opened_batch (id),
  /* Order in the batch, from 0. */
  place INTEGER NOT NULL CHECK (place >= 0),
  name TEXT NOT NULL,
  /* Where it lay in the folder or zip that was dropped. */
  path TEXT NOT NULL,
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  /* Path of the attachment in the instrument's folder that path names; null for a file read alone. */
  main_path TEXT,
  format TEXT NOT NULL,
  /* How columns of text were laid out, where a person corrected it. */
  layout_json TEXT,
  reread_of TEXT REFERENCES opened_file (id),
  /* Version of the program whose readers read it. */
  reader_version TEXT NOT NULL,
  items INTEGER NOT NULL CHECK (items > 0),
  scans INTEGER NOT NULL CHECK (scans >= 0),
  techniques_json TEXT NOT NULL,
  title TEXT NOT NULL,
  conditions_json TEXT NOT NULL,
  /* Type of run as entered in the instrument's sequence; empty where none is stated. */
  run_type TEXT NOT NULL,
  warning_total INTEGER NOT NULL CHECK (warning_total >= 0),
  warnings_json TEXT NOT NULL,
  unused_fields_json TEXT NOT NULL,
  /* Why the rest of the file was refused. */
  refusal_json TEXT,
  /* Folded name, title, sample and format: what the history is searched by. */
  folded TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX opened_file_at ON opened_file (opened_at);
CREATE INDEX opened_file_batch ON opened_file (batch_id, place);
CREATE INDEX opened_file_attachment ON opened_file (attachment_id);
${appendOnly('opened_file')}

/* The other files of an instrument's folder, by their path in it. */
CREATE TABLE opened_file_companion (
  id TEXT PRIMARY KEY,
  opened_file_id TEXT NOT NULL REFERENCES opened_file (id),
  path TEXT NOT NULL,
  attachment_id TEXT NOT NULL REFERENCES attachment (id)
) STRICT;
CREATE INDEX opened_file_companion_file ON opened_file_companion (opened_file_id);
${appendOnly('opened_file_companion')}

CREATE TABLE processing_chain (
  id TEXT PRIMARY KEY,
  opened_file_id TEXT NOT NULL REFERENCES opened_file (id),
  /* Place of the item in the file, from 0. */
  item INTEGER NOT NULL CHECK (item >= 0),
  steps_json TEXT NOT NULL,
  version TEXT NOT NULL,
  note TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX processing_chain_item ON processing_chain (opened_file_id, item);
${appendOnly('processing_chain')}
`,
};
