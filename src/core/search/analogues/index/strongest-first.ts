import type { NominalSpectrum } from '../../scores/nominal-spectrum';

/** Places of a spectrum's peaks, strongest first, of equal ones the heavier. */
export function strongestFirst({ mz, intensity }: NominalSpectrum): Uint32Array {
  // One number a peak, intensity above place, so that a plain numeric sort orders them.
  const order = new Uint32Array(mz.length);
  for (let i = 0; i < mz.length; i++) order[i] = intensity[i]! * 65_536 + i;
  order.sort();
  for (let i = 0; i < order.length; i++) order[i]! &= 0xffff;
  return order.reverse();
}
