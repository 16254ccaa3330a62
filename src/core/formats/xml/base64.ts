/** Value of each character; 64: white space; 65: `=`; 255: no character of base64. */
const VALUE = new Uint8Array(256).fill(255);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((character, value) => {
  VALUE[character.charCodeAt(0)] = value;
});
for (const blank of ' \t\r\n') VALUE[blank.charCodeAt(0)] = 64;
const PAD = 65;
VALUE[61] = PAD;

/** Most bytes that `length` characters of base64 can hold. */
export function base64Capacity(length: number): number {
  return Math.ceil(length / 4) * 3;
}

/**
 * Decodes base64 (RFC 4648, with white space anywhere) from `bytes[start..end)` into `into`, which must have the capacity.
 * @returns how many bytes it holds, or -1 where it is damaged: a strange character, a length that is no multiple of four, `=` before the end.
 */
export function decodeBase64(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let at = start;
  let to = 0;
  while (at < end) {
    while (at + 4 <= end) {
      const a = VALUE[bytes[at] as number] as number;
      const b = VALUE[bytes[at + 1] as number] as number;
      const c = VALUE[bytes[at + 2] as number] as number;
      const d = VALUE[bytes[at + 3] as number] as number;
      if ((a | b | c | d) > 63) break;
      into[to] = (a << 2) | (b >> 4);
      into[to + 1] = (b << 4) | (c >> 2);
      into[to + 2] = (c << 6) | d;
      to += 3;
      at += 4;
    }
    if (at >= end) return to;
    // White space, padding or damage: one group of four with care.
    let group = 0;
    let characters = 0;
    let pads = 0;
    while (characters < 4 && at < end) {
      const value = VALUE[bytes[at++] as number] as number;
      if (value === 64) continue;
      if (value === 255 || (pads > 0 && value !== PAD)) return -1;
      if (value === PAD) pads++;
      group = (group << 6) | (value === PAD ? 0 : value);
      characters++;
    }
    if (characters === 0) return to;
    if (characters < 4 || pads > 2) return -1;
    into[to++] = group >> 16;
    if (pads < 2) into[to++] = group >> 8;
    if (pads < 1) into[to++] = group;
    if (pads > 0) return onlyBlanks(bytes, at, end) ? to : -1;
  }
  return to;
}

/** How many characters that are no white space stand in `bytes[start..end)`. */
export function base64Length(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (VALUE[bytes[at] as number] !== 64) count++;
  return count;
}

function onlyBlanks(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (VALUE[bytes[at] as number] !== 64) return false;
  return true;
}
