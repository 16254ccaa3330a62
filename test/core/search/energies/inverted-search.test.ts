import { describe, expect, it } from 'vitest';
import type { EnergyLibraryEntry, EnergySpectrum } from '../../../../src/core/search/energies/energy-spectra';
import type { EnergyCandidate, InvertedSearchResult } from '../../../../src/core/search/energies/inverted-result';
import { invertedSearch } from '../../../../src/core/search/energies/inverted-search';

type Peaks = readonly (readonly [mz: number, height: number])[];

function spectrum(energy: number, peaks: Peaks): EnergySpectrum {
  return { energy, peaks: { mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, height]) => height) } };
}

function entry(key: string, precursorMz: number, low: Peaks, high: Peaks): EnergyLibraryEntry {
  return { key, precursorMz, spectra: [spectrum(30, low), spectrum(90, high)] };
}

/** Invented: two isomers with one protonated molecule and different fragments, and a third substance. */
const LEFT = entry(
  'left',
  301.2,
  [
    [301.2, 100],
    [180.1, 3],
  ],
  [
    [180.1, 100],
    [105.07, 60],
    [301.2, 5],
  ],
);
const RIGHT = entry(
  'right',
  301.2,
  [
    [301.2, 100],
    [166.1, 3],
  ],
  [
    [166.1, 80],
    [91.05, 100],
    [301.2, 4],
  ],
);
const SMALL = entry(
  'small',
  150.13,
  [
    [150.13, 100],
    [119.09, 70],
    [91.05, 60],
  ],
  [
    [91.05, 100],
    [65.04, 8],
  ],
);
const LIBRARY = [LEFT, RIGHT, SMALL];

function mixed(parts: readonly (readonly [EnergyLibraryEntry, number])[], shift = 0): EnergySpectrum[] {
  return [0, 1].map((e) => {
    const sum = new Map<number, number>();
    for (const [{ spectra }, amount] of parts) {
      const { mz, intensity } = spectra[e]!.peaks;
      for (let i = 0; i < mz.length; i++) sum.set(mz[i]! + shift, (sum.get(mz[i]! + shift) ?? 0) + amount * intensity[i]!);
    }
    return spectrum(parts[0]![0].spectra[e]!.energy, [...sum]);
  });
}

function searched(query: readonly EnergySpectrum[], library: readonly EnergyLibraryEntry[] = LIBRARY): InvertedSearchResult {
  const outcome = invertedSearch(query, library);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome;
}

const verdicts = ({ candidates }: InvertedSearchResult): Record<string, EnergyCandidate['verdict']> =>
  Object.fromEntries(candidates.map(({ key, verdict }) => [key, verdict]));

