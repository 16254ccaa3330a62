import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../bench/seeded-random';
import {
  DEFAULT_CLEANING,
  prepareTandem,
  type TandemCleaning,
  type TandemSpectrum,
} from '../../../../src/core/search/tandem/clean-spectrum';
import { TANDEM_SCORE_IDS, type TandemScoreId } from '../../../../src/core/search/tandem/descriptors';
import { tandemScorer } from '../../../../src/core/search/tandem/score-tandem';
import { BLOCK_SIZE } from '../../../../src/core/search/tandem/tandem-block';
import { joinTandem, TandemIndex, TandemIndexBuilder, type TandemInput } from '../../../../src/core/search/tandem/tandem-index';
import { halfWidth, type MzTolerance } from '../../../../src/core/search/tandem/tolerance';

const UNCLEANED: TandemCleaning = { mergeWithin: null, noise: 0, belowPrecursor: null, mostPeaks: 4096 };

interface Options {
  readonly score: TandemScoreId;
  readonly top: number;
  readonly tolerance: MzTolerance;
  readonly precursor: 'open' | { readonly tolerance: MzTolerance };
  readonly accepts?: (key: number) => boolean;
}

type Prepared = ReadonlyMap<number, TandemSpectrum>;

function preparedOf(library: ReadonlyMap<number, TandemInput>, cleaning: TandemCleaning): Prepared {
  return new Map([...library].map(([key, spectrum]) => [key, prepareTandem(spectrum, spectrum.precursorMz, cleaning)]));
}

