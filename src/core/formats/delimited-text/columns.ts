import type { Header } from './header';
import type { DelimitedLayout, LayoutDoubt } from './layout';
import type { Role } from './words';

/** What the cells of one column hold in the sample. */
export interface ColumnSample {
  readonly numbers: number;
  /** Cells with a mark for a missing value, such as NA; empty cells do not count. */
  readonly marked: number;
  readonly texts: number;
  /** Ascending or descending but for a few steps, missing ones left out. */
  readonly monotonic: boolean;
  /** 0, 1, 2, ... or 1, 2, 3, ... */
  readonly counting: boolean;
}

export type ColumnChoice = Pick<DelimitedLayout, 'xColumn' | 'yColumns' | 'pairs' | 'positionColumns' | 'seriesAre'> & {
  readonly doubts: readonly LayoutDoubt[];
};

/** Order of places: the most telling first. */
const X_RANK: readonly string[] = [
  ...['raman-shift', 'mass-to-charge', 'chemical-shift', 'wavenumber', 'wavelength', 'frequency', 'drift-time', 'voltage', 'time'],
  ...['temperature', 'unknown', 'point-number'],
];
/** Which trace to show first: what the instrument concluded, then what it corrected, then what it saw. */
const ROLE_RANK: readonly Role[] = ['result', 'corrected', 'sample', 'raw', 'reference', 'dark'];
/** In Raman files a ratio to a reference has no meaning and is often all zero. */
const RAMAN_ROLE_RANK: readonly Role[] = ['corrected', 'sample', 'raw', 'result', 'reference', 'dark'];
/** More nameless columns of values than this are spectra of their own. */
const NAMELESS_TRACES = 3;
const POSITION = /^#?(x|y|z|time|depth|map x|map y)\b/i;

const NOTHING = { xColumn: null, yColumns: [], pairs: false, positionColumns: [], seriesAre: 'traces' } as const;

/** Chooses the column of places and those of values from the words over them, else from their numbers. */
export function chooseColumns(samples: readonly ColumnSample[], header: Header): ColumnChoice {
  const usable = samples.map((_, i) => i).filter((i) => usableColumn(samples[i]));
  if (isPaired(samples, header)) {
    return { xColumn: 0, yColumns: usable.filter((i) => i % 2 === 1), pairs: true, positionColumns: [], seriesAre: 'records', doubts: [] };
  }
  const { xColumn, doubts } = placesColumn(samples, header, usable);
  // Rows with names are a table of things, unless words say where the spectrum is.
  if (samples[0]?.texts !== 0 && (xColumn === null || header.columns[xColumn]?.x === undefined)) return { ...NOTHING, doubts };
  const places = xColumn === null ? undefined : header.columns[xColumn];
  const positionColumns = positionsBefore(samples, header, xColumn);
  const values = usable.filter((i) => i !== xColumn && !positionColumns.includes(i) && !isAside(header, i));
  const ranks = places?.x === 'raman-shift' ? RAMAN_ROLE_RANK : ROLE_RANK;
  const rank = (i: number): number => {
    const { role } = header.columns[i] ?? {};
    return role === undefined ? ranks.length : ranks.indexOf(role);
  };
  const yColumns = values.toSorted((a, b) => rank(a) - rank(b) || a - b);
  return { xColumn, yColumns, pairs: false, positionColumns, seriesAre: seriesOf(values, header), doubts };
}

/** A column of marks alone may begin further down: NA where one spectrum of a table is shorter than another. */
function usableColumn(sample: ColumnSample | undefined): boolean {
  return sample !== undefined && sample.numbers + sample.marked > 0 && sample.texts === 0;
}

/** Cary's way: places and values in turn, one pair for each sample. */
function isPaired(samples: readonly ColumnSample[], { columns }: Header): boolean {
  const pairs = samples.length >> 1;
  if (pairs < 2) return false;
  for (let pair = 0; pair < pairs; pair++) {
    const [x, y] = [columns[2 * pair], columns[2 * pair + 1]];
    if (x?.x === undefined || x.x !== columns[0]?.x || y?.y === undefined || samples[2 * pair]?.monotonic !== true) return false;
  }
  return true;
}

function placesColumn(
  samples: readonly ColumnSample[],
  { columns }: Header,
  usable: readonly number[],
): { readonly xColumn: number | null; readonly doubts: readonly LayoutDoubt[] } {
  const rank = (i: number): number => X_RANK.indexOf(columns[i]?.x ?? '');
  // `X` beside `Wave` is where on the sample, not along the spectrum.
  const aside = (i: number): number => (POSITION.test(columns[i]?.written ?? '') ? 1 : 0);
  const told = usable.filter((i) => rank(i) >= 0).toSorted((a, b) => rank(a) - rank(b) || aside(a) - aside(b) || a - b);
  const better = told.find((i) => columns[i]?.x !== 'point-number');
  if (better !== undefined) return { xColumn: better, doubts: [] };
  if (usable.length < 2) return { xColumn: null, doubts: ['x-column'] };
  const one = usable[0] as number;
  if (usable.length === 2 && columns[one]?.y === undefined)
    return { xColumn: one, doubts: samples[one]?.monotonic === true ? [] : ['x-column'] };
  const monotonic = usable.find((i) => samples[i]?.monotonic === true && samples[i]?.counting !== true && columns[i]?.y === undefined);
  if (monotonic !== undefined) return { xColumn: monotonic, doubts: monotonic === 0 ? [] : ['x-column'] };
  const [counted] = told;
  if (counted !== undefined) return { xColumn: counted, doubts: [] };
  return columns[usable[0] as number]?.y === undefined
    ? { xColumn: usable[0] as number, doubts: ['x-column'] }
    : { xColumn: null, doubts: ['x-column'] };
}

/** Columns of where or when before the places, in a long table of a map. */
function positionsBefore(samples: readonly ColumnSample[], { columns }: Header, xColumn: number | null): readonly number[] {
  if (xColumn === null || xColumn === 0) return [];
  const before = samples.map((_, i) => i).slice(0, xColumn);
  const all = before.every((i) => POSITION.test(columns[i]?.written ?? '') && samples[i]?.numbers !== 0);
  return all ? before : [];
}

/** Places told a second time in other terms, and numbers of points, are no values. */
function isAside({ columns }: Header, i: number): boolean {
  const words = columns[i];
  return words?.x !== undefined && words.y === undefined;
}

function seriesOf(values: readonly number[], { columns }: Header): 'traces' | 'records' {
  if (values.length < 2) return 'traces';
  const words = values.map((i) => columns[i]);
  if (words.some((word) => word?.role !== undefined && word.role !== 'result')) return 'traces';
  if (words.every((word) => word === undefined || word.written === '')) return values.length <= NAMELESS_TRACES ? 'traces' : 'records';
  const quantities = new Set(words.map((word) => word?.y));
  return quantities.size === words.length && !quantities.has(undefined) ? 'traces' : 'records';
}
