import { describe, expect, it } from 'vitest';
import { formatFormula } from '../../../src/core/chemistry/formula';
import { drawSvg, readSmiles } from '../../../src/core/chemistry/structure';

const FENTANYL = 'CCC(=O)N(c1ccccc1)C1CCN(CC1)CCc1ccccc1';

describe('readSmiles', () => {
  it.each([
    [FENTANYL, 'C22H28N2O', 336.2202],
    [`${FENTANYL}.Cl`, 'C22H29ClN2O', 372.1968],
    ['C[C@H](N)Cc1ccccc1', 'C9H13N', 135.1048],
    ['[2H]C([2H])([2H])NC', 'C2H4[2H]3N', 48.0767],
    ['C[N+](C)(C)CCO', 'C5H14NO+', 104.107],
    ['[Na+].[Cl-]', 'ClNa', 57.9586],
  ])('%s is %s, %f Da', (smiles, formula, mass) => {
    const reading = readSmiles(smiles);
    if (!reading.ok) throw new Error(reading.detail);
    expect(formatFormula(reading.structure.formula)).toBe(formula);
    expect(reading.structure.masses.monoisotopic).toBeCloseTo(mass, 3);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['C'.repeat(2001), 'too-long'],
    ['xyz', 'syntax'],
    ['C1CC', 'syntax'],
    ['C(', 'syntax'],
    ['C)', 'syntax'],
    ['C[', 'syntax'],
    ['C%', 'syntax'],
    ['C=', 'syntax'],
    ['C C', 'syntax'],
    ['<svg/>', 'syntax'],
    ['*C', 'wildcard'],
    ['[U]', 'unknown-element'],
    ['[99C]', 'unknown-element'],
  ])('%j is refused: %s', (smiles, fault) => {
    const reading = readSmiles(smiles);
    expect(reading).toMatchObject({ ok: false, fault });
  });
});

describe('drawSvg', () => {
  const drawn = (dark: boolean): string => {
    const drawing = drawSvg(FENTANYL, { width: 300, height: 200, dark });
    if (!drawing.ok) throw new Error(drawing.detail);
    return drawing.svg;
  };

  it('draws without style, class or script, in the size asked for', () => {
    const svg = drawn(false);
    expect(svg).toMatch(/^<svg [^>]*width="300px" height="200px"/);
    expect(svg).toContain('</svg>');
    expect(svg).not.toMatch(/<style|style=|class=|<script/);
    expect(svg.match(/<line /g)?.length).toBeGreaterThan(20);
  });

  it('has no black on a dark ground', () => {
    expect(drawn(false)).toContain('rgb(0,0,0)');
    expect(drawn(true)).not.toContain('rgb(0,0,0)');
    expect(drawn(true)).toContain('rgb(222,222,222)');
  });

  it('refuses what it cannot read', () => {
    expect(drawSvg('C(', { width: 10, height: 10 })).toMatchObject({ ok: false, fault: 'syntax' });
  });
});
