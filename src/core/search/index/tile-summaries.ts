import type { BlockSpectra } from './ei-block';
import { INTENSITY_BITS, INTENSITY_MASK } from './packed-peaks';
import { sharedUint8, sharedUint16 } from './shared-arrays';
import { LANES } from './tile-layout';

/** From which m/z on the share of a norm is known: where queries begin, finely. */
export const CHECKPOINTS: readonly number[] = [
  10,
  15,
  20,
  ...steps(25, 60, 1),
  ...steps(65, 100, 5),
  ...steps(110, 200, 10),
  ...steps(225, 500, 25),
];

/** What holds for every spectrum of each tile; spectra without peaks are never found and loosen nothing. */
export interface TileSummaries {
  /** The highest first m/z. */
  readonly lastFirstMz: Uint16Array;
  /** The least share of the norm (of 255, rounded down) from a checkpoint on: [checkpoint · tiles + tile]. */
  readonly massFrom: Uint8Array;
  readonly plainFrom: Uint8Array;
}

export function summariseTiles({ count, starts, tokens, firstMz, peakCount, massNorm, plainNorm }: BlockSpectra): TileSummaries {
  const tiles = Math.ceil(count / LANES);
  const lastFirstMz = sharedUint16(tiles);
  const massFrom = sharedUint8(CHECKPOINTS.length * tiles).fill(255);
  const plainFrom = sharedUint8(CHECKPOINTS.length * tiles).fill(255);
  for (let s = 0; s < count; s++) {
    if (peakCount[s] === 0) continue;
    const tile = Math.floor(s / LANES);
    if (firstMz[s]! > lastFirstMz[tile]!) lastFirstMz[tile] = firstMz[s]!;
    let mass = massNorm[s]!;
    let plain = plainNorm[s]!;
    let at = starts[s]!;
    let m = 0;
    const end = starts[s + 1]!;
    for (let c = 0; c < CHECKPOINTS.length; c++) {
      // Takes away what lies below the checkpoint.
      for (; at < end; at++) {
        const token = tokens[at]!;
        const next = m + (token >> INTENSITY_BITS);
        if (next >= CHECKPOINTS[c]!) break;
        m = next;
        const intensity = token & INTENSITY_MASK;
        if (intensity < 2) continue;
        mass -= m * intensity;
        plain -= intensity;
      }
      const place = c * tiles + tile;
      massFrom[place] = Math.min(massFrom[place]!, shareByte(mass, massNorm[s]!));
      plainFrom[place] = Math.min(plainFrom[place]!, shareByte(plain, plainNorm[s]!));
    }
  }
  return { lastFirstMz, massFrom, plainFrom };
}

const shareByte = (part: number, whole: number): number => (whole > 0 ? Math.floor((255 * part) / whole) : 0);

function steps(from: number, to: number, by: number): readonly number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by);
}
