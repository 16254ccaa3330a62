import { assertNever } from '../assert-never';

/** Where light of an optical spectrum stands: absolute wavenumber, vacuum wavelength, or distance from a laser line. */
export type OpticalScale = 'wavenumber' | 'wavelength-nm' | 'wavelength-um' | 'raman-shift';

/** nm in 1 cm. */
const NM_PER_CM = 1e7;

/**
 * Places on one scale as places on another: ν̃ = 10⁷ / λ(nm), shift = 10⁷ / λ₀ − ν̃ (Stokes side positive). Exact in vacuum; no refractive index
 * of air is put in, as instruments give their Raman shifts from the wavelengths they state. A place of 0 wavelength gives Infinity.
 * @param laser wavelength of the laser in nm; used only to or from a Raman shift
 */
export function xConvertPlaces(x: Float64Array, from: OpticalScale, to: OpticalScale, laser: number): Float64Array {
  if (from === to) return Float64Array.from(x);
  if (isLength(from) && isLength(to)) return x.map((value) => (from === 'wavelength-nm' ? value / 1000 : value * 1000));
  return x.map((value) => fromWavenumber(toWavenumber(value, from, laser), to, laser));
}

function isLength(scale: OpticalScale): boolean {
  return scale === 'wavelength-nm' || scale === 'wavelength-um';
}

function toWavenumber(value: number, scale: OpticalScale, laser: number): number {
  switch (scale) {
    case 'wavenumber':
      return value;
    case 'wavelength-nm':
      return NM_PER_CM / value;
    case 'wavelength-um':
      return NM_PER_CM / (value * 1000);
    case 'raman-shift':
      return NM_PER_CM / laser - value;
    default:
      return assertNever(scale);
  }
}

function fromWavenumber(value: number, scale: OpticalScale, laser: number): number {
  switch (scale) {
    case 'wavenumber':
      return value;
    case 'wavelength-nm':
      return NM_PER_CM / value;
    case 'wavelength-um':
      return NM_PER_CM / value / 1000;
    case 'raman-shift':
      return NM_PER_CM / laser - value;
    default:
      return assertNever(scale);
  }
}
