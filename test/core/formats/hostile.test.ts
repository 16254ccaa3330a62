import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/core/formats/limits';
import { readMeasurements } from '../../../src/core/formats/read';
import { collect, readText, syntheticSource } from '../../support/read-text';

const GIGABYTES_2 = 2_147_483_648;

/** Bytes taken from a source until its reading ended. */
function counted(
  size: number,
  byteAt: (offset: number) => number,
): { readonly taken: () => number; readonly reading: ReturnType<typeof collect> } {
  let taken = 0;
  const source = syntheticSource('big.msp', size, byteAt);
  const reading = collect(
    readMeasurements({
      ...source,
      read(offset, into) {
        const copied = source.read(offset, into);
        taken += copied;
        return copied;
      },
    }),
  );
  return { taken: () => taken, reading };
}

const textThen = (text: string, rest: number) => (offset: number) => (offset < text.length ? text.charCodeAt(offset) : rest);

describe('hostile files', () => {
  it('refuses 2 GB of zeros after the first bytes', () => {
    const { taken, reading } = counted(GIGABYTES_2, () => 0);
    expect(reading.refusal).toMatchObject({ code: 'file-binary', at: { byte: 0 } });
    expect(taken()).toBeLessThan(200_000);
  });

  it.each(['Name: a\nNum Peaks: 2\n1 1\n', '##TITLE=a\n##DATA TYPE=MASS SPECTRUM\n##PEAK TABLE=(XY..XY)\n1 1\n'])(
    'refuses zeros after a good beginning, and a line without end, within little more than a megabyte',
    (head) => {
      const zeros = counted(GIGABYTES_2, (offset) => (offset < 100_000 ? textThen(head, 32)(offset) : 0));
      expect(zeros.reading.refusal).toMatchObject({ code: 'file-binary', at: { byte: 100_000 } });
      expect(zeros.taken()).toBeLessThan(400_000);
      const endless = counted(GIGABYTES_2, textThen(head, 49));
      expect(endless.reading.refusal).toMatchObject({ code: 'line-too-long', at: { line: head.split('\n').length } });
      expect(endless.taken()).toBeLessThan(2 * limits.lineBytes);
    },
  );

  it('reserves nothing for 1,000,000,000 announced peaks', () => {
    const msp = readText('Name: a\nNum Peaks: 1000000000\n1 1\n\n');
    expect(msp.warnings).toMatchObject([{ code: 'peak-count-differs', params: { stated: 1_000_000_000, found: 1 } }]);
    const jcamp = readText('##TITLE=a\n##DATA TYPE=MASS SPECTRUM\n##NPOINTS=1000000000\n##PEAK TABLE=(XY..XY)\n1 1\n##END=\n');
    expect(jcamp.warnings).toMatchObject([{ code: 'peak-count-differs', params: { stated: 1_000_000_000, found: 1 } }]);
    expect(readText('Name: a\nNum Peaks: 99999999999999999999\n1 1\n\n').codes).toEqual(['peak-count-unreadable']);
  });

  it('leaves out a record of too many peaks and reads the next', () => {
    const { spectra, codes } = readText(`Name: a\nNum Peaks: 300000\n${'5 5\n'.repeat(300_000)}\nName: b\nNum Peaks: 1\n1 1\n\n`);
    expect(spectra.map((spectrum) => spectrum.identity.name)).toEqual(['b']);
    expect(codes).toEqual(['record-too-many-peaks']);
  });

  it('leaves out a record of 1,000,000 fields or of too much text', () => {
    const next = 'Num Peaks: 1\n1 1\n\nName: b\nNum Peaks: 1\n1 1\n\n';
    const many = readText(`Name: a\n${'f: v\n'.repeat(1_000_000)}${next}`);
    expect([many.spectra.length, many.codes]).toEqual([1, ['record-too-many-fields']]);
    const large = readText(`Name: a\n${`f: ${'v'.repeat(900_000)}\n`.repeat(6)}${next}`);
    expect([large.spectra.length, large.codes]).toEqual([1, ['record-too-large']]);
    const block = (fields: string) => `##TITLE=t\n##DATA TYPE=MASS SPECTRUM\n${fields}##NPOINTS=1\n##PEAK TABLE=(XY..XY)\n1,2\n##END=\n`;
    const jcamp = readText(block('##$F=v\n'.repeat(1_000_000)) + block(`##$M=\n${'x\n'.repeat(3_000_000)}`) + block(''));
    expect([jcamp.spectra.length, jcamp.codes]).toEqual([1, ['record-too-many-fields', 'record-too-large']]);
  });

  it('refuses LINK blocks inside one another without end', () => {
    const { refusal } = readText('##TITLE=t\n##DATA TYPE=LINK\n'.repeat(100_000));
    expect(refusal).toMatchObject({
      code: 'nesting-too-deep',
      at: { line: 2 * (limits.linkDepth + 1) + 1 },
      params: { limit: limits.linkDepth },
    });
  });

  it('gives the first warnings of a kind one by one and counts the rest', () => {
    const { warnings } = readText(`Name: a\nNum Peaks: 1\n${'1 NaN\n'.repeat(100_000)}2 2\n\n`);
    expect(warnings.filter((warning) => warning.code === 'peak-not-a-number')).toHaveLength(limits.warningsPerCode);
    expect(warnings.at(-1)).toMatchObject({ code: 'further-warnings', params: { code: 'peak-not-a-number', count: 99_900 } });
  });

  it('gives control back at least every megabyte', () => {
    const texts = [
      `Name: a\nNum Peaks: 1\n${'\n'.repeat(5_000_000)}`,
      `Name: a\nNum Peaks: 1\n${'x\n'.repeat(1_500_000)}`,
      `##TITLE=a\n${'##x\n'.repeat(700_000)}`,
      `Name: a\nNum Peaks: 200000\n${'5 5\n'.repeat(200_000)}`.repeat(5),
      `##TITLE=t\n##DATA TYPE=INFRARED SPECTRUM\n##XYDATA=(X++(Y..Y))\n${'400A1B2C3\n'.repeat(500_000)}`,
    ];
    for (const text of texts) {
      const { progress } = readText(text);
      const steps = progress.map((bytes, i) => bytes - (progress[i - 1] ?? 0));
      expect(Math.max(...steps)).toBeLessThan(1_048_576);
      expect(progress.at(-1)).toBe(text.length);
    }
  });

  it('passes on what the storage throws', () => {
    const broken = {
      name: 'gone.msp',
      size: 10,
      read: () => {
        throw new Error('EIO');
      },
    };
    expect(() => collect(readMeasurements(broken))).toThrow('EIO');
  });
});
