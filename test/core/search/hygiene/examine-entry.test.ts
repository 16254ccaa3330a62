import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAdduct } from '../../../../src/core/search/hygiene/adduct';
import { examineEntry } from '../../../../src/core/search/hygiene/examine-entry';
import { gradeOf } from '../../../../src/core/search/hygiene/finding';
import { curveEntry, type MassEntry, massEntry } from '../../../../src/core/search/hygiene/library-entry';
import type { Curves } from '../../../../src/core/spectrum/curves';
import type { MassSpectrum, StatedIdentity } from '../../../../src/core/spectrum/mass-spectrum';

const COCAINE: StatedIdentity = {
  name: 'Cocaine',
  synonyms: [],
  formula: 'C17H21NO4',
  smiles: 'COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C',
  inchikey: 'ZPUCINDJVBIVPJ-LJISPDSOSA-N',
  cas: '50-36-2',
  molecularMass: 303,
  exactMass: 303.147058,
};
const PEAKS: readonly (readonly [number, number])[] = [
  [42, 120],
  [77, 150],
  [82, 999],
  [83, 350],
  [94, 330],
  [96, 200],
  [105, 260],
  [122, 80],
  [182, 720],
  [198, 60],
  [272, 40],
  [303, 180],
  [304, 30],
];

function ei(
  changes: { readonly identity?: Partial<StatedIdentity>; readonly peaks?: readonly (readonly [number, number])[] } = {},
): MassEntry {
  const peaks = changes.peaks ?? PEAKS;
  const spectrum: MassSpectrum = {
    identity: { ...COCAINE, ...changes.identity },
    acquisition: { ionisation: 'EI', msLevel: 1, instrument: 'a GC-MS' },
    mz: Float64Array.from(peaks, ([mz]) => mz),
    intensity: Float64Array.from(peaks, ([, intensity]) => intensity),
    licence: 'CC BY',
    origin: 'a laboratory',
    otherFields: [],
  };
  return massEntry(1, spectrum);
}

const codes = (entry: Parameters<typeof examineEntry>[0]) => examineEntry(entry).map(({ code }) => code);

