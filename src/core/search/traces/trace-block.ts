import { TECHNIQUES, type Technique } from '../../spectrum/curves';
import { coarseLength, writeCoarse } from './kernels';
import type { PreparedTrace } from './prepare-trace';

/** Rows of a block: 16 MB for 2,000 points. */
export const BLOCK_ROWS = 2048;

/** Some library traces in shared memory: what one thread writes before it posts, others read. */
export interface TraceBlock {
  /** Rows in use, removed ones counted. */
  readonly count: number;
  /** Each row centred and brought to length 1 over its own places, 0 where it has no value: value = mean + scale · row. */
  readonly rows: Float32Array;
  /** The rows on steps of eight places. */
  readonly coarse: Float32Array;
  /** Length of what the coarse row leaves over. */
  readonly rest: Float64Array;
  readonly keys: Float64Array;
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** Which of the index's coverages the row has. */
  readonly coverage: Uint32Array;
  /** Place among `TECHNIQUES`: blocks live in memory alone, so that its order may change. */
  readonly technique: Uint8Array;
  /** 1: removed. */
  readonly removed: Uint8Array;
}

export interface OpenTraceBlock extends TraceBlock {
  count: number;
}

export function openTraceBlock(points: number): OpenTraceBlock {
  const floats = (count: number): Float32Array => new Float32Array(new SharedArrayBuffer(4 * count));
  const doubles = (): Float64Array => new Float64Array(new SharedArrayBuffer(8 * BLOCK_ROWS));
  return {
    count: 0,
    rows: floats(BLOCK_ROWS * points),
    coarse: floats(BLOCK_ROWS * coarseLength(points)),
    rest: doubles(),
    keys: doubles(),
    mean: doubles(),
    scale: doubles(),
    coverage: new Uint32Array(new SharedArrayBuffer(4 * BLOCK_ROWS)),
    technique: new Uint8Array(new SharedArrayBuffer(BLOCK_ROWS)),
    removed: new Uint8Array(new SharedArrayBuffer(BLOCK_ROWS)),
  };
}

/** Writes one prepared trace as the next row. */
export function appendRow(block: OpenTraceBlock, key: number, trace: PreparedTrace, coverage: number): void {
  const { values, segments } = trace;
  const points = values.length;
  const slot = block.count;
  const start = slot * points;
  let sum = 0;
  let count = 0;
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]!; i < segments[s + 1]!; i++) {
      sum += values[i]!;
      count++;
    }
  }
  const mean = sum / count;
  let squares = 0;
  for (let s = 0; s < segments.length; s += 2) for (let i = segments[s]!; i < segments[s + 1]!; i++) squares += (values[i]! - mean) ** 2;
  const scale = Math.sqrt(squares);
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]!; i < segments[s + 1]!; i++) block.rows[start + i] = scale > 0 ? (values[i]! - mean) / scale : 0;
  }
  const coarse = coarseLength(points);
  writeCoarse(block.rows, start, points, block.coarse, slot * coarse);
  block.rest[slot] = restOf(squaresOf(block.rows, start, points), squaresOf(block.coarse, slot * coarse, coarse));
  block.keys[slot] = key;
  block.mean[slot] = mean;
  block.scale[slot] = scale;
  block.coverage[slot] = coverage;
  block.technique[slot] = TECHNIQUES.indexOf(trace.technique);
  block.removed[slot] = 0;
  block.count = slot + 1;
}

/** Length of what a projection leaves over; a little more where rounding took from it. */
export function restOf(squares: number, coarseSquares: number): number {
  return Math.sqrt(Math.max(0, squares - coarseSquares) + 1e-12);
}

export function squaresOf(values: Float32Array | Float64Array, start: number, count: number): number {
  let squares = 0;
  for (let i = start; i < start + count; i++) squares += values[i]! * values[i]!;
  return squares;
}

export function techniqueAt(block: TraceBlock, slot: number): Technique {
  return TECHNIQUES[block.technique[slot]!] ?? 'unknown';
}

/** The prepared values of a row again, to the precision of the stored row (6e-8 of its spread); NaN where it has none. */
export function rowValues(block: TraceBlock, slot: number, points: number, segments: Int32Array): Float64Array {
  const values = new Float64Array(points).fill(Number.NaN);
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = segments[s]!; i < segments[s + 1]!; i++)
      values[i] = block.mean[slot]! + block.scale[slot]! * block.rows[slot * points + i]!;
  }
  return values;
}
