import type { CaseSummary } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';

const summaries = (read: Readable) =>
  read
    .selectFrom('case_file')
    .innerJoin('customer', 'customer.id', 'case_file.customer_id')
    .selectAll('case_file')
    .select('customer.name as customer_name')
    .select(({ selectFrom, fn }) => [
      selectFrom('exhibit').whereRef('exhibit.case_id', '=', 'case_file.id').select(fn.countAll<number>().as('n')).as('exhibits'),
      selectFrom('report').whereRef('report.case_id', '=', 'case_file.id').select(fn.countAll<number>().as('n')).as('reports'),
      selectFrom('conclusion')
        .innerJoin('exhibit as e', 'e.id', 'conclusion.exhibit_id')
        .leftJoin('conclusion as newer', 'newer.supersedes_id', 'conclusion.id')
        .whereRef('e.case_id', '=', 'case_file.id')
        .where('newer.id', 'is', null)
        .select(fn.countAll<number>().as('n'))
        .as('conclusions'),
    ]);

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['executeTakeFirstOrThrow']>>;

export async function findCase(read: Readable, id: string): Promise<CaseSummary | undefined> {
  const row = await summaries(read).where('case_file.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : asCaseSummary(row);
}

/** In the order of the ids. */
export async function casesOf(read: Readable, ids: readonly string[]): Promise<readonly CaseSummary[]> {
  if (ids.length === 0) return [];
  const rows = await summaries(read)
    .where('case_file.id', 'in', [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [asCaseSummary(row)];
  });
}

/** What a person may search a case by, newest first. */
export function searchableCases(read: Readable, status: 'open' | 'closed' | null) {
  const all = read
    .selectFrom('case_file')
    .innerJoin('customer', 'customer.id', 'case_file.customer_id')
    .select([
      'case_file.id',
      'case_file.code',
      'case_file.title',
      'case_file.customer_reference',
      'case_file.seizure_place',
      'customer.name as customer_name',
    ])
    .orderBy('case_file.created_at', 'desc')
    .orderBy('case_file.code', 'desc');
  return (status === null ? all : all.where('case_file.status', '=', status)).execute();
}

function asCaseSummary(row: SummaryRow): CaseSummary {
  return {
    id: row.id,
    rowVersion: row.row_version,
    code: row.code,
    title: row.title,
    customerId: row.customer_id,
    customerName: row.customer_name,
    customerReference: row.customer_reference,
    receivedAt: row.received_at,
    seizedOn: row.seized_on,
    seizurePlace: row.seizure_place,
    request: row.request,
    status: row.status === 'closed' ? 'closed' : 'open',
    exhibits: row.exhibits ?? 0,
    conclusions: row.conclusions ?? 0,
    reports: row.reports ?? 0,
    createdAt: row.created_at,
  };
}
