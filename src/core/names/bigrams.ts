/**
 * Neighbouring pairs of characters of a folded key, each as one ASCII token (two hexadecimal code points), in order. A text index
 * over them finds any part of a name of at least two characters in any script, as a phrase. A key of one character has none.
 */
export function bigramTokens(key: string): readonly string[] {
  const points = Array.from(key, (character) => (character.codePointAt(0) ?? 0).toString(16));
  return points.slice(1).map((point, i) => `${points[i]}x${point}`);
}

/** Stands between two names of one record, so that no phrase runs from one into the next. */
const GAP = 'gap';

/** The text to index for a record with these folded keys. */
export function indexedText(keys: readonly string[]): string {
  return [...new Set(keys)].flatMap((key) => [...bigramTokens(key), GAP]).join(' ');
}

/** A part of a name that is looked for: its folded key, and the phrase of its bigrams (empty when it has only one character). */
export interface NamePart {
  readonly key: string;
  readonly phrase: string;
}

function namePart(key: string): NamePart {
  return { key, phrase: bigramTokens(key).join(' ') };
}

/** What a person typed, ready for the index. */
export interface NameQuery {
  /** All of it as one part. */
  readonly whole: NamePart;
  /** Its words, in any order: each must occur somewhere. Empty when it is one word. */
  readonly words: readonly NamePart[];
}

/** Reads typed text by folding it as names are folded. */
export function nameQuery(text: string, fold: (name: string) => string): NameQuery {
  const words = text
    .split(/\s+/u)
    .map(fold)
    .filter((key) => key !== '');
  return { whole: namePart(fold(text)), words: words.length > 1 ? words.map(namePart) : [] };
}
