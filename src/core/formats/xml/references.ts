const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));|&/g;

/** Resolves the five predefined entities and numeric references; undefined where another or a broken one stands. */
export function expandReferences(text: string): string | undefined {
  let broken = false;
  const expanded = text.replace(REFERENCE, (_, decimal?: string, hexadecimal?: string, name?: string) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const character = name === undefined ? characterOf(code) : PREDEFINED[name];
    broken ||= character === undefined;
    return character ?? '';
  });
  return broken ? undefined : expanded;
}

/** The character of a code, if XML 1.0 allows it (clause 2.2). */
function characterOf(code: number): string | undefined {
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}
