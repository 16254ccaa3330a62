import { packedLength, packPeaks, unpackPeaks } from '../../index/packed-peaks';
import { sharedFloat64, sharedUint16, sharedUint32 } from '../../index/shared-arrays';
import type { NominalSpectrum } from '../../scores/nominal-spectrum';
import { type HybridTiles, LANES, layHybridTiles } from './hybrid-tiles';
import { type LeastNorms, leastNorms } from './least-norms';
import { likeGroups } from './like-groups';

/** Spectra in one block at most: an added entry costs the ordering of one block, not of the index. */
export const HYBRID_BLOCK_SIZE = 65_536;

/** Up to `HYBRID_BLOCK_SIZE` spectra, by ascending molecular mass and in groups of like ones, in memory that threads can share. */
export interface HybridBlock {
  readonly count: number;
  readonly highestMz: number;
  readonly keys: Float64Array;
  /** Nominal mass of the molecule, Da; 0 where unknown. */
  readonly masses: Uint16Array;
  /** Spectrum s is tokens[starts[s] … starts[s + 1]) (see packed-peaks), by ascending m/z. */
  readonly starts: Uint32Array;
  readonly tokens: Uint16Array;
  readonly firstMz: Uint16Array;
  /** Σ I over peaks of at least 2. */
  readonly strong: Uint32Array;
  /** Group g is spectra groupStarts[g] … groupStarts[g + 1), all of one mass. */
  readonly groupStarts: Uint32Array;
  readonly runs: MassRuns;
  /** Of the spectra of each group and of each tile. */
  readonly ofGroups: LeastNorms;
  readonly ofTiles: LeastNorms;
  readonly tiles: HybridTiles;
}

/** The spectra of one mass, by run; no tile holds spectra or groups of two. Arrays of what is first end with the total. */
export interface MassRuns {
  readonly mass: Uint16Array;
  readonly highestMz: Uint16Array;
  /** First spectrum, first group, first tile of spectra, first tile of groups (none where there is but one tile of spectra). */
  readonly spectra: Uint32Array;
  readonly groups: Uint32Array;
  readonly tiles: Uint32Array;
  readonly groupTiles: Uint32Array;
}

/** One spectrum that waits for its block to be ordered. */
export interface WaitingSpectrum {
  readonly key: number;
  readonly mass: number;
  readonly spectrum: NominalSpectrum;
}

type Group = readonly WaitingSpectrum[];

/** Orders the spectra by mass, group and key into shared memory. */
export function sealHybridBlock(waiting: readonly WaitingSpectrum[]): HybridBlock {
  const byMass = groupsByMass(waiting);
  const groups = byMass.flat();
  const ordered = groups.flat();
  const spectra = packed(ordered);
  const groupStarts = sharedUint32(groups.length + 1);
  groups.forEach((members, group) => {
    groupStarts[group + 1] = groupStarts[group]! + members.length;
  });
  const runs = massRuns(byMass);
  const tileStarts = runs.mass.length === 0 ? Uint32Array.of(0) : startsOfTiles(runs.spectra, runs.tiles);
  return {
    count: ordered.length,
    highestMz: runs.highestMz.reduce((highest, ofRun) => Math.max(highest, ofRun), 0),
    ...spectra,
    groupStarts,
    runs,
    ofGroups: leastNorms(spectra, groupStarts),
    ofTiles: leastNorms(spectra, tileStarts),
    tiles: layHybridTiles(spectra, groupStarts, runs),
  };
}

/** The spectra of a sealed block, to be ordered again together with new ones. */
export function unsealHybridBlock({ count, keys, masses, starts, tokens }: HybridBlock): WaitingSpectrum[] {
  return Array.from({ length: count }, (_, slot) => {
    const length = starts[slot + 1]! - starts[slot]!;
    const peaks: NominalSpectrum = { mz: new Uint16Array(length), intensity: new Uint16Array(length) };
    const found = unpackPeaks(tokens, starts[slot]!, starts[slot + 1]!, peaks);
    const spectrum: NominalSpectrum = { mz: peaks.mz.slice(0, found), intensity: peaks.intensity.slice(0, found) };
    return { key: keys[slot]!, mass: masses[slot]!, spectrum };
  });
}

