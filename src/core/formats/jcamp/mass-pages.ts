import { limits } from '../limits';
import { PeakLineReader, type PeakProblem } from '../peaks/peak-line';
import { type FinishedPeaks, PeakList } from '../peaks/peak-list';
import { reportPeaks } from '../peaks/report';
import type { LineContext } from '../read-lines';
import { SpectrumDraft } from '../spectrum-draft';
import type { LabelledRecord } from './block';
import { describedSlot, jcampSlot, SCAN_LABELS } from './labels';
import { type JcampPage, type PageReader, putRecords, recordName, reportExceeded, statedPoints } from './page';
import { scaled } from './scaled';
import { describeRun, pageTime, scanOf } from './scan-pages';
import { lastRecord, variableOf } from './variables';

const SNIPPET = 60;
const PROFILE_LABELS: ReadonlySet<string> = new Set(['$PROFILE']);

interface WaitingPage {
  readonly page: JcampPage;
  readonly peaks: FinishedPeaks;
  readonly trailing: readonly LabelledRecord[];
}

/**
 * Makes a mass spectrum of a table of peaks; of several pages in one block (NTUPLES, or `##PAGE=` repeated) a run with its scans. The first page of a block
 * waits until a second one or the end of the block tells which it is.
 */
export class MassPages implements PageReader {
  readonly #context: LineContext;
  readonly #peaks = new PeakList();
  readonly #peakLine: PeakLineReader;
  #page: JcampPage | undefined;
  #waiting: WaitingPage | undefined;
  /** Scans given of the run that is open, 0 outside one. */
  #scans = 0;
  found = 0;

  constructor(context: LineContext) {
    this.#context = context;
    this.#peakLine = new PeakLineReader(
      this.#peaks,
      {
        problem: (problem, start, end) => this.#problem(problem, start, end),
        annotation: (mz, start, end) => this.#keep('Peak annotation', `${mz}: ${this.#text(start, end)}`),
      },
      { comma: 'separator', remarks: true },
    );
  }

  begin(page: JcampPage): void {
    this.#page = page;
    this.found = 0;
    this.#peaks.clear();
  }

  line(start: number, end: number): void {
    this.#peakLine.read(this.#context.lines.bytes, start, end);
    this.found += this.#peakLine.pairs;
    if (this.#peakLine.remarkAt >= 0) this.#keep('$$', this.#text(this.#peakLine.remarkAt + 2, end).trim());
  }

  endPage(trailing: readonly LabelledRecord[]): void {
    const page = this.#page;
    this.#page = undefined;
    if (page === undefined) return;
    const { log } = this.#context;
    const record = recordName(page);
    if (reportExceeded(page, page.block.exceeded, log)) return;
    if (this.#peaks.overflowed) {
      log.warn('record-too-many-peaks', page.at, { record, limit: limits.peaksPerSpectrum });
      return;
    }
    const stated = statedPoints(page);
    if (stated === undefined) log.warn('peak-count-missing', page.at, { record });
    else if (stated !== this.found) log.warn('peak-count-differs', page.at, { record, stated, found: this.found });
    const paged = lastRecord(page.records, 'PAGE') !== undefined;
    if (this.#peaks.length === 0 && !(paged && stated === 0)) {
      log.warn('record-without-peaks', page.at, { record });
      return;
    }
    const finished = this.#peaks.finish();
    scaled(finished.mz, this.#factor(page, 'X'));
    scaled(finished.intensity, this.#factor(page, 'Y'));
    reportPeaks(log, record, page.at, finished);
    if (!paged) this.#giveSpectrum(page, finished, trailing);
    else if (this.#scans > 0) this.#giveScan(page, finished);
    else if (this.#waiting !== undefined) this.#beginRun(this.#waiting, { page, peaks: finished, trailing });
    else this.#waiting = { page, peaks: finished, trailing };
  }

  endBlock(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#scans = 0;
    if (waiting !== undefined) this.#giveSpectrum(waiting.page, waiting.peaks, waiting.trailing);
  }

  #factor(page: JcampPage, symbol: string): number {
    const { factor } = variableOf(page.records, symbol, this.#context.log, page.block.label);
    if (factor > 0) return factor;
    this.#context.log.warn('factor-unreadable', page.at, { record: page.block.label, field: `${symbol}FACTOR`, text: String(factor) });
    return 1;
  }

  #giveSpectrum(page: JcampPage, peaks: FinishedPeaks, trailing: readonly LabelledRecord[]): void {
    const { log } = this.#context;
    const draft = new SpectrumDraft(log, page.number, page.at);
    putRecords(draft, page, [...page.records, ...trailing], jcampSlot, PROFILE_LABELS, log);
    const time = pageTime(page);
    if (time !== undefined) draft.fill('retentionTime', time.unit === '' ? time.text : `${time.text} ${time.unit}`);
    for (const field of page.remarks) draft.keep(field.field, field.value, field.line ?? 0);
    if (reportExceeded(page, draft.exceeded, log)) return;
    if (!draft.named && page.firstOfBlock) log.warn('record-without-name', page.at, { record: draft.label });
    if (peaks.mz.length === 0) return;
    const spectrum = draft.build(peaks);
    log.spectrum(isProfile(page) ? { ...spectrum, profile: true } : spectrum, page.at);
  }

  #beginRun(first: WaitingPage, second: WaitingPage): void {
    this.#waiting = undefined;
    const { log } = this.#context;
    const { page } = first;
    const draft = new SpectrumDraft(log, page.number, page.at);
    putRecords(draft, page, page.records, describedSlot, SCAN_LABELS, log);
    for (const field of page.remarks) draft.keep(field.field, field.value, field.line ?? 0);
    if (reportExceeded(page, draft.exceeded, log)) return;
    if (!draft.named) log.warn('record-without-name', page.at, { record: draft.label });
    log.run(describeRun(draft, page), page.at);
    this.#giveScan(page, first.peaks);
    this.#giveScan(second.page, second.peaks);
  }

  #giveScan(page: JcampPage, peaks: FinishedPeaks): void {
    this.#scans++;
    this.#context.log.scan(scanOf(page, peaks, this.#scans), page.at);
    const [unused] = page.remarks;
    if (unused !== undefined) this.#context.log.warnOnce('part-unused', page.at, { record: recordName(page), part: unused.field });
  }

  #keep(field: string, value: string): void {
    const page = this.#page;
    if (page === undefined || page.remarks.length > limits.fieldsPerRecord) return;
    page.remarks.push({ field, value, line: this.#context.lines.line });
  }

  #problem(problem: PeakProblem, start: number, end: number): void {
    this.#context.log.warn(problem, { line: this.#context.lines.line }, { text: this.#text(start, Math.min(end, start + SNIPPET)) });
  }

  #text(start: number, end: number): string {
    return this.#context.decoder.decode(this.#context.lines.bytes, start, end);
  }
}

/** Whether the block says that its points are a profile: `CONTINUOUS MASS SPECTRUM` (5.00), or the label Aliquot writes. */
function isProfile(page: JcampPage): boolean {
  return /CONTINU/i.test(page.block.dataType) || lastRecord(page.records, '$PROFILE')?.value === 'YES';
}
