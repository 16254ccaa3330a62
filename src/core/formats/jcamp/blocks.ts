import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place, Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { limits } from '../limits';
import { PeakLineReader, type PeakProblem } from '../peaks/peak-line';
import { PeakList } from '../peaks/peak-list';
import type { LineContext } from '../read-lines';
import { JcampBlock, type LabelledRecord } from './block';
import { normalLabel } from './labels';
import { finishPage, type JcampPage, statedPoints } from './page';

const PAIRS = '(XY..XY)';
/** Units of the abscissa that mean m/z, as files spell them. */
const MASS_UNITS = /^(MZ|MASS.*|DA|DALTONS?|AMU|U|TH)$/;
const SNIPPET = 60;

/** Follows the blocks of a file, one inside another, and makes a spectrum of every table of peaks in a block of mass spectra. */
export class JcampBlocks {
  readonly #context: LineContext;
  readonly #peaks = new PeakList();
  readonly #peakLine: PeakLineReader;
  readonly #links: JcampBlock[] = [];
  #block: JcampBlock | undefined;
  #page: JcampPage | undefined;
  #pages = 0;
  #remarks: VerbatimField[] = [];
  #tableLines = 0;
  /** Whether lines without a label belong to a table, read or passed over. */
  inTable = false;

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

  /** A finished record that is not a table. */
  record(record: LabelledRecord, line: number): Refusal | undefined {
    if (record.label === 'TITLE') return this.#beginBlock(record, line);
    if (record.label === 'END') this.#endBlock();
    else if (record.label === '') this.#keep(record.written, record.value);
    else {
      const owner = this.#block ?? this.#links.at(-1);
      if (owner === undefined) this.stray(`##${record.written}=${record.value}`, record.line);
      else owner.add(record);
    }
    return undefined;
  }

  /** Keeps a remark with the block open, or with the one to come. */
  remark(text: string, line: number, toCome: boolean): void {
    if (this.#block !== undefined && !toCome) this.#block.add({ written: '$$', label: '$$', value: text, line });
    else if (this.#remarks.length < limits.linkFields) this.#remarks.push({ field: '$$', value: text, line });
    else this.#context.log.warn('line-not-understood', { line }, { text: text.slice(0, SNIPPET) });
  }

  stray(text: string, line: number): void {
    if (text.startsWith('$$')) this.remark(text.slice(2).trim(), line, false);
    else this.#context.log.warn('line-not-understood', { line }, { text: text.slice(0, SNIPPET) });
  }

  #beginBlock(title: LabelledRecord, line: number): Refusal | undefined {
    const open = this.#block;
    if (open?.kind === 'link') {
      if (this.#links.length >= limits.linkDepth)
        return refusal('nesting-too-deep', this.#context.file, { line }, { limit: limits.linkDepth });
      this.#links.push(open);
    } else if (open !== undefined) this.#closeBlock(open, false);
    const parent = this.#links.at(-1);
    if (parent !== undefined) parent.children++;
    this.#block = new JcampBlock(title, { line });
    for (const { field, value, line: at } of this.#remarks) this.#block.add({ written: field, label: '$$', value, line: at ?? line });
    this.#remarks = [];
    return undefined;
  }

  #endBlock(): void {
    const open = this.#block;
    this.#block = undefined;
    if (open !== undefined) this.#closeBlock(open, true);
    else this.#endLink();
  }

  #endLink(): void {
    const link = this.#links.pop();
    if (link !== undefined) this.#checkChildren(link);
  }

  #closeBlock(block: JcampBlock, ended: boolean): void {
    this.#finishPage(block.trailing());
    const record = block.title;
    const { log } = this.#context;
    if (block.kind === 'other') log.warn('block-not-mass-spectrum', block.at, { record, dataType: block.dataType.slice(0, SNIPPET) });
    else if (block.kind === 'mass-spectrum' && block.tables === 0) log.warn('record-without-peaks', block.at, { record });
    if (!ended) log.warnOnce('end-missing', block.at, { record });
  }

  beginTable(record: LabelledRecord, at: Place): void {
    const block = this.#block;
    this.inTable = true;
    this.#tableLines = 0;
    if (block === undefined) {
      this.#context.log.warn('line-not-understood', at, { text: `##${record.written}` });
      return;
    }
    this.#finishPage([]);
    const records = block.beginTable();
    if (block.kind !== 'mass-spectrum' || !this.#readable(block, record, at)) return;
    if (block.dataType === '') this.#context.log.warnOnce('data-type-missing', block.at, { record: block.title });
    this.#page = {
      block,
      records,
      inherited: this.#inherited(block),
      at,
      number: ++this.#pages,
      firstOfBlock: block.tables === 1,
      found: 0,
      remarks: [],
    };
    const rest = record.value
      .replace(/\s/g, '')
      .slice(PAIRS.length)
      .replace(/^,PEAKS$/i, '');
    if (rest !== '') this.#keep(record.written, record.value);
  }

  #readable(block: JcampBlock, { value }: LabelledRecord, at: Place): boolean {
    const { log } = this.#context;
    const units = block.value('XUNITS') ?? '';
    if (!value.replace(/\s/g, '').toUpperCase().startsWith(PAIRS)) {
      log.warn('data-form-unsupported', at, { record: block.title, form: value.slice(0, SNIPPET) });
      return false;
    }
    if (units === '' || MASS_UNITS.test(normalLabel(units))) return true;
    log.warn('x-units-not-mz', at, { record: block.title, units: units.slice(0, SNIPPET) });
    return false;
  }

