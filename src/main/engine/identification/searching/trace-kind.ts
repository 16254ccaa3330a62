import type { Coded } from '../../../../core/processing/refused';
import { TRACE_SCORES } from '../../../../core/search/traces/descriptors';
import type { TraceMethod } from '../../../../core/search/traces/method';
import { prepareTrace } from '../../../../core/search/traces/prepare-trace';
import { TraceIndex, type TraceIndexState } from '../../../../core/search/traces/trace-index';
import type { IndexedRow, IndexKind } from './index-kind';

/** References that could not be prepared, and why. */
export interface NotPrepared extends Coded {
  readonly key: number;
}

export interface TraceState {
  /** One for each step in which the references were prepared. */
  readonly indexes: readonly TraceIndexState[];
  readonly notPrepared: readonly NotPrepared[];
}

export interface PreparedTraces {
  readonly indexes: readonly TraceIndex[];
  readonly notPrepared: readonly NotPrepared[];
}

export const traceSettings = (method: TraceMethod): string => JSON.stringify(method);
const methodIn = (settings: string): TraceMethod => JSON.parse(settings) as TraceMethod;

/** Traces of one technique, prepared by one method. */
export const traceKind: IndexKind<PreparedTraces, TraceState> = {
  version: `trace-index-1 ${TRACE_SCORES.map(({ id, version }) => `${id}/${version}`).join(' ')}`,
  technique: (settings) => methodIn(settings).technique,
  rows: 'true',
  ionisation: null,
  rowsPerStep: 2048,
  build: (rows, settings) => {
    const { indexes, notPrepared } = extended(undefined, rows, methodIn(settings));
    return { indexes: indexes.map((index) => trimmed(index.toShared(), index.points)), notPrepared };
  },
  join: (states) => ({
    indexes: states.flatMap(({ indexes }) => indexes),
    notPrepared: states.flatMap(({ notPrepared }) => notPrepared),
  }),
  open: ({ indexes, notPrepared }) => ({ indexes: indexes.map((state) => TraceIndex.from(state)), notPrepared }),
  extend: (prepared, rows, settings) => extended(prepared, rows, methodIn(settings)),
};

function extended(prepared: PreparedTraces | undefined, rows: Iterable<IndexedRow>, method: TraceMethod): PreparedTraces {
  const index = prepared?.indexes[0] ?? new TraceIndex(method);
  const notPrepared = [...(prepared?.notPrepared ?? [])];
  for (const { key, trace, technique } of rows) {
    if (trace === null) continue;
    const outcome = prepareTrace(trace, technique, method, { refuseDoubtful: false });
    if ('refused' in outcome) notPrepared.push({ key, ...outcome.refused });
    else index.add(key, outcome.prepared);
  }
  return { indexes: [index], notPrepared };
}

/** Blocks are made for many rows; what no row uses is given back. */
function trimmed(state: TraceIndexState, points: number): TraceIndexState {
  return {
    ...state,
    blocks: state.blocks.map((block) => {
      const { count, rows, coarse, keys } = block;
      const coarsePoints = coarse.length / keys.length;
      return {
        count,
        rows: rows.slice(0, count * points),
        coarse: coarse.slice(0, count * coarsePoints),
        rest: block.rest.slice(0, count),
        keys: keys.slice(0, count),
        mean: block.mean.slice(0, count),
        scale: block.scale.slice(0, count),
        coverage: block.coverage.slice(0, count),
        technique: block.technique.slice(0, count),
        removed: block.removed.slice(0, count),
      };
    }),
  };
}
