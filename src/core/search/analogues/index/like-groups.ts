import type { NominalSpectrum } from '../../scores/nominal-spectrum';
import { strongestFirst } from './strongest-first';

/** Spectra that one bound speaks for, at most. */
const GROUP_SIZE = 16;
/** A spectrum joins a group whose first spectrum it is so like (cosine of √I over its strongest peaks). */
const LIKENESS = 0.55;
const COMPARED_PEAKS = 24;
/** Only so many of the latest groups with room are looked at: the cost stays in proportion to the library. */
const LATEST = 48;

interface Group {
  readonly roots: ReadonlyMap<number, number>;
  readonly members: number[];
}

/**
 * Puts spectra of one molecular mass into groups of like ones, so that one bound rules many of them out. Any grouping gives the same
 * answers; a good one gives them sooner. Returns places in `spectra`, each once.
 */
export function likeGroups(spectra: readonly NominalSpectrum[]): readonly (readonly number[])[] {
  const groups: Group[] = [];
  let open: Group[] = [];
  spectra.forEach((spectrum, place) => {
    const roots = strongestRoots(spectrum);
    let best: Group | undefined;
    let likeness = LIKENESS;
    for (const group of open) {
      let product = 0;
      for (const [mz, root] of roots) product += root * (group.roots.get(mz) ?? 0);
      if (product > likeness) {
        likeness = product;
        best = group;
      }
    }
    if (best === undefined) {
      const group = { roots, members: [place] };
      groups.push(group);
      open.push(group);
      if (open.length > LATEST) open.shift();
      return;
    }
    best.members.push(place);
    if (best.members.length === GROUP_SIZE) open = open.filter((group) => group !== best);
  });
  return groups.map(({ members }) => members);
}

/** √I of the strongest peaks, their squares adding up to 1. */
function strongestRoots(spectrum: NominalSpectrum): ReadonlyMap<number, number> {
  const places = strongestFirst(spectrum).subarray(0, COMPARED_PEAKS);
  const { mz, intensity } = spectrum;
  let total = 0;
  for (const place of places) total += intensity[place]!;
  const roots = new Map<number, number>();
  for (const place of places) roots.set(mz[place]!, Math.sqrt(intensity[place]! / total));
  return roots;
}
