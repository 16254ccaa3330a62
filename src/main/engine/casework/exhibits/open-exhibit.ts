import type { Readable, Row } from '../../database/schema';
import { notFound, refused } from '../../failures';

/** The code people see: `C-2026-0007/2`. */
export const exhibitCode = (caseCode: string, number: number): string => `${caseCode}/${number}`;

export interface OpenExhibit {
  readonly row: Row<'exhibit'>;
  readonly code: string;
  readonly caseFile: Row<'case_file'>;
}

/**
 * The exhibit, of a case on which work may go on.
 *
 * @throws Failure NOT_FOUND, REFUSED `case.closed`
 */
export async function requireOpenExhibit(read: Readable, id: string): Promise<OpenExhibit> {
  const row = await read.selectFrom('exhibit').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('exhibit', id);
  const caseFile = await requireOpenCase(read, row.case_id);
  return { row, caseFile, code: exhibitCode(caseFile.code, row.number) };
}

/** @throws Failure NOT_FOUND, REFUSED `case.closed` */
export async function requireOpenCase(read: Readable, id: string): Promise<Row<'case_file'>> {
  const caseFile = await read.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirst();
  if (caseFile === undefined) throw notFound('case', id);
  if (caseFile.status === 'closed') throw refused('case.closed', { code: caseFile.code });
  return caseFile;
}
