import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { refusal } from '../codes';

export function* readSpc(source: ByteSource): Generator<ReadEvent> {
  yield { type: 'refused', refusal: refusal('format-unsupported', source.name, {}, { format: 'spc' }) };
}
