import type { BlockSpectra, GroupSummaries } from './ei-block';
import { INTENSITY_BITS, INTENSITY_MASK } from './packed-peaks';
import { sharedFloat32, sharedUint8, sharedUint16, sharedUint32 } from './shared-arrays';

/** √999 is stored as 255; every root is rounded up, so that a sum of products is never too small. */
export const ROOT_STEPS = 255 / Math.sqrt(999);
const BYTE_OF_INTENSITY: Uint8Array = Uint8Array.from({ length: 1000 }, (_, intensity) => rootByte(intensity));

/** Peaks above this m/z have no bits: what they add to runs is bounded by their number. */
export const RUN_MZ = 512;

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

/** What holds for every spectrum of each group of a block. */
export function summariseGroups(spectra: BlockSpectra): GroupSummaries {
  const { groups, groupStarts, tokens, starts } = spectra;
  const words = (groups + 31) >>> 5;
  const somePeak = sharedUint32(words * RUN_MZ);
  const allStrong = sharedUint32(words * RUN_MZ);
  const massFrom = sharedUint8(CHECKPOINTS.length * groups);
  const plainFrom = sharedUint8(CHECKPOINTS.length * groups);
  const lastFirstMz = sharedUint16(groups);
  const inverseMass = sharedFloat32(groups);
  const inversePlain = sharedFloat32(groups);
  const inverseSquare = sharedFloat32(groups);
  // The peaks of all spectra of a group together: m/z · 1024 + largest intensity.
  const union = new Uint32Array(tokens.length);
  const unionStarts = new Uint32Array(groups + 1);
  const highest = highestMz(spectra);
  const largest = new Uint16Array(highest + 1);
  const strong = new Uint8Array(highest + 1);
  const touched = new Uint16Array(highest + 1);
  const perMz = new Uint32Array(highest + 1);
  const leastMass = new Float64Array(CHECKPOINTS.length);
  const leastPlain = new Float64Array(CHECKPOINTS.length);
  let unionEnd = 0;
  for (let g = 0; g < groups; g++) {
    const from = groupStarts[g]!;
    const to = groupStarts[g + 1]!;
    let distinct = 0;
    let mass = Number.POSITIVE_INFINITY;
    let plain = Number.POSITIVE_INFINITY;
    let square = Number.POSITIVE_INFINITY;
    leastMass.fill(Number.POSITIVE_INFINITY);
    leastPlain.fill(Number.POSITIVE_INFINITY);
    for (let s = from; s < to; s++) {
      // A spectrum without peaks is never found: it loosens no bound.
      if (spectra.peakCount[s] === 0) continue;
      let restMass = spectra.massNorm[s]!;
      let restPlain = spectra.plainNorm[s]!;
      mass = Math.min(mass, restMass);
      plain = Math.min(plain, restPlain);
      square = Math.min(square, spectra.squareNorm[s]!);
      if (spectra.firstMz[s]! > lastFirstMz[g]!) lastFirstMz[g] = spectra.firstMz[s]!;
      let m = 0;
      let checkpoint = 0;
      const end = starts[s + 1]!;
      for (let at = starts[s]!; at < end; at++) {
        const token = tokens[at]!;
        m += token >> INTENSITY_BITS;
        const intensity = token & INTENSITY_MASK;
        if (intensity === 0) continue;
        for (; checkpoint < CHECKPOINTS.length && CHECKPOINTS[checkpoint]! <= m; checkpoint++) {
          if (restMass < leastMass[checkpoint]!) leastMass[checkpoint] = restMass;
          if (restPlain < leastPlain[checkpoint]!) leastPlain[checkpoint] = restPlain;
        }
        if (largest[m] === 0) touched[distinct++] = m;
        if (intensity > largest[m]!) largest[m] = intensity;
        if (intensity < 2) continue;
        strong[m]!++;
        restMass -= m * intensity;
        restPlain -= intensity;
      }
      leastMass.fill(0, checkpoint);
      leastPlain.fill(0, checkpoint);
    }
    for (let i = 0; i < distinct; i++) {
      const m = touched[i]!;
      union[unionEnd++] = (m << INTENSITY_BITS) | largest[m]!;
      perMz[m]!++;
      if (m < RUN_MZ) {
        const place = (g >>> 5) * RUN_MZ + m;
        const bit = 1 << (g & 31);
        somePeak[place]! |= bit;
        if (strong[m] === to - from) allStrong[place]! |= bit;
      }
      largest[m] = 0;
      strong[m] = 0;
    }
    unionStarts[g + 1] = unionEnd;
    for (let c = 0; c < CHECKPOINTS.length; c++) {
      massFrom[c * groups + g] = mass < Number.POSITIVE_INFINITY ? Math.min(255, Math.floor((255 * leastMass[c]!) / mass)) : 0;
      plainFrom[c * groups + g] = plain < Number.POSITIVE_INFINITY ? Math.min(255, Math.floor((255 * leastPlain[c]!) / plain)) : 0;
    }
    inverseMass[g] = inverseRoot(mass);
    inversePlain[g] = inverseRoot(plain);
    inverseSquare[g] = inverseRoot(square);
  }
  const postings = sharedUint32(highest + 2);
  for (let m = 0; m <= highest; m++) postings[m + 1] = postings[m]! + perMz[m]!;
  const posted = sharedUint32(unionEnd);
  const next = Uint32Array.from(postings);
  for (let g = 0; g < groups; g++) {
    for (let at = unionStarts[g]!; at < unionStarts[g + 1]!; at++) {
      const m = union[at]! >>> INTENSITY_BITS;
      posted[next[m]!++] = g * 256 + BYTE_OF_INTENSITY[union[at]! & INTENSITY_MASK]!;
    }
  }
  return { inverseMass, inversePlain, inverseSquare, lastFirstMz, massFrom, plainFrom, postings, posted, somePeak, allStrong };
}

function highestMz({ count, starts, tokens }: BlockSpectra): number {
  let highest = 0;
  for (let s = 0; s < count; s++) {
    let m = 0;
    for (let at = starts[s]!; at < starts[s + 1]!; at++) m += tokens[at]! >> INTENSITY_BITS;
    if (m > highest) highest = m;
  }
  return highest;
}

/** 1/√x in single precision, never below the true value; 0 for a group without peaks that count. */
function inverseRoot(norm: number): number {
  return norm > 0 && norm < Number.POSITIVE_INFINITY ? (1 / Math.sqrt(norm)) * (1 + 2 ** -22) : 0;
}

function rootByte(intensity: number): number {
  const byte = Math.ceil(Math.sqrt(intensity) * ROOT_STEPS - 1e-9);
  // Rounding of the product must not make the stored root smaller than the true one.
  return byte < 255 && byte / ROOT_STEPS < Math.sqrt(intensity) ? byte + 1 : byte;
}

function steps(from: number, to: number, by: number): readonly number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by);
}
