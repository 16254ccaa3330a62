/**
 * The pairing of rows with columns that makes the sum of gains largest, each row and column used at most once.
 * `gain` is row-major, rows × columns, not negative. Returns for each row its column, or −1. O(n³), n the larger side.
 *
 * Source: the Hungarian method with potentials (Kuhn 1955, Munkres 1957), shortest augmenting paths (Jonker & Volgenant 1987).
 */
export function assignMost(gain: Float64Array, rows: number, columns: number): readonly number[] {
  const n = Math.max(rows, columns);
  const cost = (row: number, column: number): number => (row < rows && column < columns ? -(gain[row * columns + column] ?? 0) : 0);
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(n + 1);
  // 1-based; column 0 stands for the row that is being placed.
  const rowOfColumn = new Int32Array(n + 1);
  const previous = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    rowOfColumn[0] = row;
    let column = 0;
    const slack = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const visited = new Uint8Array(n + 1);
    while ((rowOfColumn[column] as number) !== 0) {
      visited[column] = 1;
      const current = rowOfColumn[column] as number;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= n; j++) {
        if (visited[j]) continue;
        const reduced = cost(current - 1, j - 1) - (rowPotential[current] as number) - (columnPotential[j] as number);
        if (reduced < (slack[j] as number)) {
          slack[j] = reduced;
          previous[j] = column;
        }
        if ((slack[j] as number) < least) {
          least = slack[j] as number;
          next = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (visited[j]) {
          const owner = rowOfColumn[j] as number;
          rowPotential[owner] = (rowPotential[owner] as number) + least;
          columnPotential[j] = (columnPotential[j] as number) - least;
        } else {
          slack[j] = (slack[j] as number) - least;
        }
      }
      column = next;
    }
    while (column !== 0) {
      const before = previous[column] as number;
      rowOfColumn[column] = rowOfColumn[before] as number;
      column = before;
    }
  }
  const columnOfRow: number[] = new Array<number>(rows).fill(-1);
  for (let j = 1; j <= columns; j++) {
    const row = (rowOfColumn[j] as number) - 1;
    if (row >= 0 && row < rows && (gain[row * columns + j - 1] ?? 0) > 0) columnOfRow[row] = j - 1;
  }
  return columnOfRow;
}
