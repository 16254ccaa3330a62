import type { Conditions } from '../../spectrum/conditions';
import type { Ionisation, VerbatimField } from '../../spectrum/mass-spectrum';
import type { BinaryFile } from '../binary/binary-file';
import type { ReadLog } from '../read-log';
import { DescribingFields, present } from './fields';
import { textAt } from './netcdf/column';
import type { Netcdf } from './netcdf/header';

/** What an ANDI/MS file says of its measurement as a whole. */
export interface Description {
  readonly title: string;
  readonly conditions: Conditions;
  readonly ionisation: Ionisation;
  readonly polarity?: 'positive' | 'negative';
  /** Points are a profile, not centroids. */
  readonly profile: boolean;
  /** `Mass Scan`, `Selected Ion Detection`, ... */
  readonly scanFunction?: string;
  /** Unit of times as the file has it, '' where it has none. */
  readonly timeUnit: string;
  readonly otherFields: readonly VerbatimField[];
}

/** Ionisation modes of the protocol (ASTM E2077, test method) whose kind has a name here. */
const IONISATIONS: Readonly<Record<string, Ionisation>> = {
  'electron impact': 'EI',
  'chemical ionization': 'CI',
  'electrospray ionization': 'ESI',
  'atmospheric pressure chemical ionization': 'APCI',
};

const INSTRUMENT_TEXTS = ['name', 'id', 'mfr', 'model', 'serial_no', 'sw_version', 'fw_version', 'os_version', 'app_version', 'comments'];

/** Reads the attributes and the instrument's texts. @throws Refused `file-truncated` */
export function readDescription(file: BinaryFile, netcdf: Netcdf, record: string, log: ReadLog): Description {
  const fields = new DescribingFields(netcdf.attributes);
  for (const text of INSTRUMENT_TEXTS) fields.add(`instrument_${text}`, textAt(file, netcdf.variables.get(`instrument_${text}`), 0));
  fields.add('error_log', textAt(file, netcdf.variables.get('error_log'), 0));
  const type = fields.peek('experiment_type') ?? '';
  const scanFunction = fields.peek('test_scan_function');
  const selected = /selected ion/i.test(scanFunction ?? '');
  const continuum = /continuum/i.test(type);
  if (continuum && selected) log.warn('value-assumed', {}, { record, field: 'experiment_type', value: 'Centroided Mass Spectrum' });
  const title = fields.take('experiment_title') ?? '';
  const mode = fields.peek('test_ionization_mode')?.toLowerCase() ?? '';
  const polarity = /^(positive|negative)/i.exec(fields.peek('test_ionization_polarity') ?? '')?.[1]?.toLowerCase();
  return {
    title,
    conditions: conditionsOf(fields, record, log),
    ionisation: IONISATIONS[mode] ?? (mode === '' ? 'unknown' : 'other'),
    ...(polarity === 'positive' || polarity === 'negative' ? { polarity } : {}),
    profile: continuum && !selected,
    ...(scanFunction === undefined ? {} : { scanFunction }),
    timeUnit: fields.peek('units') ?? '',
    otherFields: fields.rest(),
  };
}

function conditionsOf(fields: DescribingFields, record: string, log: ReadLog): Conditions {
  const method = fields.peek('external_file_ref_0') ?? '';
  const state = fields.peek('sample_state') ?? '';
  return present({
    sample: fields.take('sample_external_id', 'sample_internal_id'),
    measuredAt: fields.takeDate('experiment_date_time_stamp', record, log),
    instrument: joined(fields.take('instrument_mfr'), fields.take('instrument_model'), fields.take('instrument_name')),
    instrumentSerial: fields.take('instrument_serial_no'),
    software: joined(fields.take('instrument_app_version'), fields.take('instrument_sw_version')),
    operator: fields.take('operator_name'),
    // the protocol lets this name any file; Agilent writes the method there
    method: /\.m$/i.test(method) ? fields.take('external_file_ref_0') : undefined,
    accessory: fields.take('test_ms_inlet'),
    detector: fields.take('test_detector_type'),
    ionisation: fields.take('test_ionization_mode'),
    state: /^other/i.test(state) ? undefined : fields.take('sample_state'),
    comment: fields.take('sample_comments', 'administrative_comments'),
  });
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const present = [...new Set(parts.filter((part) => part !== undefined))];
  return present.length === 0 ? undefined : present.join(' ');
}
