/** Windows-1252 at 0x80–0x9F, as the Encoding Standard's index has it; everywhere else a byte is its own code point. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Up to here building a string byte by byte is faster than calling a decoder. */
const SHORT = 24;

/**
 * Turns the bytes of one field into text: UTF-8 where they are valid UTF-8, else Windows-1252. Deciding field by field reads a
 * library right whose records come from different hands; `assumed` says that the second was needed.
 */
export class FieldDecoder {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** Reads every field as Windows-1252, because a person said so. */
  windows1252 = false;
  /** Whether a field so far was not valid UTF-8 and was read as Windows-1252. */
  assumed = false;

  decode(bytes: Uint8Array, start: number, end: number): string {
    for (let i = start; i < end; i++) {
      if ((bytes[i] as number) > 127) return this.#decodeWide(bytes.subarray(start, end));
    }
    return end - start <= SHORT ? decodeShort(bytes, start, end) : this.#utf8.decode(bytes.subarray(start, end));
  }

  #decodeWide(bytes: Uint8Array): string {
    if (this.windows1252) return decodeWindows1252(bytes);
    try {
      return this.#utf8.decode(bytes);
    } catch (error) {
      // A fatal decoder reports malformed input as a TypeError and has no other way to tell.
      if (!(error instanceof TypeError)) throw error;
      this.assumed = true;
      return decodeWindows1252(bytes);
    }
  }
}

function decodeShort(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start;
  for (; at + 4 <= end; at += 4) {
    text += String.fromCharCode(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, bytes[at + 3] as number);
  }
  for (; at < end; at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(byte >= 0x80 && byte <= 0x9f ? (WINDOWS_1252[byte - 0x80] as string) : String.fromCharCode(byte));
  return parts.join('');
}
