import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../bench/seeded-random';
import { AnalogueComparison, hybridScore, neutralLossScore } from '../../../../src/core/search/analogues/analogue-comparison';
import { ANALOGUE_SCORE_IDS, type AnalogueScoreId } from '../../../../src/core/search/analogues/descriptors';
import { HybridIndex } from '../../../../src/core/search/analogues/index/hybrid-index';
import { type NominalSpectrum, type PeakArrays, prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';

interface Entry {
  readonly key: number;
  readonly mass: number | undefined;
  readonly peaks: PeakArrays;
}

/** Every record compared with the query, sorted: what the index must answer. */
function bruteForce(
  entries: readonly Entry[],
  query: PeakArrays,
  mass: number,
  score: AnalogueScoreId,
  top: number,
  accepts = (_: number) => true,
) {
  const comparison = new AnalogueComparison(prepareNominal(query));
  const compare = ({ mz, intensity }: NominalSpectrum, delta: number) =>
    score === 'ei-hybrid'
      ? comparison.hybrid(mz, intensity, 0, mz.length, delta)
      : comparison.neutralLoss(mz, intensity, 0, mz.length, delta);
  return entries
    .filter((entry) => accepts(entry.key) && (entry.mass !== undefined || score === 'ei-hybrid'))
    .map((entry) => {
      const delta = entry.mass === undefined ? 0 : mass - entry.mass;
      const { forward, reverse } = compare(prepareNominal(entry.peaks), delta);
      return { key: entry.key, score: forward, reverse, deltaMass: entry.mass === undefined ? undefined : delta };
    })
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || a.key - b.key)
    .slice(0, top);
}

function indexOf(entries: readonly Entry[], blockSize?: number): HybridIndex {
  const index = new HybridIndex(blockSize);
  for (const { key, peaks, mass } of entries) index.add(key, peaks, mass);
  return index;
}

const answer = (
  index: HybridIndex,
  query: PeakArrays,
  molecularMass: number,
  score: AnalogueScoreId,
  top: number,
  accepts?: (key: number) => boolean,
) =>
  index
    .search(query, { molecularMass, score, top, ...(accepts === undefined ? {} : { accepts }) })
    .hits.map(({ recordKey, score: forward, reverse, deltaMass }) => ({ key: recordKey, score: forward, reverse, deltaMass }));

// Few m/z and few intensities: equal scores, weak peaks, shifted starts and shifts out of the range are common.
const peak = fc.tuple(
  fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 40, max: 70 }), fc.constantFrom(100, 500)),
  fc.oneof(fc.constantFrom(1, 2, 3, 999), fc.integer({ min: 1, max: 999 })),
);
const spectrum: fc.Arbitrary<PeakArrays> = fc
  .uniqueArray(peak, { minLength: 0, maxLength: 18, selector: ([mz]) => mz })
  .map((peaks) => ({ mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, intensity]) => intensity) }));
const massOf = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constant(undefined), fc.constantFrom(70, 84, 65_535));
const library = fc.array(fc.tuple(spectrum, massOf), { maxLength: 40 }).chain((drawn) =>
  fc
    .shuffledSubarray(
      Array.from({ length: drawn.length }, (_, i) => 3 * i - 7),
      { minLength: drawn.length },
    )
    .map((keys) => drawn.map(([peaks, mass], i): Entry => ({ key: keys[i]!, mass, peaks }))),
);
const queryMass = fc.integer({ min: 1, max: 100 });

