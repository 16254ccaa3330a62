import type BetterSqlite3 from 'better-sqlite3';
import { EXAMINATION_VERSION, type Finding, type Grade, gradeOf } from '../../../../core/search/hygiene/finding';
import { curveEntry, type LibraryEntry, massEntry } from '../../../../core/search/hygiene/library-entry';
import { LibraryExamination } from '../../../../core/search/hygiene/library-examination';
import { shortTransactions } from '../import/short-transactions';
import { type KeptRow, recordOf } from '../kept-record';

export interface ExaminationHooks {
  /** Asked with every entry. */
  readonly cancelled: () => boolean;
  readonly progress: (entries: number) => void;
}

export interface ExaminationTally {
  readonly version: string;
  readonly entries: number;
  readonly grades: Readonly<Record<Grade, number>>;
  /** Entries with each finding, most frequent first. */
  readonly findings: readonly { readonly code: string; readonly count: number }[];
}

interface Examined {
  readonly key: number;
  findings: readonly Finding[];
}

/**
 * Examines every entry of a collection that is in use and writes grades and findings in short transactions, in place of those of an earlier examination.
 * @returns null when it was told to stop; what was written until then is written anew by the next one
 */
export function examineCollection(
  handle: BetterSqlite3.Database,
  collectionId: string,
  { cancelled, progress }: ExaminationHooks,
): ExaminationTally | null {
  const rows = handle
    .prepare<[string], KeptRow>(
      `SELECT spectrum.*, content.instrument, content.origin, content.licence, content.metadata_json, content.mz, content.intensity,
         curves.traces_json, curves.numbers
       FROM reference_spectrum AS spectrum JOIN reference_spectrum_content AS content ON content.key = spectrum.key
       LEFT JOIN reference_curves AS curves ON curves.key = spectrum.key
       JOIN collection ON collection.import_key = spectrum.import_key
       WHERE collection.id = ? AND spectrum.key NOT IN (SELECT spectrum_key FROM withdrawn_spectrum) ORDER BY spectrum.key`,
    )
    .iterate(collectionId);
  const examination = new LibraryExamination();
  const examined = new Map<number, Examined>();
  for (const row of rows) {
    if (cancelled()) return null;
    const entry = entryOf(row);
    if (entry === undefined) continue;
    examined.set(row.key, { key: row.key, findings: examination.add(entry).findings });
    progress(examined.size);
  }
  for (const { finding, keys } of examination.crossFindings()) {
    for (const key of keys) {
      const found = examined.get(key);
      if (found !== undefined) found.findings = [...found.findings, finding];
    }
  }
  const written = writeAll(handle, [...examined.values()], cancelled);
  return written ? tallyOf([...examined.values()]) : null;
}

function entryOf(row: KeptRow): LibraryEntry | undefined {
  const record = recordOf(row);
  return record.kind === 'curves' ? curveEntry(row.key, record.curves) : massEntry(row.key, record.spectrum);
}

function writeAll(handle: BetterSqlite3.Database, examined: readonly Examined[], cancelled: () => boolean): boolean {
  const transactions = shortTransactions(handle);
  const grade = handle.prepare(
    'INSERT INTO spectrum_grade (key, grade, findings_json) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET grade = excluded.grade, findings_json = excluded.findings_json',
  );
  const forget = handle.prepare('DELETE FROM spectrum_finding WHERE key = ?');
  const remember = handle.prepare('INSERT OR IGNORE INTO spectrum_finding (code, key) VALUES (?, ?)');
  for (let at = 0; at < examined.length; ) {
    if (cancelled()) return false;
    const part = examined.slice(at, at + transactions.size);
    transactions.run(part.length, () => {
      for (const { key, findings } of part) {
        grade.run(key, gradeOf(findings), JSON.stringify(findings.map(({ code, params }) => ({ code, params }))));
        forget.run(key);
        for (const { code } of findings) remember.run(code, key);
      }
    });
    at += part.length;
  }
  return true;
}

function tallyOf(examined: readonly Examined[]): ExaminationTally {
  const grades = { A: 0, B: 0, C: 0, D: 0 };
  const counts = new Map<string, number>();
  for (const { findings } of examined) {
    grades[gradeOf(findings)]++;
    for (const code of new Set(findings.map((finding) => finding.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const findings = [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return { version: EXAMINATION_VERSION, entries: examined.length, grades, findings };
}
