/** Points `from` up to, not including, `to`. */
export interface PointRange {
  readonly from: number;
  readonly to: number;
}

/** The stretches of finite values between gaps, in order. */
export function finiteRuns(y: Float64Array): PointRange[] {
  const runs: PointRange[] = [];
  let from = -1;
  for (let i = 0; i <= y.length; i++) {
    const finite = i < y.length && Number.isFinite(y[i]!);
    if (finite && from < 0) from = i;
    if (!finite && from >= 0) {
      runs.push({ from, to: i });
      from = -1;
    }
  }
  return runs;
}

/** The finite values alone. */
export function finiteValues(y: Float64Array): Float64Array {
  return y.filter(Number.isFinite);
}