describe('HybridIndex', () => {
  it.each(ANALOGUE_SCORE_IDS)('answers %s as comparing with every record does, ties by record key', (score) => {
    fc.assert(
      fc.property(
        library,
        spectrum,
        queryMass,
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 60 }),
        (entries, query, mass, top, size) => {
          expect(answer(indexOf(entries, size), query, mass, score, top)).toEqual(bruteForce(entries, query, mass, score, top));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(ANALOGUE_SCORE_IDS)('answers %s exactly over families of like spectra, whatever the blocks', (score) => {
    const random = mulberry32(20_261_122);
    const families = Array.from({ length: 40 }, () => {
      const peaks = randomSpectrum(random, 12 + Math.floor(random() * 12));
      return { peaks, mass: 150 + Math.floor(random() * 250) };
    });
    const entries = Array.from({ length: 9000 }, (_, key): Entry => {
      const { peaks, mass } = families[key % 40]!;
      return { key, mass: key % 97 === 0 ? undefined : mass, peaks: jittered(peaks, random) };
    });
    const layouts = [indexOf(entries), indexOf(entries, 5000)];
    expect(layouts.map((index) => index.toState().blocks.length)).toEqual([1, 2]);
    for (const family of [3, 11, 29]) {
      for (const change of [0, 14, -27]) {
        const query = jittered(families[family]!.peaks, random);
        const mass = families[family]!.mass + change;
        const expected = bruteForce(entries, query, mass, score, 25);
        for (const index of layouts) expect(answer(index, query, mass, score, 25)).toEqual(expected);
      }
    }
  });

  it('obeys the filter, counts what took part, takes more spectra later, and is the same over its own state', () => {
    fc.assert(
      fc.property(library, library, spectrum, queryMass, (first, second, query, mass) => {
        const accepts = (key: number) => key % 2 === 0;
        const index = indexOf(first);
        index.search(query, { molecularMass: mass });
        const later = second.map((entry) => ({ ...entry, key: entry.key + 1000 }));
        for (const { key, peaks, mass: own } of later) index.add(key, peaks, own);
        const every = [...first, ...later];
        expect(index.size).toBe(every.length);
        const moved = HybridIndex.from(structuredClone(index.toState()));
        expect(answer(moved, query, mass, 'ei-hybrid', 6, accepts)).toEqual(bruteForce(every, query, mass, 'ei-hybrid', 6, accepts));
        expect(moved.search(query, { molecularMass: mass, accepts }).searched).toBe(every.filter(({ key }) => accepts(key)).length);
      }),
    );
  });

  it('finds a homologue by its moved peaks, where the direct comparison sees half of it', () => {
    const parent = prepareNominal({ mz: [91, 105, 146, 189, 245], intensity: [200, 300, 800, 500, 999] });
    const analogue = prepareNominal({ mz: [91, 105, 160, 203, 259], intensity: [200, 300, 800, 500, 999] });
    expect(hybridScore(analogue, parent, 14).forward).toBeCloseTo(999.5, 6);
    expect(hybridScore(analogue, parent, 0).forward).toBeLessThan(100);
    expect(neutralLossScore(analogue, parent, 14).forward).toBeGreaterThan(600);
  });

  it.each(ANALOGUE_SCORE_IDS)('answers %s exactly where peaks move past the last m/z that is compared', (score) => {
    const entries = [{ key: -7, mass: 16, peaks: { mz: [65_535, 8], intensity: [999, 1] } }];
    const query = { mz: [62, 63, 65_535], intensity: [1, 2, 3] };
    for (const mass of [1, 16, 70]) {
      expect(answer(indexOf(entries), query, mass, score, 1)).toEqual(bruteForce(entries, query, mass, score, 1));
    }
  });

  it('takes no memory of its own for an index over the same blocks: a process has room for few', () => {
    const query = { mz: [41, 55], intensity: [999, 500] };
    const state = indexOf([{ key: 1, mass: 80, peaks: query }]).toState();
    const searched = () => HybridIndex.from(state).search(query, { molecularMass: 80 }).hits;
    const { Memory } = WebAssembly;
    let made = 0;
    WebAssembly.Memory = class extends Memory {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        super(descriptor);
        made++;
      }
    };
    try {
      for (let i = 0; i < 5; i++) expect(searched()).toHaveLength(1);
    } finally {
      WebAssembly.Memory = Memory;
    }
    // That of the thread, where this is the first search of all.
    expect(made).toBeLessThanOrEqual(1);
  });

  it('refuses keys and masses that are not whole numbers', () => {
    const index = new HybridIndex();
    expect(() => index.add(0.5, { mz: [41], intensity: [1] }, 100)).toThrow(RangeError);
    expect(() => index.add(1, { mz: [41], intensity: [1] }, 100.5)).toThrow(RangeError);
    expect(() => index.search({ mz: [41], intensity: [1] }, { molecularMass: 0 })).toThrow(RangeError);
  });
});

function randomSpectrum(random: () => number, count: number): PeakArrays {
  const mz = Array.from({ length: count }, () => 40 + Math.floor(random() * 300));
  return { mz, intensity: mz.map(() => 1 + Math.floor(999 * random() ** 3)) };
}

function jittered(peaks: PeakArrays, random: () => number): PeakArrays {
  return { mz: peaks.mz, intensity: Array.from(peaks.intensity, (value) => value * Math.exp(random() - 0.5)) };
}
