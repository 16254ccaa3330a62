import type { Conditions } from '../spectrum/conditions';
import type { Acquisition, Ionisation, MassSpectrum, StatedIdentity, VerbatimField } from '../spectrum/mass-spectrum';
import type { Place } from '../spectrum/reading';
import { limits } from './limits';
import { isPlainStatement, readIonRemark, readIonStatement, readMsLevel } from './peaks/ionisation';
import type { FinishedPeaks } from './peaks/peak-list';
import type { ReadLog } from './read-log';

/** Where a field of a file goes in the model. `statement` is anything that says how ions were made; the rest are the model's own names. */
export type Slot = 'name' | 'synonym' | 'statement' | 'spectrumType' | TextSlot | NumberSlot | ConditionSlot;
/** A term of `Conditions`. */
export type ConditionSlot = `condition:${keyof Conditions}`;
type TextSlot =
  | 'cas'
  | 'inchikey'
  | 'inchi'
  | 'smiles'
  | 'formula'
  | 'adduct'
  | 'collisionEnergy'
  | 'instrument'
  | 'instrumentType'
  | 'retentionTime'
  | 'accession'
  | 'licence'
  | 'origin';
type NumberSlot = 'molecularMass' | 'exactMass' | 'precursorMz' | 'precursorCharge' | 'retentionIndex';

const NUMBER_SLOTS: ReadonlySet<Slot> = new Set<Slot>(['molecularMass', 'exactMass', 'precursorMz', 'precursorCharge', 'retentionIndex']);

/** What is known of a record beside its points. */
export interface RecordDescription {
  readonly identity: StatedIdentity;
  readonly conditions: Conditions;
  readonly accession?: string;
  readonly licence?: string;
  readonly origin?: string;
  readonly otherFields: readonly VerbatimField[];
}

/** Gathers the fields of one record into a spectrum. What finds no place, or comes twice, stays as a verbatim field: nothing is lost. */
export class SpectrumDraft {
  readonly #log: ReadLog;
  readonly #at: Place;
  readonly #texts = new Map<TextSlot | 'name', string>();
  readonly #numbers = new Map<NumberSlot, number>();
  readonly #conditions = new Map<keyof Conditions, string>();
  readonly #synonyms: string[] = [];
  readonly #others: VerbatimField[] = [];
  readonly #statements = new Set<Ionisation>();
  #polarity: 'positive' | 'negative' | undefined;
  #msLevel: number | undefined;
  #fieldCount = 0;
  #textLength = 0;
  /** Which bound on fields was exceeded, if any; the record is then to be left out. */
  exceeded: 'record-too-many-fields' | 'record-too-large' | undefined;
  /** How messages name the record. */
  label: string;

  constructor(log: ReadLog, number: number, at: Place) {
    this.#log = log;
    this.#at = at;
    this.label = `#${number}`;
  }

  get named(): boolean {
    return this.#texts.has('name');
  }

