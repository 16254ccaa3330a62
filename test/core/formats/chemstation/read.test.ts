import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../support/read-text';
import { encodeRun, type WrittenRun } from './ms-file';

const RUN: WrittenRun = {
  sample: '          C-2026-0007/2',
  description: 'in methanol',
  operator: 'nb',
  date: '18 Dec 08   3:45 pm',
  instrument: 'GCMS 3',
  method: 'DRUGS.M',
  vial: 12,
  sequence: 4,
  replicate: 2,
  scans: [
    {
      time: 300_100,
      peaks: [
        [182.1, 16_383],
        [105.05, 131_064],
        [82, 3],
      ],
    },
    {
      time: 300_400,
      peaks: [
        [41, 7],
        [43, 8],
      ],
    },
    { time: 300_700, peaks: [] },
  ],
};
const read = (bytes: Uint8Array) => readBytes(bytes, 'DATA.MS');

describe('a ChemStation run', () => {
  it('is read with its header, its scans and the chromatogram of its directory', () => {
    const { runs, codes, refusal } = read(encodeRun(RUN));
    expect([codes, refusal]).toEqual([[], undefined]);
    expect(runs[0]?.run).toMatchObject({
      identity: { name: 'C-2026-0007/2' },
      conditions: {
        measuredAt: '2008-12-18T15:45',
        operator: 'nb',
        instrument: 'GCMS 3',
        method: 'DRUGS.M',
        vial: '12',
        injection: '4',
        comment: 'in methanol',
      },
      timeAxis: { unit: 'ms' },
      scansStated: 3,
    });
    expect(runs[0]?.run.otherFields).toContainEqual({ field: 'replicate', value: '2' });
    expect(runs[0]?.scans.map(({ number, time, statedIonCurrent }) => [number, time, statedIonCurrent])).toEqual([
      [1, 300_100, 147_450],
      [2, 300_400, 15],
      [3, 300_700, 0],
    ]);
    expect(runs[0]?.scans[0]).toMatchObject({ mz: Float64Array.of(82, 105.05, 182.1), intensity: Float64Array.of(3, 131_064, 16_383) });
    expect(runs[0]?.chromatograms[0]?.y.values).toEqual(Float64Array.of(147_450, 15, 0));
  });

  it('sorts a scan in no order and says so', () => {
    const { runs, codes } = read(
      encodeRun({
        scans: [
          {
            time: 1,
            peaks: [
              [50, 1],
              [90, 2],
              [70, 3],
            ],
          },
        ],
      }),
    );
    expect(codes).toEqual(['scan-unsorted']);
    expect(runs[0]?.scans[0]?.intensity).toEqual(Float64Array.of(1, 3, 2));
  });

  it('names a scan whose time or total is not that of the directory', () => {
    const bytes = encodeRun(RUN);
    new DataView(bytes.buffer).setUint32(0x200 + 2, 7);
    const { warnings, runs } = read(bytes);
    expect(warnings.map(({ code, params }) => [code, params.field, params.found])).toEqual([['value-differs', 'time', 7]]);
    expect(runs[0]?.scans[0]?.time).toBe(7);
  });

  it('keeps a date it cannot read, and drops a zone its own clock contradicts', () => {
    expect(read(encodeRun({ ...RUN, date: '18 Dez 08   3:45' })).codes).toEqual(['date-ambiguous']);
    const lc = { ...RUN, kind: 'MSD Spectral File', date: '28 Jun 13  10:59 am -0500' } as const;
    const differing = read(encodeRun({ ...lc, epoch: 1_372_431_503 }));
    expect(differing.codes).toEqual(['value-differs']);
    expect(differing.runs[0]?.run.conditions.measuredAt).toBe('2013-06-28T10:59');
    expect(read(encodeRun({ ...lc, epoch: 1_372_435_103 })).runs[0]?.run.conditions.measuredAt).toBe('2013-06-28T10:59-05:00');
  });
});

describe('a damaged ChemStation run', () => {
  it('is refused wherever it is cut, after the scans before the cut', () => {
    const bytes = encodeRun(RUN);
    for (let cut = 24; cut < bytes.length; cut++) {
      const { refusal, runs } = read(bytes.slice(0, cut));
      expect([cut, refusal?.code]).toEqual([cut, cut >= 0x180 && cut < 0x200 ? 'structure-damaged' : 'file-truncated']);
      if (cut >= 0x200 + 40) expect(runs[0]?.scans.length).toBeGreaterThan(0);
    }
  });

  it('reads on without a directory, and says so', () => {
    const bytes = encodeRun(RUN);
    new DataView(bytes.buffer).setUint32(0x104, 0);
    const { runs, codes } = read(bytes);
    expect(codes).toEqual(['part-damaged']);
    expect(runs[0]?.scans).toHaveLength(3);
  });

  it('leaves out a scan whose lengths contradict each other', () => {
    const bytes = encodeRun(RUN);
    new DataView(bytes.buffer).setUint16(0x200, 6);
    const { runs, codes } = read(bytes);
    expect(codes).toEqual(['part-damaged']);
    expect(runs[0]?.scans.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('refuses a directory that gives one scan again and again', () => {
    const bytes = encodeRun({
      scans: Array.from({ length: 40 }, (_, i) => ({
        time: i,
        peaks: i === 0 ? Array.from({ length: 200 }, (_, k) => [k + 50, 1] as const) : [],
      })),
    });
    const directory = bytes.length - 12 * 40;
    for (let i = 1; i < 40; i++) bytes.copyWithin(directory + 12 * i, directory, directory + 12);
    const { refusal } = read(bytes);
    expect(refusal).toMatchObject({ code: 'structure-damaged', params: { part: 'directory' } });
  });

  it('believes no number of scans', () => {
    const bytes = encodeRun(RUN);
    new DataView(bytes.buffer).setUint32(0x116, 0xffffffff);
    const { refusal, runs } = read(bytes);
    expect(refusal?.code).toBe('file-truncated');
    expect(runs[0]?.scans).toHaveLength(3);
  });

  it('refuses files of signals by their number', () => {
    const bytes = new Uint8Array(1000);
    bytes.set(new TextEncoder().encode('\x0281\0\x0cGC DATA FILE'));
    expect(read(bytes).refusal).toMatchObject({ code: 'variant-unsupported', params: { variant: 'ChemStation signals (81)' } });
    const later = new Uint8Array(1000);
    later.set(new TextEncoder().encode('\x03179'));
    later.set([3, 0x31, 0], 0x146);
    expect(read(later).refusal).toMatchObject({ code: 'variant-unsupported', params: { variant: 'ChemStation signals (179)' } });
  });
});
