import { abscissaValues } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import type { LibraryEntry } from './library-entry';
import { sha256Hex } from './sha256';
import { asciiBytes, splashOf } from './splash';

/** Steps into which the range of y is cut: copies differ by less after rounding in files. */
const LEVELS = 1000;

/**
 * What is equal for copies of a spectrum: the SPLASH of a mass spectrum; of a curve `curve10-` and the first 20 hex digits of the SHA-256
 * of its points, x to 0.01 of its unit in ascending order, y as its place between lowest and highest in thousandths. `undefined` for a
 * spectrum without peaks or range.
 */
export function fingerprintOf(entry: LibraryEntry): string | undefined {
  return entry.kind === 'mass' ? splashOf(entry) : curveFingerprint(entry.trace);
}

function curveFingerprint(trace: Trace): string | undefined {
  const x = abscissaValues(trace.x);
  const y = trace.y.values;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of y) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high > low)) return undefined;
  const falling = x[x.length - 1]! < x[0]!;
  const parts = [`${trace.y.axis.quantity} ${trace.x.axis.unit}`];
  for (let k = 0; k < y.length; k++) {
    const i = falling ? y.length - 1 - k : k;
    parts.push(`${Math.round(x[i]! * 100)}:${Math.round((LEVELS * (y[i]! - low)) / (high - low))}`);
  }
  return `curve10-${sha256Hex(asciiBytes(parts.join(' '))).slice(0, 20)}`;
}
