import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import type { PeakList } from '../peaks/peak-list';
import { reportPeaks } from '../peaks/report';
import type { ReadLog } from '../read-log';
import { SpectrumDraft } from '../spectrum-draft';
import type { JcampBlock, LabelledRecord } from './block';
import { jcampSlot, STRUCTURAL_LABELS } from './labels';

/** One table of peaks with the fields that hold for it: what becomes one spectrum. */
export interface JcampPage {
  readonly block: JcampBlock;
  readonly records: readonly LabelledRecord[];
  readonly inherited: readonly VerbatimField[];
  readonly at: Place;
  readonly number: number;
  readonly firstOfBlock: boolean;
  /** Pairs met, with those left out one by one. */
  found: number;
  /** Fields made while the table was read. */
  readonly remarks: VerbatimField[];
}

export function statedPoints(page: JcampPage): number | undefined {
  const value = page.records.findLast((record) => record.label === 'NPOINTS')?.value;
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** Gives the spectrum of a page to the log, or says why there is none. */
export function finishPage(page: JcampPage, trailing: readonly LabelledRecord[], peaks: PeakList, log: ReadLog): void {
  const draft = new SpectrumDraft(log, page.number, page.at);
  const { title } = page.block;
  if (title !== '') draft.put('name', 'TITLE', title, page.block.at.line ?? 0);
  for (const field of page.inherited) draft.keep(field.field, field.value, field.line ?? page.at.line ?? 0);
  for (const record of [...page.records, ...trailing]) putRecord(draft, record, page);
  fillPageTime(draft, page);
  for (const field of page.remarks) draft.keep(field.field, field.value, field.line ?? 0);
  const record = draft.label;
  const exceeded = page.block.exceeded ?? draft.exceeded;
  if (exceeded === 'record-too-many-fields') log.warn(exceeded, page.at, { record, limit: limits.fieldsPerRecord });
  else if (exceeded === 'record-too-large') log.warn(exceeded, page.at, { record, limit: limits.textPerRecord });
  else if (peaks.overflowed) log.warn('record-too-many-peaks', page.at, { record, limit: limits.peaksPerSpectrum });
  else give(page, draft, peaks, log);
}

function give(page: JcampPage, draft: SpectrumDraft, peaks: PeakList, log: ReadLog): void {
  const record = draft.label;
  const stated = statedPoints(page);
  if (stated === undefined) log.warn('peak-count-missing', page.at, { record });
  else if (stated !== page.found) log.warn('peak-count-differs', page.at, { record, stated, found: page.found });
  if (peaks.length === 0) {
    log.warn('record-without-peaks', page.at, { record });
    return;
  }
  const finished = peaks.finish(factor(page, 'XFACTOR', log), factor(page, 'YFACTOR', log));
  reportPeaks(log, record, page.at, finished);
  if (!draft.named && page.firstOfBlock) log.warn('record-without-name', page.at, { record });
  log.spectrum(draft.build(finished), page.at);
}

function factor(page: JcampPage, label: string, log: ReadLog): number {
  const record = page.records.findLast((candidate) => candidate.label === label);
  if (record === undefined || record.value === '') return 1;
  const value = Number(record.value);
  if (value > 0 && value <= Number.MAX_VALUE) return value;
  log.warn(
    'factor-unreadable',
    { line: record.line },
    { record: page.block.title, field: record.written, text: record.value.slice(0, 60) },
  );
  return 1;
}

function putRecord(draft: SpectrumDraft, record: LabelledRecord, page: JcampPage): void {
  const { written, label, value, line } = record;
  if (STRUCTURAL_LABELS.has(label)) return;
  const slot = jcampSlot(label);
  if (slot === 'synonym') {
    for (const name of value.split('\n')) if (name.trim() !== page.block.title) draft.put(slot, written, name.trim(), line);
  } else if (slot !== undefined) draft.put(slot, written, value, line);
  else draft.keep(written, value, line);
}

/** `##PAGE= T= 272` gives the retention time where no field of its own does, in the unit NTUPLES states for `T`. */
function fillPageTime(draft: SpectrumDraft, page: JcampPage): void {
  const value = page.records.findLast((record) => record.label === 'PAGE')?.value ?? '';
  const time = /^T\s*=\s*(\S+)$/.exec(value)?.[1];
  if (time === undefined) return;
  const unit = listOf(page, 'UNITS')[listOf(page, 'SYMBOL').indexOf('T')];
  draft.fill('retentionTime', unit === undefined || unit === '' ? time : `${time} ${unit}`);
}

function listOf(page: JcampPage, label: string): readonly string[] {
  const value = page.records.find((record) => record.label === label)?.value ?? '';
  return value.split(',').map((part) => part.trim());
}
