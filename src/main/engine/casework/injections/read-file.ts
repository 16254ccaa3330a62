import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readMeasurements } from '../../../../core/formats/read';
import { memorySource } from '../../../../core/spectrum/byte-source';
import type { MassSpectrum } from '../../../../core/spectrum/mass-spectrum';
import type { ReadWarning } from '../../../../core/spectrum/reading';
import type { AttachmentsService, KeptFile } from '../../attachments/service';
import { errorCode } from '../../database/storage-failure';
import { Failure, refused } from '../../failures';
import { readFileInThread } from '../../library/preview/read-file';
import type { Threads } from '../../surroundings';

/** Read in the engine itself up to this size: some 10 ms, where a thread would take 100 ms to start. */
const SMALL_BYTES = 5_000_000;
/** The spectra of one injection are never this large; a whole library or a raw scan series is not for an injection. */
const LARGEST_BYTES = 200_000_000;
const MOST_SPECTRA = 500;

export interface InstrumentFile {
  readonly fileName: string;
  readonly spectra: readonly MassSpectrum[];
  readonly warnings: readonly ReadWarning[];
  readonly kept: KeptFile;
}

/**
 * Reads the spectra of one injection's file and keeps the file by its hash; a file that is refused is not kept.
 *
 * @throws Failure UNREADABLE_FILE; REFUSED `injection.file-too-large`, `injection.too-many-spectra`, `injection.no-spectrum`
 */
export async function takeInstrumentFile(
  path: string,
  { attachments, threads }: { readonly attachments: AttachmentsService; readonly threads: Threads },
): Promise<InstrumentFile> {
  const fileName = basename(path);
  const unreadable = (error: unknown): never => {
    throw new Failure('UNREADABLE_FILE', { fileName, code: 'not-readable', params: { code: errorCode(error) } }, error);
  };
  const { size } = await stat(path).catch(unreadable);
  if (size > LARGEST_BYTES) throw refused('injection.file-too-large', { file: fileName, megabytes: LARGEST_BYTES / 1e6 });
  if (size <= SMALL_BYTES) {
    const bytes = await readFile(path).catch(unreadable);
    const reading = readWhole(fileName, bytes);
    requireSpectra(fileName, reading.spectra.length);
    return { fileName, ...reading, kept: await attachments.keep({ bytes }) };
  }
  const reading = await readFileInThread({ threads }, { kind: 'records', path, fileName, most: MOST_SPECTRA });
  requireSpectra(fileName, reading.spectra);
  const spectra = reading.records.flatMap((record) => (record.kind === 'spectrum' ? [record.spectrum] : []));
  return { fileName, spectra, warnings: reading.warnings, kept: await attachments.keep({ path }) };
}

function readWhole(fileName: string, bytes: Uint8Array): Pick<InstrumentFile, 'spectra' | 'warnings'> {
  const spectra: MassSpectrum[] = [];
  const warnings: ReadWarning[] = [];
  for (const event of readMeasurements(memorySource(fileName, bytes))) {
    if (event.type === 'spectrum') spectra.push(event.spectrum);
    else if (event.type === 'warning') warnings.push(event.warning);
    else if (event.type === 'refused')
      throw new Failure('UNREADABLE_FILE', { fileName, code: event.refusal.code, params: { ...event.refusal.params } });
    if (spectra.length > MOST_SPECTRA) break;
  }
  return { spectra, warnings };
}

function requireSpectra(file: string, count: number): void {
  if (count === 0) throw refused('injection.no-spectrum', { file });
  if (count > MOST_SPECTRA) throw refused('injection.too-many-spectra', { file, most: MOST_SPECTRA });
}
