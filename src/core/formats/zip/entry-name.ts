import { crc32 } from './crc32';

/** Code page 437 above 0x7F: what a zip's names are in where nothing else is said (APPNOTE 6.3.10, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Extra field of Info-ZIP with the name in UTF-8: version 1, CRC-32 of the plain name, the name. */
const UNICODE_PATH = 0x7075;

/**
 * The name of a zip entry with `/` between folders. UTF-8 where the entry says so or where the bytes are UTF-8 (macOS does not say so), else code page 437.
 * @param raw the name's bytes
 * @param stated whether flag bit 11 (UTF-8) is set
 * @param extra the entry's extra fields by their id
 */
export function decodeEntryName(raw: Uint8Array, stated: boolean, extra: ReadonlyMap<number, Uint8Array>): string {
  const unicode = stated ? undefined : extra.get(UNICODE_PATH);
  return (unicode === undefined ? decodePlain(raw) : (decodeUnicodePath(raw, unicode) ?? decodePlain(raw))).replaceAll('\\', '/');
}

function decodeUnicodePath(raw: Uint8Array, field: Uint8Array): string | undefined {
  if (field.length < 6 || field[0] !== 1) return undefined;
  const sum = new DataView(field.buffer, field.byteOffset, field.length).getUint32(1, true);
  return sum === crc32(raw) ? asUtf8(field.subarray(5)) : undefined;
}

function decodePlain(raw: Uint8Array): string {
  return asUtf8(raw) ?? Array.from(raw, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] as string))).join('');
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a name stays inside the folder it is unpacked in: no root, no drive, no `..`, no control character. */
export function isInsideName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return name !== '' && !/^\/|^[A-Za-z]:|[\x00-\x1f]/.test(name) && !(name.includes('..') && name.split('/').includes('..'));
}
