import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MassEntry } from '../../../../src/core/search/hygiene/library-entry';
import { LibraryExamination } from '../../../../src/core/search/hygiene/library-examination';

const SPECTRUM_A = [
  [58, 999],
  [77, 80],
  [91, 120],
  [115, 40],
  [134, 60],
  [149, 30],
] as const;
const SPECTRUM_B = SPECTRUM_A.map(([mz, intensity]) => [mz + 14, intensity] as const);
const METHAMPHETAMINE = 'MYWUZJCMWCOHBA-VIFPVBQESA-N';
const LEVO = 'MYWUZJCMWCOHBA-SECBINFHSA-N';
const PHENTERMINE = 'DHHVAGZRUROJKS-UHFFFAOYSA-N';

function entry(key: number, peaks: readonly (readonly [number, number])[], inchikey: string | undefined, formula = 'C10H15N'): MassEntry {
  return {
    kind: 'mass',
    key,
    identity: { name: inchikey ?? `entry ${key}`, synonyms: [], formula, ...(inchikey === undefined ? {} : { inchikey }) },
    acquisition: { ionisation: 'EI', msLevel: 1 },
    mz: peaks.map(([mz]) => mz),
    intensity: peaks.map(([, intensity]) => intensity),
    profile: false,
  };
}

const crossOf = (entries: readonly MassEntry[]) => {
  const examination = new LibraryExamination();
  for (const one of entries) examination.add(one);
  return examination.crossFindings().map(({ finding, keys }) => [finding.code, keys]);
};

describe('LibraryExamination', () => {
  it('tells copies, stereoisomers and other compounds with the same spectrum apart, whatever the scale of intensities', () => {
    const doubled = SPECTRUM_A.map(([mz, intensity]) => [mz, 2 * intensity] as const);
    expect(crossOf([entry(1, SPECTRUM_A, METHAMPHETAMINE), entry(2, doubled, METHAMPHETAMINE)])).toEqual([['duplicate-spectrum', [1, 2]]]);
    expect(crossOf([entry(1, SPECTRUM_A, METHAMPHETAMINE), entry(2, SPECTRUM_A, LEVO)])).toEqual([['spectrum-of-stereoisomers', [1, 2]]]);
    expect(crossOf([entry(1, SPECTRUM_A, METHAMPHETAMINE), entry(2, SPECTRUM_A, PHENTERMINE)])).toEqual([
      ['spectrum-of-two-structures', [1, 2]],
    ]);
    expect(crossOf([entry(1, SPECTRUM_A.slice(0, 2), METHAMPHETAMINE), entry(2, SPECTRUM_A.slice(0, 2), PHENTERMINE)])).toEqual([
      ['few-peaks-of-two-structures', [1, 2]],
    ]);
    expect(crossOf([entry(1, SPECTRUM_A, METHAMPHETAMINE), entry(2, SPECTRUM_B, METHAMPHETAMINE)])).toEqual([]);
    expect(crossOf([entry(1, [], METHAMPHETAMINE), entry(2, [], PHENTERMINE)])).toEqual([]);
  });

  it('finds one InChIKey with two formulas', () => {
    expect(crossOf([entry(1, SPECTRUM_A, PHENTERMINE), entry(2, SPECTRUM_B, PHENTERMINE, 'C11H17N')])).toEqual([
      ['identifier-of-two-formulas', [1, 2]],
    ]);
  });

  it('grows past its first table, holds few bytes an entry, and does not depend on the order', () => {
    const random = fc.sample(
      fc.shuffledSubarray(
        Array.from({ length: 3000 }, (_, i) => i),
        { minLength: 3000 },
      ),
      { numRuns: 1, seed: 7 },
    )[0]!;
    const entries = Array.from({ length: 3000 }, (_, i) =>
      entry(
        i,
        [
          [40 + (i % 1500), 999],
          [2000, 1 + (i % 1500)],
        ],
        METHAMPHETAMINE,
      ),
    );
    const found = crossOf(entries);
    expect(found).toHaveLength(1500);
    expect(crossOf(random.map((i) => entries[i]!))).toEqual(found);
    const examination = new LibraryExamination({ structures: false });
    for (const one of entries) examination.add(one);
    expect(examination.size).toBe(3000);
    expect(examination.bytes / examination.size).toBeLessThan(100);
  });
});
