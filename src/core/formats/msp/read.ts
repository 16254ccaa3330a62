import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { refusal } from '../codes';
import { readLines } from '../read-lines';
import { MspLines } from './lines';
import { withoutResidue } from './residue';

/**
 * Reads NIST text format (MSP, and AMDIS MSL, its brother) as `FORMAT.md` beside this file describes it.
 * @returns spectra in file order with m/z unitless and intensities as written; warnings; progress in bytes; a refusal as last event when the
 * file, or its end, cannot be read. Throws only what the source throws.
 */
export function* readMsp(source: ByteSource): Generator<ReadEvent> {
  const blanked = withoutResidue(source);
  yield* readLines(blanked ?? source, (context) => {
    if (blanked !== undefined) context.log.warn('part-unused', {}, { record: source.name, part: 'NUL …' });
    const lines = new MspLines(context);
    return {
      line: () => {
        lines.line();
        return undefined;
      },
      end: () => lines.end() ?? (context.log.records === 0 ? refusal('no-mass-spectrum', source.name, {}, {}) : undefined),
    };
  });
}
