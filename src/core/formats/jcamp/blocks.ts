import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place, Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { limits } from '../limits';
import type { LineContext } from '../read-lines';
import { JcampBlock, type LabelledRecord } from './block';
import { CurvePages } from './curve-pages';
import { readTableForm, type TableForm } from './form';
import { normalLabel } from './labels';
import { MassPages } from './mass-pages';
import { type JcampPage, type PageReader, statedPoints } from './page';
import { variableOf } from './variables';

/** Units of the abscissa that mean m/z, as files spell them. */
const MASS_UNITS = /^(MZ|MASS.*|DA|DALTONS?|AMU|U|TH)$/;
const SNIPPET = 60;

/** Follows the blocks of a file, one inside another, and hands every table to the reader of its kind. */
export class JcampBlocks {
  readonly #context: LineContext;
  readonly #massPages: MassPages;
  readonly #curvePages: CurvePages;
  readonly #links: JcampBlock[] = [];
  #block: JcampBlock | undefined;
  /** The table open, or read last in this block, and the reader that has it. */
  #page: JcampPage | undefined;
  #reader: PageReader | undefined;
  #pages = 0;
  #remarks: VerbatimField[] = [];
  #tableLines = 0;
  /** Whether lines without a label belong to a table, read or passed over. */
  inTable = false;

  constructor(context: LineContext) {
    this.#context = context;
    this.#massPages = new MassPages(context);
    this.#curvePages = new CurvePages(context);
  }

  /** A finished record that is not a table. */
  record(record: LabelledRecord, line: number): Refusal | undefined {
    if (record.label === 'TITLE') return this.#beginBlock(record, line);
    if (record.label === 'END') this.#endBlock();
    else if (record.label === '') this.#keep(record.written, record.value, record.line);
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
    this.#block = new JcampBlock(title, { line }, this.#pages + 1);
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
    this.#endPage(block.trailing());
    this.#massPages.endBlock();
    this.#curvePages.endBlock();
    const record = block.label;
    const { log } = this.#context;
    if (block.kind === 'structure') log.warn('part-unused', block.at, { record, part: 'JCAMP-CS' });
    else if (block.kind !== 'link' && block.tables === 0) log.warn('record-without-peaks', block.at, { record });
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
    this.#endPage([]);
    const records = block.beginTable();
    const form = readTableForm(record.value);
    if (form === undefined) {
      this.#context.log.warn('data-form-unsupported', at, { record: block.label, form: record.value.slice(0, SNIPPET) });
      return;
    }
    const page: JcampPage = {
      block,
      form,
      label: record.label,
      records,
      inherited: this.#inherited(block),
      at,
      number: ++this.#pages,
      firstOfBlock: block.tables === 1,
      remarks: [],
    };
    const massSpectrum = block.kind === 'mass-spectrum' && this.#hasPeaks(page, form);
    if (massSpectrum && block.dataType === '') this.#context.log.warnOnce('data-type-missing', block.at, { record: block.label });
    this.#page = page;
    this.#reader = massSpectrum ? this.#massPages : this.#curvePages;
    this.#reader.begin(page);
    if (form.rest !== '') this.#keep(record.written, record.value, record.line);
  }

  /** Whether a table in a block of mass spectra holds pairs of m/z and intensity. */
  #hasPeaks(page: JcampPage, form: TableForm): boolean {
    if (form.kind !== 'tuples' || form.symbols !== 'XY') return false;
    const { units } = variableOf(page.records, 'X', this.#context.log, page.block.label);
    return units === '' || MASS_UNITS.test(normalLabel(units));
  }

  tableLine(start: number, end: number): void {
    this.#tableLines++;
    if (this.#page !== undefined) this.#reader?.line(start, end);
  }

  endTable(): void {
    this.inTable = false;
  }

  #endPage(trailing: readonly LabelledRecord[]): void {
    if (this.#page !== undefined) this.#reader?.endPage(trailing);
    this.#page = undefined;
  }

  #inherited(block: JcampBlock): readonly VerbatimField[] {
    const fields = this.#links.flatMap((link) => link.inherited());
    if (fields.length > limits.linkFields) {
      this.#context.log.warnOnce('link-fields-cut', block.at, { record: block.label, limit: limits.linkFields });
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
      const found = this.#reader?.found ?? 0;
      if (stated !== undefined && found < stated) {
        return refusal('record-truncated', file, page.at, { record: block.label, stated, found });
      }
      if (!lines.terminated) log.warn('last-line-unterminated', { line: lines.line }, {});
    }
    const headless = block?.tables === 0 && block.kind !== 'structure';
    const empty = headless || (this.inTable && this.#tableLines === 0);
    if (block !== undefined && block.kind !== 'link' && empty) return refusal('block-truncated', file, block.at, { record: block.label });
    if (block !== undefined) this.#closeBlock(block, block.kind === 'link');
    while (this.#links.length > 0) this.#endLink();
    return undefined;
  }

  #checkChildren(link: JcampBlock): void {
    const stated = Number(link.value('BLOCKS'));
    if (Number.isInteger(stated) && stated !== link.children) {
      this.#context.log.warn('block-count-differs', link.at, { record: link.label, stated, found: link.children });
    }
  }

  #keep(field: string, value: string, line: number): void {
    const page = this.#page;
    if (page === undefined || page.remarks.length > limits.fieldsPerRecord) return;
    page.remarks.push({ field, value, line });
  }
}
