import type { Column } from '../components/data-list/column';
import type { CurveTrace } from './curve-traces';

export interface CurveRow {
  /** Index among the shown traces; of several over the same places, the first. */
  readonly trace: number;
  readonly point: number;
}

export interface CurveTableWords {
  readonly trace: string;
  /** Titles of the axes. */
  readonly x: string;
  readonly y: string;
  readonly format: (value: number) => string;
}

function samePlaces(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}

const finite = (value: number | undefined): number | null => (value === undefined || !Number.isFinite(value) ? null : value);

/**
 * The numbers of traces as they are, in the file's order: one row for each place with a column for each trace where all were measured at the
 * same places, else one row for each point with the trace's name.
 */
export function curveTable(
  traces: readonly CurveTrace[],
  words: CurveTableWords,
): {
  readonly rows: () => readonly CurveRow[];
  readonly columns: readonly Column<CurveRow>[];
  readonly rowKey: (row: CurveRow) => string;
} {
  const [first] = traces;
  const shared = first !== undefined && traces.every(({ x }) => samePlaces(first.x, x));
  const number = (id: string, header: string, value: (row: CurveRow) => number | null): Column<CurveRow> => ({
    id,
    header,
    value,
    cell: (row) => {
      const at = value(row);
      return at === null ? '' : words.format(at);
    },
    align: 'end',
  });
  const x = number('x', words.x, ({ trace, point }) => finite(traces[trace]?.x[point]));
  const rowKey = ({ trace, point }: CurveRow): string => `${trace} ${point}`;
  if (shared) {
    const columns = traces.map(({ key, label, y }) =>
      number(`y ${key}`, traces.length === 1 ? words.y : `${label}: ${words.y}`, ({ point }) => finite(y[point])),
    );
    return { rows: () => Array.from(first.x, (_, point) => ({ trace: 0, point })), columns: [x, ...columns], rowKey };
  }
  const name: Column<CurveRow> = {
    id: 'trace',
    header: words.trace,
    value: ({ trace }) => traces[trace]?.label ?? '',
    filter: { kind: 'choice' },
  };
  return {
    rows: () => traces.flatMap((trace, index) => Array.from(trace.x, (_, point) => ({ trace: index, point }))),
    columns: [name, x, number('y', words.y, ({ trace, point }) => finite(traces[trace]?.y[point]))],
    rowKey,
  };
}
