import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapOf } from '../../../../src/core/search/traces/coverages';
import type { TraceScoreId } from '../../../../src/core/search/traces/descriptors';
import { mergeTraceResults } from '../../../../src/core/search/traces/merge-results';
import { defaultTraceMethod, gridPlaces, type TraceMethod } from '../../../../src/core/search/traces/method';
import { correlation, derivativeCorrelation, traceCosine } from '../../../../src/core/search/traces/pair-scores';
import { comparePeakTables, peakTable } from '../../../../src/core/search/traces/peak-table';
import type { PreparedTrace } from '../../../../src/core/search/traces/prepare-trace';
import { segmentsOf } from '../../../../src/core/search/traces/segments';
import { TraceIndex } from '../../../../src/core/search/traces/trace-index';

const method: TraceMethod = {
  ...defaultTraceMethod('infrared')!,
  grid: { from: 0, to: 58, spacing: 1 },
  masks: [],
  leastPoints: 8,
  leastShare: 0.6,
};
const POINTS = gridPlaces(method.grid).length;

function prepared(values: Float64Array): PreparedTrace {
  return { technique: 'infrared', values, segments: segmentsOf(values), cautions: [] };
}

/** Values as an index keeps them: rounded to 32 bits after centring, so that brute force works on the very same numbers. */
function asKept(values: Float64Array): Float64Array {
  const index = new TraceIndex(method);
  index.add(1, prepared(values));
  return index.values(1)!;
}

/** Few levels and few coverages: many ties, level rows, rows with too little in common. */
const row = fc
  .record({
    steps: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: POINTS, maxLength: POINTS }),
    from: fc.constantFrom(0, 0, 0, 7, 30),
    to: fc.constantFrom(POINTS, POINTS, POINTS - 11),
    gap: fc.constantFrom(-1, -1, 25),
    offset: fc.constantFrom(0, 5),
  })
  .map(({ steps, from, to, gap, offset }) =>
    Float64Array.from(steps, (value, i) => (i < from || i >= to || (gap >= 0 && i >= gap && i < gap + 4) ? Number.NaN : value + offset)),
  );

const PAIRS: Readonly<Record<Exclude<TraceScoreId, 'trace-peaks' | 'trace-peaks-reverse'>, typeof correlation>> = {
  'trace-correlation': correlation,
  'trace-derivative': derivativeCorrelation,
  'trace-euclidean': traceCosine,
  'trace-angle': traceCosine,
};

