import type { Axis } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';

/** cm-1: the mid infrared ends here (IUPAC); instruments for the near infrared are cut off somewhat below. */
const MID_INFRARED_ENDS = 4000;
const NEAR_INFRARED_CUT_OFF = 3500;
/** cm-1: 780 nm, where the near infrared ends. */
const NEAR_INFRARED_ENDS = 12_900;
/** nm: UV-visible instruments end below the first, near-infrared ones begin above the second. */
const UV_VISIBLE_ENDS = 1200;
const NEAR_INFRARED_BEGINS = 650;

/** The technique that the places of an absorption or reflection spectrum leave no doubt about, by an axis of wavenumbers or wavelengths. */
export function techniqueOfRange(x: Axis, first: number, last: number): Technique {
  const [low, high] = first < last ? [first, last] : [last, first];
  if (x.quantity === 'raman-shift') return 'raman';
  if (x.quantity === 'wavenumber') {
    if (low < NEAR_INFRARED_CUT_OFF || high <= MID_INFRARED_ENDS) return 'infrared';
    return high <= NEAR_INFRARED_ENDS ? 'near-infrared' : 'uv-visible';
  }
  if (x.unit === 'nm') {
    if (high <= UV_VISIBLE_ENDS) return 'uv-visible';
    return low >= NEAR_INFRARED_BEGINS ? 'near-infrared' : 'unknown';
  }
  return x.unit === 'um' ? 'infrared' : 'unknown';
}