describe('examineEntry, EI', () => {
  it('finds nothing in a good entry, which is of grade A', () => {
    expect(codes(ei())).toEqual([]);
    expect(gradeOf(examineEntry(ei()))).toBe('A');
  });

  it.each([
    ['no-peaks', { peaks: [] }, 'D'],
    ['one-peak', { peaks: [[303, 100]] }, 'C'],
    ['few-peaks', { peaks: PEAKS.slice(-5) }, 'B'],
    ['saturated', { peaks: PEAKS.map(([mz, intensity]) => [mz, mz === 182 ? 999 : intensity]) }, 'C'],
    ['low-dynamic-range', { peaks: PEAKS.map(([mz, intensity]) => [mz, Math.max(intensity, 70 + mz / 10)]) }, 'B'],
    ['peaks-above-molecular-mass', { peaks: [...PEAKS, [331, 40]] }, 'C'],
    ['strong-peaks-above-molecular-mass', { peaks: [...PEAKS, [331, 400]] }, 'D'],
    ['molecular-ion-absent', { peaks: PEAKS.slice(0, -2) }, 'A'],
    ['formula-differs-from-structure', { identity: { formula: 'C17H23NO4', exactMass: 305.162708 } }, 'C'],
    ['formula-unreadable', { identity: { formula: 'C17(H21' } }, 'C'],
    ['formula-not-covered', { identity: { formula: 'C2H6Hg', smiles: '' } }, 'C'],
    ['exact-mass-differs', { identity: { exactMass: 303.2 } }, 'C'],
    ['exact-mass-is-average', { identity: { exactMass: 303.358 } }, 'B'],
    ['molecular-mass-differs', { identity: { molecularMass: 340 } }, 'C'],
    ['cas-invalid', { identity: { cas: '50-36-3' } }, 'C'],
    ['inchikey-invalid', { identity: { inchikey: 'ZPUCINDJVBIVPJ' } }, 'C'],
    ['structure-unreadable', { identity: { smiles: 'COC(=O' } }, 'B'],
    ['no-structure', { identity: { smiles: '', inchikey: '' } }, 'B'],
    ['no-identifiers', { identity: { smiles: '', inchikey: '', cas: '' } }, 'B'],
  ] as const)('finds %s', (code, changes, grade) => {
    const findings = examineEntry(ei(changes as Parameters<typeof ei>[0]));
    expect(findings.map((found) => found.code)).toContain(code);
    if (code !== 'formula-not-covered') expect(gradeOf(findings)).toBe(grade);
  });

  it('takes noise above a threshold for noise', () => {
    const noise = Array.from({ length: 40 }, (_, i) => [50 + 5 * i, 100 + ((i * 37) % 90)] as const);
    expect(codes(ei({ peaks: noise, identity: { formula: '', molecularMass: 0, exactMass: 0, smiles: '' } }))).toContain('noise-only');
  });

  it('allows for the isotopes of chlorine and bromine above the molecular mass', () => {
    const dichloro = { formula: 'C12H8Cl2', smiles: 'Clc1ccc(cc1)-c1ccc(Cl)cc1', exactMass: 222.000306, molecularMass: 223 };
    const shifted: readonly (readonly [number, number])[] = [
      [39, 20],
      ...PEAKS.filter(([mz]) => mz < 222),
      [222, 900],
      [224, 580],
      [226, 100],
    ];
    expect(codes(ei({ identity: dichloro, peaks: shifted }))).toEqual([]);
  });

  it('never throws, whatever the file states', () => {
    const text = fc.string({ maxLength: 20 });
    const peak = fc.tuple(fc.double({ min: 0, max: 2000, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(text, text, text, text, fc.array(peak), fc.double(), (formula, smiles, cas, inchikey, peaks, exactMass) => {
        const entry = ei({ identity: { formula, smiles, cas, inchikey, exactMass }, peaks: peaks.sort((a, b) => a[0] - b[0]) });
        expect(['A', 'B', 'C', 'D']).toContain(gradeOf(examineEntry(entry)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('examineEntry, tandem', () => {
  const tandem = (acquisition: Partial<MassEntry['acquisition']>, peaks = PEAKS): MassEntry => ({
    ...ei({ peaks }),
    acquisition: {
      ionisation: 'ESI',
      msLevel: 2,
      polarity: 'positive',
      precursorMz: 304.1543,
      adduct: '[M+H]+',
      collisionEnergy: '20 eV',
      ...acquisition,
    },
  });

  it('finds nothing in a good entry', () => {
    expect(codes(tandem({}))).toEqual([]);
  });

  it.each([
    ['precursor-differs', { precursorMz: 318.17 }],
    ['precursor-inexact', { precursorMz: 304.4 }],
    ['adduct-unreadable', { adduct: '[M+CH3COO]-/[M-CH3]-' }],
    ['peaks-above-precursor', { precursorMz: 182.1, adduct: '' }],
  ] as const)('finds %s', (code, acquisition) => {
    expect(codes(tandem(acquisition))).toContain(code);
  });

  it('names what is missing', () => {
    const { precursorMz: _, adduct: __, collisionEnergy: ___, polarity: ____, ...rest } = tandem({}).acquisition;
    expect(codes({ ...tandem({}), acquisition: rest })).toEqual([
      'precursor-missing',
      'adduct-missing',
      'polarity-missing',
      'collision-energy-missing',
    ]);
  });

  it('lets fragments of a doubly charged ion lie above its m/z', () => {
    expect(codes(tandem({ precursorMz: 152.5808, adduct: '[M+2H]2+' }))).toEqual([]);
  });
});

describe('readAdduct', () => {
  it.each([
    ['[M+H]+', 1, 1.007276, 1],
    ['[2M+Na]+', 2, 22.989218, 1],
    ['[M-2H]2-', 1, -2.014553, -2],
    ['[M+2H]++', 1, 2.014553, 2],
    ['[M]+*', 1, -0.000549, 1],
    ['[M-2H2O+H]+', 1, -35.013853, 1],
    ['[M+HCOO]-', 1, 44.998203, -1],
    ['[M+ACN+H]+', 1, 42.033825, 1],
  ] as const)('reads %s', (text, molecules, shift, charge) => {
    const adduct = readAdduct(text);
    expect(adduct).toMatchObject({ molecules, charge });
    expect(adduct?.shift).toBeCloseTo(shift, 4);
  });

  it('refuses what is none', () => {
    for (const text of ['', 'M+H', '[M+H]', '[M+Xx]+', '[M-H]-/[M-CH3]-', '[N+H]+']) expect(readAdduct(text)).toBeUndefined();
  });
});

describe('examineEntry, curves', () => {
  const infrared = (y: Float64Array, unit: 'cm-1' | 'unknown' = 'cm-1') => {
    const curves: Curves = {
      technique: 'infrared',
      identity: COCAINE,
      conditions: { instrument: 'an FTIR' },
      traces: [
        {
          label: '',
          role: 'measured',
          form: 'line',
          x: { kind: 'regular', axis: { quantity: 'wavenumber', unit, written: '' }, first: 4000, last: 400, count: y.length },
          y: { axis: { quantity: 'absorbance', unit: '1', written: '' }, values: y },
        },
      ],
      licence: 'CC0',
      origin: 'a laboratory',
      otherFields: [],
    };
    const entry = curveEntry(1, curves);
    if (entry === undefined) throw new Error('no trace');
    return codes(entry);
  };
  const bands = Float64Array.from(
    { length: 1801 },
    (_, i) => Math.exp(-(((i - 1200) / 15) ** 2)) + 0.5 * Math.exp(-(((i - 700) / 20) ** 2)),
  );

  it('finds nothing in a good curve, and says what is wrong with others', () => {
    expect(infrared(bands)).toEqual([]);
    expect(infrared(bands.slice(0, 40))).toContain('few-points');
    expect(infrared(new Float64Array(500).fill(1))).toContain('flat');
    expect(infrared(bands.map((value) => Math.min(value, 0.6)))).toContain('curve-clipped');
    expect(infrared(bands.map((value, i) => value + (((i * 7919) % 101) / 101) * 0.8))).toContain('noisy-curve');
    expect(infrared(bands.map((value, i) => (i === 3 ? Number.NaN : value)))).toContain('missing-values');
    expect(infrared(bands, 'unknown')).toContain('x-unit-unknown');
  });
});
