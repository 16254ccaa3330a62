import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { refusal } from '../codes';
import { readLines } from '../read-lines';
import { JcampLines } from './lines';

/**
 * Reads JCAMP-DX as `FORMAT.md` beside this file describes it: mass spectra, runs, and curves of every other technique.
 * @returns records in file order, multiplied by the file's own factors and nothing else; warnings; progress in bytes; a refusal as last event when the
 * file, or its end, cannot be read. Throws only what the source throws.
 */
export function* readJcamp(source: ByteSource): Generator<ReadEvent> {
  yield* readLines(source, (context) => {
    const lines = new JcampLines(context);
    return {
      line: () => lines.line(),
      end: () => lines.end() ?? (context.log.records === 0 ? refusal('no-measurement', source.name, {}, {}) : undefined),
    };
  });
}
