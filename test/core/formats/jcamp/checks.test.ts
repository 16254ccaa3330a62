import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, SHARED_FORMATS } from '../../../support/read-text';
import { asdfLines, FORMS, fileOf } from './asdf-text';

const FOLDER = join(SHARED_FORMATS, 'optical', 'jcamp');
const here = existsSync(FOLDER);
if (!here) console.warn(`JCAMP-DX files left out: ${FOLDER} is not here`);

const values = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 2, maxLength: 120 });

/**
 * What a reading says is wrong, without places: a fault is detected when this changes. A file that states neither NPOINTS nor LASTX gives no other sign of its
 * last line than the number of points the reader says it had to assume.
 */
function said(text: string): string {
  const { warnings, refusal } = readText(text, 't.jdx');
  return JSON.stringify([
    warnings.map(({ code, params }) => [code, params.field, params.stated, params.found, params.count, params.value]),
    refusal?.code,
  ]);
}

/** Whether a change of a file is told of: its readings are compared, not its numbers. */
function isDetected(before: string, after: string): boolean {
  return said(after) !== before;
}

describe('ordinates in every form', () => {
  it('are read as they were written', () =>
    fc.assert(
      fc.property(values, fc.constantFrom(...FORMS), fc.integer({ min: 2, max: 20 }), (ordinates, form, perLine) => {
        const { curves, codes } = readText(fileOf(asdfLines(ordinates, form, perLine), ordinates.length), 't.jdx');
        expect([codes, Array.from(curves[0]?.traces[0]?.y.values ?? [])]).toEqual([[], ordinates]);
      }),
      { seed: 42, numRuns: 400 },
    ));

  it('tell of every line that is missing', () =>
    fc.assert(
      fc.property(values, fc.constantFrom(...FORMS), fc.integer({ min: 2, max: 20 }), fc.nat(), (ordinates, form, perLine, pick) => {
        const lines = asdfLines(ordinates, form, perLine);
        const left = lines.toSpliced(pick % lines.length, 1);
        fc.pre(left.length > 0);
        expect(readText(fileOf(left, ordinates.length), 't.jdx').codes.length).toBeGreaterThan(0);
      }),
      { seed: 42, numRuns: 400 },
    ));

  it('tell of every difference that is altered', () =>
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('DIF' as const, 'DIFDUP' as const),
        fc.integer({ min: 2, max: 20 }),
        fc.nat(),
        (ordinates, form, perLine, pick) => {
          const text = asdfLines(ordinates, form, perLine).join('\n');
          const places = [...text.matchAll(/[%J-Rj-r]/g)].map((match) => match.index);
          fc.pre(places.length > 0);
          const at = places[pick % places.length] as number;
          const altered = text.slice(0, at) + (text[at] === 'K' ? 'L' : 'K') + text.slice(at + 1);
          expect(readText(fileOf(altered.split('\n'), ordinates.length), 't.jdx').codes).toContain('y-check-failed');
        },
      ),
      { seed: 42, numRuns: 400 },
    ));
});

describe.skipIf(!here)('every file of ordinates', () => {
  const files = here
    ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
        .toSorted()
        .flatMap((name) => {
          const path = join(FOLDER, name);
          if (!/\.(jdx|dx|jcm|txt)$/i.test(name)) return [];
          const text = readFileSync(path, 'latin1');
          return /\+\+\s*\(/.test(text) ? [[name, text] as const] : [];
        })
    : [];

  it('is looked at', () => expect(files.length).toBeGreaterThan(90));

  it.each(files)('%s: a line taken out of it, a difference altered in it', (_, text) => {
    const lines = text.split(/\r\n|\r|\n/);
    const before = said(lines.join('\n'));
    const data: number[] = [];
    let inTable = false;
    for (const [i, line] of lines.entries()) {
      if (/^\s*##/.test(line)) inTable = /^\s*##[^=]*=\s*\([A-Z]\d?\+\+/i.test(line);
      else if (inTable && /^\s*[-+.\d]/.test(line)) data.push(i);
    }
    const tried = sample(data, 12);
    const lost = tried.filter((i) => !isDetected(before, lines.toSpliced(i, 1).join('\n')));
    expect(lost.map((i) => lines[i])).toEqual([]);
    const inDifferences = data.filter((i) => /[%J-Rj-r]/.test((lines[i] ?? '').replace(/\$\$.*/, '')) && data.includes(i + 1));
    const kept = sample(inDifferences, 12).filter((i) => {
      const line = lines[i] ?? '';
      const at = line.search(/[%J-Rj-r][^%J-Rj-r]*$/);
      const altered = line.slice(0, at) + (line[at] === 'K' ? 'L' : 'K') + line.slice(at + 1);
      return checked(line) && !isDetected(before, lines.toSpliced(i, 1, altered).join('\n'));
    });
    expect(kept.map((i) => lines[i])).toEqual([]);
  });
});

/** Whether a line ends in a difference, so that the next one repeats its last ordinate. */
function checked(line: string): boolean {
  return /[%J-Rj-r]\d*([S-Zs]\d*)?\s*$/.test(line.replace(/\$\$.*/, ''));
}

function sample(places: readonly number[], count: number): readonly number[] {
  if (places.length <= count) return places;
  return Array.from({ length: count }, (_, k) => places[Math.floor((k * (places.length - 1)) / (count - 1))] as number);
}
