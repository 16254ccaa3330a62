import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import type { Slot, SpectrumDraft } from '../spectrum-draft';
import type { JcampBlock, LabelledRecord } from './block';
import { putDate } from './dates';
import type { TableForm } from './form';
import { STRUCTURAL_LABELS } from './labels';
import { lastRecord } from './variables';

/** One table of data with the fields that hold for it. */
export interface JcampPage {
  readonly block: JcampBlock;
  readonly form: TableForm;
  /** The label of the table, as compared. */
  readonly label: string;
  readonly records: readonly LabelledRecord[];
  readonly inherited: readonly VerbatimField[];
  readonly at: Place;
  readonly number: number;
  readonly firstOfBlock: boolean;
  /** Fields made while the table was read. */
  readonly remarks: VerbatimField[];
}

/** What makes records of the pages of a block: mass spectra and runs, or curves. */
export interface PageReader {
  /** Points of the table at hand so far, with those left out one by one. */
  readonly found: number;
  begin(page: JcampPage): void;
  line(start: number, end: number): void;
  /** Ends the table. `trailing` are fields after the last table of a block, which no page follows to own them. */
  endPage(trailing: readonly LabelledRecord[]): void;
  /** Gives what waited for further pages of the block. */
  endBlock(): void;
}

/** The number of points the fields of a table state: NPOINTS, else what NTUPLES say of its first variable. */
export function statedPoints(page: JcampPage): number | undefined {
  const value = lastRecord(page.records, 'NPOINTS')?.value ?? '';
  const whole = /^(\d{1,15})(?:\.0*)?$/.exec(value)?.[1];
  return whole === undefined ? undefined : Number(whole);
}

/** Puts the fields of a page in their places; `slotOf` says which, `unused` names labels that are not fields of this record. */
export function putRecords(
  draft: SpectrumDraft,
  page: JcampPage,
  records: readonly LabelledRecord[],
  slotOf: (label: string) => Slot | undefined,
  unused: ReadonlySet<string>,
  log: ReadLog,
): void {
  const { title } = page.block;
  if (title !== '') draft.put('name', 'TITLE', title, page.block.at.line ?? 0);
  for (const field of page.inherited) draft.keep(field.field, field.value, field.line ?? page.at.line ?? 0);
  const dates = putDate(draft, records, log);
  for (const record of records) {
    const { written, label, value, line } = record;
    if (STRUCTURAL_LABELS.has(label) || unused.has(label) || dates.has(record)) continue;
    const slot = slotOf(label);
    if (slot === 'synonym') putNames(draft, record, title);
    else if (slot !== undefined) draft.put(slot, written, value, line);
    else draft.keep(written, value, line);
  }
}

function putNames(draft: SpectrumDraft, { written, value, line }: LabelledRecord, title: string): void {
  for (const name of value.split('\n')) if (name.trim() !== title) draft.put('synonym', written, name.trim(), line);
}

/** Says why a record whose fields exceed a bound is left out; false when none does. */
export function reportExceeded(page: JcampPage, exceeded: JcampBlock['exceeded'], log: ReadLog): boolean {
  const record = recordName(page);
  if (exceeded === 'record-too-many-fields') log.warn(exceeded, page.at, { record, limit: limits.fieldsPerRecord });
  else if (exceeded === 'record-too-large') log.warn(exceeded, page.at, { record, limit: limits.textPerRecord });
  return exceeded !== undefined;
}

/** The variable and value of `##PAGE= T= 272`; without a symbol (`##PAGE=3`) the symbol is ''. */
export function pageCoordinate(page: JcampPage): { readonly symbol: string; readonly text: string } | undefined {
  const value = lastRecord(page.records, 'PAGE')?.value ?? '';
  if (value === '') return undefined;
  const parts = /^([A-Z]\w{0,15})\s*=\s*(.*)$/is.exec(value);
  return parts === null
    ? { symbol: '', text: value }
    : { symbol: (parts[1] as string).toUpperCase(), text: (parts[2] as string).trim().slice(0, 60) };
}

/** How messages name the record of a page. */
export function recordName(page: JcampPage): string {
  return page.block.title === '' ? `#${page.number}` : page.block.label;
}

/** Pages counted by `N` are parts of one measurement; pages along another variable (F1, T) are measurements of their own. */
export function isPartOfOne(page: JcampPage): boolean {
  const coordinate = pageCoordinate(page);
  return coordinate !== undefined && (coordinate.symbol === 'N' || coordinate.symbol === '');
}

/** Whether the page is one of many along another variable; the extremes NTUPLES state are then those of all of them. */
export function isPlaced(page: JcampPage): boolean {
  return pageCoordinate(page) !== undefined && !isPartOfOne(page);
}
