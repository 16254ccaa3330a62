import { timesLog2 } from './spectral-entropy';

/** Shares (0 to 1) are held in one byte on a root scale, always rounded up: a bound made of them is never too small. */
const STEPS = 255;

/** The largest share a byte stands for. */
export const SHARE_OF_CODE: Float64Array = Float64Array.from({ length: 256 }, (_, code) => (code / STEPS) ** 2);

/** The byte of a share above 0: at least 1. */
export function shareCode(share: number): number {
  const code = Math.min(STEPS, Math.ceil(Math.sqrt(share) * STEPS));
  // Rounding of the root must not make the stored share smaller than the true one.
  return code < STEPS && SHARE_OF_CODE[code]! < share ? code + 1 : Math.max(1, code);
}

/** Sums of bounds are whole numbers: one is this much of a score. With 4,096 peaks on both sides they stay below 2³¹. */
export const BOUND_UNITS = 1 << 17;

/** Levels of the query's share, on a root scale too. */
const LEVELS = 1024;
let entropyBounds: Int32Array | undefined;

/**
 * Row of 256: an upper bound, in `BOUND_UNITS`, of what a query share adds to the entropy similarity beside a share of each code.
 * The term grows in both shares, so both rounded up bound it.
 */
export function entropyBoundRow(share: number): Int32Array {
  entropyBounds ??= makeEntropyBounds();
  const level = Math.min(LEVELS, Math.ceil(Math.sqrt(share) * LEVELS + 1e-9));
  return entropyBounds.subarray(level * 256, (level + 1) * 256);
}

function makeEntropyBounds(): Int32Array {
  const bounds = new Int32Array((LEVELS + 1) * 256);
  const ofCode = SHARE_OF_CODE.map(timesLog2);
  for (let level = 1; level <= LEVELS; level++) {
    const a = (level / LEVELS) ** 2;
    const ofLevel = timesLog2(a);
    for (let code = 1; code < 256; code++) {
      const term = 0.5 * (timesLog2(a + SHARE_OF_CODE[code]!) - ofLevel - ofCode[code]!);
      bounds[level * 256 + code] = Math.ceil(term * BOUND_UNITS * (1 + 1e-9)) + 1;
    }
  }
  return bounds;
}
