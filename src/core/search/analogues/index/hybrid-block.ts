import type { NominalSpectrum } from '../../scores/nominal-spectrum';

/** Spectra in one block: an added entry costs the ordering of one block, not of the index. */
export const HYBRID_BLOCK_SIZE = 32_768;

/** Up to `HYBRID_BLOCK_SIZE` spectra, by ascending molecular mass, in arrays that threads can share. */
export interface HybridBlock {
  readonly count: number;
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
}

/** One spectrum that waits for its block to be ordered. */
export interface WaitingSpectrum {
  readonly key: number;
  readonly mass: number;
  readonly spectrum: NominalSpectrum;
}

/** Orders the spectra by mass (then key) and their peaks by intensity, into shared memory. */
export function sealHybridBlock(waiting: readonly WaitingSpectrum[]): HybridBlock {
  const ordered = waiting.toSorted((a, b) => a.mass - b.mass || a.key - b.key);
  const count = ordered.length;
  const peaks = ordered.reduce((sum, { spectrum }) => sum + spectrum.mz.length, 0);
  const block: HybridBlock = {
    count,
    highestMz: ordered.reduce((highest, { spectrum }) => Math.max(highest, spectrum.mz.at(-1) ?? 0), 0),
    keys: new Float64Array(new SharedArrayBuffer(8 * count)),
    masses: new Uint16Array(new SharedArrayBuffer(2 * count)),
    starts: new Uint32Array(new SharedArrayBuffer(4 * (count + 1))),
    mz: new Uint16Array(new SharedArrayBuffer(2 * peaks)),
    intensity: new Uint16Array(new SharedArrayBuffer(2 * peaks)),
    firstMz: new Uint16Array(new SharedArrayBuffer(2 * count)),
    total: new Uint32Array(new SharedArrayBuffer(4 * count)),
    strong: new Uint32Array(new SharedArrayBuffer(4 * count)),
  };
  let at = 0;
  ordered.forEach(({ key, mass, spectrum }, slot) => {
    block.keys[slot] = key;
    block.masses[slot] = mass;
    block.firstMz[slot] = spectrum.mz[0] ?? 0;
    for (const place of strongestFirst(spectrum)) {
      const intensity = spectrum.intensity[place]!;
      block.mz[at] = spectrum.mz[place]!;
      block.intensity[at++] = intensity;
      block.total[slot]! += intensity;
      if (intensity >= 2) block.strong[slot]! += intensity;
    }
    block.starts[slot + 1] = at;
  });
  return block;
}

/** The spectra of a sealed block, to be ordered again together with new ones. */
export function unsealHybridBlock(block: HybridBlock): WaitingSpectrum[] {
  return Array.from({ length: block.count }, (_, slot) => ({
    key: block.keys[slot]!,
    mass: block.masses[slot]!,
    spectrum: peaksByMz(block, slot),
  }));
}

/** One spectrum of a block as it was added, by ascending m/z. */
function peaksByMz(block: HybridBlock, slot: number): NominalSpectrum {
  const from = block.starts[slot]!;
  const places = Array.from({ length: block.starts[slot + 1]! - from }, (_, i) => from + i).sort((a, b) => block.mz[a]! - block.mz[b]!);
  return { mz: Uint16Array.from(places, (at) => block.mz[at]!), intensity: Uint16Array.from(places, (at) => block.intensity[at]!) };
}

function strongestFirst({ mz, intensity }: NominalSpectrum): Uint32Array {
  // One number a peak, intensity above place, so that a plain numeric sort orders them.
  const order = new Float64Array(mz.length);
  for (let i = 0; i < mz.length; i++) order[i] = intensity[i]! * 65_536 + i;
  order.sort();
  return Uint32Array.from(order, (value) => value % 65_536).reverse();
}

/** Σ I over the peaks of at least 2 from m/z `from` on, for every spectrum of a block. */
export function strongFrom(block: HybridBlock, from: number): Float64Array {
  const sums = Float64Array.from(block.strong);
  for (let slot = 0; slot < block.count; slot++) {
    if (block.firstMz[slot]! >= from) continue;
    const end = block.starts[slot + 1]!;
    for (let at = block.starts[slot]!; at < end; at++) {
      if (block.mz[at]! < from && block.intensity[at]! >= 2) sums[slot]! -= block.intensity[at]!;
    }
  }
  return sums;
}

/** The spectra from … to of one block, all of one molecular mass. */
export interface MassRun {
  /** Da; 0 for spectra whose mass is unknown. */
  readonly mass: number;
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** Every run of one mass in every block, by mass, then block. */
export function massRuns(blocks: readonly HybridBlock[]): readonly MassRun[] {
  const runs: MassRun[] = [];
  blocks.forEach(({ count, masses }, block) => {
    for (let from = 0; from < count; ) {
      const mass = masses[from]!;
      let to = from + 1;
      while (to < count && masses[to] === mass) to++;
      runs.push({ mass, block, from, to });
      from = to;
    }
  });
  return runs.sort((a, b) => a.mass - b.mass || a.block - b.block);
}
