import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import { MASS_LABELS, normalLabel, STRUCTURE_LABELS } from './labels';

/** A labelled data record: its label as written, the label as compared, its value with remarks taken off. */
export interface LabelledRecord {
  readonly written: string;
  readonly label: string;
  readonly value: string;
  readonly line: number;
}

/** What a block holds, as far as its labels so far tell. */
export type BlockKind = 'link' | 'mass-spectrum' | 'structure' | 'curves';

/** A block from `##TITLE=` to `##END=`, with the fields given so far. Fields of a page replace those of the same label before them. */
export class JcampBlock {
  readonly at: Place;
  readonly title: string;
  /** How messages name the block. */
  readonly label: string;
  readonly #records: LabelledRecord[] = [];
  #textLength = 0;
  exceeded: 'record-too-many-fields' | 'record-too-large' | undefined;
  /** Tables of data met. */
  tables = 0;
  /** Blocks met inside, for a LINK block. */
  children = 0;
  /** Index of the first record given after the last table. */
  #pageFrom = 0;

  /** @param number of the next table, which names a block without a title */
  constructor(title: LabelledRecord, at: Place, number: number) {
    this.title = title.value;
    this.label = title.value === '' ? `#${number}` : title.value.slice(0, 80);
    this.at = at;
  }

  add(record: LabelledRecord): void {
    this.#textLength += record.written.length + record.value.length;
    const most = this.tables > 1 ? limits.fieldsPerPagedBlock : limits.fieldsPerRecord;
    if (this.#records.length >= most) this.exceeded ??= 'record-too-many-fields';
    if (this.#textLength > limits.textPerRecord) this.exceeded ??= 'record-too-large';
    if (this.exceeded === undefined) this.#records.push(record);
  }

  value(label: string): string | undefined {
    return this.#records.findLast((record) => record.label === label)?.value;
  }

  get dataType(): string {
    return this.value('DATATYPE') ?? '';
  }

  get kind(): BlockKind {
    const type = normalLabel(this.dataType);
    if (type.startsWith('LINK')) return 'link';
    if (type !== '') return type.includes('MASSSPECTR') ? 'mass-spectrum' : 'curves';
    if (this.#records.some((record) => STRUCTURE_LABELS.has(record.label))) return 'structure';
    const units = normalLabel(this.value('XUNITS') ?? '');
    return units === 'MZ' || this.#records.some((record) => MASS_LABELS.has(record.label)) ? 'mass-spectrum' : 'curves';
  }

  /** The fields that hold for the table now beginning; the page's own take the place of earlier ones, which are dropped. */
  beginTable(): readonly LabelledRecord[] {
    if (this.tables > 0) {
      const page = this.#records.splice(this.#pageFrom);
      const replaced = new Set(page.map((record) => record.label));
      const kept = this.#records.filter((record) => !replaced.has(record.label) || record.label === '$$');
      this.#records.length = 0;
      for (const record of kept) this.#records.push(record);
      for (const record of page) this.#records.push(record);
      this.#textLength = this.#records.reduce((sum, record) => sum + record.written.length + record.value.length, 0);
    }
    this.tables++;
    if (this.tables > 1 && this.#records.length > limits.fieldsPerPagedBlock) this.exceeded ??= 'record-too-many-fields';
    this.#pageFrom = this.#records.length;
    return [...this.#records];
  }

  /** Fields given after the last table: they belong to its spectrum when no other table follows. */
  trailing(): readonly LabelledRecord[] {
    return this.#records.slice(this.#pageFrom);
  }

  /** The fields of a LINK block as its children carry them. */
  inherited(): readonly VerbatimField[] {
    const own = this.#records.filter((record) => !['DATATYPE', 'BLOCKS', 'JCAMPDX'].includes(record.label));
    return [
      { field: 'LINK TITLE', value: this.title },
      ...own.map(({ written, value, line }) => ({ field: `LINK ${written}`, value, line })),
    ];
  }
}
