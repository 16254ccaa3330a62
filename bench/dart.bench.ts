import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { EnergyLibraryEntry, EnergySpectrum } from '../src/core/search/energies/energy-spectra';
import { invertedSearch } from '../src/core/search/energies/inverted-search';

const FOLDER = '../shared/data/ms/dart';
const SPECTRA = `${FOLDER}/ExampleMixtureSpectra_Measured_ForPaper`;
const LIBRARY = `${FOLDER}/SelectLibrary-ForPaper.json`;
const ENERGIES = [30, 60, 90];

/**
 * What is in each mixture. The data carry no labels; 11 is the number of ways to take two to four of four substances, and in this order each agrees with its ions
 * in the files (docs/methods/inverted-energies.md).
 */
const [AF, BF, A, M] = ['acetyl fentanyl', 'benzyl fentanyl', 'amphetamine', 'methamphetamine'];
const COMPOSITION: readonly (readonly (string | undefined)[])[] = [
  [AF, BF],
  [AF, A],
  [AF, M],
  [BF, A],
  [BF, M],
  [A, M],
  [AF, BF, A],
  [AF, BF, M],
  [AF, A, M],
  [BF, A, M],
  [AF, BF, A, M],
];

/** The measured DART mixtures and pure drugs against the small library measured with them. */
export function run(print: (line: string) => void): void {
  if (!existsSync(LIBRARY)) {
    print(`${LIBRARY}: not here, nothing run`);
    return;
  }
  const library = readLibrary();
  print(
    'inverted search over the energies, 4 substances, defaults; +: present, ?: possible, -: not supported (share of the intensity / largest gain / index)',
  );
  const totals = { expected: 0, found: 0, possible: 0, missed: 0, wrong: 0, wrongPossible: 0 };
  const names: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ['AcetylFentanyl', [AF]],
    ['BenzylFentanyl', [BF]],
    ['Amphetamine', [A]],
    ['Methamphetamine', [M]],
    ...COMPOSITION.map((inside, i) => [`Mixture${i + 1}`, inside] as const),
  ];
  for (const [name, inside] of names) {
    const query = measured(name);
    if (query.length === 0) {
      print(`${name}: no file here`);
      continue;
    }
    const outcome = invertedSearch(query, library);
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    print(
      `${name} at ${query.map(({ energy }) => energy).join('/')} V, holds ${inside.join(', ')}; explained ${outcome.explainedShares.map(({ share }) => share.toFixed(2)).join('/')}; unexplained peaks ${outcome.unexplained.length}, not beside a higher one: ${outcome.unexplained
        .filter(({ besideMz }) => besideMz === undefined)
        .map(({ energy, mz, relativeIntensity }) => `${energy}:${mz.toFixed(3)} (${(100 * relativeIntensity).toFixed(1)} %)`)
        .join(' ')}`,
    );
    for (const { key, verdict, share, evidence, index, reasons } of outcome.candidates) {
      const gain = evidence.reduce((most, one) => Math.max(most, one.gain), 0);
      const sign = { present: '+', possible: '?', 'not-supported': '-' }[verdict];
      print(
        `   ${sign} ${key.padEnd(16)} ${share.toFixed(3)} / ${gain.toFixed(3)} / ${index.explained.toFixed(2)} (reverse ${index.reverse.toFixed(2)}) ${inside.includes(key) ? '' : 'NOT IN IT '}${reasons.join(' ')}`,
      );
      if (!inside.includes(key) && verdict === 'present') totals.wrong++;
      if (!inside.includes(key) && verdict === 'possible') totals.wrongPossible++;
    }
    if (!name.startsWith('Mixture')) continue;
    for (const key of inside) {
      const verdict = outcome.candidates.find((candidate) => candidate.key === key)?.verdict;
      totals.expected++;
      if (verdict === 'present') totals.found++;
      else if (verdict === 'possible') totals.possible++;
      else totals.missed++;
    }
  }
  print(
    `mixtures: ${totals.found} of ${totals.expected} components present, ${totals.possible} possible, ${totals.missed} missed; false: ${totals.wrong} present, ${totals.wrongPossible} possible (pure drugs counted)`,
  );
  print(`files: ${readdirSync(SPECTRA).filter((name) => name.startsWith('Mixture')).length} of 33 (the others are kept elsewhere)`);
}

function measured(name: string): EnergySpectrum[] {
  return ENERGIES.flatMap((energy) => {
    const path = `${SPECTRA}/${name}_${energy}V.txt`;
    if (!existsSync(path)) return [];
    const rows = readFileSync(path, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => line.split('\t').map(Number));
    return [{ energy, peaks: { mz: rows.map(([mz]) => mz ?? 0), intensity: rows.map(([, height]) => height ?? 0) } }];
  });
}

interface JsonEntry {
  readonly name: string;
  readonly precursor: number;
  readonly energies: readonly string[];
  readonly peaks: readonly (readonly (readonly [number, number])[])[];
}

function readLibrary(): EnergyLibraryEntry[] {
  const entries = JSON.parse(readFileSync(LIBRARY, 'utf8')) as readonly JsonEntry[];
  return entries.map(({ name, precursor, energies, peaks }) => ({
    key: name,
    precursorMz: precursor,
    spectra: energies.map((energy, i) => ({
      energy: Number.parseFloat(energy),
      peaks: { mz: peaks[i]!.map(([mz]) => mz), intensity: peaks[i]!.map(([, height]) => height) },
    })),
  }));
}
