import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateGate } from '../../../src/core/identification/gate';
import type { GateInput } from '../../../src/core/identification/gate-input';
import { assertionStrength, isIdentified } from '../../../src/core/identification/level';
import type { TechniqueResult } from '../../../src/core/identification/technique-result';
import { exhibit, holding, lotOf, result, tables } from './evidence';
import { reviewed } from './vector';

const SUBSTANCE = 'psilocin';

/** Any single result about one substance: sound or spoilt, for or against. */
const anyResult = (id: string): fc.Arbitrary<TechniqueResult> =>
  fc
    .record({
      technique: fc.constantFrom(...tables.techniques.map((row) => row.id)),
      outcome: fc.constantFrom('positive', 'positive', 'positive', 'negative', 'inconclusive'),
      aliquotId: fc.constantFrom('a1', 'a2'),
      expiresOn: fc.constantFrom('2027-01-01', '2027-01-01', '2026-01-01'),
      accepted: fc.constantFrom<boolean | 'not judged'>(true, true, false, 'not judged'),
      basis: fc.constantFrom(undefined, undefined, undefined, 'library', 'orientation'),
      data: fc.constantFrom(['file'], ['file'], []),
      solvent: fc.constantFrom('methanol', 'acetonitrile'),
      share: fc.constantFrom('sole', 'minor'),
    } as const)
    .map(({ technique, outcome, aliquotId, expiresOn, accepted, basis, data, solvent, share }): TechniqueResult => {
      const sound = result(id, technique, SUBSTANCE);
      return {
        ...sound,
        outcome,
        aliquotId,
        ...(sound.referenceLot === undefined ? {} : { referenceLot: lotOf(SUBSTANCE, { expiresOn }) }),
        ...(sound.batch === undefined ? {} : { batch: { id: 'b1', accepted, reasons: [] } }),
        comparison: holding(technique, basis),
        reviewableData: data,
        componentShare: share,
        method: { versionId: 'm', validated: true, solvent },
      };
    });

const anyResults = fc
  .integer({ min: 0, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyResult(`r${index}`))))
  .map((list): readonly TechniqueResult[] => list);

const strength = (input: GateInput) => assertionStrength(evaluateGate(input).components[0]!.level);
const options = { numRuns: 400 };

describe('properties of the gate', () => {
  it('are tried on input of every strength', () => {
    const reached = fc.sample(anyResults, { numRuns: 1500, seed: 1 }).map((results) => strength(exhibit(SUBSTANCE, results)));
    expect([...new Set(reached)].sort()).toEqual([0, 1, 2, 3]);
  });

  it('never rises by a negative or inconclusive result', () => {
    const added = fc.tuple(anyResult('zz'), fc.constantFrom('negative' as const, 'inconclusive' as const));
    fc.assert(
      fc.property(anyResults, added, (results, [extra, outcome]) => {
        const before = strength(exhibit(SUBSTANCE, results));
        expect(strength(exhibit(SUBSTANCE, [...results, { ...extra, outcome }]))).toBeLessThanOrEqual(before);
      }),
      options,
    );
  });

  /** The exception is the point: a negative stands against the others, so taking it away may raise the level. */
  it('never rises when a positive or inconclusive result is taken away', () => {
    fc.assert(
      fc.property(anyResults, fc.nat(), (results, pick) => {
        const removable = results.filter(({ outcome }) => outcome !== 'negative');
        fc.pre(removable.length > 0);
        const gone = removable[pick % removable.length]!;
        const before = strength(exhibit(SUBSTANCE, results));
        expect(
          strength(
            exhibit(
              SUBSTANCE,
              results.filter((one) => one !== gone),
            ),
          ),
        ).toBeLessThanOrEqual(before);
      }),
      options,
    );
  });

  it('does not depend on the order of results', () => {
    const shuffled = anyResults.chain((results) =>
      fc.tuple(fc.constant(results), fc.shuffledSubarray([...results], { minLength: results.length })),
    );
    fc.assert(
      fc.property(shuffled, ([results, other]) => {
        expect(evaluateGate(exhibit(SUBSTANCE, other))).toEqual(evaluateGate(exhibit(SUBSTANCE, results)));
      }),
      options,
    );
  });

  it('says nothing on orientation alone', () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        const orientation = results.map((one) => ({ ...one, comparison: holding(one.techniqueId, 'orientation') }));
        expect(strength(exhibit(SUBSTANCE, orientation))).toBe(0);
      }),
      options,
    );
  });

  it('identifies nothing without a review, and nothing without reference material', () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        expect(isIdentified(evaluateGate(exhibit(SUBSTANCE, results)).components[0]!.level)).toBe(false);
        const libraryOnly = results.filter(
          ({ techniqueId }) => tables.techniques.find(({ id }) => id === techniqueId)?.comparedWith === 'reference material',
        );
        const input = exhibit(
          SUBSTANCE,
          libraryOnly.map((one) => ({ ...one, comparison: holding(one.techniqueId, 'library') })),
        );
        expect(isIdentified(evaluateGate(reviewed(input)).components[0]!.level)).toBe(false);
      }),
      options,
    );
  });

  it('names a way out of every block', () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        const { blocks } = evaluateGate(exhibit(SUBSTANCE, results)).components[0]!;
        expect(blocks.every(({ wayOut }) => wayOut.length > 0)).toBe(true);
      }),
      options,
    );
  });
});
