import type { FileHead } from '../file-head';
import { type MspField, mspField } from './fields';

const FIELD = /^\s*[A-Za-z0-9#$][^:]{0,39}:/;
const REMARK = /^\s*(#|;|\/\/|$)/;
/** A number of peaks as a value: code that handles such files has the same words with others behind. */
const COUNT = /:\s*\d+\s*;?\s*$/;
/** A line that begins with a pair of numbers. */
const PAIR = /^\s*[([{]?\s*[+-]?(\d[\d.]*)([eE][+-]?\d+)?\s*[\s:;,]\s*[+-]?\d/;
/** Fields that any table of numbers may have above it; they alone make no mass spectrum of it. */
const OF_ANY_TABLE: ReadonlySet<MspField> = new Set<MspField>(['comments', 'accession', 'instrument', 'origin']);

/**
 * NIST text format (MSP, MSL): some line near the beginning announces a number of peaks; or a compound is named and peaks follow its fields, of which one belongs to
 * mass spectra or substances, or which are the name alone; or the file, cut before its peaks, has nothing but fields.
 */
export function recognisesMsp({ lines, size, bytes }: FileHead): boolean {
  let named = false;
  let telling = 0;
  let others = 0;
  let words = false;
  for (const [i, line] of lines.entries()) {
    const colon = line.indexOf(':');
    const field = colon > 0 && colon <= 40 ? mspField(line.slice(0, colon).trim()) : undefined;
    if (field === 'peakCount' && COUNT.test(line)) return true;
    if (field === 'name') named = true;
    else if (field !== undefined && !OF_ANY_TABLE.has(field) && !field.startsWith('condition:')) telling++;
    else if (REMARK.test(line)) continue;
    else if (FIELD.test(line) && !PAIR.test(line)) others++;
    else {
      if (named && PAIR.test(line) && (telling > 0 || (others === 0 && rises(lines, i)))) return true;
      [named, telling, others, words] = [false, 0, 0, true];
    }
  }
  // Of a file longer than what is looked at, the peaks may follow.
  return named && !words && (telling > 0 || others === 0 || size > bytes.length);
}

/** Masses rise; the places of optical spectra mostly fall. */
function rises(lines: readonly string[], from: number): boolean {
  const [one, two] = [PAIR.exec(lines[from] ?? ''), PAIR.exec(lines[from + 1] ?? '')];
  return two === null || Number(two[1]) > Number(one?.[1]);
}
