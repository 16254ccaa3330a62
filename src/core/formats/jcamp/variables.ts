import type { ReadLog } from '../read-log';
import type { LabelledRecord } from './block';
import { readStated, type Stated } from './stated';

/** One variable of a table: what its header says of it. */
export interface Variable {
  readonly symbol: string;
  /** Its name in NTUPLES, '' elsewhere. */
  readonly name: string;
  readonly units: string;
  readonly factor: number;
  readonly first: Stated | undefined;
  readonly last: Stated | undefined;
  readonly min: Stated | undefined;
  readonly max: Stated | undefined;
  readonly delta: Stated | undefined;
  /** How many values there are, as NTUPLES state it. */
  readonly count: number | undefined;
}

export function lastRecord(records: readonly LabelledRecord[], label: string): LabelledRecord | undefined {
  return records.findLast((record) => record.label === label);
}

/** The comma-separated list of an NTUPLES label, empty when there is none. */
export function listOf(records: readonly LabelledRecord[], label: string): readonly string[] {
  const value = lastRecord(records, label)?.value;
  return value === undefined ? [] : value.split(',').map((part) => part.trim());
}

/** The symbols NTUPLES declare, in capitals. The first list counts: some writers give the types under the same label. */
export function declaredSymbols(records: readonly LabelledRecord[]): readonly string[] {
  const value = records.find((record) => record.label === 'SYMBOL')?.value ?? '';
  return value === '' ? [] : value.split(',').map((part) => part.trim().toUpperCase());
}

/** What the fields say of a variable: as a column of NTUPLES where it is declared there, else by labels such as `XUNITS`. */
export function variableOf(records: readonly LabelledRecord[], symbol: string, log: ReadLog, title: string): Variable {
  const column = declaredSymbols(records).indexOf(symbol);
  return column >= 0 ? fromColumn(records, symbol, column, log, title) : fromLabels(records, symbol, log, title);
}

function fromColumn(records: readonly LabelledRecord[], symbol: string, column: number, log: ReadLog, title: string): Variable {
  const text = (label: string) => listOf(records, label)[column] ?? '';
  const stated = (label: string) => {
    const record = lastRecord(records, label);
    return record === undefined ? undefined : readStated(`${record.written} ${symbol}`, text(label), record.line);
  };
  const factor = lastRecord(records, 'FACTOR');
  const count = text('VARDIM');
  return {
    symbol,
    name: text('VARNAME'),
    units: text('UNITS'),
    factor: factor === undefined ? 1 : readFactor({ ...factor, value: text('FACTOR') }, log, title),
    first: stated('FIRST'),
    last: stated('LAST'),
    min: stated('MIN'),
    max: stated('MAX'),
    delta: undefined,
    count: /^\d{1,15}$/.test(count) ? Number(count) : undefined,
  };
}

function fromLabels(records: readonly LabelledRecord[], symbol: string, log: ReadLog, title: string): Variable {
  const stated = (label: string) => {
    const record = lastRecord(records, label);
    if (record === undefined || record.value === '') return undefined;
    const number = readStated(record.written, record.value, record.line);
    if (number === undefined) {
      log.warn('value-unreadable', { line: record.line }, { record: title, field: record.written, text: record.value.slice(0, 60) });
    }
    return number;
  };
  const factor = lastRecord(records, `${symbol}FACTOR`);
  return {
    symbol,
    name: '',
    units: lastRecord(records, `${symbol}UNITS`)?.value ?? '',
    factor: factor === undefined ? 1 : readFactor(factor, log, title),
    first: stated(`FIRST${symbol}`),
    last: stated(`LAST${symbol}`),
    min: stated(`MIN${symbol}`),
    max: stated(`MAX${symbol}`),
    delta: stated(`DELTA${symbol}`),
    count: undefined,
  };
}

/** A factor may be negative (an abscissa that falls), never 0; what is none is said and counts as 1. */
export function readFactor(record: LabelledRecord, log: ReadLog, title: string): number {
  if (record.value === '') return 1;
  const stated = readStated(record.written, record.value, record.line);
  if (stated !== undefined && stated.value !== 0) return stated.value;
  log.warn('factor-unreadable', { line: record.line }, { record: title, field: record.written, text: record.value.slice(0, 60) });
  return 1;
}
