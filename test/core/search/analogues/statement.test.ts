import { describe, expect, it } from 'vitest';
import { massesOf } from '../../../../src/core/chemistry/masses';
import { parseFormula } from '../../../../src/core/chemistry/parse-formula';
import { analogueStatement } from '../../../../src/core/search/analogues/analogue-statement';
import { explainDifference } from '../../../../src/core/search/analogues/explain-difference';
import { DIAGNOSTIC_IONS, DIAGNOSTIC_SOURCES, PARTS_OF_CLASS } from '../../../../src/core/search/analogues/facts/diagnostic-ions';
import { COMMON_DIFFERENCES } from '../../../../src/core/search/analogues/facts/differences';

const formula = (text: string) => {
  const reading = parseFormula(text);
  if (!reading.ok) throw new Error(text);
  return reading.formula;
};
/** Invented intensities on the m/z that the literature gives for fentanyl. */
const FENTANYL = { peaks: { mz: [91, 105, 146, 189, 245], intensity: [150, 250, 600, 350, 999] }, molecularMass: 336 };

describe('common differences', () => {
  it('weigh what their atoms weigh', () => {
    for (const { code, mass, atoms } of COMMON_DIFFERENCES) {
      const sum = atoms.reduce(
        (total, { symbol, massNumber, count }) =>
          total +
          count * massesOf({ atoms: [{ symbol, count: 1, ...(massNumber === undefined ? {} : { massNumber }) }], charge: 0 }).nominal,
        0,
      );
      expect({ code, mass: sum }).toEqual({ code, mass });
    }
    expect(new Set(COMMON_DIFFERENCES.map(({ code }) => code)).size).toBe(COMMON_DIFFERENCES.length);
  });

  it('are offered by mass, the commonest first, and only those that fit the formulas where these are known', () => {
    expect(explainDifference(14, undefined).map(({ parts }) => parts)).toEqual([
      [{ code: 'difference-methylene', count: 1 }],
      [{ code: 'difference-carbonyl-for-methylene', count: 1 }],
    ]);
    expect(explainDifference(-18, undefined)[0]).toMatchObject({
      parts: [{ code: 'difference-fluorine-for-hydrogen', count: -1 }],
      basis: 'mass',
    });
    const known = { query: formula('C22H26N2O2'), parent: formula('C22H28N2O') };
    expect(explainDifference(14, known)).toEqual([
      {
        parts: [{ code: 'difference-carbonyl-for-methylene', count: 1 }],
        atoms: [
          { symbol: 'O', count: 1 },
          { symbol: 'H', count: -2 },
        ],
        basis: 'formula',
      },
    ]);
    expect(explainDifference(32, undefined)[0]?.parts).toEqual([{ code: 'difference-oxygen', count: 2 }]);
    expect(explainDifference(48, undefined)[0]?.parts).toHaveLength(2);
    expect(explainDifference(0, undefined)).toEqual([]);
    expect(explainDifference(313, undefined)).toEqual([]);
  });

  it('tells isomers by nothing, and a label by its isotope', () => {
    const labelled = { query: formula('C22H23[2H]5N2O'), parent: formula('C22H28N2O') };
    expect(explainDifference(5, labelled)[0]?.parts).toEqual([{ code: 'difference-deuterium-for-hydrogen', count: 5 }]);
    expect(explainDifference(0, { query: formula('C22H28N2O'), parent: formula('C22H28N2O') })).toEqual([]);
  });
});

describe('diagnostic ions', () => {
  it('hold parts that their class has, and name their source', () => {
    for (const { drugClass, holds, source } of DIAGNOSTIC_IONS) {
      expect(PARTS_OF_CLASS[drugClass]).toEqual(expect.arrayContaining([...holds]));
      expect(DIAGNOSTIC_SOURCES[source]).toBeDefined();
    }
  });
});

describe('analogueStatement', () => {
  it('puts a methylene on the phenethyl side when the ions without it stand', () => {
    const query = { peaks: { mz: [105, 119, 146, 189, 245], intensity: [140, 240, 610, 340, 999] }, molecularMass: 350 };
    const statement = analogueStatement(query, FENTANYL, 'fentanyl');
    expect(statement.deltaMass).toBe(14);
    expect(statement.differences[0]?.parts).toEqual([{ code: 'difference-methylene', count: 1 }]);
    expect(statement.ions.map(({ mz, fate }) => [mz, fate])).toEqual([
      [91, 'shifted'],
      [105, 'both'],
      [146, 'kept'],
      [189, 'kept'],
      [245, 'kept'],
    ]);
    expect(statement.changeOn).toEqual({ parts: ['phenethyl'], ions: 4 });
  });

  it('puts it on the acyl side when the ion that holds it moves alone', () => {
    const query = { peaks: { mz: [91, 105, 146, 189, 259], intensity: [150, 250, 600, 350, 999] }, molecularMass: 350 };
    expect(analogueStatement(query, FENTANYL, 'fentanyl').changeOn).toEqual({ parts: ['acyl'], ions: 4 });
  });

  it('puts a fluorine on the aniline when all that hold it move', () => {
    const query = { peaks: { mz: [91, 105, 164, 207, 263], intensity: [150, 250, 600, 350, 999] }, molecularMass: 354 };
    const { differences, changeOn } = analogueStatement(query, FENTANYL, 'fentanyl');
    expect(differences[0]?.parts).toEqual([{ code: 'difference-fluorine-for-hydrogen', count: 1 }]);
    expect(changeOn?.parts).toEqual(['aniline']);
  });

  it('says nothing of the part when the ions do not agree, the class is unknown, or the masses are equal', () => {
    const odd = { peaks: { mz: [105, 119, 160, 203, 259], intensity: [150, 250, 600, 350, 999] }, molecularMass: 350 };
    expect(analogueStatement(odd, FENTANYL, 'fentanyl').changeOn).toBeUndefined();
    expect(analogueStatement(odd, FENTANYL).changeOn).toBeUndefined();
    expect(analogueStatement(odd, FENTANYL).ions.every(({ known }) => known === undefined)).toBe(true);
    expect(analogueStatement({ ...odd, molecularMass: 336 }, FENTANYL, 'fentanyl').changeOn).toBeUndefined();
  });
});
