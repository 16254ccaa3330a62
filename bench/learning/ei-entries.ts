import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { skeletonOf } from '../../src/core/chemistry/identifiers';
import { massesOf } from '../../src/core/chemistry/masses';
import { parseFormula } from '../../src/core/chemistry/parse-formula';
import type { AliquotPoolEntry } from '../../src/core/search/aliquot/rank';
import { cosine } from '../../src/core/search/scores/cosine';
import { type NominalSpectrum, prepareNominal } from '../../src/core/search/scores/nominal-spectrum';
import { FENTANYLS, mspFilesUnder, SWGDRUG, spectraOf } from '../ei-library';

export const MASSBANK = '../shared/data/ms/massbank.jsonl.gz';

/** One EI spectrum of the collections, its key the place in the order SWGDRUG, MassBank, NIST fentanyls. */
export interface EiEntry extends AliquotPoolEntry {
  readonly peaks: NominalSpectrum;
  readonly collection: 'swgdrug' | 'massbank' | 'nist';
  readonly name: string;
  readonly id: string;
  /** What tells one measurement from another: instrument, or the remark of who measured. */
  readonly measuredBy: string;
  /** The name says that the spectrum is of a derivative or of a labelled compound, while the identity is the plain compound's. */
  readonly otherSubstance: boolean;
}

interface MassBankRecord {
  readonly id: string;
  readonly title: string;
  readonly formula?: string;
  readonly inchikey?: string;
  readonly inst?: string;
  readonly itype?: string;
  readonly ms?: string;
  readonly mode?: string;
  readonly peaks: readonly (readonly [number, number])[];
}

/** Every EI spectrum of the three collections that names its compound (SWGDRUG: all). */
export async function readEiEntries(): Promise<readonly EiEntry[]> {
  const entries: EiEntry[] = [];
  const add = (entry: Omit<EiEntry, 'key'>) => entries.push({ key: entries.length, ...entry });
  const addFile = (path: string, collection: 'swgdrug' | 'nist') => {
    for (const { identity, accession, otherFields, mz, intensity } of spectraOf(path)) {
      add({
        peaks: prepareNominal({ mz, intensity }),
        formula: identity.formula ?? null,
        nominalMass: nominalMassOf(identity.formula) ?? (identity.molecularMass === undefined ? null : Math.round(identity.molecularMass)),
        compound: identity.inchikey === undefined ? null : (skeletonOf(identity.inchikey) ?? null),
        collection,
        name: identity.name,
        id: accession ?? '',
        measuredBy: collection === 'nist' ? path : (otherFields.find(({ field }) => /comment/i.test(field))?.value ?? ''),
        otherSubstance: false,
      });
    }
  };
  addFile(SWGDRUG, 'swgdrug');
  for await (const record of massBankEi()) {
    const compound = record.inchikey === undefined ? undefined : skeletonOf(record.inchikey);
    if (compound === undefined) continue;
    add({
      peaks: prepareNominal({ mz: record.peaks.map(([mz]) => mz), intensity: record.peaks.map(([, intensity]) => intensity) }),
      formula: record.formula ?? null,
      nominalMass: nominalMassOf(record.formula),
      compound,
      collection: 'massbank',
      name: record.title.split(';')[0] ?? record.id,
      id: record.id,
      measuredBy: record.inst ?? '',
      otherSubstance: /\b(n|[1-9]) (TMS|TBDMS|MEOX)\b/i.test(record.title) || /\([^)]*\bD\d+\)/.test(record.title),
    });
  }
  for (const path of mspFilesUnder(FENTANYLS)) addFile(path, 'nist');
  return entries;
}

/** MassBank records of one stage of mass spectrometry by electron ionisation; chemical, field and spray ionisation are left out. */
async function* massBankEi(): AsyncGenerator<MassBankRecord> {
  const lines = createInterface({ input: createReadStream(MASSBANK).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (!line.includes('EI')) continue;
    const record = JSON.parse(line) as MassBankRecord;
    if (record.ms === 'MS' && record.mode !== 'NEGATIVE' && /(^|-)EI(-|$)/.test(record.itype ?? '')) yield record;
  }
}

function nominalMassOf(formula: string | undefined): number | null {
  if (formula === undefined) return null;
  const reading = parseFormula(formula);
  return reading.ok ? massesOf(reading.formula).nominal : null;
}

/** Whether two entries are one measurement: the same spectrum, whatever they are called. */
export function sameMeasurement(a: EiEntry, b: EiEntry): boolean {
  return cosine(a.peaks, b.peaks) > 0.9995;
}

/** Half of the compounds, 0 or 1, by a hash of the skeleton (FNV-1a, bit 7): the same in every run. */
export function halfOf(compound: string): 0 | 1 {
  let hash = 2_166_136_261;
  for (let i = 0; i < compound.length; i++) hash = Math.imul(hash ^ compound.charCodeAt(i), 16_777_619) >>> 0;
  return ((hash >>> 7) & 1) as 0 | 1;
}
