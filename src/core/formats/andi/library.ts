import type { MassSpectrum, StatedIdentity, VerbatimField } from '../../spectrum/mass-spectrum';
import type { BinaryFile } from '../binary/binary-file';
import type { ReadLog } from '../read-log';
import { type Description, readDescription } from './description';
import { NumberColumn, textAt } from './netcdf/column';
import type { Netcdf, NetcdfVariable } from './netcdf/header';
import { type ScanPoints, ScanTable } from './scan-table';

/** Entries between two looks of the caller. */
const STEP = 100;
/** Variables of every scan that say nothing of a library entry, or are read elsewhere. */
const OF_SCANS =
  /^(scan_index|point_count|flag_count|actual_scan_number|a_d_.*|(mass|time)_range_m.*|scan_.*|inter_scan_time|resolution|total_intensity)$/;

/** Reads a library: one spectrum for each entry, with what the file says of its substance. */
export function* readLibrary(file: BinaryFile, netcdf: Netcdf, log: ReadLog): Generator<number> {
  const table = new ScanTable(file, netcdf, log);
  const description = readDescription(file, netcdf, file.name, log);
  const fields = [...netcdf.variables.values()].filter(
    ({ name, dimensions, length }) => dimensions[0] === 'scan_number' && length === table.count && !OF_SCANS.test(name),
  );
  const columns = new Map(
    fields.filter(({ type, width }) => type !== 'char' && width === 1).map((field) => [field.name, new NumberColumn(file, field)]),
  );
  for (let entry = 0; entry < table.count; entry++) {
    const points = table.points(entry);
    if (points !== undefined) {
      const stated = new Map<string, string>();
      for (const field of fields) stated.set(field.name, statedValue(file, field, columns.get(field.name), entry));
      const spectrum = spectrumOf(description, stated, withoutNegative(points, entry, log));
      // Every peak of a damaged entry may have gone.
      if (spectrum.mz.length === 0)
        log.warn('part-damaged', { byte: table.place(entry) }, { record: `#${entry + 1}`, part: 'mass_values' });
      else log.spectrum(spectrum, { byte: table.place(entry) });
    }
    if (entry % STEP === STEP - 1) yield Math.min(file.size, table.place(entry));
  }
}

function statedValue(file: BinaryFile, field: NetcdfVariable, column: NumberColumn | undefined, entry: number): string {
  if (column === undefined) return textAt(file, field, entry);
  const value = column.value(entry);
  return Number.isNaN(value) ? '' : String(value);
}

function spectrumOf(description: Description, stated: Map<string, string>, points: ScanPoints): MassSpectrum {
  const take = (name: string): string | undefined => {
    const value = stated.get(name) ?? '';
    stated.delete(name);
    return value === '' ? undefined : value;
  };
  const identity = identityOf(take);
  const accession = take('entry_id') ?? take('entry_number');
  const index = Number(take('retention_index') ?? Number.NaN);
  const rest: VerbatimField[] = [...stated].filter(([, value]) => value !== '').map(([field, value]) => ({ field, value }));
  return {
    identity,
    acquisition: {
      ionisation: description.ionisation,
      msLevel: 1,
      ...(description.polarity === undefined ? {} : { polarity: description.polarity }),
      ...(index > 0 ? { retentionIndex: index } : {}),
    },
    ...points,
    conditions: description.conditions,
    ...(accession === undefined ? {} : { accession }),
    otherFields: [...rest, ...description.otherFields],
  };
}

function identityOf(take: (name: string) => string | undefined): StatedIdentity {
  const name = take('entry_name') ?? take('CAS_name') ?? '';
  const synonyms = ['CAS_name', 'other_name_0', 'other_name_1', 'other_name_2', 'other_name_3'].flatMap((field) => take(field) ?? []);
  const cas = casNumber(take('CAS_number'));
  const formula = take('chemical_formula');
  const smiles = take('smiles') ?? take('smiles_notation');
  const molecularMass = Number(take('chemical_mass') ?? Number.NaN);
  const exactMass = Number(take('accurate_mass') ?? Number.NaN);
  return {
    name,
    synonyms,
    ...(cas === undefined ? {} : { cas }),
    ...(formula === undefined ? {} : { formula }),
    ...(smiles === undefined ? {} : { smiles }),
    ...(molecularMass > 0 ? { molecularMass } : {}),
    ...(exactMass > 0 ? { exactMass } : {}),
  };
}

/** The protocol writes a CAS number as an integer, its hyphens left out; 0 stands for none. */
function casNumber(value: string | undefined): string | undefined {
  if (value === undefined || !/^[1-9]\d{4,9}$/.test(value)) return undefined;
  return `${value.slice(0, -3)}-${value.slice(-3, -1)}-${value.slice(-1)}`;
}

/** A library's abundances cannot be negative. */
function withoutNegative({ mz, intensity }: ScanPoints, entry: number, log: ReadLog): ScanPoints {
  if (intensity.every((value) => value >= 0) && mz.every((value) => value >= 0)) return { mz, intensity };
  log.warn('part-damaged', {}, { record: `#${entry + 1}`, part: 'intensity_values' });
  const kept = [...mz.keys()].filter((i) => (intensity[i] as number) >= 0 && (mz[i] as number) >= 0);
  return { mz: Float64Array.from(kept, (i) => mz[i] as number), intensity: Float64Array.from(kept, (i) => intensity[i] as number) };
}
