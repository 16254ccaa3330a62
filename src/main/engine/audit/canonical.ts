/** Values that the audit trail keeps. */
export type CanonicalValue = string | number | boolean | null | readonly CanonicalValue[] | { readonly [name: string]: CanonicalValue };

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A text without lone surrogates: what SQLite would store of it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\u{fffd}');

/**
 * Canonical text of a value: the JSON Canonicalization Scheme, RFC 8785. Property names sort by UTF-16 code units (§3.2.3),
 * strings and numbers are written as ECMAScript writes them (§3.2.2), which JSON.stringify does.
 *
 * @throws TypeError on what I-JSON cannot carry without loss (§3.1): a number that is not finite, a string with a
 * lone surrogate, undefined, functions.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) throw new TypeError('a lone surrogate has no canonical text');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no canonical text');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${canonicalText(name)}:${canonicalText(member)}`).join(',')}}`;
  }
  throw new TypeError(`a ${typeof value} has no canonical text`);
}
