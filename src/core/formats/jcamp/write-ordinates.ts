import { decimal } from './write-numbers';

/** Longest line of the standard, without its end. */
export const LINE_LENGTH = 80;
const SQUEEZED = { plus: '@ABCDEFGHI', minus: '@abcdefghi' };
const DIFFERENCE = { plus: '%JKLMNOPQR', minus: '%jklmnopqr' };
const DUPLICATE = ' STUVWXYZs';
/** Digits of the abscissa of a line: it is a check, the places come from FIRSTX and LASTX. */
const CHECK_DIGITS = 10;

/** Lines of ordinates in AFFN, each with the abscissa of its first: numbers separated by blanks, `?` for a missing one. */
export function affnLines(places: (point: number) => number, texts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [point, text] of texts.entries()) {
    if (line !== '' && line.length + 1 + text.length <= LINE_LENGTH) line += ` ${text}`;
    else {
      if (line !== '') lines.push(line);
      line = `${abscissaText(places(point))} ${text}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/**
 * Lines of whole ordinates in DIFDUP form. Each begins with its abscissa and the ordinate of that point in squeezed digits, which after a line of
 * differences is its last one repeated; the last line is nothing but that check.
 */
export function difdupLines(places: (point: number) => number, wholes: Float64Array): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let last = Number.NaN;
  let inDifferences = false;
  let token = '';
  let count = 0;
  const written = () => token + (count > 1 ? pseudoDuplicate(count) : '');
  const open = (point: number, whole: number) => {
    line = abscissaText(places(point)) + squeezed(whole);
  };
  for (let point = 0; point < wholes.length; point++) {
    const whole = wholes[point] as number;
    if (line === '') {
      open(point, whole);
      inDifferences = false;
      last = whole;
      continue;
    }
    const usesDifference = !Number.isNaN(whole) && !Number.isNaN(last);
    const next = usesDifference ? pseudo(whole - last, DIFFERENCE) : squeezed(whole);
    const repeats = next === token && usesDifference;
    const length = line.length + (repeats ? token.length + String(count + 1).length : written().length + next.length);
    if (length > LINE_LENGTH) {
      lines.push(line + written());
      token = '';
      count = 0;
      if (inDifferences) {
        open(point - 1, last);
        point--;
      } else {
        open(point, whole);
        last = whole;
      }
      inDifferences = false;
      continue;
    }
    if (repeats) count++;
    else {
      line += written();
      token = next;
      count = 1;
    }
    inDifferences = usesDifference;
    last = whole;
  }
  lines.push(line + written());
  if (inDifferences) lines.push(abscissaText(places(wholes.length - 1)) + squeezed(last));
  return lines;
}

/** Pairs or longer tuples of numbers, as many on a line as fit, separated by blanks. */
export function tupleLines(columns: readonly Float64Array[], count: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (let i = 0; i < count; i++) {
    const tuple = columns.map((column) => ordinateText(column[i] as number)).join(',');
    if (line !== '' && line.length + 1 + tuple.length <= LINE_LENGTH) line += ` ${tuple}`;
    else {
      if (line !== '') lines.push(line);
      line = tuple;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

export function ordinateText(value: number): string {
  return Number.isNaN(value) ? '?' : decimal(value);
}

function abscissaText(value: number): string {
  return decimal(Number(value.toPrecision(CHECK_DIGITS)));
}

function squeezed(value: number): string {
  return Number.isNaN(value) ? '?' : pseudo(value, SQUEEZED);
}

function pseudo(value: number, digits: { readonly plus: string; readonly minus: string }): string {
  const text = String(Math.abs(value));
  return `${(value < 0 ? digits.minus : digits.plus)[Number(text[0])]}${text.slice(1)}`;
}

function pseudoDuplicate(count: number): string {
  const text = String(count);
  return `${DUPLICATE[Number(text[0])]}${text.slice(1)}`;
}
