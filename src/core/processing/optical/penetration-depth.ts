import { ProcessingRefused } from '../refused';

export interface AtrGeometry {
  /** Refractive index of the crystal. @default 2.4 (diamond; zinc selenide 2.4, germanium 4.0, silicon 3.4) */
  readonly crystalIndex?: number;
  /** Refractive index of the sample. @default 1.5 (most organic solids) */
  readonly sampleIndex?: number;
  /** Angle of incidence in degrees. @default 45 */
  readonly angle?: number;
}

/**
 * Penetration depth of the evanescent wave in µm at a wavenumber in cm⁻¹: d = λ / (2π·n₁·√(sin²θ − (n₂/n₁)²)). N. J. Harrick, *Internal Reflection
 * Spectroscopy* (1967). Diamond, 45°, n₂ = 1.5: 2.005 µm at 1000 cm⁻¹ with n₁ = 2.4.
 * @throws ProcessingRefused `no-total-reflection` when the angle is not above the critical one.
 */
export function penetrationDepth(wavenumber: number, geometry: AtrGeometry = {}): number {
  const { crystalIndex = 2.4, sampleIndex = 1.5, angle = 45 } = geometry;
  const ratio = sampleIndex / crystalIndex;
  const radicand = Math.sin((angle * Math.PI) / 180) ** 2 - ratio ** 2;
  if (!(radicand > 0)) {
    const critical = ratio >= 1 ? 90 : (Math.asin(ratio) * 180) / Math.PI;
    throw new ProcessingRefused('no-total-reflection', { angle, critical: Math.round(critical * 10) / 10 });
  }
  const wavelength = 1e4 / wavenumber;
  return wavelength / (2 * Math.PI * crystalIndex * Math.sqrt(radicand));
}
