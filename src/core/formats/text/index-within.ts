/**
 * The first place of `byte` in `bytes[start..end)`, or `end`. `Uint8Array.indexOf` knows no end: over a buffer of short lines it would look
 * through the whole buffer for every line that lacks the byte.
 */
export function indexWithin(bytes: Uint8Array, byte: number, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === byte) return at;
  return end;
}