  /** Puts a field in its slot; `field` and `value` are the file's own words, `value` without blanks around it. */
  put(slot: Slot, field: string, value: string, line: number): void {
    if (!this.#admit(field, value)) return;
    if (value === '') this.#others.push({ field, value, line });
    else if (slot === 'synonym') this.#synonyms.push(value);
    else if (slot === 'statement') this.#putStatement(field, value, line);
    else if (slot === 'spectrumType') this.#putSpectrumType(field, value, line);
    else if (slot === 'precursorCharge') this.#putCharge(field, value, line);
    else if (isNumberSlot(slot)) this.#putNumber(slot, field, value, line);
    else if (isConditionSlot(slot)) this.#putCondition(slot, field, value, line);
    else this.#putText(slot, field, value, line);
  }

  /** Keeps a field for which the model has no place. */
  keep(field: string, value: string, line: number): void {
    if (this.#admit(field, value)) this.#others.push({ field, value, line });
  }

  /** Takes a value found inside another field that is kept as a whole: it fills a place still empty and is dropped otherwise. */
  fill(slot: Slot, value: string): void {
    if (value === '') return;
    if (slot === 'statement') this.#state(readIonStatement(value));
    else if (slot === 'spectrumType') this.#msLevel ??= readMsLevel(value);
    else if (isNumberSlot(slot)) {
      const number = Number(value);
      if (!this.#numbers.has(slot) && Number.isFinite(number) && number > 0) this.#numbers.set(slot, number);
    } else if (isConditionSlot(slot)) {
      if (!this.#conditions.has(termOf(slot))) this.#conditions.set(termOf(slot), value);
    } else if (slot !== 'name' && slot !== 'synonym' && !this.#texts.has(slot)) this.#texts.set(slot, value);
  }

  /** Looks at a remark for an unmistakable statement of the ionisation; the remark itself is kept by the caller. */
  remark(text: string): void {
    this.#state(readIonRemark(text));
  }

  #admit(field: string, value: string): boolean {
    this.#fieldCount++;
    this.#textLength += field.length + value.length;
    if (this.#fieldCount > limits.fieldsPerRecord) this.exceeded ??= 'record-too-many-fields';
    if (this.#textLength > limits.textPerRecord) this.exceeded ??= 'record-too-large';
    return this.exceeded === undefined;
  }

  #putText(slot: TextSlot | 'name', field: string, value: string, line: number): void {
    const earlier = this.#texts.get(slot);
    if (earlier !== undefined) {
      this.#keepRepeated(earlier, field, value, line);
      return;
    }
    this.#texts.set(slot, value);
    if (slot === 'name') this.label = value.slice(0, 80);
    if (slot === 'instrumentType') this.#state(readIonStatement(value));
  }

  #putCondition(slot: ConditionSlot, field: string, value: string, line: number): void {
    const earlier = this.#conditions.get(termOf(slot));
    if (earlier === undefined) this.#conditions.set(termOf(slot), value);
    else this.#keepRepeated(earlier, field, value, line);
  }

  #keepRepeated(earlier: string, field: string, value: string, line: number): void {
    this.#others.push({ field, value, line });
    if (earlier !== value) this.#log.warn('field-repeated', { line }, { record: this.label, field });
  }

  #putNumber(slot: NumberSlot, field: string, value: string, line: number): void {
    const number = Number(value);
    if (Number.isFinite(number) && number > 0 && !this.#numbers.has(slot)) {
      this.#numbers.set(slot, number);
      return;
    }
    this.#others.push({ field, value, line });
    if (!Number.isFinite(number)) this.#log.warn('field-not-a-number', { line }, { record: this.label, field, text: value.slice(0, 60) });
    else if (number > 0 && this.#numbers.get(slot) !== number) this.#log.warn('field-repeated', { line }, { record: this.label, field });
  }

  /** A charge with its sign (`2+`), which the model takes from elsewhere, stays word for word besides; so does one that is no plain number. */
  #putCharge(field: string, value: string, line: number): void {
    if (!/^[1-9]\d{0,2}$/.test(value) || this.#numbers.has('precursorCharge')) this.#others.push({ field, value, line });
    this.fill('precursorCharge', /^[+-]?(\d{1,3})[+-]?$/.exec(value)?.[1] ?? '');
  }

  #putStatement(field: string, value: string, line: number): void {
    const statement = readIonStatement(value);
    const contradicts = statement.polarity !== undefined && this.#polarity !== undefined && statement.polarity !== this.#polarity;
    if (contradicts) this.#log.warn('field-repeated', { line }, { record: this.label, field });
    if (contradicts || !isPlainStatement(value)) this.#others.push({ field, value, line });
    this.#state(statement);
  }

  #putSpectrumType(field: string, value: string, line: number): void {
    const level = readMsLevel(value);
    if (level !== undefined && this.#msLevel === undefined) this.#msLevel = level;
    else {
      this.#others.push({ field, value, line });
      this.#state(readIonStatement(value));
    }
  }

  #state(statement: { readonly ionisation?: Ionisation; readonly polarity?: 'positive' | 'negative' }): void {
    if (statement.ionisation !== undefined) this.#statements.add(statement.ionisation);
    this.#polarity ??= statement.polarity;
  }

  /** The spectrum of these fields and peaks; warns of what it had to assume. */
  build(peaks: FinishedPeaks): MassSpectrum {
    return {
      identity: this.#identity(),
      acquisition: this.#acquisition(),
      mz: peaks.mz,
      intensity: peaks.intensity,
      ...(this.#conditions.size === 0 ? {} : { conditions: Object.fromEntries(this.#conditions) }),
      ...this.#stated(['accession', 'licence', 'origin']),
      otherFields: this.#others,
    };
  }

  /** The fields of a record that is no single mass spectrum: curves, or a run. */
  describe(): RecordDescription {
    return {
      identity: this.#identity(),
      conditions: Object.fromEntries(this.#conditions),
      ...this.#stated(['accession', 'licence', 'origin']),
      otherFields: this.#others,
    };
  }

  #identity(): StatedIdentity {
    return {
      name: this.#texts.get('name') ?? '',
      synonyms: this.#synonyms,
      ...this.#stated(['cas', 'inchikey', 'inchi', 'smiles', 'formula']),
      ...this.#measured(['molecularMass', 'exactMass']),
    };
  }

  #acquisition(): Acquisition {
    const ionisation = this.#ionisation();
    return {
      ionisation,
      msLevel: this.#msLevel ?? this.#assumedLevel(ionisation),
      ...(this.#polarity === undefined ? {} : { polarity: this.#polarity }),
      ...this.#measured(['precursorMz', 'precursorCharge', 'retentionIndex']),
      ...this.#stated(['adduct', 'collisionEnergy', 'instrument', 'instrumentType', 'retentionTime']),
    };
  }

  #ionisation(): Ionisation {
    const stated = [...this.#statements];
    if (stated.length > 1) this.#log.warn('ionisation-conflict', this.#at, { record: this.label, stated: stated.join(', ') });
    return stated.length === 1 ? (stated[0] as Ionisation) : 'unknown';
  }

  /** A precursor is stated for soft ionisation only where it was isolated; for EI some files give the molecular ion there. */
  #assumedLevel(ionisation: Ionisation): number {
    if (!this.#numbers.has('precursorMz') || ionisation === 'EI' || ionisation === 'unknown') return 1;
    this.#log.warn('ms-level-assumed', this.#at, { record: this.label, level: 2 });
    return 2;
  }

  #stated<S extends TextSlot>(slots: readonly S[]): { [K in S]?: string } {
    const found: { [K in S]?: string } = {};
    for (const slot of slots) {
      const value = this.#texts.get(slot);
      if (value !== undefined) found[slot] = value;
    }
    return found;
  }

  #measured<S extends NumberSlot>(slots: readonly S[]): { [K in S]?: number } {
    const found: { [K in S]?: number } = {};
    for (const slot of slots) {
      const value = this.#numbers.get(slot);
      if (value !== undefined) found[slot] = value;
    }
    return found;
  }
}

function isNumberSlot(slot: Slot): slot is NumberSlot {
  return NUMBER_SLOTS.has(slot);
}

function isConditionSlot(slot: Slot): slot is ConditionSlot {
  return slot.startsWith('condition:');
}

function termOf(slot: ConditionSlot): keyof Conditions {
  return slot.slice('condition:'.length) as keyof Conditions;
}
