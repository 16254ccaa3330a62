import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

export type ReportFont = 'NotoSans' | 'NotoSansArabic';

export interface Run {
  readonly text: string;
  readonly font: ReportFont;
}

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/u;
/** What Noto Sans draws: Latin, Greek, Cyrillic, Devanagari, punctuation, currency, letter-like signs, arrows and mathematics it holds. */
const NOTO_SANS =
  /[\u0020-\u024f\u0250-\u036f\u0370-\u052f\u0900-\u097f\u1d00-\u1eff\u1f00-\u1fff\u2000-\u206f\u2070-\u209f\u20a0-\u20bf\u2100-\u218f\u2212\u2215\u2219\u221e\u2260\u2264\u2265\u25cc\u2c60-\u2c7f\ua720-\ua7ff\ufb00-\ufb06\t\n]/u;

/** Characters that neither embedded font can draw: named on the page as U+XXXX, never dropped or shown as an empty box. */
export function undrawable(text: string): readonly string[] {
  return [...new Set([...text].filter((character) => !ARABIC.test(character) && !NOTO_SANS.test(character)))];
}

function drawable(text: string): string {
  let drawn = '';
  for (const character of text) {
    if (ARABIC.test(character) || NOTO_SANS.test(character)) drawn += character;
    else drawn += `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return drawn;
}

/** Longest line, in characters, that the narrowest cell takes: text with Arabic is broken here, because words are put in visual order line by line. */
const RTL_LINE = 30;

function brokenLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > RTL_LINE) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/**
 * Words of one line in the order they stand on paper. pdfmake sets words from left to right and shapes each by itself, so a word
 * keeps its letters in logical order and only the words move (Unicode Standard Annex 9, rule L2, at the level of words).
 */
function visualWords(line: string): readonly string[] {
  const levels = bidi.getEmbeddingLevels(line);
  const words: { readonly text: string; readonly level: number }[] = [];
  let start = 0;
  for (let at = 0; at <= line.length; at++) {
    if (at < line.length && line[at] !== ' ') continue;
    if (at > start) words.push({ text: line.slice(start, at), level: levels.levels[start] ?? 0 });
    start = at + 1;
  }
  const highest = Math.max(0, ...words.map((word) => word.level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < words.length; from++) {
      if ((words[from]?.level ?? 0) < level) continue;
      let to = from;
      while (to < words.length && (words[to]?.level ?? 0) >= level) to++;
      words.splice(from, to - from, ...words.slice(from, to).reverse());
      from = to;
    }
  }
  return words.map((word) => word.text);
}

/** One run a word, and the spaces between them as runs of their own: shaped with its word, a space would land on the wrong side. */
function runsOf(words: readonly string[]): readonly Run[] {
  return words.flatMap((word, index): Run[] => {
    const run: Run = { text: word, font: ARABIC.test(word) ? 'NotoSansArabic' : 'NotoSans' };
    return index === 0 ? [run] : [{ text: ' ', font: 'NotoSans' }, run];
  });
}

/**
 * A text as lines of runs of one font each, in the order they are set on paper. Text without Arabic letters is one line of one run,
 * left to the page to wrap; lines of text with Arabic must not be wrapped again.
 */
export function scriptLines(text: string): readonly (readonly Run[])[] {
  const shown = drawable(text);
  if (!ARABIC.test(shown)) return [[{ text: shown, font: 'NotoSans' }]];
  return brokenLines(shown).map((line) => runsOf(visualWords(line)));
}
