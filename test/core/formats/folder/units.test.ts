import { describe, expect, it } from 'vitest';
import { findUnits } from '../../../../src/core/formats/folder/units';

const found = (...paths: readonly string[]) => findUnits(paths.map((path) => ({ path, size: 10 })));
const brief = (...paths: readonly string[]) =>
  found(...paths).map((unit) => [unit.kind, unit.path, 'reason' in unit ? unit.reason : '', 'what' in unit ? unit.what : '']);

describe('findUnits', () => {
  it('takes files one by one, and names what is no data', () => {
    expect(brief('a/x.jdx', 'a/.DS_Store', 'a/Thumbs.db', '__MACOSX/a/._x.jdx', 'a/run.S', 'a/Sequence.log', 'b.csv')).toEqual([
      ['file', 'a/x.jdx', '', ''],
      ['not-read', 'a/.DS_Store', 'system-file', ''],
      ['not-read', 'a/Thumbs.db', 'system-file', ''],
      ['not-read', '__MACOSX/a/._x.jdx', 'system-file', ''],
      ['not-read', 'a/run.S', 'sequence-file', 'run.S'],
      ['not-read', 'a/Sequence.log', 'sequence-file', 'Sequence.log'],
      ['file', 'b.csv', '', ''],
    ]);
  });

  it('takes a .D folder as one, with its texts, and lists what it does not use', () => {
    expect(found('s/A.D/FOUND.RES', 's/A.D/dataSim.ms', 's/A.D/DATA.MS', 's/A.D/acqmeth.txt', 's/A.D/ACQ/x.txt', 's/notes.txt')).toEqual([
      {
        kind: 'instrument-folder',
        path: 's/A.D',
        size: 20,
        instrument: 'Agilent ChemStation .D',
        data: ['s/A.D/DATA.MS', 's/A.D/dataSim.ms'],
        texts: ['s/A.D/acqmeth.txt'],
        unused: ['s/A.D/FOUND.RES', 's/A.D/ACQ/x.txt'],
      },
      { kind: 'file', path: 's/notes.txt', size: 10 },
    ]);
  });

  it('names folders of instruments that are not read, each once', () => {
    expect(
      brief(
        '1/acqus',
        '1/fid',
        '1/pdata/1/1r',
        'm.d/AcqData/MSScan.bin',
        'm.d/AcqData/x.xml',
        'u.D/DAD1A.ch',
        'q.d/analysis.tdf',
        'w.raw/_FUNC001.DAT',
        'v.fid/fid',
        'v.fid/procpar',
        'g.M/acqmeth.txt',
      ),
    ).toEqual([
      ['not-read', '1', 'instrument-folder', 'Bruker NMR'],
      ['not-read', 'm.d', 'instrument-folder', 'Agilent MassHunter .d'],
      ['not-read', 'u.D', 'instrument-folder', 'Agilent ChemStation .D (signals)'],
      ['not-read', 'q.d', 'instrument-folder', 'Bruker .d (mass spectra)'],
      ['not-read', 'w.raw', 'instrument-folder', 'Waters MassLynx .raw'],
      ['not-read', 'v.fid', 'instrument-folder', 'Varian or Agilent NMR .fid'],
      ['not-read', 'g.M', 'instrument-folder', 'Agilent method .M'],
    ]);
  });

  it('reads a MassHunter folder of GC-MS by its DATA.MS, and leaves folders of people alone', () => {
    expect(found('m.D/AcqData/x.bin', 'm.D/data.ms')[0]).toMatchObject({
      kind: 'instrument-folder',
      data: ['m.D/data.ms'],
      unused: ['m.D/AcqData/x.bin'],
    });
    expect(brief('case.d/a.csv', 'loose/DATA.MS', 'loose/b.csv').map(([kind]) => kind)).toEqual(['file', 'file', 'file']);
  });

  it('puts every entry in one unit, and names faults and paths too deep', () => {
    const deep = `${'a/'.repeat(70)}b.csv`;
    expect(
      findUnits([
        { path: '../x', size: 1, fault: 'unsafe-name' },
        { path: deep, size: 1 },
      ]),
    ).toEqual([
      { kind: 'not-read', path: '../x', size: 1, reason: 'zip-entry', what: 'unsafe-name' },
      { kind: 'not-read', path: deep, size: 1, reason: 'too-deep', what: '' },
    ]);
    expect(findUnits([])).toEqual([]);
  });
});
