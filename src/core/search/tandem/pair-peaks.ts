/** Which peak of the query goes with which of the reference: `reference[i]` is the partner of query peak i, −1 without one. */
export interface PeakPairs {
  readonly reference: Int32Array;
  /** For each pair whether it was found by neutral loss. */
  readonly byLoss: Uint8Array;
  readonly count: number;
}

export interface PairingInput {
  readonly mz: ArrayLike<number>;
  /** 0: not known. */
  readonly precursorMz: number;
}

/**
 * One walk over both spectra from low to high m/z: two peaks within the window make a pair, each peak is used once (the rule of
 * MSEntropy). `losses` compares precursor − m/z instead, `hybrid` pairs by m/z first and what is left by loss.
 * Both spectra ascending; `widths` are the query's windows, Da.
 */
export function pairAscending(
  query: PairingInput,
  reference: PairingInput,
  widths: Float64Array,
  match: 'fragments' | 'losses' | 'hybrid',
): PeakPairs {
  const partner = new Int32Array(query.mz.length).fill(-1);
  const byLoss = new Uint8Array(query.mz.length);
  const used = match === 'hybrid' ? new Uint8Array(reference.mz.length) : undefined;
  let count = 0;
  if (match !== 'losses') count += walk(query.mz, reference.mz, widths, 0, partner, used);
  if (match !== 'fragments' && query.precursorMz > 0 && reference.precursorMz > 0) {
    const direct = partner.slice();
    count += walk(query.mz, reference.mz, widths, query.precursorMz - reference.precursorMz, partner, used, lossLimits(query, reference));
    for (let i = 0; i < partner.length; i++) if (partner[i] !== direct[i]) byLoss[i] = 1;
  }
  return { reference: partner, byLoss, count };
}

/** A peak at or above its precursor is no loss. */
function lossLimits(query: PairingInput, reference: PairingInput): { query: number; reference: number } {
  return { query: query.precursorMz, reference: reference.precursorMz };
}

function walk(
  query: ArrayLike<number>,
  reference: ArrayLike<number>,
  widths: Float64Array,
  shift: number,
  partner: Int32Array,
  used?: Uint8Array,
  limits?: { query: number; reference: number },
): number {
  let count = 0;
  let j = 0;
  for (let i = 0; i < query.length; i++) {
    const mz = query[i]!;
    if (limits !== undefined && mz >= limits.query) break;
    if (partner[i] !== -1) continue;
    const width = widths[i]!;
    while (j < reference.length && (mz - reference[j]! - shift > width || used?.[j] === 1)) j++;
    if (j === reference.length) break;
    if (limits !== undefined && reference[j]! >= limits.reference) break;
    if (reference[j]! + shift - mz > width) continue;
    partner[i] = j;
    if (used !== undefined) used[j] = 1;
    j++;
    count++;
  }
  return count;
}
