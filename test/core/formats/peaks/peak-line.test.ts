import { describe, expect, it } from 'vitest';
import { type PeakLineOptions, PeakLineReader } from '../../../../src/core/formats/peaks/peak-line';
import { PeakList } from '../../../../src/core/formats/peaks/peak-list';

function read(text: string, options: PeakLineOptions = {}): { peaks: number[][]; problems: string[]; notes: string[]; pairs: number } {
  const bytes = new TextEncoder().encode(text);
  const list = new PeakList();
  const problems: string[] = [];
  const notes: string[] = [];
  const reader = new PeakLineReader(
    list,
    {
      problem: (problem, start, end) => problems.push(`${problem}: ${text.slice(start, end)}`),
      annotation: (mz, start, end) => notes.push(`${mz}: ${text.slice(start, end)}`),
    },
    options,
  );
  reader.read(bytes, 0, bytes.length);
  const { mz, intensity } = list.finish();
  return { peaks: Array.from(mz, (value, i) => [value, intensity[i] as number]), problems, notes, pairs: reader.pairs };
}

const TWO = [
  [53, 25],
  [55.5, 178],
];

describe('a line of peaks', () => {
  it.each([
    '53 25 55.5 178',
    '53 25; 55.5 178;',
    '53; 25; 55.5; 178',
    '53, 25, 55.5, 178',
    '(53,25) (55.5,178)',
    '(53,25),(55.5,178)',
    '{53,25}:{55.5,178}:',
    '[53; 25];[55.5; 178];',
    '53:25 55.5:178',
    '\t53\t25\t55.5\t178 ',
    '53 25, 55.5 178,',
    '53 2.5e1  55.5 1.78E+02',
  ])('reads "%s"', (text) => expect(read(text)).toEqual({ peaks: TWO, problems: [], notes: [], pairs: 2 }));

  it('reads a lone pair with a tight comma', () => expect(read('53,25').peaks).toEqual([[53, 25]]));

  it.each(['57,5 999', '57,5 99,9', '53,25;55,178', '57,5\t999', '53,25,55,178'])('leaves out "%s": the comma may be decimal', (text) => {
    const { peaks, problems } = read(text);
    expect(peaks).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^(comma-ambiguous|peak-line-odd): /);
  });

  it('takes the comma for a separator where the format says so', () =>
    expect(read('53,25 55.5,178', { comma: 'separator' }).peaks).toEqual(TWO));

  it.each(['53 25 55.5', '(53 25 55.5)', '(53)', '((53,25))', '53 (25 55.5) 178'])('leaves out "%s": no pairs', (text) =>
    expect(read(text)).toMatchObject({ peaks: [], problems: [`peak-line-odd: ${text}`], pairs: 0 }),
  );

  it('keeps annotations in quotes and in words', () => {
    expect(read('113.04 875 "Theoretical 113.039, C9H5 (1; 2)"')).toMatchObject({
      peaks: [[113.04, 875]],
      notes: ['113.04: Theoretical 113.039, C9H5 (1; 2)'],
      problems: [],
    });
    expect(read('57 9 C4H9; 58 1 "x" 59 2')).toMatchObject({ notes: ['57: C4H9', '58: x'], pairs: 3 });
    expect(read('(16,15 N0.2)(18,28 N0.4)')).toMatchObject({ pairs: 2, notes: ['16: N0.2', '18: N0.4'] });
    expect(read('57 9 "never closed').notes).toEqual(['57: never closed']);
  });

  it.each([
    ['57 NaN; 58 1', 'peak-not-a-number: 57 NaN'],
    ['57 12abc; 58 1', 'peak-not-a-number: 57 12abc'],
    ['-57 10; 58 1', 'peak-negative: -57 10'],
    ['57 -10; 58 1', 'peak-negative: 57 -10'],
    ['0 10; 58 1', 'peak-out-of-range: 0 10'],
    ['57 1e999; 58 1', 'peak-out-of-range: 57 1e999'],
    ['2e6 1; 58 1', 'peak-out-of-range: 2e6 1'],
    [`57 ${'1'.repeat(60)}; 58 1`, `number-too-long: 57 ${'1'.repeat(60)}`],
  ])('names and leaves out the bad pair of "%s" alone', (text, problem) =>
    expect(read(text)).toMatchObject({ peaks: [[58, 1]], problems: [problem], pairs: 2 }),
  );

  it.each(['abc', '"57 999"', 'NaN 5', '1.2.3 5'])('does not understand "%s"', (text) =>
    expect(read(text)).toMatchObject({ peaks: [], problems: [`line-not-understood: ${text}`] }),
  );

  it('stops at a remark where the format has them', () =>
    expect(read('53 25 $$ checkpoint 7 8', { remarks: true }).peaks).toEqual([[53, 25]]));
});
