import type { ByteSource } from '../spectrum/byte-source';
import type { FileFormat, Refusal } from '../spectrum/reading';
import { refusal } from './codes';
import { readHead } from './file-head';
import { FORMATS } from './registry';

/** Beginnings of files that hold no spectra Aliquot reads, but that a laboratory may well drop here; a name tells more than "unknown". */
const OTHER_FORMATS: readonly { readonly name: string; readonly begins: string | RegExp }[] = [
  { name: 'HDF5', begins: '\x89HDF' },
  { name: 'ZIP', begins: 'PK\x03\x04' },
  { name: 'gzip', begins: '\x1f\x8b' },
  { name: 'PDF', begins: '%PDF' },
  { name: 'PNG', begins: '\x89PNG' },
  { name: 'JPEG', begins: '\xff\xd8\xff' },
  { name: 'Microsoft compound document', begins: '\xd0\xcf\x11\xe0' },
  { name: 'Finnigan RAW', begins: '\x01\xa1F\0i\0n\0n\0' },
  { name: 'SQLite', begins: 'SQLite format 3' },
  { name: 'XML', begins: /^\s*<\?xml\b/ },
  { name: 'JSON', begins: /^\s*[[{]\s*"/ },
];

/** Characters looked at for the mark of another format. */
const BEGINNING = 4096;

/**
 * Tells the format of a file from its content; its extension is not looked at.
 * @returns the format, or why the file cannot be read: empty, binary, of a format not read here, or of none known.
 */
export function recognise(source: ByteSource): FileFormat | Refusal {
  const head = readHead(source);
  if (head.bytes.length === 0 || head.text.trim() === '') return refusal('file-empty', source.name, {}, {});
  const format = FORMATS.find(({ recognises }) => recognises(head));
  if (format !== undefined) return format.id;
  const beginning = head.text.slice(0, BEGINNING);
  const other = OTHER_FORMATS.find(({ begins }) => (typeof begins === 'string' ? beginning.startsWith(begins) : begins.test(beginning)));
  if (other !== undefined) return refusal('format-unsupported', source.name, {}, { format: other.name });
  const nul = head.text.indexOf('\0');
  if (nul >= 0) return refusal('file-binary', source.name, { byte: nul }, {});
  return refusal('format-unknown', source.name, { line: 1 }, {});
}
