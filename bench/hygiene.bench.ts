import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { readMeasurements as Read } from '../src/core/formats/read';
import type { Finding } from '../src/core/search/hygiene/finding';
import type { LibraryEntry } from '../src/core/search/hygiene/library-entry';
import type { EntryExamination, LibraryExamination } from '../src/core/search/hygiene/library-examination';
import { memorySource } from '../src/core/spectrum/byte-source';
import type { Acquisition, MassSpectrum } from '../src/core/spectrum/mass-spectrum';
import { bundleForNode } from '../test/support/bundle';
import { SWGDRUG } from './ei-library';

const MASSBANK = '../shared/data/ms/massbank.jsonl.gz';

interface Built {
  readonly readMeasurements: typeof Read;
  readonly LibraryExamination: typeof LibraryExamination;
  readonly massEntry: (key: number, spectrum: MassSpectrum) => LibraryEntry;
  readonly gradeOf: (findings: Iterable<Finding>) => string;
}

interface MassBankRecord {
  readonly id: string;
  readonly names: readonly string[];
  readonly formula?: string;
  readonly mass?: number;
  readonly smiles?: string;
  readonly inchikey?: string;
  readonly cas?: string;
  readonly inst?: string;
  readonly itype?: string;
  readonly ms?: string;
  readonly mode?: string;
  readonly ce?: string;
  readonly pmz?: number;
  readonly adduct?: string;
  readonly splash: string;
  readonly lic?: string;
  readonly auth?: string;
  readonly peaks: readonly (readonly [number, number])[];
}

/** Examines SWGDRUG 3.9 and all of MassBank: every finding with its count, the grades, the speed, and SPLASH against MassBank's own. */
export async function run(print: (line: string) => void): Promise<void> {
  const built = (await import(await bundleForNode('bench/hygiene/built.ts'))) as Built;
  if (existsSync(SWGDRUG)) swgdrug(print, built);
  else print(`library hygiene: ${SWGDRUG} is not there, left out`);
  if (existsSync(MASSBANK)) await massBank(print, built);
  else print(`library hygiene: ${MASSBANK} is not there, left out`);
}

function swgdrug(print: (line: string) => void, built: Built): void {
  const spectra: MassSpectrum[] = [];
  for (const event of built.readMeasurements(memorySource(SWGDRUG, readFileSync(SWGDRUG))))
    if (event.type === 'spectrum') spectra.push(event.spectrum);
  // The collection is EI throughout, as whoever imports it says; its file states nothing.
  const entries = spectra.map((spectrum, key) =>
    built.massEntry(key, { ...spectrum, acquisition: { ...spectrum.acquisition, ionisation: 'EI' as const } }),
  );
  const examination = new built.LibraryExamination();
  const began = cpuMs();
  const examined = entries.map((entry) => examination.add(entry));
  report(print, built, `SWGDRUG 3.9 (taken as EI)`, examination, examined, cpuMs() - began);
}

