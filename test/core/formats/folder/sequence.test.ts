import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../../src/core/formats/folder/injection-kind';
import { orderInjections, type Sequence, sequenceOf } from '../../../../src/core/formats/folder/sequence';
import { findUnits } from '../../../../src/core/formats/folder/units';
import { dotD, entriesOf, type MemoryFolder, opener, text } from './agilent-folder';

function sequence(folder: MemoryFolder): Sequence {
  const steps = sequenceOf(findUnits(entriesOf(folder)), opener(folder));
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const at = (time: string): string => `18 Dec 08  ${time}`;

describe('sequenceOf', () => {
  const folder = {
    ...dotD('S/003.D', { sample: 'C-2026-0007/1', date: at('5:05 pm'), vial: 11, method: 'D.M' }, { RunType: 'Sample' }),
    ...dotD('S/001.D', { sample: 'MeOH blank', date: at('4:01 pm'), vial: 1, method: 'D.M' }, { RunType: 'Sample' }),
    ...dotD('S/002.D', { sample: 'QC2', date: at('4:33 pm'), vial: 2, method: 'D.M' }),
    ...dotD('S/004.D', { sample: 'C-2026-0007/2', date: 'unknown', vial: 12 }),
    'S/sequence.log': text('log'),
    'S/readme.txt': text('words'),
    'S/uv.D/DAD1A.ch': text('x'),
  };

  it('puts the injections in the order of their times, with vial, sample, method and a guess at what each is for', () => {
    const { injections, notes } = sequence(folder);
    expect(
      injections.map(({ order, file, vial, sampleName, injectedAt, kind, kindReason }) => [
        order,
        file,
        vial,
        sampleName,
        injectedAt,
        kind,
        kindReason,
      ]),
    ).toEqual([
      [1, 'S/001.D', '1', 'MeOH blank', '2008-12-18T16:01', 'blank', { by: 'sample-name', text: 'blank' }],
      [2, 'S/002.D', '2', 'QC2', '2008-12-18T16:33', 'control', { by: 'sample-name', text: 'QC' }],
      [3, 'S/003.D', '11', 'C-2026-0007/1', '2008-12-18T17:05', 'sample', { by: 'run-type', text: 'Sample' }],
      [4, 'S/004.D', '12', 'C-2026-0007/2', 'unknown', 'unknown', { by: 'nothing', text: '' }],
    ]);
    expect(notes).toEqual([
      { code: 'time-missing', files: ['S/004.D'] },
      { code: 'not-read', files: ['S/uv.D'] },
    ]);
  });

  it('says how many units it has looked at', () => {
    expect([...sequenceOf(findUnits(entriesOf(folder)), opener(folder))]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('names a run that cannot be read', () => {
    expect(sequence({ ...dotD('A.D', {}), 'A.D/DATA.MS': text('x') })).toEqual({
      injections: [],
      notes: [{ code: 'not-read', files: ['A.D'] }],
    });
  });
});

describe('orderInjections', () => {
  const fact = (file: string, measuredAt: string, injection?: string) => ({
    file,
    conditions: { measuredAt, ...(injection === undefined ? {} : { injection }) },
  });
  const files = (sequence: Sequence): readonly string[] => sequence.injections.map(({ file }) => file);

  it('orders equal times by the instrument’s number, then by name, and says so', () => {
    const found = orderInjections([
      fact('10.D', '2024-01-02T10:00'),
      fact('9.D', '2024-01-02T10:00'),
      fact('x.D', '2024-01-02T10:00', '1'),
    ]);
    expect(files(found)).toEqual(['9.D', '10.D', 'x.D']);
    expect(found.notes).toEqual([{ code: 'same-time', files: ['9.D', '10.D', 'x.D'] }]);
  });

  it('compares times of several zones, and local ones only where some have none', () => {
    const zones = orderInjections([fact('b', '2024-01-02T10:30:00+02:00'), fact('a', '2024-01-02T09:00:00Z')]);
    expect([files(zones), zones.notes]).toEqual([['b', 'a'], []]);
    const mixed = orderInjections([fact('b', '2024-01-02T10:30:00+02:00'), fact('a', '2024-01-02T09:00:00')]);
    expect([files(mixed), mixed.notes.map(({ code }) => code)]).toEqual([['a', 'b'], ['zones-mixed']]);
  });

  it('names numbers that do not rise with time', () => {
    const found = orderInjections([fact('a', '2024-01-02T10:00', '2'), fact('b', '2024-01-02T11:00', '1')]);
    expect(found.notes).toEqual([{ code: 'place-differs', files: ['b'] }]);
  });
});

describe('guessKind', () => {
  it.each([
    ['Blank_01', '', '', 'blank', 'sample-name'],
    ['QC blank', '', '', 'blank', 'sample-name'],
    ['SolventRinse', '', '', 'blank', 'sample-name'],
    ['témoin 3', '', '', 'control', 'sample-name'],
    ['', 'STD5', '', 'control', 'file-name'],
    ['', 'NV--0499', '', 'blank', 'file-name'],
    ['cocaine', 'x', 'Calibration', 'control', 'run-type'],
    ['blanket fibre', 'x', 'Sample', 'sample', 'run-type'],
    ['', '', '', 'unknown', 'nothing'],
  ])('%s, %s, %s: %s by %s', (sample, file, runType, kind, by) => {
    expect(guessKind(sample, file, runType)).toMatchObject({ kind, reason: { by } });
  });
});
