import { type Report, report } from '../../../contract/reports';
import type { Readable, Row } from '../database/schema';

const rows = (read: Readable) =>
  read
    .selectFrom('report')
    .innerJoin('case_file', 'case_file.id', 'report.case_id')
    .innerJoin('customer', 'customer.id', 'case_file.customer_id')
    .innerJoin('person', 'person.id', 'report.generated_by')
    .innerJoin('attachment', 'attachment.id', 'report.attachment_id')
    .select([
      'report.id',
      'report.code',
      'report.version',
      'report.case_id',
      'report.language',
      'report.status',
      'report.pages',
      'report.trail_sequence',
      'report.trail_hash',
      'report.generated_by',
      'report.generated_at',
      'case_file.code as case_code',
      'customer.name as customer_name',
      'person.full_name',
      'attachment.sha256',
      'attachment.size_bytes',
    ]);
type ReportRow = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

/** Newest first. */
export async function listReports(read: Readable, caseId: string | null): Promise<readonly Report[]> {
  const ordered = rows(read).orderBy('report.generated_at', 'desc').orderBy('report.code', 'desc').orderBy('report.version', 'desc');
  return (await (caseId === null ? ordered : ordered.where('report.case_id', '=', caseId)).execute()).map(asReport);
}

export async function findReport(read: Readable, id: string): Promise<Report | undefined> {
  const row = await rows(read).where('report.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : asReport(row);
}

/** The last draft of a case; the next one has its code and a higher version. */
export async function lastDraft(read: Readable, caseId: string): Promise<Pick<Row<'report'>, 'code' | 'version'> | undefined> {
  return read
    .selectFrom('report')
    .select(['code', 'version'])
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function customerOf(read: Readable, id: string): Promise<Row<'customer'>> {
  return read.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function methodsById(read: Readable, ids: readonly string[]): Promise<readonly Row<'method'>[]> {
  return read
    .selectFrom('method')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('code')
    .orderBy('version')
    .execute();
}

export async function lotsById(read: Readable, ids: readonly string[]) {
  return read
    .selectFrom('reference_lot')
    .innerJoin('substance', 'substance.id', 'reference_lot.substance_id')
    .selectAll('reference_lot')
    .select('substance.preferred_name')
    .where('reference_lot.id', 'in', [...ids])
    .orderBy('reference_lot.code')
    .execute();
}

export async function casNumbers(read: Readable, substanceIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const found = await read
    .selectFrom('substance')
    .select(['id', 'cas'])
    .where('id', 'in', [...substanceIds])
    .execute();
  return new Map(found.map(({ id, cas }) => [id, cas]));
}

/** Intervals of control that a person of the laboratory has compared with the list; no other may reach a report. */
export async function verifiedControls(read: Readable, substanceIds: readonly string[]) {
  return read
    .selectFrom('control_interval')
    .innerJoin('person', 'person.id', 'control_interval.verified_by')
    .selectAll('control_interval')
    .select('person.full_name as verifier')
    .where('substance_id', 'in', [...substanceIds])
    .orderBy('convention')
    .orderBy('schedule')
    .orderBy('from_date')
    .execute();
}

export async function titleOf(read: Readable, personId: string): Promise<string> {
  return (await read.selectFrom('person').select('title').where('id', '=', personId).executeTakeFirstOrThrow()).title;
}

function asReport(row: ReportRow): Report {
  return report.parse({
    id: row.id,
    code: row.code,
    caseId: row.case_id,
    caseCode: row.case_code,
    customerName: row.customer_name,
    version: row.version,
    language: row.language,
    status: row.status,
    generatedBy: { id: row.generated_by, fullName: row.full_name },
    generatedAt: row.generated_at,
    pages: row.pages,
    size: row.size_bytes,
    sha256: row.sha256,
    trailHead: { sequence: row.trail_sequence, hash: row.trail_hash },
  });
}
