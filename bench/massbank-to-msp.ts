import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** One record of `massbank.jsonl.gz`, as far as MSP has a place for it. */
interface MassBankRecord {
  readonly id: string;
  readonly names?: readonly string[];
  readonly formula?: string;
  readonly mass?: number;
  readonly smiles?: string;
  readonly inchikey?: string;
  readonly cas?: string;
  readonly inst?: string;
  readonly itype?: string;
  readonly ms?: string;
  readonly mode?: string;
  readonly ionization?: string;
  readonly ce?: string;
  readonly pmz?: number;
  readonly adduct?: string;
  readonly rt?: string;
  readonly ri?: string;
  readonly splash?: string;
  readonly lic?: string;
  readonly auth?: string;
  readonly peaks: readonly (readonly [number, number])[];
}

/**
 * Writes the MassBank records of `from` (JSON lines, gzip) to `to` as one MSP file, record by record.
 * @returns how many records and peaks were written, and the bytes of the file
 */
export async function convertMassBank(from: string, to: string): Promise<{ records: number; peaks: number; bytes: number }> {
  const out = createWriteStream(to);
  let records = 0;
  let peaks = 0;
  for await (const line of createInterface({ input: createReadStream(from).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })) {
    const record = JSON.parse(line) as MassBankRecord;
    records++;
    peaks += record.peaks.length;
    if (!out.write(mspOf(record))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return { records, peaks, bytes: out.bytesWritten };
}

function mspOf(record: MassBankRecord): string {
  const [name = record.id, ...synonyms] = record.names ?? [];
  const fields: readonly (readonly [string, string | number | undefined])[] = [
    ['Name', name],
    ...synonyms.map((synonym) => ['Synon', synonym] as const),
    ['DB#', record.id],
    ['InChIKey', record.inchikey],
    ['SMILES', record.smiles],
    ['Formula', record.formula],
    ['ExactMass', record.mass],
    ['CAS#', record.cas],
    ['Spectrum_type', record.ms],
    ['PrecursorMZ', record.pmz],
    ['Precursor_type', record.adduct],
    ['Instrument_type', record.itype],
    ['Instrument', record.inst],
    ['Ionization', record.ionization],
    ['Ion_mode', record.mode],
    ['Collision_energy', record.ce],
    ['Retention_time', record.rt],
    ['Retention_index', record.ri],
    ['Splash', record.splash],
    ['License', record.lic],
    ['Authors', record.auth],
    ['Num Peaks', record.peaks.length],
  ];
  const lines = fields.filter(([, value]) => value !== undefined && value !== '').map(([field, value]) => `${field}: ${value}`);
  return `${lines.join('\n')}\n${record.peaks.map(([mz, intensity]) => `${mz} ${intensity}`).join('\n')}\n\n`;
}
