import { createHash } from 'node:crypto';
import { readMeasurements } from '../../../../core/formats/read';
import { recognise } from '../../../../core/formats/recognise';
import type { ByteSource } from '../../../../core/spectrum/byte-source';
import type { Curves } from '../../../../core/spectrum/curves';
import type { MassSpectrum } from '../../../../core/spectrum/mass-spectrum';
import type { FileFormat, ReadWarning, Refusal } from '../../../../core/spectrum/reading';

/** What the preview thread is asked of a file. */
export type PreviewRequest = { readonly path: string; readonly fileName: string } & (
  | { readonly kind: 'preview' }
  /** The first records with their spectra, and how many more there are. */
  | { readonly kind: 'records'; readonly most: number }
  /** One record by its number from 0. */
  | { readonly kind: 'record'; readonly record: number }
);

/** A record with its numbers. */
export type PreviewedRecord =
  | { readonly kind: 'spectrum'; readonly spectrum: MassSpectrum }
  | { readonly kind: 'curves'; readonly curves: Curves };

/** How the reading of a whole file came out; without `refusal` it was read to its end. */
export interface FileReading {
  readonly format: FileFormat | null;
  readonly sha256: string;
  readonly size: number;
  /** Mass spectra and curves; `curves` of them are curves. */
  readonly spectra: number;
  readonly curves: number;
  readonly runs: number;
  readonly statedEi: number;
  readonly statedOther: number;
  readonly unstated: number;
  /** The first records, or the one that was asked for. */
  readonly records: readonly PreviewedRecord[];
  readonly warnings: readonly ReadWarning[];
  readonly warningTotal: number;
  readonly unusedFields: readonly { readonly field: string; readonly count: number }[];
  readonly refusal: Refusal | null;
}

const PREVIEWED = 5;
const KEPT_WARNINGS = 200;
/** A file with more names of fields than this is named by its first ones. */
const KEPT_FIELDS = 200;
/** Spectra that go to the engine in one answer hold at most this many peaks together; further records are listed by reading again. */
const MOST_PEAKS = 2_000_000;

/** Reads a file to its end, or to the record that was asked for, and keeps nothing. */
export function readFileForPreview(
  request: PreviewRequest,
  source: ByteSource,
  hooks: { readonly cancelled: () => boolean; readonly progress: (bytes: number) => void },
): FileReading | 'cancelled' {
  const hashed = hashing(source);
  const format = recognise(hashed.source);
  const fields = new Map<string, number>();
  const records: PreviewedRecord[] = [];
  const warnings: ReadWarning[] = [];
  const most = request.kind === 'records' ? request.most : request.kind === 'preview' ? PREVIEWED : 1;
  const stated = { EI: 0, other: 0, unknown: 0 };
  let spectra = 0;
  let curves = 0;
  let runs = 0;
  let peaks = 0;
  let warningTotal = 0;
  let refusal: Refusal | null = null;

  for (const event of readMeasurements(hashed.source)) {
    if (hooks.cancelled()) return 'cancelled';
    if (event.type === 'progress') hooks.progress(event.bytes);
    else if (event.type === 'refused') refusal = event.refusal;
    else if (event.type === 'warning') {
      warningTotal++;
      if (warnings.length < KEPT_WARNINGS) warnings.push(event.warning);
    } else if (event.type === 'run') runs++;
    else if (event.type === 'spectrum' || (event.type === 'curves' && request.kind === 'preview')) {
      const record: PreviewedRecord =
        event.type === 'spectrum' ? { kind: 'spectrum', spectrum: event.spectrum } : { kind: 'curves', curves: event.curves };
      const asked = request.kind !== 'record' || request.record === spectra;
      peaks += event.type === 'spectrum' ? event.spectrum.mz.length : event.curves.traces.reduce((sum, { y }) => sum + y.values.length, 0);
      if (asked && records.length < most && (records.length === 0 || peaks <= MOST_PEAKS)) records.push(record);
      if (event.type === 'spectrum') {
        const { ionisation } = event.spectrum.acquisition;
        stated[ionisation === 'EI' || ionisation === 'unknown' ? ionisation : 'other']++;
      } else curves++;
      for (const { field } of event.type === 'spectrum' ? event.spectrum.otherFields : event.curves.otherFields) {
        if (fields.has(field) || fields.size < KEPT_FIELDS) fields.set(field, (fields.get(field) ?? 0) + 1);
      }
      spectra++;
      if (request.kind === 'record' && asked) break;
    }
  }
  return {
    format: typeof format === 'string' ? format : null,
    sha256: request.kind !== 'record' && refusal === null ? hashed.end() : '',
    size: source.size,
    spectra,
    curves,
    runs,
    statedEi: stated.EI,
    statedOther: stated.other,
    unstated: stated.unknown,
    records,
    warnings,
    warningTotal,
    unusedFields: [...fields].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count),
    refusal,
  };
}

/** A source that hashes what is read in order, so that a large file is read once; `end` reads and hashes what was left. */
function hashing(source: ByteSource): { readonly source: ByteSource; readonly end: () => string } {
  const hash = createHash('sha256');
  let upTo = 0;
  const read = (offset: number, into: Uint8Array): number => {
    const copied = source.read(offset, into);
    if (offset <= upTo && offset + copied > upTo) {
      hash.update(into.subarray(upTo - offset, copied));
      upTo = offset + copied;
    }
    return copied;
  };
  const end = () => {
    const rest = new Uint8Array(1 << 20);
    while (read(upTo, rest) > 0);
    return hash.digest('hex');
  };
  return { source: { name: source.name, size: source.size, read }, end };
}
