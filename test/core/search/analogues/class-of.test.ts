import { describe, expect, it } from 'vitest';
import { type ClassNeighbour, classOf } from '../../../../src/core/search/analogues/class-of';

const near = (compound: string, score: number, ...classes: readonly string[]): ClassNeighbour => ({
  compound,
  score,
  classes,
  basis: 'structure',
});
const none = { hybrid: [], neutralLoss: [], direct: [] };

describe('classOf', () => {
  it('names the class of near neighbours with a high probability, and that of far ones with a low one', () => {
    const hybrid = [near('a', 930, 'fentanyl'), near('b', 900, 'fentanyl'), near('c', 700, 'opioid')];
    const [first, second] = classOf({ ...none, hybrid, direct: hybrid });
    expect(first).toMatchObject({ drugClass: 'fentanyl', voters: ['a', 'b'] });
    expect(first!.probability).toBeGreaterThan(0.9);
    expect(second!.drugClass).toBe('opioid');
    expect(second!.probability).toBeLessThan(0.1);
    const far = hybrid.map((one) => near(one.compound, one.score - 500, ...one.classes));
    expect(classOf({ ...none, hybrid: far, direct: far })[0]!.probability).toBeLessThan(first!.probability);
  });

  it('counts a compound once, by its best spectrum, whatever the order', () => {
    const once = classOf({ ...none, hybrid: [near('a', 900, 'x'), near('b', 880, 'y')] });
    const often = classOf({ ...none, hybrid: [near('b', 880, 'y'), near('a', 600, 'x'), near('a', 900, 'x'), near('b', 500, 'y')] });
    expect(often).toEqual(once);
  });

  it('is less sure when neighbours have no class, and says nothing when none has', () => {
    const sure = classOf({ ...none, hybrid: [near('a', 900, 'x')] })[0]!;
    const less = classOf({ ...none, hybrid: [near('a', 900, 'x'), near('b', 900)] })[0]!;
    expect(less.share).toBeCloseTo(2 / 3, 12);
    expect(less.probability).toBeLessThan(sure.probability);
    expect(classOf({ ...none, hybrid: [near('b', 900)] })).toEqual([]);
    expect(classOf(none)).toEqual([]);
  });

  it('says what the classes of those who voted were told from', () => {
    const named = (one: ClassNeighbour): ClassNeighbour => ({ ...one, basis: 'name' });
    const basisOf = (...hybrid: readonly ClassNeighbour[]) => classOf({ ...none, hybrid }).map(({ basis }) => basis);
    expect(basisOf(near('a', 900, 'x'), near('b', 890, 'x'))).toEqual(['structure']);
    expect(basisOf(named(near('a', 900, 'x')), named(near('b', 890)))).toEqual(['name']);
    expect(basisOf(named(near('a', 900, 'x')), near('b', 890, 'x'), near('c', 700, 'y'))).toEqual(['both', 'structure']);
  });

  it('never says more than 1 in all, also where entries are of two classes', () => {
    const all = classOf({ ...none, hybrid: [near('a', 990, 'x', 'y'), near('b', 985, 'x', 'y')] });
    expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1 + 1e-12);
    expect(all.map(({ drugClass }) => drugClass)).toEqual(['x', 'y']);
  });
});