describe('inverted search over the energies', () => {
  it('finds the one of two isomers that is there', () => {
    expect(
      verdicts(
        searched(
          mixed([
            [LEFT, 1],
            [SMALL, 0.5],
          ]),
        ),
      ),
    ).toEqual({ left: 'present', small: 'present', right: 'not-supported' });
    expect(verdicts(searched(mixed([[RIGHT, 1]])))).toEqual({ right: 'present', left: 'not-supported' });
  });

  it('finds all three, within the tolerance of m/z, and explains everything', () => {
    const result = searched(
      mixed(
        [
          [LEFT, 1],
          [RIGHT, 0.7],
          [SMALL, 0.2],
        ],
        0.003,
      ),
    );
    expect(verdicts(result)).toEqual({ left: 'present', right: 'present', small: 'present' });
    expect(result.unexplained).toEqual([]);
    for (const { share } of result.explainedShares) expect(share).toBeGreaterThan(0.98);
    expect(searched(mixed([[LEFT, 1]], 0.006)).candidates).toEqual([]);
  });

  it('gives the published scores', () => {
    const [left] = searched(
      [
        spectrum(30, [
          [301.2, 50],
          [77.04, 10],
        ]),
        spectrum(90, [
          [180.1, 40],
          [301.2, 10],
          [77.04, 50],
        ]),
      ],
      [LEFT],
    ).candidates;
    const [low, high] = left!.evidence;
    expect(low).toMatchObject({ energy: 30, matched: 1, peaks: 2, protonated: true, massBias: 0 });
    expect(low!.explained).toBeCloseTo(100 / 103, 12);
    expect(low!.reverse).toBeCloseTo(100 / Math.hypot(100, 3), 12);
    expect(high!.explained).toBeCloseTo(105 / 165, 12);
    expect(high!.reverse).toBeCloseTo((100 * 40 + 5 * 10) / (Math.hypot(100, 60, 5) * Math.hypot(40, 10)), 12);
    expect(left!.index.explained).toBeCloseTo((100 / 103 + 105 / 165) / 2, 12);
  });

  it('names the peaks that nothing explains', () => {
    const query = mixed([[LEFT, 1]]).map(({ energy, peaks }) =>
      spectrum(energy, [...Array.from(peaks.mz, (mz, i) => [mz, peaks.intensity[i]!] as const), [250.2, 20] as const]),
    );
    expect(searched(query).unexplained).toMatchObject([
      { energy: 30, mz: 250.2, relativeIntensity: 0.2, explained: 0 },
      { energy: 90, mz: 250.2, relativeIntensity: 0.2, explained: 0 },
    ]);
  });

  it('calls isomers with the same spectra possible, both', () => {
    const twin = { ...LEFT, key: 'twin' };
    expect(verdicts(searched(mixed([[LEFT, 1]]), [LEFT, twin]))).toEqual({ left: 'possible', twin: 'possible' });
  });

  it('does not call present what shows no protonated molecule at the energies measured', () => {
    const [, high] = mixed([[SMALL, 1]]);
    const { candidates } = searched([high!], [SMALL]);
    expect(candidates).toMatchObject([
      { key: 'small', verdict: 'possible', reasons: ['no-protonated-molecule'], target: { kind: 'base-peak', mz: 91.05 } },
    ]);
  });

  it('does not depend on the order of library, energies and peaks', () => {
    const query = mixed([
      [LEFT, 1],
      [SMALL, 0.5],
    ]);
    const turned = query.toReversed().map(({ energy, peaks }) => ({
      energy,
      peaks: { mz: Array.from(peaks.mz).reverse(), intensity: Array.from(peaks.intensity).reverse() },
    }));
    const keys = (result: InvertedSearchResult) => result.candidates.map(({ key, verdict, share }) => [key, verdict, share.toFixed(9)]);
    expect(keys(searched(turned, LIBRARY.toReversed()))).toEqual(keys(searched(query)));
  });

  it.each([
    ['an empty query', [], LIBRARY, 'query-empty', {}],
    ['spectra without peaks', [spectrum(30, [])], LIBRARY, 'query-empty', {}],
    [
      'peaks that are no numbers',
      [
        spectrum(30, [
          [Number.NaN, 5],
          [100, 0],
        ]),
      ],
      LIBRARY,
      'query-empty',
      {},
    ],
    ['one energy twice', [spectrum(30, [[100, 1]]), spectrum(30, [[100, 1]])], LIBRARY, 'energy-repeated', { energy: 30 }],
    ['an empty library', [spectrum(30, [[100, 1]])], [], 'library-empty', {}],
    ['other energies', [spectrum(20, [[100, 1]])], LIBRARY, 'no-common-energy', { query: '20', library: '30, 90' }],
  ] as const)('refuses %s with a reason', (_, query, library, code, params) => {
    expect(invertedSearch(query, library)).toEqual({ kind: 'refused', code, params });
  });

  it('refuses a tolerance of 0', () => {
    expect(invertedSearch(mixed([[LEFT, 1]]), LIBRARY, { tolerance: 0 })).toMatchObject({
      kind: 'refused',
      code: 'parameter-out-of-range',
    });
  });
});
