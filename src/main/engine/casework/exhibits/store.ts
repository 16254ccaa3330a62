import { type ExhibitSummary, exhibitSummary } from '../../../../contract/casework';
import type { Readable, Row } from '../../database/schema';
import { exhibitCode } from './open-exhibit';

export async function exhibitsOfCase(read: Readable, caseId: string): Promise<readonly ExhibitSummary[]> {
  const rows = await read
    .selectFrom('exhibit')
    .innerJoin('case_file', 'case_file.id', 'exhibit.case_id')
    .selectAll('exhibit')
    .select('case_file.code as case_code')
    .where('exhibit.case_id', '=', caseId)
    .orderBy('exhibit.number')
    .execute();
  return rows.map((row) => asExhibitSummary(row, row.case_code));
}

export interface FoundExhibit {
  readonly summary: ExhibitSummary;
  readonly caseCode: string;
  readonly seizedOn: string | null;
}

export async function findExhibit(read: Readable, id: string): Promise<FoundExhibit | undefined> {
  const row = await read
    .selectFrom('exhibit')
    .innerJoin('case_file', 'case_file.id', 'exhibit.case_id')
    .selectAll('exhibit')
    .select(['case_file.code as case_code', 'case_file.seized_on'])
    .where('exhibit.id', '=', id)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { summary: asExhibitSummary(row, row.case_code), caseCode: row.case_code, seizedOn: row.seized_on };
}

export async function nextExhibitNumber(read: Readable, caseId: string): Promise<number> {
  const { last } = await read
    .selectFrom('exhibit')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

function asExhibitSummary(row: Row<'exhibit'>, caseCode: string): ExhibitSummary {
  return exhibitSummary.parse({
    id: row.id,
    rowVersion: row.row_version,
    caseId: row.case_id,
    code: exhibitCode(caseCode, row.number),
    number: row.number,
    description: row.description,
    packaging: row.packaging,
    conditionOnReceipt: row.condition_on_receipt,
    sealNumber: row.seal_number,
    sealState: row.seal_state,
    appearance: row.appearance,
    unitCount: row.unit_count,
    grossMassMicrograms: row.gross_mass_ug,
    netMassMicrograms: row.net_mass_ug,
    massUncertaintyMicrograms: row.mass_uncertainty_ug,
    balanceId: row.balance_id,
    highPotencySuspected: row.high_potency_suspected === 1,
  });
}
