import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../bench/seeded-random';
import { EiIndex } from '../../../../src/core/search/index/ei-index';
import { compareEi, scoreIn } from '../../../../src/core/search/scores/compare-ei';
import { EI_SCORE_IDS, type EiScoreId } from '../../../../src/core/search/scores/descriptors';
import { type EiMeasure, measured } from '../../../../src/core/search/scores/measures';
import { type PeakArrays, prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';

interface Entry {
  readonly key: number;
  readonly peaks: PeakArrays;
}

/** Every record compared with the query, sorted: what the index must answer. */
function bruteForce(entries: readonly Entry[], query: PeakArrays, score: EiScoreId, top: number, accepts = (_: number) => true) {
  const prepared = prepareNominal(query);
  return entries
    .filter(({ key }) => accepts(key))
    .map(({ key, peaks }) => ({ key, exact: scoreIn(compareEi(prepared, prepareNominal(peaks)), score).exact }))
    .filter(({ exact }) => exact > 0)
    .sort((a, b) => b.exact - a.exact || a.key - b.key)
    .slice(0, top);
}

/** Small as these libraries are, in tiles, unless said otherwise. */
function indexOf(entries: readonly Entry[], tiledFrom = 1): EiIndex {
  const index = new EiIndex(tiledFrom);
  for (const { key, peaks } of entries) index.add(key, peaks);
  return index;
}

const answer = (index: EiIndex, query: PeakArrays, score: EiScoreId, top: number, accepts?: (key: number) => boolean) =>
  index
    .search(query, { score, top, ...(accepts === undefined ? {} : { accepts }) })
    .hits.map(({ recordKey, score: exact }) => ({ key: recordKey, exact }));

// Few m/z and few intensities, so that equal scores, equal spectra, weak peaks and shifted starts of range are common.
const peak = fc.tuple(
  fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 40, max: 90 }), fc.constantFrom(500, 4000, 65_535)),
  fc.oneof(fc.constantFrom(1, 2, 999), fc.integer({ min: 1, max: 999 })),
);
const spectrum: fc.Arbitrary<PeakArrays> = fc
  .uniqueArray(peak, { minLength: 0, maxLength: 14, selector: ([mz]) => mz })
  .map((peaks) => ({ mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, intensity]) => intensity) }));
const library = fc.array(spectrum, { minLength: 0, maxLength: 40 }).chain((spectra) =>
  fc
    .shuffledSubarray(
      Array.from({ length: spectra.length }, (_, i) => 3 * i - 7),
      { minLength: spectra.length },
    )
    .map((keys) => spectra.map((peaks, i) => ({ key: keys[i]!, peaks }))),
);

