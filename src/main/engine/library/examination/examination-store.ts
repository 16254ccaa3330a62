import { z } from 'zod';
import { message } from '../../../../contract/base';
import { type Collection, type SpectrumSummary, collection as wireCollection } from '../../../../contract/library';
import type { Readable } from '../../database/schema';

const stored = wireCollection.shape.examined.unwrap();

interface ExaminationColumns {
  readonly examined_at: string | null;
  readonly examination_version: string | null;
  readonly grades_json: string | null;
  readonly findings_json: string | null;
}

/** What the last examination of a collection found; null where there was none. */
export function examinedIn({ examined_at, examination_version, grades_json, findings_json }: ExaminationColumns): Collection['examined'] {
  if (examined_at === null || grades_json === null || findings_json === null) return null;
  return stored.parse({
    at: examined_at,
    version: examination_version,
    grades: JSON.parse(grades_json),
    findings: JSON.parse(findings_json),
  });
}

const messages = z.array(message);

/** What was found in one spectrum; none where its collection was not examined. */
export async function findingsOfSpectrum(read: Readable, key: number): Promise<z.infer<typeof messages>> {
  const row = await read.selectFrom('spectrum_grade').select('findings_json').where('key', '=', key).executeTakeFirst();
  return row === undefined ? [] : messages.parse(JSON.parse(row.findings_json));
}

const grade = z.enum(['A', 'B', 'C', 'D']);

export function gradeIn(value: string | null): SpectrumSummary['grade'] {
  return value === null ? null : grade.parse(value);
}
