import { readFileSync, writeFileSync } from 'node:fs';
import { mulberry32 } from '../../../bench/seeded-random';

/** Axis of the invented infrared spectra, in cm⁻¹. */
const FIRST = 650;
const STEP = 2;
const POINTS = 1676;
const UNIT = 0.0001;

export const INFRARED = ['Almondone', 'Birchine', 'Cedarol', 'Dammarine', 'Elderone', 'Fernal'] as const;

/** Absorbances of an invented substance: twelve bands of its own. */
function bandsOf(seed: number): Float64Array {
  const random = mulberry32(seed);
  const bands = Array.from({ length: 12 }, () => ({ at: 700 + 2600 * random(), height: 0.2 + 0.8 * random(), width: 8 + 14 * random() }));
  return Float64Array.from({ length: POINTS }, (_, i) =>
    bands.reduce((sum, { at, height, width }) => sum + height / (1 + ((FIRST + STEP * i - at) / width) ** 2), 0.01),
  );
}

function jcamp(title: string, absorbances: Float64Array): string {
  const whole = Array.from(absorbances, (value) => Math.round(value / UNIT));
  const lines: string[] = [];
  for (let i = 0; i < POINTS; i += 8) lines.push(`${FIRST + STEP * i} ${whole.slice(i, i + 8).join(' ')}`);
  return [
    `##TITLE=${title}`,
    '##JCAMP-DX=4.24',
    '##DATA TYPE=INFRARED SPECTRUM',
    '##ORIGIN=Invented for a test',
    '##OWNER=Nobody',
    '##XUNITS=1/CM',
    '##YUNITS=ABSORBANCE',
    `##FIRSTX=${FIRST}`,
    `##LASTX=${FIRST + STEP * (POINTS - 1)}`,
    '##XFACTOR=1',
    `##YFACTOR=${UNIT}`,
    `##FIRSTY=${(whole[0] ?? 0) * UNIT}`,
    `##NPOINTS=${POINTS}`,
    '##XYDATA=(X++(Y..Y))',
    ...lines,
    '##END=',
    '',
  ].join('\n');
}

/** A library file of the pure substances. */
export function writeInfraredLibrary(path: string): void {
  const blocks = INFRARED.map((name, seed) => jcamp(name, bandsOf(seed + 1)));
  const head = ['##TITLE=Invented infrared', '##JCAMP-DX=4.24', '##DATA TYPE=LINK', `##BLOCKS=${blocks.length + 1}`, ''].join('\n');
  writeFileSync(path, `${head}${blocks.join('')}##END=\n`);
}

/** Two of the substances, 0.6 and 0.4, and noise of 0.002. */
export function writeInfraredMixture(path: string, [first, second]: readonly [number, number]): void {
  const [a, b] = [bandsOf(first + 1), bandsOf(second + 1)];
  const random = mulberry32(99);
  writeFileSync(
    path,
    jcamp(
      'Powder from the drain',
      a.map((value, i) => 0.6 * value + 0.4 * (b[i] ?? 0) + 0.004 * (random() - 0.5)),
    ),
  );
}

/** The records of an MSP file as they are written. */
export function mspRecords(path: string): readonly string[] {
  return readFileSync(path, 'latin1')
    .split(/\r?\n(?=Name:)/i)
    .map((record) => record.trim());
}

export const nameOf = (record: string): string => /^Name: *(.*)$/im.exec(record)?.[1]?.trim() ?? '';
