import { INTENSITY_BITS, INTENSITY_MASK } from '../../index/packed-peaks';
import { sharedUint8, sharedUint16, sharedUint32 } from '../../index/shared-arrays';
import { NOMINAL_MZ_MAX } from '../../scores/nominal-spectrum';

/** m/z at which spectra are cut: every one up to this, then in steps. */
const EACH = 128;
const STEP = 8;
/** So many places of cuts: up to m/z 1,024. */
const CUTS = EACH + (1024 - EACH) / STEP + 1;
/** A share of 1. */
const WHOLE = 255;

/** What no spectrum of a unit (a group, a tile) falls below, by unit. */
export interface LeastNorms {
  readonly lowestFirst: Uint16Array;
  readonly highestFirst: Uint16Array;
  /** Σ I over peaks of at least 2. */
  readonly strong: Uint32Array;
  /** The share of that sum, in 255ths, from each cut on. */
  readonly shares: Uint8Array;
}

interface Spectra {
  readonly starts: Uint32Array;
  readonly tokens: Uint16Array;
  readonly firstMz: Uint16Array;
  readonly strong: Uint32Array;
}

/** `units`: the first spectrum of each, and the end. */
export function leastNorms(spectra: Spectra, units: Uint32Array): LeastNorms {
  const count = units.length - 1;
  const least: LeastNorms = {
    lowestFirst: sharedUint16(count).fill(NOMINAL_MZ_MAX),
    highestFirst: sharedUint16(count),
    strong: sharedUint32(count).fill(0xffff_ffff),
    shares: sharedUint8(count * CUTS).fill(WHOLE),
  };
  for (let unit = 0; unit < count; unit++) {
    for (let slot = units[unit]!; slot < units[unit + 1]!; slot++) {
      // A spectrum without peaks matches nothing.
      if (spectra.strong[slot] === 0) continue;
      least.lowestFirst[unit] = Math.min(least.lowestFirst[unit]!, spectra.firstMz[slot]!);
      least.highestFirst[unit] = Math.max(least.highestFirst[unit]!, spectra.firstMz[slot]!);
      least.strong[unit] = Math.min(least.strong[unit]!, spectra.strong[slot]!);
      lowerShares(spectra, slot, least.shares.subarray(unit * CUTS, (unit + 1) * CUTS));
    }
  }
  return least;
}

/** The share of Σ I that every spectrum of a unit has at least from m/z `cut` on, 0 to 1. */
export function leastShare({ shares }: LeastNorms, unit: number, cut: number): number {
  const place = cut < EACH ? (cut < 0 ? 0 : cut) : EACH + Math.ceil((cut - EACH) / STEP);
  return place < CUTS ? shares[unit * CUTS + place]! / WHOLE : 0;
}

/** Σ I over the peaks of at least 2 from m/z `cut` on, of one spectrum. */
export function strongFrom({ starts, tokens, firstMz, strong }: Spectra, slot: number, cut: number): number {
  let sum = strong[slot]!;
  if (firstMz[slot]! >= cut) return sum;
  let m = 0;
  for (let at = starts[slot]!; at < starts[slot + 1]!; at++) {
    const token = tokens[at]!;
    m += token >> INTENSITY_BITS;
    if (m >= cut) break;
    const intensity = token & INTENSITY_MASK;
    if (intensity >= 2) sum -= intensity;
  }
  return sum;
}

function lowerShares({ starts, tokens, strong }: Spectra, slot: number, shares: Uint8Array): void {
  const end = starts[slot + 1]!;
  const whole = strong[slot]!;
  let left = whole;
  let at = starts[slot]!;
  let m = at < end ? tokens[at]! >> INTENSITY_BITS : 0;
  for (let place = 0; place < CUTS; place++) {
    const cut = place <= EACH ? place : EACH + STEP * (place - EACH);
    while (at < end && m < cut) {
      const intensity = tokens[at]! & INTENSITY_MASK;
      if (intensity >= 2) left -= intensity;
      at++;
      if (at < end) m += tokens[at]! >> INTENSITY_BITS;
    }
    const share = Math.floor((WHOLE * left) / whole);
    if (share < shares[place]!) shares[place] = share;
  }
}