describe('the index of traces', () => {
  it.each(Object.entries(PAIRS))('gives for %s what comparing one by one gives', (score, pair) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), row, fc.integer({ min: 1, max: 12 }), (library, query, top) => {
        const q = prepared(query);
        fc.pre(q.segments.length > 0);
        const index = new TraceIndex(method);
        library.forEach((values, key) => {
          if (segmentsOf(values).length > 0) index.add(key, prepared(values));
        });
        const result = index.search(q, { score: score as TraceScoreId, top, named: 1000 });
        const expected = library.flatMap((values, key) => {
          const { share, points } = overlapOf(q.segments, segmentsOf(values));
          if (share < method.leastShare || points < method.leastPoints) return [];
          const likeness = pair(query, values);
          // What is level has a cosine, but no shape to compare.
          return Number.isFinite(likeness + correlation(query, values)) ? [{ key, likeness }] : [];
        });
        const comparable = new Set(expected.map(({ key }) => key));
        for (const { recordKey } of result.notComparable.named) expect(comparable.has(recordKey)).toBe(false);
        expect(result.notComparable.count + comparable.size).toBe(result.searched);
        const all = index.search(q, { score: score as TraceScoreId, top: library.length });
        expect(all.hits.length).toBe(expected.length);
        for (const hit of all.hits) expect(hit.likeness).toBeCloseTo(expected.find(({ key }) => key === hit.recordKey)!.likeness, 5);
        // The list that the bound shortened is the head of the whole one, whose order is by likeness, then key.
        const order = all.hits.toSorted((a, b) => b.likeness - a.likeness || a.recordKey - b.recordKey);
        expect(all.hits).toEqual(order);
        expect(result.hits).toEqual(order.slice(0, top));
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it.each(['trace-peaks', 'trace-peaks-reverse'] as const)('gives for %s what comparing one by one gives', (score) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), row, (library, query) => {
        const q = prepared(query);
        const index = new TraceIndex(method);
        library.forEach((values, key) => {
          index.add(key, prepared(values));
        });
        const expected = library.flatMap((values, key) => {
          const overlap = overlapOf(q.segments, segmentsOf(values));
          if (overlap.share < method.leastShare || overlap.points < method.leastPoints) return [];
          const agreement = comparePeakTables(peakTable(query), peakTable(asKept(values)), overlap.common);
          const likeness = score === 'trace-peaks' ? agreement.forward : agreement.reverse;
          return likeness > 0 ? [{ recordKey: key, likeness }] : [];
        });
        const order = expected.sort((a, b) => b.likeness - a.likeness || a.recordKey - b.recordKey).slice(0, 5);
        const hits = index.search(q, { score, top: 5 }).hits;
        expect(hits.map(({ recordKey, likeness }) => ({ recordKey, likeness }))).toEqual(order);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it("gives the same in parts, in another thread's copy, and after adding and removing", () => {
    const random = fc.sample(row, { numRuns: 300, seed: 11 });
    const index = new TraceIndex(method);
    random.slice(0, 200).forEach((values, key) => {
      index.add(key, prepared(values));
    });
    const query = prepared(random[7]!);
    index.search(query);
    random.slice(200).forEach((values, i) => {
      index.add(200 + i, prepared(values));
    });
    expect(index.remove((key) => key % 10 === 3)).toBe(30);
    expect(index.size).toBe(270);
    expect(index.values(3)).toBeUndefined();
    const kept = new TraceIndex(method);
    random.forEach((values, key) => {
      if (key % 10 !== 3) kept.add(key, prepared(values));
    });
    for (const score of ['trace-correlation', 'trace-derivative', 'trace-angle'] as const) {
      const whole = index.search(query, { score, top: 30, named: 30 });
      expect(whole.hits).toEqual(kept.search(query, { score, top: 30 }).hits);
      const copy = TraceIndex.from(structuredClone(index.toShared()));
      expect(copy.search(query, { score, top: 30, named: 30 }).hits).toEqual(whole.hits);
      for (const count of [2, 3, 7]) {
        const parts = Array.from({ length: count }, (_, i) =>
          copy.search(query, { score, top: 30, named: 30, part: { index: i, of: count } }),
        );
        const merged = mergeTraceResults(parts, 30, 30);
        expect({ ...merged, scored: 0 }).toEqual({ ...whole, scored: 0 });
      }
    }
    const even = index.search(query, { top: 300, accepts: (key) => key % 2 === 0 });
    expect(even.hits.every(({ recordKey }) => recordKey % 2 === 0)).toBe(true);
    expect(even.searched).toBe(150);
  });

  it('refuses what is of another grid or another technique', () => {
    const index = new TraceIndex(method);
    const values = Float64Array.from({ length: POINTS }, (_, i) => i % 5);
    const raman: PreparedTrace = { ...prepared(values), technique: 'raman' };
    expect(() => index.add(1, raman)).toThrow(/raman among those of infrared/);
    expect(() => index.search(raman)).toThrow(RangeError);
    expect(() => index.add(1, prepared(values.slice(1)))).toThrow(/do not fit/);
    expect(() => index.add(0.5, prepared(values))).toThrow(/whole number/);
    const mixed = new TraceIndex({ ...method, mixTechniques: true });
    mixed.add(1, raman);
    expect(mixed.search(prepared(values)).hits[0]).toMatchObject({ recordKey: 1, technique: 'raman', likeness: 1 });
  });

  it('gives an empty list for an empty library', () => {
    const query = prepared(Float64Array.from({ length: POINTS }, (_, i) => i % 5));
    expect(new TraceIndex(method).search(query)).toEqual({ hits: [], searched: 0, scored: 0, notComparable: { count: 0, named: [] } });
  });
});
