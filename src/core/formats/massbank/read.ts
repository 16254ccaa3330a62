import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { refusal } from '../codes';
import { readLines } from '../read-lines';
import { MassbankLines } from './lines';

/**
 * Reads MassBank record text, one record or many in a file, as `FORMAT.md` beside this file describes it.
 * @returns spectra in file order with m/z unitless and absolute intensities as written; warnings; progress in bytes; a refusal as last event
 * when the file, or its end, cannot be read. Throws only what the source throws.
 */
export function* readMassbank(source: ByteSource): Generator<ReadEvent> {
  yield* readLines(source, (context) => {
    const lines = new MassbankLines(context);
    return {
      line: () => {
        lines.line();
        return undefined;
      },
      end: () => lines.end() ?? (context.log.records === 0 ? refusal('no-mass-spectrum', source.name, {}, {}) : undefined),
    };
  });
}