  tableLine(start: number, end: number): void {
    const page = this.#page;
    this.#tableLines++;
    if (page === undefined) return;
    this.#peakLine.read(this.#context.lines.bytes, start, end);
    page.found += this.#peakLine.pairs;
    if (this.#peakLine.remarkAt >= 0) this.#keep('$$', this.#text(this.#peakLine.remarkAt + 2, end).trim());
  }

  endTable(): void {
    this.inTable = false;
  }

  /** `trailing`: fields after the last table of a block, which no page follows to own them. */
  #finishPage(trailing: readonly LabelledRecord[]): void {
    const page = this.#page;
    this.#page = undefined;
    if (page !== undefined) finishPage(page, trailing, this.#peaks, this.#context.log);
    this.#peaks.clear();
  }

  #inherited(block: JcampBlock): readonly VerbatimField[] {
    const fields = this.#links.flatMap((link) => link.inherited());
    if (fields.length > limits.linkFields) {
      this.#context.log.warnOnce('link-fields-cut', block.at, { record: block.title, limit: limits.linkFields });
    }
    return fields.slice(0, limits.linkFields);
  }

  /** A table that lacks points it announced, with no `##END=` behind it, was cut off. */
  end(): Refusal | undefined {
    const { file, lines, log } = this.#context;
    const block = this.#block;
    const page = this.#page;
    if (block !== undefined && this.inTable && page !== undefined) {
      const stated = statedPoints(page);
      if (stated !== undefined && page.found < stated) {
        return refusal('record-truncated', file, page.at, { record: block.title, stated, found: page.found });
      }
      if (!lines.terminated) log.warn('last-line-unterminated', { line: lines.line }, {});
    }
    const empty = block?.tables === 0 || (this.inTable && this.#tableLines === 0 && block?.kind === 'mass-spectrum');
    if (block !== undefined && block.kind !== 'link' && empty) return refusal('block-truncated', file, block.at, { record: block.title });
    if (block !== undefined) this.#closeBlock(block, block.kind === 'link');
    while (this.#links.length > 0) this.#endLink();
    return undefined;
  }

  #checkChildren(link: JcampBlock): void {
    const stated = Number(link.value('BLOCKS'));
    if (Number.isInteger(stated) && stated !== link.children) {
      this.#context.log.warn('block-count-differs', link.at, { record: link.title, stated, found: link.children });
    }
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
