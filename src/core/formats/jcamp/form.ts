/**
 * How a table of data is laid out, as the value of its label says: `(X++(Y..Y))` ordinates at equal steps, `(XY..XY)` tuples of numbers,
 * `(XYA)` tuples in brackets with words among them. Symbols are in capitals.
 */
export type TableForm =
  | { readonly kind: 'ordinates'; readonly x: string; readonly y: string; readonly rest: string }
  | { readonly kind: 'tuples' | 'assignments'; readonly symbols: string; readonly rest: string };

const SYMBOL = '[A-Z][A-Z0-9]{0,15}?';
const ORDINATES = new RegExp(`^\\((${SYMBOL})\\+\\+\\((${SYMBOL})\\.\\.+\\2\\){0,2}`);
const TUPLES = /^\(([A-Z][A-Z0-9]{0,31}?)\.\.+\1\)/;
const ASSIGNMENTS = /^\((X[YZWMA]{1,4})\)/;

/** Reads the form of a table; undefined for one that none of the standards has. Blanks and a missing last bracket do not matter. */
export function readTableForm(value: string): TableForm | undefined {
  const text = value.slice(0, 200).replace(/\s/g, '').toUpperCase();
  const ordinates = ORDINATES.exec(text);
  if (ordinates !== null) {
    return { kind: 'ordinates', x: ordinates[1] as string, y: ordinates[2] as string, rest: restOf(text, ordinates[0]) };
  }
  const tuples = TUPLES.exec(text);
  if (tuples !== null) return { kind: 'tuples', symbols: tuples[1] as string, rest: restOf(text, tuples[0]) };
  const assignments = ASSIGNMENTS.exec(text);
  if (assignments !== null) return { kind: 'assignments', symbols: assignments[1] as string, rest: restOf(text, assignments[0]) };
  return undefined;
}

/** What stands behind the form without being one of the words NTUPLES put there. */
function restOf(text: string, form: string): string {
  return text.slice(form.length).replace(/^,(XYDATA|PEAKS|PROFILE|CONTOUR)$/, '');
}

/** The symbols of a tuple one by one: those NTUPLES declare, else single letters. */
export function splitSymbols(symbols: string, declared: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < symbols.length; ) {
    const symbol = declared.find((candidate) => candidate !== '' && symbols.startsWith(candidate, at)) ?? symbols[at] ?? '';
    found.push(symbol);
    at += symbol.length;
  }
  return found;
}
