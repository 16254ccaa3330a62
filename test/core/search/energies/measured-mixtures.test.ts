import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EnergyLibraryEntry, EnergySpectrum } from '../../../../src/core/search/energies/energy-spectra';
import { invertedSearch } from '../../../../src/core/search/energies/inverted-search';

const FOLDER = '../shared/data/ms/dart/ExampleMixtureSpectra_Measured_ForPaper';
const present = existsSync(FOLDER);

function measured(name: string): EnergySpectrum[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(`${name}_`) && file.endsWith('V.txt'))
    .map((file) => {
      const rows = readFileSync(`${FOLDER}/${file}`, 'utf8')
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split('\t').map(Number));
      return {
        energy: Number.parseInt(file.slice(name.length + 1), 10),
        peaks: { mz: rows.map(([mz]) => mz ?? 0), intensity: rows.map(([, height]) => height ?? 0) },
      };
    });
}

/** Four pure drugs, two of them isomers; the protonated molecules from their formulas (C21H26N2O, C9H13N, C10H15N). */
const PURE = { AcetylFentanyl: 323.2118, BenzylFentanyl: 323.2118, Amphetamine: 136.1121, Methamphetamine: 150.1277 };

describe.skipIf(!present)(`measured DART mixtures (skipped when ${FOLDER} is absent)`, () => {
  const library = (): EnergyLibraryEntry[] =>
    Object.entries(PURE).map(([key, precursorMz]) => ({ key, precursorMz, spectra: measured(key) }));
  const found = (name: string): readonly string[] => {
    const outcome = invertedSearch(measured(name), library());
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    return outcome.candidates
      .filter(({ verdict }) => verdict === 'present')
      .map(({ key }) => key)
      .sort();
  };

  it('tells the two isomers apart when pure', () => {
    for (const name of Object.keys(PURE)) expect(found(name)).toEqual([name]);
  });

  it.each([
    ['Mixture1', ['AcetylFentanyl', 'BenzylFentanyl']],
    ['Mixture4', ['Amphetamine', 'BenzylFentanyl']],
    ['Mixture6', ['Amphetamine', 'Methamphetamine']],
    ['Mixture8', ['AcetylFentanyl', 'BenzylFentanyl', 'Methamphetamine']],
    ['Mixture10', ['Amphetamine', 'BenzylFentanyl', 'Methamphetamine']],
  ])('names what is in %s and nothing else', (name, substances) => {
    expect(found(name)).toEqual(substances);
  });
});
