import type { Xy } from '../xy';
import { type AtrGeometry, penetrationDepth } from './penetration-depth';

export interface AtrOptions extends AtrGeometry {
  /** Depth in µm to which the absorbance is brought. @default 2 (diamond at 1000 cm⁻¹ stays nearly as it was) */
  readonly depth?: number;
}

/**
 * Absorbance measured by attenuated total reflection, brought to one depth of sample at every wavenumber: A · depth / d(ν̃), so that bands at high
 * wavenumber, where the wave goes less deep, stand as high as in transmission. The shift of bands by anomalous dispersion is not corrected.
 * `x` in cm⁻¹, above 0.
 * @throws ProcessingRefused `no-total-reflection`.
 */
export function xyCorrectAtr({ x, y }: Xy, options: AtrOptions = {}): Float64Array {
  const { depth = 2, ...geometry } = options;
  const atOne = penetrationDepth(1, geometry);
  return y.map((value, i) => (value * depth * x[i]!) / atOne);
}