/** Every record scored, sorted, cut: what the index must give. */
function bruteForce(query: TandemInput, library: Prepared, cleaning: TandemCleaning, options: Options) {
  const prepared = prepareTandem(query, query.precursorMz, cleaning);
  const scorer = tandemScorer(options.score, prepared, options.tolerance);
  const inWindow = (precursor: number): boolean => {
    if (options.precursor === 'open') return true;
    if (precursor === 0 || prepared.precursorMz === 0) return false;
    return Math.abs(precursor - prepared.precursorMz) <= halfWidth(options.precursor.tolerance, prepared.precursorMz);
  };
  return [...library]
    .filter(([key, reference]) => inWindow(reference.precursorMz) && (options.accepts?.(key) ?? true))
    .map(([key, reference]) => {
      const { score, matchedPeaks } = scorer.score(reference);
      return { key, score, matchedPeaks };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.key - b.key)
    .slice(0, options.top);
}

/** Few m/z and few intensities: many ties, peaks with two partners, peaks above the precursor, unknown precursors, empty spectra. */
function crowded(random: () => number): TandemInput {
  const count = Math.floor(random() * 8);
  const mz = Array.from({ length: count }, () => 50 + Math.floor(random() * 12) * 10 + Math.floor(random() * 4) * 0.01);
  const intensity = Array.from({ length: count }, () => [0, 1, 1, 2, 50, 100][Math.floor(random() * 6)]!);
  const precursorMz = [undefined, 100, 110, 130.02, 150, 180][Math.floor(random() * 6)];
  return { mz, intensity, precursorMz };
}

/** Like measured spectra: many m/z, families of near replicas. */
function measured(family: number, random: () => number): TandemInput {
  const own = mulberry32(family);
  const precursorMz = 150 + Math.floor(own() * 60);
  const count = 3 + Math.floor(own() * 15);
  const mz: number[] = [];
  const intensity: number[] = [];
  for (let i = 0; i < count; i++) {
    const nominal = 40 + Math.floor(own() * (precursorMz - 42));
    const strength = own() ** 3;
    if (random() < 0.1) continue;
    mz.push(nominal + 0.05 + (random() - 0.5) * 0.01);
    intensity.push(1000 * strength * Math.exp(random() - 0.5));
  }
  return { mz, intensity, precursorMz };
}

const TOLERANCES: readonly MzTolerance[] = [
  { value: 0.02, unit: 'Da' },
  { value: 0.005, unit: 'Da' },
  { value: 100, unit: 'ppm' },
  { value: 12, unit: 'Da' },
  { value: 0, unit: 'Da' },
];

describe('TandemIndex', () => {
  it.each(TANDEM_SCORE_IDS)('%s: the same hits as comparing with every record, in 120 crowded libraries', (score) => {
    const random = mulberry32(7);
    let hits = 0;
    for (let round = 0; round < 120; round++) {
      const cleaning = round % 2 === 0 ? UNCLEANED : DEFAULT_CLEANING;
      const library = new Map(Array.from({ length: 1 + Math.floor(random() * 120) }, (_, i) => [(i * 37) % 1009, crowded(random)]));
      const index = new TandemIndex(cleaning);
      for (const [key, spectrum] of library) index.add(key, spectrum);
      const prepared = preparedOf(library, cleaning);
      for (let k = 0; k < 3; k++) {
        const query = crowded(random);
        const options: Options = {
          score,
          top: [1, 3, 20][k]!,
          tolerance: TOLERANCES[round % TOLERANCES.length]!,
          precursor: round % 3 === 0 ? { tolerance: { value: 20, unit: 'Da' } } : 'open',
          ...(round % 4 === 0 ? { accepts: (key: number) => key % 2 === 0 } : {}),
        };
        const expected = bruteForce(query, prepared, cleaning, options);
        expect(index.search(query, options).hits).toEqual(expected);
        hits += expected.length;
      }
    }
    expect(hits).toBeGreaterThan(300);
  });

  it('the same hits over several blocks, joined parts and an open tail, for every score', () => {
    const random = mulberry32(11);
    const library = new Map<number, TandemInput>();
    const builders = [new TandemIndexBuilder(), new TandemIndexBuilder()];
    for (let key = 0; key < 3000; key++) {
      const spectrum = measured(key % 160, random);
      library.set(key, spectrum);
      builders[key % 2]!.add(key, spectrum);
    }
    const index = TandemIndex.from(joinTandem(builders.map((builder) => builder.finish())));
    for (let key = 3000; key < 5500; key++) {
      const spectrum = measured(key % 160, random);
      library.set(key, spectrum);
      index.add(key, spectrum);
    }
    expect(index.size).toBe(5500);
    const prepared = preparedOf(library, DEFAULT_CLEANING);
    for (const score of TANDEM_SCORE_IDS) {
      for (let k = 0; k < 6; k++) {
        const query = measured(k % 2 === 0 ? 3 * k : 1000 + k, random);
        const options: Options = {
          score,
          top: 20,
          tolerance: k % 3 === 2 ? { value: 20, unit: 'ppm' } : { value: 0.02, unit: 'Da' },
          precursor: k === 4 ? { tolerance: { value: 0.01, unit: 'Da' } } : 'open',
        };
        const given = k === 0 ? { mz: query.mz, intensity: query.intensity } : query;
        expect(index.search(given, options).hits).toEqual(bruteForce(given, prepared, DEFAULT_CLEANING, options));
      }
    }
  });

  it('bounds rule most records out', () => {
    const random = mulberry32(13);
    const index = new TandemIndex();
    for (let key = 0; key < 4000; key++) index.add(key, measured(key % 200, random));
    const result = index.search(measured(5, random));
    expect(result.searched).toBe(4000);
    expect(result.hits).toHaveLength(20);
    expect(result.scored).toBeLessThan(400);
  });

  it('seals more spectra than a block holds', () => {
    const builder = new TandemIndexBuilder(UNCLEANED);
    const count = BLOCK_SIZE + 10;
    for (let key = 0; key < count; key++) builder.add(key, { mz: [100 + (key % 97)], intensity: [1], precursorMz: 300 - (key % 89) });
    const state = builder.finish();
    expect(state.blocks.map((block) => block.count)).toEqual([BLOCK_SIZE, 10]);
    const { hits } = TandemIndex.from(state).search({ mz: [110], intensity: [5], precursorMz: 900 }, { top: 3 });
    expect(hits).toEqual([10, 107, 204].map((key) => ({ key, score: 1, matchedPeaks: 1 })));
  });

  it('finds what was added after a search, and goes on from a state', () => {
    const index = new TandemIndex();
    expect(index.search({ mz: [100], intensity: [1] })).toEqual({ hits: [], searched: 0, scored: 0 });
    index.add(4, { mz: [100, 150], intensity: [1, 1], precursorMz: 200 });
    expect(index.search({ mz: [100, 150], intensity: [1, 1] }).hits.map(({ key }) => key)).toEqual([4]);
    index.add(2, { mz: [100, 150], intensity: [1, 1], precursorMz: 210 });
    expect(index.search({ mz: [100, 150], intensity: [1, 1] }).hits.map(({ key }) => key)).toEqual([2, 4]);
    const next = TandemIndex.from(structuredClone(index.toState()));
    next.add(3, { mz: [100, 150], intensity: [1, 1] });
    expect(next.search({ mz: [100, 150], intensity: [1, 1] }).hits.map(({ key }) => key)).toEqual([2, 3, 4]);
    expect(next.bytes).toBeGreaterThan(0);
  });

  it('refuses keys that are no whole numbers, tolerances that are no widths, states of another layout or cleaning', () => {
    const index = new TandemIndex();
    expect(() => index.add(1.5, { mz: [1], intensity: [1] })).toThrow(RangeError);
    expect(() => index.search({ mz: [1], intensity: [1] }, { tolerance: { value: Number.NaN, unit: 'Da' } })).toThrow(RangeError);
    expect(() => index.search({ mz: [1], intensity: [1] }, { tolerance: { value: -1, unit: 'ppm' } })).toThrow(RangeError);
    expect(() => TandemIndex.from({ ...index.toState(), layout: 'other' as 'tandem-index-1' })).toThrow(RangeError);
    expect(() => joinTandem([index.toState(), new TandemIndex(UNCLEANED).toState()])).toThrow(RangeError);
  });

  it('answers bad queries with no hits and no NaN', () => {
    const random = mulberry32(17);
    const index = new TandemIndex();
    for (let key = 0; key < 300; key++) index.add(key, measured(key % 20, random));
    const queries: readonly TandemInput[] = [
      { mz: [], intensity: [] },
      { mz: [100, 120], intensity: [0, 0] },
      { mz: [Number.NaN, Number.POSITIVE_INFINITY, -5], intensity: [1, 1, 1] },
      { mz: [100], intensity: [Number.NaN] },
      { mz: [190], intensity: [1], precursorMz: 150 },
    ];
    for (const query of queries) {
      for (const score of TANDEM_SCORE_IDS) expect(index.search(query, { score }).hits).toEqual([]);
    }
    const one = index.search({ mz: Array.from(measured(3, random).mz).slice(0, 1), intensity: [7] });
    expect(one.hits.length).toBeGreaterThan(0);
    expect(one.hits.every(({ score }) => score > 0 && score <= 1)).toBe(true);
  });
});
