/** What a typed text can be besides a name. */
export type Identifier =
  | { readonly kind: 'cas'; readonly value: string }
  /** A whole InChIKey. */
  | { readonly kind: 'inchikey'; readonly value: string }
  /** The first block of an InChIKey: the skeleton without stereochemistry, isotopes and charge. */
  | { readonly kind: 'skeleton'; readonly value: string }
  /** A molecular formula, in the order written. */
  | { readonly kind: 'formula'; readonly value: string };

/**
 * Recognises a CAS number, an InChIKey or its first block, or a molecular formula by its form; null for anything else. A
 * whole InChIKey may be of either case; its first block alone in small letters is a name.
 *
 * Sources: CAS Registry Number check digit (cas.org); InChI Technical Manual, InChIKey of 27 characters in blocks of 14, 10 and 1.
 */
export function identifierIn(text: string): Identifier | null {
  const typed = text.normalize('NFKC').trim();
  if (/^\d{2,7}-\d{2}-\d$/.test(typed)) return { kind: 'cas', value: typed };
  const upper = typed.toUpperCase();
  if (/^[A-Z]{14}-[A-Z]{10}-[A-Z]$/.test(upper)) return { kind: 'inchikey', value: upper };
  if (/^[A-Z]{14}$/.test(typed)) return { kind: 'skeleton', value: typed };
  if (/\d/.test(typed) && /^(?:[A-Z][a-z]?\d{0,4}){1,12}$/.test(typed)) return { kind: 'formula', value: typed };
  return null;
}
