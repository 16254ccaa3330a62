import type { Conditions } from '../../spectrum/conditions';
import type { BinaryFile } from '../binary/binary-file';
import { ConditionDraft } from '../binary/condition-draft';
import { fixedText, float32Text } from '../binary/text';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import type { WdfBlock } from './blocks';
import type { WdfHeader } from './header';
import { readProperties } from './properties';

const MEASUREMENTS = ['unspecified', 'single', 'series', 'map'];

/** Values of the instrument's state with a term of the model, or whose key has no name of its own in the file. */
const STATE: Readonly<Record<string, readonly [keyof Conditions | undefined, string]>> = {
  'Microscope/0x3ff': ['accessory', 'Microscope/Objective'],
  'System Configuration/0x3fb': ['laser', 'System Configuration/Laser'],
  'System Configuration/Grating': [undefined, 'System Configuration/Grating'],
  'Serial Numbers/0x3fd': ['instrumentSerial', 'Serial Numbers/Instrument'],
  'Serial Numbers/0x3fc': [undefined, 'Serial Numbers/Camera'],
  'ND Transmission %': ['laserPower', 'ND Transmission %'],
  'Slits/Opening': [undefined, 'Slits/Opening'],
  'System Configuration/FocusMode': [undefined, 'System Configuration/FocusMode'],
  'Podule/Podule Temperature': [undefined, 'Podule/Podule Temperature'],
};

/** What all spectra of a file have in common. A damaged part costs a warning. */
export function readConditions(
  file: BinaryFile,
  header: WdfHeader,
  blocks: readonly WdfBlock[],
  record: string,
  log: ReadLog,
): ConditionDraft {
  const draft = new ConditionDraft();
  draft.put('software', 'application', header.software);
  draft.put('operator', 'user', header.user);
  draft.put('accumulations', 'accumulations', header.accumulations > 0 ? String(header.accumulations) : '');
  draft.keep('measurement type', MEASUREMENTS[header.measurementType] ?? String(header.measurementType));
  draft.keep('scan type', String(header.scanType));
  const comment = blocks.find(({ name }) => name === 'TEXT');
  if (comment !== undefined) {
    const length = Math.min(comment.length, limits.textPerRecord);
    draft.put('comment', 'TEXT', fixedText(file.bytes(comment.at, length, 'comment'), 0, length));
  }
  sortState(file, blocks, draft, record, log);
  if (header.laser > 0) draft.put('laser', 'laser wavenumber', `${float32Text(header.laser)} cm-1`);
  return draft;
}

const HEADING = 8;

function sortState(file: BinaryFile, blocks: readonly WdfBlock[], draft: ConditionDraft, record: string, log: ReadLog): void {
  const block = blocks.find(({ name }) => name === 'WXIS');
  if (block === undefined || block.length < HEADING) return;
  const properties = readProperties(
    file.bytes(block.at + HEADING, Math.min(block.length, limits.textPerRecord) - HEADING, 'instrument state'),
  );
  if (properties === undefined) log.warn('part-damaged', { byte: block.at }, { record, part: 'instrument state' });
  for (const { path, value } of properties ?? []) {
    const known = STATE[path];
    if (known !== undefined) draft.put(known[0], known[1], path.endsWith('%') ? `${value} %` : value);
  }
}
