import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Xy } from '../../../src/core/processing/xy';

const DATA = join(import.meta.dirname, '../../../../shared/data');

export const OPTICAL_VECTORS = join(DATA, 'vectors/optical.json');
export const hasOpticalVectors = existsSync(OPTICAL_VECTORS);

export function opticalVectors(): OpticalVectors {
  return JSON.parse(readFileSync(OPTICAL_VECTORS, 'utf8')) as OpticalVectors;
}

/** What the file of vectors holds, as far as processing is concerned. */
export interface OpticalVectors {
  readonly openspecy: { readonly vectors: readonly OpenSpecyVector[] };
  readonly orange_spectroscopy: {
    readonly vectors: readonly {
      readonly name: string;
      readonly in?: readonly (readonly number[])[];
      readonly expect: readonly (readonly number[])[];
      readonly tol?: number;
    }[];
  };
  readonly numeric_cross_checks: {
    readonly savitzky_golay_9_3: Readonly<Record<'y' | 'd0' | 'd1' | 'd2', readonly number[]>>;
    readonly nnls: {
      readonly A: readonly (readonly number[])[];
      readonly b: readonly number[];
      readonly x: readonly number[];
      readonly rnorm: number;
    };
    readonly baseline_example: Readonly<Record<'y' | 'als_lam1e4_p0.01_20it' | 'arpls_lam1e4', readonly number[]>>;
  };
}

export interface OpenSpecyVector {
  readonly name: string;
  readonly expect: unknown;
  readonly reproduced?: unknown;
}

function rowsOf(path: string): string[][] {
  return readFileSync(join(DATA, path), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
}

const numberOf = (cell: string | undefined): number => (cell === undefined || cell === 'NA' ? Number.NaN : Number(cell));

/** The Raman spectrum of high-density polyethylene, 964 points in cm⁻¹. */
export function ramanHdpe(): Xy {
  const rows = rowsOf('optical/openspecy/raman_hdpe.csv').slice(1);
  return { x: Float64Array.from(rows, ([x]) => numberOf(x)), y: Float64Array.from(rows, ([, y]) => numberOf(y)) };
}

/** Processed reference spectra on one grid of wavenumbers. */
export interface TestLibrary {
  readonly x: Float64Array;
  readonly entries: readonly { readonly id: string; readonly y: Float64Array }[];
}

export function testLibrary(): TestLibrary {
  const [head, ...rows] = rowsOf('optical/openspecy/test_lib.csv');
  return {
    x: Float64Array.from(rows, ([x]) => numberOf(x)),
    entries: head!.slice(1).map((id, k) => ({ id, y: Float64Array.from(rows, (row) => numberOf(row[k + 1])) })),
  };
}

/** The FTIR spectrum of low-density polyethylene with soil: six header lines (count, first, last x, three more), then one value a line. */
export function ldpeSoil(): Xy {
  const lines = readFileSync(join(DATA, 'formats/optical/perkinelmer/ftir_ldpe_soil.asp'), 'utf8').trim().split(/\r?\n/).map(Number);
  const [count, first, last] = [lines[0]!, lines[1]!, lines[2]!];
  return {
    x: Float64Array.from({ length: count }, (_, i) => first + (i * (last - first)) / (count - 1)),
    y: Float64Array.from(lines.slice(6)),
  };
}

/** Pearson's r; values missing in either do not count. */
export function pearson(a: Float64Array, b: Float64Array): number {
  let n = 0;
  const sums = { a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]! + b[i]!)) continue;
    n++;
    sums.a += a[i]!;
    sums.b += b[i]!;
    sums.aa += a[i]! ** 2;
    sums.bb += b[i]! ** 2;
    sums.ab += a[i]! * b[i]!;
  }
  return (sums.ab - (sums.a * sums.b) / n) / Math.sqrt((sums.aa - sums.a ** 2 / n) * (sums.bb - sums.b ** 2 / n));
}
