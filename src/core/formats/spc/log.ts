import type { Conditions } from '../../spectrum/conditions';
import type { BinaryFile } from '../binary/binary-file';
import type { ConditionDraft } from '../binary/condition-draft';
import { fixedText } from '../binary/text';
import type { ReadLog } from '../read-log';
import type { SpcHeader } from './header';

const LOG_HEADER = 64;
/** Bytes of the longest text of a log that is read; those known have under 100,000. */
const LONGEST = 1_048_576;

/** The log block at the end of a file. */
export interface SpcLog {
  readonly text: string;
  /** Where its binary part lies in the file, of how many bytes; length 0 when it has none. */
  readonly binaryAt: number;
  readonly binaryLength: number;
}

/** Keys of log lines as instruments write them, without case, blanks and signs. What is not here stays verbatim. */
const TERMS: Readonly<Record<string, keyof Conditions>> = {
  operator: 'operator',
  user: 'operator',
  model: 'instrument',
  instrument: 'instrument',
  instrum: 'instrument',
  serialnumber: 'instrumentSerial',
  laser: 'laser',
  excitline: 'laser',
  laserpower: 'laserPower',
  exposuretime: 'exposure',
  integrationtime: 'exposure',
  acqtimes: 'exposure',
  accumulations: 'accumulations',
  accum: 'accumulations',
  scans: 'accumulations',
  det: 'detector',
  detector: 'detector',
  src: 'source',
  bsplitter: 'beamsplitter',
  bslitter: 'beamsplitter',
  apod: 'apodisation',
  apodization: 'apodisation',
  res: 'resolution',
  resolution: 'resolution',
  solvent: 'solvent',
  nucleus: 'nucleus',
  nucfreq: 'frequency',
  sample: 'sample',
  objectiv: 'accessory',
  microscopeobjective: 'accessory',
};

/** Reads the log block where the header says one is; a damaged one costs a warning, not the spectrum. */
export function readLog(file: BinaryFile, header: SpcHeader, record: string, log: ReadLog): SpcLog {
  const none: SpcLog = { text: '', binaryAt: 0, binaryLength: 0 };
  const start = header.logAt;
  if (start === 0) return none;
  if (!file.holds(start, LOG_HEADER)) {
    log.warn('part-damaged', { byte: Math.min(start, file.size) }, { record, part: 'log block' });
    return none;
  }
  const view = file.view(start, LOG_HEADER, 'log block');
  const size = view.getUint32(0, header.little);
  const textAt = view.getUint32(8, header.little);
  const binaryLength = view.getUint32(12, header.little);
  const available = file.size - start;
  const end = Math.min(size, available);
  if (size > available || textAt > end || LOG_HEADER + binaryLength > end) {
    log.warn('part-damaged', { byte: start }, { record, part: 'log block' });
  }
  const length = Math.min(Math.max(0, end - textAt), LONGEST);
  if (end - textAt > LONGEST) log.warn('part-unused', { byte: start + textAt + LONGEST }, { record, part: 'end of the log' });
  return {
    text: length === 0 ? '' : fixedText(file.bytes(start + textAt, length, 'log block'), 0, length),
    binaryAt: start + LOG_HEADER,
    binaryLength: LOG_HEADER + binaryLength <= end ? binaryLength : 0,
  };
}

/** Sorts the lines of a log text: `key = value` under its term or key, any other line as a field `log`. */
export function sortLog(text: string, draft: ConditionDraft): void {
  for (const line of text.split(/\r\n|\n\r|\r|\n/)) {
    const equals = line.indexOf('=');
    const key = equals < 0 ? '' : line.slice(0, equals).trim();
    if (key === '' || key.length > 60) draft.keep('log', line.trim());
    else draft.put(TERMS[key.toLowerCase().replace(/[^a-z]/g, '')], key, line.slice(equals + 1).trim());
  }
}

/** Whether a log text has a line `key=`; used where it tells what was measured. */
export function logHas(text: string, key: string): boolean {
  return new RegExp(`^\\s*${key}\\s*=`, 'im').test(text);
}
