import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { SharedConditions } from '../src/core/search/evidence/conditions';
import { minMaxTest, pairsWithin } from '../src/core/search/evidence/min-max-test';
import { spectrumTTest } from '../src/core/search/evidence/t-test';
import { cosine } from '../src/core/search/scores/cosine';
import { identityMatchFactor } from '../src/core/search/scores/match-factors';
import { type NominalSpectrum, type PeakArrays, prepareNominal } from '../src/core/search/scores/nominal-spectrum';
import { compoundOf, mspFilesUnder, SWGDRUG, spectraOf } from './ei-library';
import { mulberry32 } from './seeded-random';

const REPLICATES = [
  '../shared/data/ms/msp_fentanyl_nist/FentanylReplicates',
  '../shared/data/ms/msp_fentanyl_nist/Type1FentanylReplicates',
];
const MASSBANK = '../shared/data/ms/massbank.jsonl.gz';

/** Spectra of one compound. */
interface Group {
  readonly compound: string;
  readonly spectra: readonly NominalSpectrum[];
}

const identity = (a: NominalSpectrum, b: NominalSpectrum): number => identityMatchFactor(a, b);
const plain = (a: NominalSpectrum, b: NominalSpectrum): number => cosine(a, b, { mzPower: 0, intensityPower: 1 });

/** The tests over replicates on the NIST fentanyls and on MassBank, and how alike replicates are. Nothing here was tuned. */
export async function run(print: (line: string) => void): Promise<void> {
  if (REPLICATES.every((folder) => existsSync(folder))) fentanyls(print);
  else print(`replicate tests: ${REPLICATES.join(' or ')} is not there, left out`);
  if (existsSync(SWGDRUG)) simulated(print);
  else print(`replicate tests: ${SWGDRUG} is not there, left out`);
  if (existsSync(MASSBANK)) await massBank(print);
  else print(`replicate tests: ${MASSBANK} is not there, left out`);
}

function fentanyls(print: (line: string) => void): void {
  const groups = grouped(
    REPLICATES.flatMap(mspFilesUnder)
      .flatMap(spectraOf)
      .map((spectrum) => ({
        compound: spectrum.identity.inchikey?.slice(0, 14) ?? spectrum.identity.name,
        spectrum: prepareNominal(spectrum),
      })),
  );
  print(
    `replicate tests, NIST fentanyls: ${groups.map(({ compound, spectra }) => `${compound} ${spectra.length}`).join(', ')}; other laboratories, so the condition of one instrument is not met`,
  );
  tabulate(print, groups, groups, 'other-instrument');
}

