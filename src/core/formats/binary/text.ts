import { FieldDecoder } from '../text/decode';

/**
 * Text of a fixed-length field: up to its first NUL, UTF-8 where valid, else Windows-1252, without blanks around it. A part outside `bytes` is
 * empty. Control characters but tabs and line ends become blanks: a field that was never initialised must not reach a window as such.
 */
export function fixedText(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const nul = field.indexOf(0);
  return new FieldDecoder()
    .decode(field, 0, nul < 0 ? field.length : nul)
    .replace(CONTROLS, ' ')
    .trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A number as text without the digits a 32-bit float only seems to have. */
export function float32Text(value: number): string {
  return String(Number(value.toPrecision(7)));
}