/** Bytes in arrays and tiles. */
export function bytesOfBlock({ runs, ofGroups, ofTiles, tiles, ...block }: HybridBlock): number {
  const arrays = [block, runs, ofGroups, ofTiles].flatMap((part) => Object.values(part)).filter((value) => typeof value !== 'number');
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, tiles.memory.buffer.byteLength);
}

function packed(ordered: readonly WaitingSpectrum[]) {
  const count = ordered.length;
  const spectra = {
    keys: sharedFloat64(count),
    masses: sharedUint16(count),
    starts: sharedUint32(count + 1),
    tokens: sharedUint16(ordered.reduce((sum, { spectrum }) => sum + packedLength(spectrum), 0)),
    firstMz: sharedUint16(count),
    strong: sharedUint32(count),
  };
  ordered.forEach(({ key, mass, spectrum }, slot) => {
    spectra.keys[slot] = key;
    spectra.masses[slot] = mass;
    spectra.firstMz[slot] = spectrum.mz[0] ?? 0;
    spectra.starts[slot + 1] = packPeaks(spectrum, spectra.tokens, spectra.starts[slot]!);
    for (const intensity of spectrum.intensity) if (intensity >= 2) spectra.strong[slot]! += intensity;
  });
  return spectra;
}

/** For each mass its groups. */
function groupsByMass(waiting: readonly WaitingSpectrum[]): readonly (readonly Group[])[] {
  const byMass = waiting.toSorted((a, b) => a.mass - b.mass || a.key - b.key);
  const masses: (readonly Group[])[] = [];
  for (let from = 0; from < byMass.length; ) {
    let to = from + 1;
    while (to < byMass.length && byMass[to]!.mass === byMass[from]!.mass) to++;
    const run = byMass.slice(from, to);
    masses.push(likeGroups(run.map(({ spectrum }) => spectrum)).map((members) => members.map((place) => run[place]!)));
    from = to;
  }
  return masses;
}

function massRuns(byMass: readonly (readonly Group[])[]): MassRuns {
  const runs = {
    mass: sharedUint16(byMass.length),
    highestMz: sharedUint16(byMass.length),
    spectra: sharedUint32(byMass.length + 1),
    groups: sharedUint32(byMass.length + 1),
    tiles: sharedUint32(byMass.length + 1),
    groupTiles: sharedUint32(byMass.length + 1),
  };
  byMass.forEach((groups, run) => {
    const spectra = groups.reduce((sum, { length }) => sum + length, 0);
    runs.mass[run] = groups[0]![0]!.mass;
    for (const { spectrum } of groups.flat()) runs.highestMz[run] = Math.max(runs.highestMz[run]!, spectrum.mz.at(-1) ?? 0);
    runs.spectra[run + 1] = runs.spectra[run]! + spectra;
    runs.groups[run + 1] = runs.groups[run]! + groups.length;
    runs.tiles[run + 1] = runs.tiles[run]! + Math.ceil(spectra / LANES);
    runs.groupTiles[run + 1] = runs.groupTiles[run]! + (spectra > LANES ? Math.ceil(groups.length / LANES) : 0);
  });
  return runs;
}

/** The first entry of every tile, and the end: tiles of a run hold 16 entries each, the last one what is left. */
function startsOfTiles(entries: Uint32Array, tiles: Uint32Array): Uint32Array {
  const runs = entries.length - 1;
  const starts = new Uint32Array(tiles[runs]! + 1);
  for (let run = 0; run < runs; run++)
    for (let tile = tiles[run]!; tile < tiles[run + 1]!; tile++) starts[tile] = entries[run]! + LANES * (tile - tiles[run]!);
  starts[tiles[runs]!] = entries[runs]!;
  return starts;
}
