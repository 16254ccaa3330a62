import type { BinaryFile } from '../binary/binary-file';
import type { ConditionDraft } from '../binary/condition-draft';
import { fixedText, float32Text } from '../binary/text';
import { limits } from '../limits';
import { KEY, type OmnicBlock } from './directory';
import type { SpectrumHeader } from './header';

/** Seconds from here are the file's times: 31 December 1899, 0 h, UTC. */
const EPOCH = Date.UTC(1899, 11, 31);
const TITLE_LENGTH = 256;

/** A time of the file as ISO 8601, undefined when it is none of this age (before 1980). */
export function timeOf(seconds: number): string | undefined {
  const date = new Date(EPOCH + 1000 * seconds);
  return date.getUTCFullYear() < 1980 ? undefined : `${date.toISOString().slice(0, 19)}Z`;
}

/** Title and time of a spectrum of a group. */
export function titleOf(file: BinaryFile, block: OmnicBlock): { readonly title: string; readonly seconds: number } {
  const view = file.view(block.at, TITLE_LENGTH + 4, 'title');
  return { title: fixedText(new Uint8Array(view.buffer), 0, TITLE_LENGTH), seconds: view.getUint32(TITLE_LENGTH, true) };
}

/** Lines of a history that say what the model has a term for, in the languages seen. The history as a whole stays verbatim. */
const RESOLUTION = /R[eé]solution:\s*(\d+[.,]\d+)/;
const SERIAL = /(?:Bench Serial Number|Numéro Série du banc):\s*(\S+)/;

/** Takes up a block of text; damaged ones are reported by the caller. */
export function sortText(file: BinaryFile, block: OmnicBlock, draft: ConditionDraft): void {
  const length = Math.min(block.length, limits.textPerRecord);
  const text = fixedText(file.bytes(block.at, length, 'text'), 0, length);
  if (block.key === KEY.comment) draft.put('comment', 'comment', text);
  else {
    draft.keep('history', text);
    draft.put('resolution', 'resolution', RESOLUTION.exec(text)?.[1] ?? '');
    draft.put('instrumentSerial', 'bench serial number', SERIAL.exec(text)?.[1] ?? '');
  }
}

/** A block with the path, title and accessory of the experiment file begins with this byte. */
const EXPERIMENT = 0x79;
const EXPERIMENT_LENGTH = 477;

export function sortExtra(file: BinaryFile, block: OmnicBlock, draft: ConditionDraft): void {
  if (block.length < EXPERIMENT_LENGTH) return;
  const bytes = file.bytes(block.at, EXPERIMENT_LENGTH, 'experiment');
  if (bytes[0] !== EXPERIMENT) return;
  draft.put('method', 'experiment', fixedText(bytes, 90, 64));
  draft.keep('experiment file', fixedText(bytes, 10, 80));
  draft.keep('experiment description', fixedText(bytes, 154, 256));
  draft.put('accessory', 'accessory', fixedText(bytes, 413, 64));
}

export function sortHeader(header: SpectrumHeader, draft: ConditionDraft): void {
  if (header.scans > 0) draft.put('accumulations', 'sample scans', String(header.scans));
  if (header.backgroundScans > 0) draft.keep('background scans', String(header.backgroundScans));
  if (header.laser > 0) draft.keep('reference laser (cm-1)', float32Text(header.laser));
}
