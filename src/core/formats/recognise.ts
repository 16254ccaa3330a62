import type { ByteSource } from '../spectrum/byte-source';
import type { FileFormat, Refusal } from '../spectrum/reading';
import { refusal } from './codes';
import { limits } from './limits';
import { mspField } from './msp/fields';
import { openText } from './text/encoding';

/** Beginnings of files a laboratory may well drop here; a name tells more than "unknown". */
const OTHER_FORMATS: readonly { readonly name: string; readonly begins: string | RegExp }[] = [
  { name: 'netCDF (ANDI/AIA)', begins: 'CDF\x01' },
  { name: 'netCDF (ANDI/AIA)', begins: 'CDF\x02' },
  { name: 'HDF5', begins: '\x89HDF' },
  { name: 'ZIP', begins: 'PK\x03\x04' },
  { name: 'gzip', begins: '\x1f\x8b' },
  { name: 'PDF', begins: '%PDF' },
  { name: 'PNG', begins: '\x89PNG' },
  { name: 'JPEG', begins: '\xff\xd8\xff' },
  { name: 'Agilent ChemStation MS', begins: '\x01\x32\x00\x00' },
  { name: 'SQLite', begins: 'SQLite format 3' },
  { name: 'mzML / mzXML / XML', begins: /^\s*<(\?xml|indexedmzML|mzML|mzXML)\b/ },
  { name: 'MGF', begins: /^BEGIN IONS/m },
  { name: 'AMDIS ELU', begins: /^\s*NAME:\s*\|SC\d+\|/ },
  { name: 'JSON', begins: /^\s*[[{]\s*"/ },
];

/** Characters looked at for the mark of another format. */
const BEGINNING = 4096;
const LINE_END = /\r\n|\r|\n/;
/** Lines looked at for the mark of a text format. */
const HEAD_LINES = 2000;

/**
 * Tells the format of a file from its content; its extension is not looked at.
 * @returns the format, or why the file cannot be read: empty, binary, of a format not read here, or of none known.
 */
export function recognise(source: ByteSource): FileFormat | Refusal {
  const head = readHead(source);
  if (head.length === 0) return refusal('file-empty', source.name, {}, {});
  const text = latin1(head);
  const beginning = text.slice(0, BEGINNING);
  const other = OTHER_FORMATS.find(({ begins }) => (typeof begins === 'string' ? beginning.startsWith(begins) : begins.test(beginning)));
  if (other !== undefined) return refusal('format-unsupported', source.name, {}, { format: other.name });
  const nul = head.indexOf(0);
  if (nul >= 0) return refusal('file-binary', source.name, { byte: nul }, {});
  if (isJcamp(text)) return 'jcamp-dx';
  if (isMsp(text)) return 'msp';
  if (text.trim() === '') return refusal('file-empty', source.name, {}, {});
  return refusal('format-unknown', source.name, { line: 1 }, {});
}

/** The first bytes, as UTF-8 where the file is UTF-16. */
function readHead(source: ByteSource): Uint8Array {
  const stream = openText(source);
  const head = new Uint8Array(limits.headBytes);
  let filled = 0;
  for (let copied = -1; copied !== 0 && filled < head.length; filled += copied) copied = stream.read(head.subarray(filled));
  return head.subarray(0, filled);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The first line that is neither empty nor a remark is a labelled record. */
function isJcamp(text: string): boolean {
  const first = text.split(LINE_END, HEAD_LINES).find((line) => line.trim() !== '' && !line.trimStart().startsWith('$$'));
  return first !== undefined && /^\s*##[^=]{1,80}=/.test(first);
}

/** Some line near the beginning names a compound or announces peaks. */
function isMsp(text: string): boolean {
  for (const line of text.split(LINE_END, HEAD_LINES)) {
    const colon = line.indexOf(':');
    if (colon <= 0 || colon > 40) continue;
    const field = mspField(line.slice(0, colon).trim());
    if (field === 'name' || field === 'peakCount') return true;
  }
  return false;
}
