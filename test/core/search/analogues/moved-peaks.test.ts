import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MovedPeaks } from '../../../../src/core/search/analogues/index/moved-peaks';
import type { NominalSpectrum } from '../../../../src/core/search/scores/nominal-spectrum';

const spectrum = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 999 })), {
    minLength: 1,
    maxLength: 30,
    selector: ([mz]) => mz,
  })
  .map((peaks): NominalSpectrum => {
    const sorted = peaks.toSorted((a, b) => a[0] - b[0]);
    return { mz: Uint16Array.from(sorted, ([mz]) => mz), intensity: Uint16Array.from(sorted, ([, intensity]) => intensity) };
  });

const at = ({ mz, intensity }: NominalSpectrum, m: number): number => intensity[mz.indexOf(m)] ?? 0;

/** Σ√(U·L) after moving, as docs/methods/hybrid-search.md says it. */
function movedProduct(query: NominalSpectrum, library: NominalSpectrum, delta: number): number {
  const start = Math.max(query.mz[0]!, library.mz[0]!);
  const held = new Map<number, number>();
  for (const [i, m] of library.mz.entries()) if (m >= start) held.set(m, library.intensity[i]!);
  const order = [...held.keys()].sort((a, b) => (delta > 0 ? b - a : a - b));
  for (const m of order) {
    const there = at(query, m + delta);
    if (there === 0 || m + delta < start) continue;
    const here = held.get(m)!;
    const before = held.get(m + delta) ?? 0;
    const moved = Math.min(here, Math.max(0, ((here + before) * there) / (at(query, m) + there) - before));
    held.set(m, here - moved);
    held.set(m + delta, before + moved);
  }
  return [...held].reduce((sum, [m, l]) => sum + Math.sqrt(at(query, m) * l), 0);
}

describe('MovedPeaks', () => {
  it('lets pass what reaches the product, and nothing that is clearly below it', () => {
    fc.assert(
      fc.property(
        spectrum,
        spectrum,
        fc.integer({ min: -40, max: 40 }).filter((delta) => delta !== 0),
        (query, library, delta) => {
          const moved = new MovedPeaks(query);
          const product = movedProduct(query, library, delta);
          const bound = library.mz.reduce((sum, m, i) => sum + Math.sqrt(library.intensity[i]! * (at(query, m) + at(query, m + delta))), 0);
          const reaches = (needed: number) => moved.canReach(library, library.mz.length, delta, bound * (1 + 1e-6), needed);
          expect(reaches(product * (1 - 1e-9))).toBe(true);
          expect(reaches(product * (1 + 1e-6) + 1e-6)).toBe(false);
          // Nothing of one spectrum is left for the next.
          expect(reaches(product * (1 - 1e-9))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
