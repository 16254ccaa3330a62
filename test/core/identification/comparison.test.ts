import { describe, expect, it } from 'vitest';
import { compareBlank } from '../../../src/core/identification/comparison/blank';
import { compareColour } from '../../../src/core/identification/comparison/colour';
import { comparisonHolds, type Finding, joinFindings } from '../../../src/core/identification/comparison/comparison';
import { abundanceAt, pickDiagnosticIons } from '../../../src/core/identification/comparison/diagnostic-ions';
import { compareFeatures } from '../../../src/core/identification/comparison/features';
import { compareIons } from '../../../src/core/identification/comparison/ions';
import { compareMatch } from '../../../src/core/identification/comparison/match';
import { compareRetention } from '../../../src/core/identification/comparison/retention';
import { ions, match } from './evidence';

const codes = (findings: readonly Finding[]) => findings.map(({ code, met }) => `${code} ${met}`);
const at = (value: number, sequenceId = 's1') => ({ value, sequenceId });

describe('what no tolerance lets through', () => {
  it('an ion that is absent from the sample', () => {
    const found = compareIons({
      baseMz: 245,
      relativeTolerancePercent: 100,
      ions: [
        { mz: 146, sample: 60, reference: 62 },
        { mz: 189, sample: 0, reference: 41 },
        { mz: 245, sample: 100, reference: 100 },
      ],
    });
    expect(codes(found)).toEqual(['ions-enough true', 'ion-ratio-within true', 'ion-ratio-outside false']);
  });
  it('a retention typed by a person goes through, and says so', () => {
    const found = compareRetention({
      sample: { ...at(10), from: 'person' },
      reference: { ...at(10), from: 'file' },
      unit: 'min',
      tolerance: { absolute: 0.1 },
    });
    expect(codes(found)).toEqual(['retention-within true', 'retention-sample-typed true']);
    expect(found[0]?.params).toMatchObject({ sampleFrom: 'person', referenceFrom: 'file' });
  });
});

describe('retention', () => {
  const compare = (sample: number, tolerance: { absolute?: number; relativePercent?: number }, sequence = 's1') =>
    compareRetention({ sample: at(sample, sequence), reference: at(10), unit: 'min', tolerance });
  it('holds up to the tolerance and not beyond', () => {
    expect(codes(compare(10.1, { relativePercent: 1 }))).toEqual(['retention-within true']);
    expect(codes(compare(10.11, { relativePercent: 1 }))).toEqual(['retention-outside false']);
    expect(compare(10.02, { absolute: 0.05 })[0]?.params).toMatchObject({ difference: 0.02, window: 0.05, unit: 'min' });
  });
  it('takes the narrower of two tolerances', () =>
    expect(codes(compare(10.06, { absolute: 0.05, relativePercent: 1 }))).toEqual(['retention-outside false']));
  it('needs a tolerance, a number, and the same sequence', () => {
    expect(codes(compare(10, {}))).toEqual(['retention-no-tolerance false']);
    expect(codes(compare(Number.NaN, { absolute: 1 }))).toEqual(['retention-not-measured false']);
    expect(codes(compare(10, { absolute: 1 }, 's2'))).toEqual(['retention-within true', 'retention-other-sequence false']);
  });
});

describe('diagnostic ions', () => {
  it('compares ratios to the base ion, relative to the reference', () => {
    expect(codes(ions())).toEqual(['ions-enough true', 'ion-ratio-within true', 'ion-ratio-within true']);
    expect(codes(ions(20))).toContain('ion-ratio-outside false');
  });
  it('needs three of them, whatever the method says', () => {
    const two = [
      { mz: 245, sample: 100, reference: 100 },
      { mz: 146, sample: 60, reference: 60 },
    ];
    expect(codes(compareIons({ ions: two, baseMz: 245, relativeTolerancePercent: 20, minimumIons: 1 }))).toContain('ions-too-few false');
    const repeated = [...two, { mz: 146, sample: 60, reference: 60 }];
    expect(codes(compareIons({ ions: repeated, baseMz: 245, relativeTolerancePercent: 20 }))).toContain('ions-too-few false');
  });
  it('needs the base ion in the sample', () => {
    const data = { ions: [{ mz: 245, sample: 0, reference: 100 }], baseMz: 245, relativeTolerancePercent: 20 };
    expect(codes(compareIons(data))).toContain('ions-base-absent false');
  });
  it('are picked by m/z·√I and read at nominal mass', () => {
    const spectrum = { mz: [42, 105, 146, 189, 245], intensity: [80, 30, 60, 40, 100] };
    expect(pickDiagnosticIons(spectrum, { count: 3 })).toEqual([146, 189, 245]);
    expect(abundanceAt({ mz: [244.4, 245.1, 245.4], intensity: [9, 5, 7] }, 245)).toBe(12);
  });
});

describe('blank', () => {
  const compare = (seen: number, position: number) =>
    compareBlank({
      ions: [{ mz: 245, blank: seen, sample: 200 }],
      limitPercent: 1,
      blank: { sequenceId: 's1', position },
      sample: { sequenceId: 's1', position: 5 },
    });
  it('is the injection just before, and clean', () => {
    expect(codes(compare(2, 4))).toEqual(['blank-precedes true', 'blank-clean true']);
    expect(codes(compare(2.1, 4))).toEqual(['blank-precedes true', 'blank-not-clean false']);
    expect(codes(compare(0, 2))).toEqual(['blank-not-preceding false', 'blank-clean true']);
  });
});

describe('match, colour, features', () => {
  it('match: at the threshold, in the same batch', () => {
    expect(codes(match(80))).toEqual(['match-above true']);
    expect(codes(match(79.9))).toEqual(['match-below false']);
    expect(codes(compareMatch({ score: 's', value: 90, threshold: 80, sampleBatchId: 'b1', referenceBatchId: 'b2' }))).toContain(
      'match-other-batch false',
    );
  });
  it('colour: the whole sequence, in order', () => {
    const steps = [['blue'], ['pink'], ['blue']];
    expect(codes(compareColour({ reagent: 'scott', steps, observed: ['blue', 'pink', 'blue'] }))).toEqual(['colour-as-expected true']);
    expect(codes(compareColour({ reagent: 'scott', steps, observed: ['blue', 'pink'] }))).toEqual(['colour-differs false']);
    expect(codes(compareColour({ reagent: 'sulfuric', steps: [['none']], observed: ['none'] }))).toEqual([
      'colour-no-reaction-expected false',
    ]);
  });
  it('features: every one asked for, and at least one', () => {
    expect(codes(compareFeatures(['cystolith hairs', 'glandular hairs'], ['glandular hairs']))).toEqual([
      'feature-not-seen false',
      'feature-seen true',
    ]);
    expect(codes(compareFeatures([], ['anything']))).toEqual(['features-not-defined false']);
  });
});

describe('a comparison', () => {
  it('holds only when every required kind was carried out and every finding holds', () => {
    const whole = joinFindings('reference material', [ions(), match()]);
    expect(comparisonHolds(whole, ['ions', 'match'])).toBe(true);
    expect(comparisonHolds(whole, ['ions', 'match', 'blank'])).toBe(false);
    expect(comparisonHolds(joinFindings('reference material', [ions(), match(10)]), ['ions', 'match'])).toBe(false);
    expect(comparisonHolds(joinFindings('reference material', []), [])).toBe(false);
  });
});