describe('EiIndex', () => {
  it.each(EI_SCORE_IDS)('answers %s as comparing with every record does, ties by record key', (score) => {
    fc.assert(
      fc.property(library, spectrum, fc.integer({ min: 0, max: 8 }), (entries, query, top) => {
        expect(answer(indexOf(entries), query, score, top)).toEqual(bruteForce(entries, query, score, top));
      }),
      { numRuns: 150 },
    );
  });

  it.each(EI_SCORE_IDS)('answers %s the same where some blocks are too small for tiles', (score) => {
    fc.assert(
      fc.property(library, library, spectrum, (first, second, query) => {
        const shifted = second.map((entry) => ({ ...entry, key: entry.key + 1000 }));
        const mixed = EiIndex.join([indexOf(first).toTransferables(), indexOf(shifted, 100).toTransferables()]);
        expect(answer(mixed, query, score, 6)).toEqual(bruteForce([...first, ...shifted], query, score, 6));
      }),
      { numRuns: 40 },
    );
  });

  describe('over spectra like real ones, in two blocks', () => {
    const random = mulberry32(20_260_101);
    const families = Array.from({ length: 60 }, () => randomSpectrum(random, 30 + Math.floor(random() * 120)));
    const entries = Array.from({ length: 8000 }, (_, key) => ({ key, peaks: jittered(families[key % 60]!, random) }));
    const index = EiIndex.join([entries.slice(0, 5000), entries.slice(5000)].map((part) => indexOf(part).toTransferables()));

    it.each(EI_SCORE_IDS)('answers %s exactly, and compares less than half', (score) => {
      expect(index.size).toBe(8000);
      for (let i = 0; i < 2; i++) {
        const query = jittered(families[i * 7]!, random);
        const found = index.search(query, { score, top: 25 });
        expect(found.hits.map(({ recordKey, score: exact }) => ({ key: recordKey, exact }))).toEqual(bruteForce(entries, query, score, 25));
        expect(found.scored).toBeLessThan(found.searched / 2);
      }
    });
  });

  it('misses no record whose neighbours differ by more than logarithms in bytes can tell', () => {
    // Ratios of 999² and their inverse: the likeness that the kernel knows least of.
    const query = { mz: [50, 51, 52, 53], intensity: [999, 1, 999, 2] };
    const entries = Array.from({ length: 200 }, (_, key) => ({
      key,
      peaks: { mz: [50, 51, 52, 53], intensity: [1 + (key % 7), 999, 1 + (key % 5), 100 + key] },
    }));
    for (const score of ['ei-identity', 'ei-reverse'] as const)
      expect(answer(indexOf(entries), query, score, 9)).toEqual(bruteForce(entries, query, score, 9));
  });

  it('obeys the filter, and counts what took part', () => {
    fc.assert(
      fc.property(library, spectrum, fc.integer({ min: 2, max: 4 }), (entries, query, modulus) => {
        const accepts = (key: number) => key % modulus === 0;
        const index = indexOf(entries);
        expect(answer(index, query, 'ei-identity', 5, accepts)).toEqual(bruteForce(entries, query, 'ei-identity', 5, accepts));
        expect(index.search(query, { accepts }).searched).toBe(entries.filter(({ key }) => accepts(key)).length);
      }),
    );
  });

  it('takes more spectra after a search', () => {
    fc.assert(
      fc.property(library, library, spectrum, (first, second, query) => {
        const shifted = second.map((entry) => ({ ...entry, key: entry.key + 1000 }));
        const index = indexOf(first);
        index.search(query);
        for (const { key, peaks } of shifted) index.add(key, peaks);
        expect(index.size).toBe(first.length + second.length);
        expect(answer(index, query, 'ei-simple', 6)).toEqual(bruteForce([...first, ...shifted], query, 'ei-simple', 6));
      }),
    );
  });

  it('is the same after it was posted as a message, over the same memory', () => {
    const random = mulberry32(7);
    const entries = Array.from({ length: 50 }, (_, key) => ({ key, peaks: randomSpectrum(random, 40) }));
    const query = jittered(entries[17]!.peaks, random);
    const index = indexOf(entries);
    const before = index.search(query);
    const state = index.toTransferables();
    const moved = EiIndex.from(structuredClone(state));
    expect(moved.toTransferables().blocks[0]!.tokens.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(moved.search(query)).toEqual(before);
    expect(moved.bytes).toBeGreaterThan(0);
    moved.add(99, query);
    expect(moved.search(query, { top: 1 }).hits[0]).toMatchObject({ recordKey: 99, rank: 1 });
  });

  it.each<EiMeasure>([
    { id: 'ei-cosine', massPower: 1.3, intensityPower: 0.53 },
    { id: 'ei-entropy', weighting: 'by-entropy' },
    { id: 'ei-entropy', weighting: 'none' },
  ])('scans by $id as comparing with every record does', (measure) => {
    fc.assert(
      fc.property(library, spectrum, (entries, query) => {
        const prepared = prepareNominal(query);
        const expected = entries
          .map(({ key, peaks }) => ({ key, exact: measured(prepared, prepareNominal(peaks), measure) }))
          .filter(({ exact }) => exact > 0)
          .sort((a, b) => b.exact - a.exact || a.key - b.key)
          .slice(0, 7);
        const { hits } = indexOf(entries).scan(query, measure, { top: 7 });
        expect(hits.map(({ recordKey: key, score: exact }) => ({ key, exact }))).toEqual(expected);
      }),
    );
  });

  it('joins parts that were built apart, and seals nothing large again when one entry is added', () => {
    const random = mulberry32(11);
    const entries = Array.from({ length: 300 }, (_, key) => ({ key, peaks: randomSpectrum(random, 40) }));
    const parts = [entries.slice(0, 120), entries.slice(120)].map((part) => indexOf(part).toTransferables());
    const joined = EiIndex.join(parts);
    const query = jittered(entries[200]!.peaks, random);
    expect(joined.search(query).hits).toEqual(indexOf(entries).search(query).hits);
    joined.add(1000, query);
    expect(joined.search(query, { top: 1 }).hits[0]?.recordKey).toBe(1000);
    const blocks = joined.toTransferables().blocks;
    expect(blocks.map(({ count }) => count)).toEqual([120, 180, 1]);
    expect(blocks[0]).toBe(parts[0]!.blocks[0]);
    joined.add(1001, query);
    expect(joined.toTransferables().blocks.map(({ count }) => count)).toEqual([120, 180, 2]);
  });

  it('gives every score of a hit, and refuses a key that is not a whole number', () => {
    const index = new EiIndex();
    index.add(5, { mz: [41, 43, 57, 71], intensity: [300, 800, 999, 400] });
    const hit = index.search({ mz: [41, 43, 57, 71], intensity: [30, 80, 99.9, 40] }).hits[0]!;
    expect(hit.comparison).toMatchObject({ matchedPeaks: 4, queryPeaks: 4, libraryPeaks: 4 });
    expect(['identity', 'reverse', 'simple', 'cosine'].map((name) => hit.comparison[name as 'identity'].shown)).toEqual([
      999, 999, 999, 999,
    ]);
    expect(() => index.add(1.5, { mz: [1], intensity: [1] })).toThrow(RangeError);
    expect(new EiIndex().search({ mz: [41], intensity: [1] })).toEqual({ hits: [], searched: 0, scored: 0 });
    expect(index.search({ mz: [], intensity: [] }).hits).toEqual([]);
  });
});

function randomSpectrum(random: () => number, peaks: number): PeakArrays {
  const mz = [...new Set(Array.from({ length: peaks }, () => 40 + Math.floor(random() * random() * 400)))].sort((a, b) => a - b);
  return { mz, intensity: mz.map(() => 1 + 998 * random() ** 4) };
}

function jittered(peaks: PeakArrays, random: () => number): PeakArrays {
  const kept = Array.from(peaks.mz, (mz, i) => [mz, (peaks.intensity[i] ?? 0) * Math.exp(0.6 * (random() - 0.5))] as const).filter(
    () => random() > 0.1,
  );
  return { mz: kept.map(([mz]) => mz), intensity: kept.map(([, intensity]) => intensity) };
}
