import type { NominalSpectrum } from '../../scores/nominal-spectrum';
import { likeGroups } from './like-groups';
import { strongestFirst } from './strongest-first';

/** Spectra in one block: an added entry costs the ordering of one block, not of the index. */
export const HYBRID_BLOCK_SIZE = 32_768;
/** So many of the strongest places of an envelope make the first bound. */
export const ENVELOPE_HEAD = 32;

/** Up to `HYBRID_BLOCK_SIZE` spectra, by ascending molecular mass and in groups of like ones, in arrays that threads can share. */
export interface HybridBlock {
  readonly count: number;
  readonly groups: number;
  readonly highestMz: number;
  readonly keys: Float64Array;
  /** Nominal mass of the molecule, Da; 0 where unknown. */
  readonly masses: Uint16Array;
  /** Spectrum s is peaks starts[s] … starts[s + 1), strongest first, of equal ones the heavier. */
  readonly starts: Uint32Array;
  readonly mz: Uint16Array;
  readonly intensity: Uint16Array;
  readonly firstMz: Uint16Array;
  /** Σ I, and Σ I over peaks of at least 2. */
  readonly total: Uint32Array;
  readonly strong: Uint32Array;
  /** Group g is spectra groupStarts[g] … groupStarts[g + 1), all of one mass. */
  readonly groupStarts: Uint32Array;
  /** Its envelope is places envelopeStarts[g] … envelopeStarts[g + 1): per m/z the largest √(I / strong) of its spectra, not less; largest first. */
  readonly envelopeStarts: Uint32Array;
  readonly envelopeMz: Uint16Array;
  readonly envelopeRoot: Float32Array;
  /** Per group: root of the square sum beyond the first ENVELOPE_HEAD places, not less. */
  readonly envelopeRest: Float32Array;
}

/** One spectrum that waits for its block to be ordered. */
export interface WaitingSpectrum {
  readonly key: number;
  readonly mass: number;
  readonly spectrum: NominalSpectrum;
}

const shared = {
  doubles: (count: number) => new Float64Array(new SharedArrayBuffer(8 * count)),
  floats: (count: number) => new Float32Array(new SharedArrayBuffer(4 * count)),
  words: (count: number) => new Uint32Array(new SharedArrayBuffer(4 * count)),
  halves: (count: number) => new Uint16Array(new SharedArrayBuffer(2 * count)),
};

/** Orders the spectra by mass, group and key, and their peaks by intensity, into shared memory. */
export function sealHybridBlock(waiting: readonly WaitingSpectrum[]): HybridBlock {
  const groups = groupsByMass(waiting);
  const ordered = groups.flat();
  const count = ordered.length;
  const peaks = ordered.reduce((sum, { spectrum }) => sum + spectrum.mz.length, 0);
  const spectra = {
    keys: shared.doubles(count),
    masses: shared.halves(count),
    starts: shared.words(count + 1),
    mz: shared.halves(peaks),
    intensity: shared.halves(peaks),
    firstMz: shared.halves(count),
    total: shared.words(count),
    strong: shared.words(count),
  };
  let at = 0;
  ordered.forEach(({ key, mass, spectrum }, slot) => {
    spectra.keys[slot] = key;
    spectra.masses[slot] = mass;
    spectra.firstMz[slot] = spectrum.mz[0] ?? 0;
    for (const place of strongestFirst(spectrum)) {
      const intensity = spectrum.intensity[place]!;
      spectra.mz[at] = spectrum.mz[place]!;
      spectra.intensity[at++] = intensity;
      spectra.total[slot]! += intensity;
      if (intensity >= 2) spectra.strong[slot]! += intensity;
    }
    spectra.starts[slot + 1] = at;
  });
  const highestMz = ordered.reduce((highest, { spectrum }) => Math.max(highest, spectrum.mz.at(-1) ?? 0), 0);
  return { count, groups: groups.length, highestMz, ...spectra, ...envelopes(groups) };
}

/** The spectra of a sealed block, to be ordered again together with new ones. */
export function unsealHybridBlock(block: HybridBlock): WaitingSpectrum[] {
  return Array.from({ length: block.count }, (_, slot) => ({
    key: block.keys[slot]!,
    mass: block.masses[slot]!,
    spectrum: peaksByMz(block, slot),
  }));
}

/** Σ I over the peaks of at least 2 from m/z `from` on, of one spectrum of a block. */
export function strongFrom({ starts, mz, intensity, firstMz, strong }: HybridBlock, slot: number, from: number): number {
  let sum = strong[slot]!;
  if (firstMz[slot]! >= from) return sum;
  for (let at = starts[slot]!; at < starts[slot + 1]!; at++) if (mz[at]! < from && intensity[at]! >= 2) sum -= intensity[at]!;
  return sum;
}

function groupsByMass(waiting: readonly WaitingSpectrum[]): readonly (readonly WaitingSpectrum[])[] {
  const byMass = waiting.toSorted((a, b) => a.mass - b.mass || a.key - b.key);
  const groups: (readonly WaitingSpectrum[])[] = [];
  for (let from = 0; from < byMass.length; ) {
    let to = from + 1;
    while (to < byMass.length && byMass[to]!.mass === byMass[from]!.mass) to++;
    const run = byMass.slice(from, to);
    for (const members of likeGroups(run.map(({ spectrum }) => spectrum))) groups.push(members.map((place) => run[place]!));
    from = to;
  }
  return groups;
}

function envelopes(groups: readonly (readonly WaitingSpectrum[])[]) {
  const groupStarts = shared.words(groups.length + 1);
  const envelopeStarts = shared.words(groups.length + 1);
  const mz: number[] = [];
  const roots: number[] = [];
  const envelopeRest = shared.floats(groups.length);
  groups.forEach((members, group) => {
    const largest = new Map<number, number>();
    for (const { spectrum } of members) {
      const strong = spectrum.intensity.reduce((sum, intensity) => sum + (intensity < 2 ? 0 : intensity), 0);
      spectrum.mz.forEach((m, i) => {
        const share = spectrum.intensity[i]! / strong;
        if (share > (largest.get(m) ?? 0)) largest.set(m, share);
      });
    }
    let rest = 0;
    [...largest]
      .sort((a, b) => b[1] - a[1] || b[0] - a[0])
      .forEach(([m, share], place) => {
        mz.push(m);
        if (place >= ENVELOPE_HEAD) rest += share;
        // Single precision rounds by at most 6e-8 of the value: made larger first.
        roots.push(Math.sqrt(share) * (1 + 1e-6));
      });
    envelopeRest[group] = Math.sqrt(rest) * (1 + 1e-6);
    groupStarts[group + 1] = groupStarts[group]! + members.length;
    envelopeStarts[group + 1] = mz.length;
  });
  const envelopeMz = shared.halves(mz.length);
  const envelopeRoot = shared.floats(roots.length);
  envelopeMz.set(mz);
  envelopeRoot.set(roots);
  return { groupStarts, envelopeStarts, envelopeMz, envelopeRoot, envelopeRest };
}

/** One spectrum of a block as it was added, by ascending m/z. */
function peaksByMz(block: HybridBlock, slot: number): NominalSpectrum {
  const from = block.starts[slot]!;
  const places = Array.from({ length: block.starts[slot + 1]! - from }, (_, i) => from + i).sort((a, b) => block.mz[a]! - block.mz[b]!);
  return { mz: Uint16Array.from(places, (at) => block.mz[at]!), intensity: Uint16Array.from(places, (at) => block.intensity[at]!) };
}
