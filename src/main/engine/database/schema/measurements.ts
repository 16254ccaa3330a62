import type { Generated } from 'kysely';

/** Rows of migration 0050, as stored. */
export interface MeasurementTables {
  opened_batch: {
    id: string;
    row_version: Generated<number>;
    name: string;
    opened_at: string;
    opened_by: string;
    finished_at: string | null;
    refused_json: string;
    passed_over_json: string;
  };
  opened_file: {
    id: string;
    batch_id: string;
    place: number;
    name: string;
    path: string;
    attachment_id: string;
    main_path: string | null;
    format: string;
    layout_json: string | null;
    reread_of: string | null;
    reader_version: string;
    items: number;
    scans: number;
    techniques_json: string;
    title: string;
    conditions_json: string;
    run_type: string;
    warning_total: number;
    warnings_json: string;
    unused_fields_json: string;
    refusal_json: string | null;
    folded: string;
    opened_at: string;
    opened_by: string;
  };
  opened_file_companion: { id: string; opened_file_id: string; path: string; attachment_id: string };
  processing_chain: {
    id: string;
    opened_file_id: string;
    item: number;
    steps_json: string;
    version: string;
    note: string;
    saved_at: string;
    saved_by: string;
  };
}
