import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFormulas, type Formula, formatFormula } from '../../../src/core/chemistry/formula';
import { massesOf } from '../../../src/core/chemistry/masses';
import { parseFormula } from '../../../src/core/chemistry/parse-formula';

function read(text: string): Formula {
  const reading = parseFormula(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.fault} at ${reading.at}`);
  return reading.formula;
}

describe('parseFormula', () => {
  it.each([
    ['C22H28N2O', 'C22H28N2O'],
    ['ONCl2H', 'Cl2HNO'],
    ['H2OC', 'CH2O'],
    ['C17H19NO3.HCl', 'C17H20ClNO3'],
    ['C17H19NO3·HCl·3H2O', 'C17H26ClNO6'],
    ['2C9H13N.H2SO4', 'C18H28N2O4S'],
    ['Ca(OH)2', 'CaH2O2'],
    ['C₁₇H₂₁NO₄', 'C17H21NO4'],
    ['C17H14[2H]5N', 'C17H14[2H]5N'],
    ['C17H14D5N', 'C17H14[2H]5N'],
    ['[13C]C5H6', 'C5[13C]H6'],
    ['C5H14NO+', 'C5H14NO+'],
    ['[C5H14NO]+', 'C5H14NO+'],
    ['Ca+2', 'Ca+2'],
    ['[Ca]2+', 'Ca+2'],
    ['Cl-', 'Cl-'],
    ['SO4−−', 'O4S-2'],
    [' C6H6 ', 'C6H6'],
  ])('reads %s as %s', (text, hill) => {
    expect(formatFormula(read(text))).toBe(hill);
  });

  it.each([
    ['', 'empty', 0],
    ['  ', 'empty', 0],
    ['C22H28Xx2', 'unknown-element', 6],
    ['c6h6', 'unexpected-character', 0],
    ['C6H6)', 'unbalanced', 4],
    ['Ca(OH2', 'unbalanced', 2],
    ['C[9H]', 'unknown-isotope', 1],
    ['C0H4', 'unexpected-character', 1],
    ['C6H6?', 'unexpected-character', 4],
    ['C999999', 'too-large', 1],
    ['C6H6.', 'unexpected-character', 5],
    ['('.repeat(500), 'too-large', 20],
  ])('refuses %j: %s at %i', (text, fault, at) => {
    expect(parseFormula(text)).toEqual({ ok: false, fault, at });
  });

  it('never throws, and reads again what it wrote', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'CHNOClBrD[]()0123456789+-.· x'), maxLength: 25 });
    fc.assert(
      fc.property(noise, (text) => {
        const reading = parseFormula(text);
        if (reading.ok) expect(read(formatFormula(reading.formula))).toEqual(reading.formula);
        else expect(reading.at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('massesOf', () => {
  // Monoisotopic masses as PubChem gives them (4 decimals); averages from the standard weights of 2021 by hand.
  it.each([
    ['C22H28N2O', 336.2202, 336.479, 336],
    ['C17H21NO4', 303.1471, 303.358, 303],
    ['C9H13N', 135.1048, 135.21, 135],
    ['C21H23NO5', 369.1576, 369.417, 369],
    ['C17H12Cl2N4', 342.0439, 343.21, 342],
    ['C8H10BrNO2', 230.9895, 232.077, 231],
  ])('of %s: %f, %f, %i', (text, monoisotopic, average, nominal) => {
    const masses = massesOf(read(text));
    expect(masses.monoisotopic).toBeCloseTo(monoisotopic, 3);
    expect(Math.abs(masses.average - average)).toBeLessThan(0.006);
    expect(masses.nominal).toBe(nominal);
  });

  it('counts named isotopes with their mass, and electrons of ions', () => {
    expect(massesOf(read('C2[2H]6OS')).monoisotopic - massesOf(read('C2H6OS')).monoisotopic).toBeCloseTo(6 * 1.006276746, 6);
    expect(massesOf(read('C22H29N2O+')).monoisotopic).toBeCloseTo(337.2274, 4);
    expect(massesOf(read('Cl-')).monoisotopic).toBeCloseTo(34.9694, 4);
  });

  it('refuses atoms the table lacks', () => {
    expect(() => massesOf({ atoms: [{ symbol: 'Og', count: 1 }], charge: 0 })).toThrow(RangeError);
  });
});

describe('compareFormulas', () => {
  it('tells the difference of a salt and of a labelled standard', () => {
    const base = read('C17H19NO3');
    expect(compareFormulas(base, read('NC17H19O3'))).toEqual({ same: true, sameUnlabelled: true, difference: [], chargeDifference: 0 });
    expect(compareFormulas(base, read('C17H19NO3.HCl')).difference).toEqual([
      { symbol: 'H', count: 1 },
      { symbol: 'Cl', count: 1 },
    ]);
    const labelled = compareFormulas(base, read('C17H16[2H]3NO3'));
    expect([labelled.same, labelled.sameUnlabelled]).toEqual([false, true]);
    expect(compareFormulas(base, read('C17H19NO3+'))).toMatchObject({ same: false, chargeDifference: 1 });
  });
});
