/** What NFKD leaves whole and people type plainly. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ς: 'σ',
    // Arabic: alef wasla, alef maksura, ta marbuta, and the Persian forms of kaf and ya.
    ٱ: 'ا',
    ى: 'ي',
    ة: 'ه',
    ک: 'ك',
    ی: 'ي',
  }),
);

/** Positions and configurations are written with single Greek letters; libraries write them out (`.alpha.`, `alpha-`). */
const GREEK_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    ε: 'epsilon',
    ζ: 'zeta',
    η: 'eta',
    θ: 'theta',
    κ: 'kappa',
    λ: 'lambda',
    μ: 'mu',
    ν: 'nu',
    ξ: 'xi',
    π: 'pi',
    ρ: 'rho',
    σ: 'sigma',
    τ: 'tau',
    φ: 'phi',
    χ: 'chi',
    ψ: 'psi',
    ω: 'omega',
  }),
);

/**
 * Marks that are written or left out at will: those of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowel signs with
 * hamza and madda above or below. Vowel signs of the Indic scripts and the voicing marks of kana are letters of their own and stay.
 */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu;
/** The hamza standing alone, and the tatweel, which only stretches a word. */
const DROPPED_LETTERS = /[\u0621\u0640]/gu;
const LONE_GREEK = /(?<!\p{Script=Greek})\p{Script=Greek}(?!\p{Script=Greek})/gu;
const NOT_NAME = /[^\p{L}\p{N}\p{M}]/gu;
/** Arabic-Indic and Extended Arabic-Indic digits. */
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/**
 * The key under which a name is found: lower case, without diacritics, Arabic hamza and alef forms as one letter, full width as
 * half, a lone Greek letter written out, and letters and digits alone (no spaces, hyphens, dots, brackets). Names that people
 * take for the same get the same key; the key is for search and order only, never shown.
 *
 * @returns the key in NFC, perhaps empty
 * Source: Unicode Standard Annex 15 (NFKD); Unicode Technical Standard 10, §1.8 for the folding of Arabic hamza forms.
 */
export function foldedKey(name: string): string {
  const open = name.normalize('NFKD').toLowerCase().replace(OPTIONAL_MARKS, '').replace(DROPPED_LETTERS, '');
  return open
    .replace(/[^\u0020-\u007e]/gu, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .replace(LONE_GREEK, (letter) => GREEK_NAMES.get(letter) ?? letter)
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0x0f))
    .replace(NOT_NAME, '')
    .normalize('NFC');
}
