export type CasReading = { readonly ok: true; readonly cas: string } | { readonly ok: false; readonly fault: 'syntax' | 'check-digit' };

/**
 * Reads a CAS Registry Number (2 to 7 digits, 2 digits, check digit; surrounding blanks are dropped).
 * The check digit is Σ i·dᵢ mod 10, counted from the right (cas.org, "Check digit verification").
 */
export function readCas(text: string): CasReading {
  const cas = text.trim();
  const [, head, middle, check] = /^(\d{2,7})-(\d{2})-(\d)$/.exec(cas) ?? [];
  if (head === undefined || middle === undefined) return { ok: false, fault: 'syntax' };
  const sum = [...`${head}${middle}`].reverse().reduce((total, digit, i) => total + (i + 1) * Number(digit), 0);
  return sum % 10 === Number(check) ? { ok: true, cas } : { ok: false, fault: 'check-digit' };
}

/** The parts of an InChIKey. */
export interface InchikeyParts {
  readonly inchikey: string;
  /** First block: the connectivity. Equal for stereoisomers, isotopologues and (de)protonated forms. */
  readonly skeleton: string;
  /** Second block without its two flags: stereo and isotopes; `UHFFFAOY` when there are none. */
  readonly layers: string;
  /** Made with the standard options (`S`), not with others (`N`). */
  readonly standard: boolean;
  /** `N` neutral; `M`, `L` … protons fewer; `O`, `P` … protons more. */
  readonly protonation: string;
}

/** Reads an InChIKey by its syntax (27 characters, 14-10-1); `undefined` when it is none. A key has no check digit. */
export function readInchikey(text: string): InchikeyParts | undefined {
  const inchikey = text.trim().toUpperCase();
  const [, skeleton, layers, kind, protonation] = /^([A-Z]{14})-([A-Z]{8})([SN])[A-Z]-([A-Z])$/.exec(inchikey) ?? [];
  if (skeleton === undefined || layers === undefined || protonation === undefined) return undefined;
  return { inchikey, skeleton, layers, standard: kind === 'S', protonation };
}

/** The skeleton of an InChIKey: one value for a compound whatever its stereo, isotopes and charge; `undefined` for no key. */
export function skeletonOf(inchikey: string): string | undefined {
  return readInchikey(inchikey)?.skeleton;
}
