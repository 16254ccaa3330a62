/**
 * A = −log₁₀(T / full). A transmittance of 0 or less has no absorbance: NaN.
 * @param full what stands for complete transmittance: 100 for percent, 1 for a fraction
 */
export function xTransmittanceToAbsorbance(y: Float64Array, full: number): Float64Array {
  return y.map((t) => (t > 0 ? -Math.log10(t / full) : Number.NaN));
}

/** T = full · 10^−A, in percent for `full` 100, as a fraction for 1. */
export function xAbsorbanceToTransmittance(y: Float64Array, full: number): Float64Array {
  return y.map((a) => full * 10 ** -a);
}

/**
 * Kubelka–Munk function of diffuse reflectance, F(R) = (1 − R)² / 2R with R = y / full (P. Kubelka, F. Munk, Z. Tech. Phys. 12 (1931) 593–601). A
 * reflectance of 0 or less has none: NaN; one above 1 is more than the reference gives back and gives F as the formula does.
 */
export function xReflectanceToKubelkaMunk(y: Float64Array, full: number): Float64Array {
  return y.map((value) => {
    const r = value / full;
    return r > 0 ? (1 - r) ** 2 / (2 * r) : Number.NaN;
  });
}
