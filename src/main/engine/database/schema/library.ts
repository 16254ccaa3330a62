import type { Generated } from 'kysely';

/** Rows of migrations 0020, 0060 and 0070, as stored: times are UTC ISO 8601 text, flags 0 or 1, `_json` columns canonical JSON. */
export interface LibraryTables {
  substance: {
    id: string;
    row_version: Generated<number>;
    preferred_name: string;
    substance_class: string;
    cas: string | null;
    inchikey: string | null;
    smiles: string | null;
    formula: string | null;
    average_mass: number | null;
    monoisotopic_mass: number | null;
    source: string;
    confidence: string;
    shipped_key: string | null;
    note: string;
    created_at: string;
  };
  substance_name: { id: string; substance_id: string; language: string; name: string; folded: string; kind: string; source: string };
  control_interval: {
    id: string;
    row_version: Generated<number>;
    substance_id: string;
    convention: string;
    schedule: string;
    from_date: string | null;
    from_precision: string;
    listed_by_year: string | null;
    to_date: string | null;
    to_precision: string;
    scope: string;
    basis_json: string;
    confidence: string;
    verified_by: string | null;
    verified_at: string | null;
    verified_against: string | null;
  };
  shipped_table: {
    id: string;
    row_version: Generated<number>;
    name: string;
    title: string;
    version: string;
    dated: string;
    sources_json: string;
    rows: number;
    sha256: string;
    taken_at: string;
  };
  reference_lot: {
    id: string;
    row_version: Generated<number>;
    code: string;
    substance_id: string;
    salt_form: string;
    kind: string;
    producer: string;
    lot_number: string;
    certificate_reference: string;
    certified_purity_percent: string | null;
    expanded_uncertainty_percent: string | null;
    coverage_factor: number | null;
    traceability: string;
    received_on: string;
    expires_on: string | null;
    storage: string;
    received_mass_ug: number | null;
    withdrawn: number;
    created_at: string;
  };
  collection: {
    id: string;
    row_version: Generated<number>;
    name: string;
    kind: string;
    source: string;
    licence: string;
    version: string;
    original_file: string | null;
    original_attachment_id: string | null;
    import_key: number;
    spectra: number;
    rows_sha256: string;
    imported_by: string | null;
    imported_at: string;
    retired_at: string | null;
  };
  library_import: { import_key: Generated<number>; job_id: string; file_name: string; started_at: string };
  reference_spectrum: {
    key: Generated<number>;
    import_key: number;
    ordinal: number;
    name: string;
    folded: string;
    cas: string | null;
    inchikey: string | null;
    formula: string | null;
    nominal_mass: number | null;
    exact_mass: number | null;
    ionisation: string;
    ionisation_stated: number;
    ms_level: number;
    precursor_mz: number | null;
    retention_index: number | null;
    accession: string | null;
    peak_count: number;
    content_sha256: Buffer;
    /** Migration 0060. */
    technique: Generated<string>;
  };
  reference_spectrum_content: {
    key: number;
    instrument: string;
    origin: string;
    licence: string;
    metadata_json: string;
    mz: Buffer;
    intensity: Buffer;
  };
  library_examination: {
    id: string;
    collection_id: string;
    examined_at: string;
    version: string;
    grades_json: string;
    findings_json: string;
  };
  spectrum_grade: { key: number; grade: string; findings_json: string };
  spectrum_finding: { code: string; key: number };
  reference_curves: { key: number; traces_json: string; numbers: Buffer };
  added_spectrum: {
    id: string;
    collection_id: string;
    place: number;
    spectrum_key: number;
    row_sha256: string;
    substance_id: string | null;
    opened_file_id: string | null;
    opened_item: number | null;
    choice_json: string | null;
    corrects_key: number | null;
    reason: string;
    added_at: string;
    added_by: string;
  };
  withdrawn_spectrum: {
    id: string;
    collection_id: string;
    place: number;
    spectrum_key: number;
    corrected_by_key: number | null;
    reason: string;
    withdrawn_at: string;
    withdrawn_by: string;
  };
  /** FTS5; only `MATCH` reads it. */
  spectrum_name_index: { rowid: Generated<number>; bigrams: string };
  search: {
    id: string;
    row_version: Generated<number>;
    at: string;
    by_person: string;
    query_json: string;
    query_name: string;
    query_mz: Buffer;
    query_intensity: Buffer;
    score: string;
    algorithm_version: string;
    parameters_json: string;
    filters_json: string;
    snapshot_json: string;
    snapshot_sha256: string;
    exhibit_id: string | null;
    candidates_json: string;
    chosen_rank: number | null;
    milliseconds: number;
    /** From here on migration 0070; null in rows of before. */
    method_json: string | null;
    program_version: string | null;
    judgement_json: string | null;
    query_facts_json: string | null;
    query_traces_json: string | null;
    query_numbers: Buffer | null;
  };
  search_reveal: { id: string; search_id: string; rank: number; at: string; by_person: string; chosen_before: number };
}
