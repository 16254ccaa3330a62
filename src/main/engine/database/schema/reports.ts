/** Rows of migration 0040, as stored. */
export interface ReportTables {
  report: {
    id: string;
    code: string;
    version: number;
    case_id: string;
    language: string;
    status: string;
    attachment_id: string;
    pages: number;
    content_json: string;
    content_sha256: string;
    waivers_json: string;
    trail_sequence: number;
    trail_hash: string;
    generated_by: string;
    generated_at: string;
  };
}
