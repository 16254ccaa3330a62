/** A small encoder of JCAMP-DX ordinates, written for tests alone from the tables of the standard. */
const SQUEEZED = { plus: '@ABCDEFGHI', minus: '@abcdefghi' };
const DIFFERENCE = { plus: '%JKLMNOPQR', minus: '%jklmnopqr' };
const DUPLICATE = ' STUVWXYZs';

export type Form = 'AFFN' | 'PAC' | 'SQZ' | 'DIF' | 'DIFDUP';
export const FORMS: readonly Form[] = ['AFFN', 'PAC', 'SQZ', 'DIF', 'DIFDUP'];

function pseudo(value: number, digits: { readonly plus: string; readonly minus: string }): string {
  const text = String(Math.abs(value));
  return `${(value < 0 ? digits.minus : digits.plus)[Number(text[0])]}${text.slice(1)}`;
}

function duplicates(tokens: readonly string[]): string {
  let text = '';
  for (let i = 0; i < tokens.length; ) {
    let count = 1;
    while (tokens[i + count] === tokens[i]) count++;
    text += tokens[i];
    if (count > 1) text += `${DUPLICATE[Number(String(count)[0])]}${String(count).slice(1)}`;
    i += count;
  }
  return text;
}

/** The data lines of whole-number ordinates, `perLine` on each, with abscissae that count from `firstX` in steps of 1. */
export function asdfLines(values: readonly number[], form: Form, perLine: number, firstX = 100): string[] {
  const lines: string[] = [];
  const differences = form === 'DIF' || form === 'DIFDUP';
  for (let from = 0; from < values.length; from += perLine) {
    const part = values.slice(from, from + perLine);
    const x = String(firstX + from);
    if (form === 'AFFN') lines.push(`${x} ${part.join(' ')}`);
    else if (form === 'PAC') lines.push(x + part.map((value) => (value < 0 ? String(value) : `+${value}`)).join(''));
    else if (form === 'SQZ') lines.push(x + part.map((value) => pseudo(value, SQUEEZED)).join(''));
    else {
      const last = from === 0 ? undefined : values[from - 1];
      const start = last ?? part[0] ?? 0;
      const rest = last === undefined ? part.slice(1) : part;
      const tokens = rest.map((value, i) => pseudo(value - (i === 0 ? start : (rest[i - 1] as number)), DIFFERENCE));
      const at = last === undefined ? x : String(firstX + from - 1);
      lines.push(at + pseudo(start, SQUEEZED) + (form === 'DIFDUP' ? duplicates(tokens) : tokens.join('')));
    }
  }
  if (differences && values.length > 1) lines.push(`${firstX + values.length - 1}${pseudo(values.at(-1) ?? 0, SQUEEZED)}`);
  return lines;
}

/** A whole file around data lines. */
export function fileOf(lines: readonly string[], count: number, labels = ''): string {
  const header = `##TITLE=t\n##JCAMP-DX=5.01\n##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n${labels}`;
  const axis = `##XFACTOR=1\n##YFACTOR=1\n##FIRSTX=100\n##LASTX=${99 + count}\n##NPOINTS=${count}\n`;
  return `${header}${axis}##XYDATA=(X++(Y..Y))\n${lines.join('\n')}\n##END=\n`;
}
