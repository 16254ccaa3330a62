import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { type BinaryFile, readBinary } from '../binary/binary-file';
import { fixedText } from '../binary/text';
import { readHead } from '../file-head';
import { type LineContext, type LineFormat, readLines } from '../read-lines';
import type { ReadLog } from '../read-log';
import { AsciiSpectrum } from './ascii';
import { readDataSet } from './data-set';
import { readMap } from './map';
import { formOf } from './recognises';
import { TableSpectrum } from './table';

/** Reads the files of PerkinElmer's infrared programs: .sp, .fsm, .asc and .asp; see FORMAT.md. */
export function readPerkinElmer(source: ByteSource): Generator<ReadEvent> {
  const form = formOf(readHead(source));
  if (form === 'ascii') return readLines(source, (context: LineContext): LineFormat => new AsciiSpectrum(context));
  if (form === 'table') return readLines(source, (context: LineContext): LineFormat => new TableSpectrum(context));
  return readBinary(source, readPepe);
}

/** Words behind the mark `PEPE` that tell what the file holds. */
const DESCRIPTION = 40;

function* readPepe(file: BinaryFile, log: ReadLog): Generator<number> {
  const description = fixedText(file.bytes(4, DESCRIPTION, 'header'), 0, DESCRIPTION);
  if (description.startsWith('2D constant interval')) yield* readDataSet(file, log);
  else if (description.startsWith('DataSet - 4DConst3DInterval')) yield* readMap(file, log);
  else file.refuse('variant-unsupported', 4, { variant: `PerkinElmer ${description}`.trim() });
}