async function massBank(print: (line: string) => void): Promise<void> {
  const entries: { readonly compound: string; readonly laboratory: string; readonly spectrum: NominalSpectrum }[] = [];
  for await (const line of createInterface({
    input: createReadStream(MASSBANK).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (!line.includes('EI-')) continue;
    const record = JSON.parse(line) as MassBankEi;
    if (!/(^|-)EI-/.test(record.itype) || record.ie !== '70 eV' || record.inchikey === undefined || record.deriv !== undefined) continue;
    // Some records give a labelled compound the InChIKey of the unlabelled one; its name tells.
    if (/deuter|\bd\d|-d\d/i.test(record.title)) continue;
    const spectrum = prepareNominal({ mz: record.peaks.map(([mz]) => mz), intensity: record.peaks.map(([, intensity]) => intensity) });
    const laboratory = `${record.contrib} ${record.inst}`;
    if (spectrum.mz.length >= 10) entries.push({ compound: record.inchikey, laboratory, spectrum });
  }
  const groups = grouped(entries);
  const tested = groups.filter(({ spectra }) => spectra.length >= 4);
  print(
    `replicate tests, MassBank EI (70 eV, underivatised, unlabelled, 10 peaks or more): ${entries.length} spectra, ${tested.length} compounds of at least 4 spectra, of any laboratory: the conditions of the tests are not met`,
  );
  tabulate(print, tested, groups, 'other-instrument');
  const same = grouped(entries.map(({ compound, laboratory, spectrum }) => ({ compound: `${compound} ${laboratory}`, spectrum })));
  print(
    `  identity match factor of two spectra of one compound: one laboratory and instrument ${quantiles(same.flatMap(({ spectra }) => pairsWithin(spectra, identity)))}; any ${quantiles(groups.flatMap(({ spectra }) => pairsWithin(spectra, identity)))}`,
  );
}

/** Replicates made from library spectra by noise of 3 % of the intensity and 0.1 % of the base peak: what the tests do when their conditions hold. */
function simulated(print: (line: string) => void): void {
  const random = mulberry32(41);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const noisy = (peaks: PeakArrays): NominalSpectrum =>
    prepareNominal({
      mz: peaks.mz,
      intensity: Array.from(peaks.intensity, (value) => Math.max(0, value * (1 + 0.03 * normal()) + normal())),
    });
  const library = spectraOf(SWGDRUG).filter((_, i) => i % 20 === 0);
  const groups = library.map((spectrum) => {
    const prepared = prepareNominal(spectrum);
    return { compound: compoundOf(spectrum) ?? spectrum.identity.name, spectra: Array.from({ length: 6 }, () => noisy(prepared)) };
  });
  print(`replicate tests, simulated: ${groups.length} SWGDRUG spectra (every 20th), 6 replicates each with 3 % and 0.1 % noise, seed 41`);
  tabulate(print, groups, groups, 'same-sequence');
}

interface MassBankEi {
  readonly title: string;
  readonly itype: string;
  readonly inchikey?: string;
  readonly contrib?: string;
  readonly inst?: string;
  readonly ie?: string;
  readonly deriv?: unknown;
  readonly peaks: readonly (readonly [number, number])[];
}

/** Each group with at least 4 spectra: every one of them against the others, and the nearest spectra of other compounds against all. */
function tabulate(print: (line: string) => void, groups: readonly Group[], all: readonly Group[], shared: SharedConditions): void {
  const tests: readonly (readonly [
    string,
    (queries: readonly NominalSpectrum[], references: readonly NominalSpectrum[]) => boolean | undefined,
  ])[] = [
    ['min-max, identity factor', (q, r) => told(minMaxTest(q, r, identity, shared).verdict)],
    ['min-max, cosine of intensities', (q, r) => told(minMaxTest(q, r, plain, shared).verdict)],
    ['t-test, 99.9 %', (q, r) => told(spectrumTTest(q, r, shared).verdict)],
    ['t-test, 99 %', (q, r) => told(spectrumTTest(q, r, shared, { alpha: 0.01 }).verdict)],
  ];
  print(
    `  ${'one query spectrum against the replicates'.padEnd(44)}same compound told apart (wrong)   another compound not told apart (wrong)`,
  );
  for (const [name, discriminates] of tests) {
    const same: boolean[] = [];
    const different: boolean[] = [];
    for (const group of groups.filter(({ spectra }) => spectra.length >= 4)) {
      group.spectra.forEach((query, i) => {
        const verdict = discriminates(
          [query],
          group.spectra.filter((_, j) => j !== i),
        );
        if (verdict !== undefined) same.push(verdict);
      });
      for (const query of nearestOthers(group, all, 5)) {
        const verdict = discriminates([query], group.spectra);
        if (verdict !== undefined) different.push(verdict);
      }
    }
    print(`    ${name.padEnd(42)}${share(same, true).padEnd(35)}${share(different, false)}`);
  }
  const whole = groups.filter(({ spectra }) => spectra.length >= 3).slice(0, 60);
  const outcomes = whole.flatMap((a) =>
    whole
      .filter((b) => b !== a && b.compound.slice(0, 14) !== a.compound.slice(0, 14))
      .map((b) => minMaxTest(a.spectra, b.spectra, identity, shared)),
  );
  print(
    `    sets of at least 3 against sets of another compound (first 60 sets), min-max, identity factor: ${outcomes.filter(({ verdict }) => verdict === 'discriminated').length} of ${outcomes.length} told apart`,
  );
}

function told(verdict: string): boolean | undefined {
  return verdict === 'not-applicable' ? undefined : verdict === 'discriminated';
}

/** The most similar spectra of other compounds, one a compound: the hard cases. */
function nearestOthers(group: Group, all: readonly Group[], count: number): readonly NominalSpectrum[] {
  const skeleton = group.compound.slice(0, 14);
  return all
    .filter(({ compound }) => compound.slice(0, 14) !== skeleton)
    .flatMap(({ compound, spectra }) =>
      spectra.slice(0, 1).map((spectrum) => ({ compound, spectrum, score: identity(group.spectra[0]!, spectrum) })),
    )
    .sort((a, b) => b.score - a.score || (a.compound < b.compound ? -1 : 1))
    .slice(0, count)
    .map(({ spectrum }) => spectrum);
}

function grouped(list: readonly { readonly compound: string; readonly spectrum: NominalSpectrum }[]): readonly Group[] {
  const groups = new Map<string, NominalSpectrum[]>();
  for (const { compound, spectrum } of list) groups.set(compound, [...(groups.get(compound) ?? []), spectrum]);
  return [...groups].map(([compound, spectra]) => ({ compound, spectra }));
}

function share(verdicts: readonly boolean[], wrong: boolean): string {
  const count = verdicts.filter((verdict) => verdict === wrong).length;
  return `${count} of ${verdicts.length} (${((100 * count) / Math.max(1, verdicts.length)).toFixed(0)} %)`;
}

function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q: number) => Math.round(sorted[Math.floor(q * (sorted.length - 1))] ?? 0);
  return `${sorted.length} pairs, 5 % ${at(0.05)}, 25 % ${at(0.25)}, median ${at(0.5)}`;
}
