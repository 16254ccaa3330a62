import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { refusal } from '../codes';
import { readLines } from '../read-lines';
import { EluLines } from './lines';

/**
 * Reads the components AMDIS found in a run (ELU) as `FORMAT.md` beside this file describes it: one spectrum each.
 * @returns spectra in file order, m/z unitless, intensities per mille of the component's base peak as written; warnings; progress in bytes; a refusal
 * as last event when the file, or its end, cannot be read. Throws only what the source throws.
 */
export function* readElu(source: ByteSource): Generator<ReadEvent> {
  yield* readLines(source, (context) => {
    const lines = new EluLines(context);
    return {
      line: () => {
        lines.line();
        return undefined;
      },
      end: () => lines.end() ?? (context.log.records === 0 ? refusal('no-mass-spectrum', source.name, {}, {}) : undefined),
    };
  });
}
