import { dot } from './without-line';

/** Diagonal of (AᵀA)⁻¹ of a few columns of length 1, by Gauss–Jordan elimination with pivots; Infinity where columns depend on each other. */
export function inverseDiagonal(columns: readonly Float64Array[]): readonly number[] {
  const n = columns.length;
  const rows = columns.map((a, i) => Float64Array.from({ length: 2 * n }, (_, j) => (j < n ? dot(a, columns[j]!) : j - n === i ? 1 : 0)));
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    if (Math.abs(rows[pivot]![k]!) < 1e-12) return columns.map(() => Number.POSITIVE_INFINITY);
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const row = rows[k]!;
    const lead = row[k]!;
    for (let j = 0; j < 2 * n; j++) row[j]! /= lead;
    for (let i = 0; i < n; i++) {
      const factor = rows[i]![k]!;
      if (i === k || factor === 0) continue;
      for (let j = 0; j < 2 * n; j++) rows[i]![j]! -= factor * row[j]!;
    }
  }
  return rows.map((row, i) => row[n + i]!);
}
