import type { FileHead } from '../file-head';
import { mspField } from './fields';

const FIELD = /^\s*[^:]{1,40}:/;
/** Words with a separator between: the names of columns. */
const HEADING = /^\s*[^\d\s.(+-][^,;\t]*[,;\t]/;
const REMARK = /^\s*(#|;|\/\/|$)/;

/**
 * NIST text format (MSP, MSL): some line near the beginning announces peaks, or names a compound and is not followed by words, as the columns of a
 * table are that has a title.
 */
export function recognisesMsp({ lines }: FileHead): boolean {
  let named = false;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const field = colon > 0 && colon <= 40 ? mspField(line.slice(0, colon).trim()) : undefined;
    if (field === 'peakCount') return true;
    if (field === 'name') named = true;
    else if (named && !FIELD.test(line) && !REMARK.test(line)) return !HEADING.test(line);
  }
  return named;
}
