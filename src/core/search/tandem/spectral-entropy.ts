/** Below this entropy (nats) a spectrum has few peaks: they are weighted towards each other. */
const LOW_ENTROPY = 3;

/**
 * Spectral entropy S = −Σ p·ln p, nats, of intensities of any scale (p: their shares). 0 for an empty spectrum.
 * Source: Li et al., Nat. Methods 18 (2021) 1524.
 */
export function spectralEntropy(intensity: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < intensity.length; i++) sum += intensity[i]!;
  if (!(sum > 0)) return 0;
  let entropy = 0;
  for (let i = 0; i < intensity.length; i++) {
    const share = intensity[i]! / sum;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return entropy;
}

/**
 * The shares (sum 1) that the entropy similarity compares. Weighted: I^(0.25 + 0.25·S) where S < 3, else I; not weighted: I.
 * `entropy` spares computing S anew; it must be that of these intensities.
 */
export function entropyShares(intensity: ArrayLike<number>, weighted: boolean, entropy = spectralEntropy(intensity)): Float64Array {
  const shares = new Float64Array(intensity.length);
  const power = weighted && entropy < LOW_ENTROPY ? 0.25 + 0.25 * entropy : 1;
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = power === 1 ? intensity[i]! : intensity[i]! ** power;
    shares[i] = share;
    sum += share;
  }
  if (sum > 0) for (let i = 0; i < shares.length; i++) shares[i]! /= sum;
  return shares;
}

/** x·log₂ x. */
export function timesLog2(x: number): number {
  return x > 0 ? x * Math.log2(x) : 0;
}

/**
 * What a matched pair of shares adds to the similarity: ½·[(a+b)·log₂(a+b) − a·log₂ a − b·log₂ b]; 0 if either is 0. `ofA` spares
 * computing a·log₂ a anew.
 */
export function entropyTerm(a: number, b: number, ofA = timesLog2(a)): number {
  if (!(a > 0 && b > 0)) return 0;
  return 0.5 * (timesLog2(a + b) - ofA - timesLog2(b));
}