async function massBank(print: (line: string) => void, built: Built): Promise<void> {
  const examination = new built.LibraryExamination();
  const examined: EntryExamination[] = [];
  const differing: { readonly id: string; readonly stated: string; readonly ours: string | undefined }[] = [];
  let elapsed = 0;
  for await (const line of createInterface({
    input: createReadStream(MASSBANK).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const record = JSON.parse(line) as MassBankRecord;
    const entry = built.massEntry(examined.length, spectrumOf(record));
    const began = cpuMs();
    const result = examination.add(entry);
    elapsed += cpuMs() - began;
    examined.push(result);
    if (result.fingerprint !== record.splash) differing.push({ id: record.id, stated: record.splash, ours: result.fingerprint });
  }
  report(print, built, 'MassBank, all records', examination, examined, elapsed);
  const blocks = (splash: string | undefined) => (splash ?? '').split('-');
  const hashOnly = differing.filter(({ stated, ours }) => blocks(stated).slice(0, 3).join() === blocks(ours).slice(0, 3).join());
  print(
    `  SPLASH as stated by MassBank: ${examined.length - differing.length} of ${examined.length} agree; of the ${differing.length} others ${hashOnly.length} differ in the last block alone`,
  );
  for (const { id, stated, ours } of differing.slice(0, 5)) print(`    ${id}: stated ${stated}, computed ${ours}`);
}

/** CPU time of the process, ms: other work on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function report(
  print: (line: string) => void,
  built: Built,
  title: string,
  examination: LibraryExamination,
  examined: readonly EntryExamination[],
  elapsed: number,
): void {
  const began = cpuMs();
  const cross = examination.crossFindings();
  const crossTime = cpuMs() - began;
  const all = new Map(examined.map(({ key, findings }) => [key, [...findings]]));
  for (const { finding, keys } of cross) for (const key of keys) all.get(key)?.push(finding);
  const counts = new Map<string, number>();
  const grades = new Map<string, number>();
  for (const findings of all.values()) {
    for (const label of new Set(findings.map(({ code, severity }) => `${severity.padEnd(7)} ${code}`)))
      counts.set(label, (counts.get(label) ?? 0) + 1);
    const grade = built.gradeOf(findings);
    grades.set(grade, (grades.get(grade) ?? 0) + 1);
  }
  const perSecond = Math.round((1000 * examined.length) / elapsed);
  print(
    `library hygiene: ${title}: ${examined.length} entries, ${perSecond} a second of CPU time, one thread, cross findings ${crossTime.toFixed(0)} ms, ${(examination.bytes / 1e6).toFixed(1)} MB held`,
  );
  print(`  grades: ${['A', 'B', 'C', 'D'].map((grade) => `${grade} ${grades.get(grade) ?? 0}`).join(', ')}`);
  for (const [label, count] of [...counts].sort((a, b) => b[1] - a[1])) print(`  ${String(count).padStart(8)}  ${label}`);
  const groups = new Map<string, number>();
  for (const { finding } of cross) groups.set(finding.code, (groups.get(finding.code) ?? 0) + 1);
  print(`  groups: ${[...groups].map(([code, count]) => `${code} ${count}`).join(', ')}`);
}

function spectrumOf(record: MassBankRecord): MassSpectrum {
  const { names, formula, mass, smiles, inchikey, cas, inst, itype = '', pmz, adduct, ce, lic, auth } = record;
  const sorted = [...record.peaks].sort((a, b) => a[0] - b[0]);
  const ionisation = /\bEI\b/.test(itype)
    ? 'EI'
    : /ESI/.test(itype)
      ? 'ESI'
      : /APCI/.test(itype)
        ? 'APCI'
        : /\bCI\b/.test(itype)
          ? 'CI'
          : itype === ''
            ? 'unknown'
            : 'other';
  const acquisition: Acquisition = {
    ionisation,
    msLevel: record.ms === 'MS' ? 1 : Number(record.ms?.slice(2)) || 2,
    ...(record.mode === 'POSITIVE'
      ? { polarity: 'positive' as const }
      : record.mode === 'NEGATIVE'
        ? { polarity: 'negative' as const }
        : {}),
    ...(pmz === undefined ? {} : { precursorMz: pmz }),
    ...(adduct === undefined ? {} : { adduct }),
    ...(ce === undefined ? {} : { collisionEnergy: ce }),
    ...(inst === undefined ? {} : { instrument: inst }),
  };
  const identity = Object.fromEntries(
    Object.entries({ name: names[0] ?? '', synonyms: names.slice(1), formula, exactMass: mass, smiles, inchikey, cas }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as unknown as MassSpectrum['identity'];
  return {
    identity,
    acquisition,
    mz: Float64Array.from(sorted, ([mz]) => mz),
    intensity: Float64Array.from(sorted, ([, intensity]) => intensity),
    ...(lic === undefined ? {} : { licence: lic }),
    ...(auth === undefined ? {} : { origin: auth }),
    otherFields: [],
  };
}
