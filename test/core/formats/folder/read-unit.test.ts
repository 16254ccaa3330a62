import { describe, expect, it } from 'vitest';
import { type OpenEntry, readUnit } from '../../../../src/core/formats/folder/read-unit';
import { findUnits, type ReadableUnit } from '../../../../src/core/formats/folder/units';
import { zipFolder } from '../../../../src/core/formats/folder/zip-folder';
import { listEntries, type ZipEntry } from '../../../../src/core/formats/zip/entries';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { inflateEntry } from '../../../support/inflate-entry';
import { collect, type Reading } from '../../../support/read-text';
import { zipOf } from '../zip/zip-file';
import { dotD, entriesOf, type MemoryFolder, opener, text } from './agilent-folder';

function readFirst(folder: MemoryFolder, open: OpenEntry = opener(folder)): Reading {
  const [unit] = findUnits(entriesOf(folder));
  return collect(readUnit(unit as ReadableUnit, open));
}

describe('readUnit', () => {
  it('reads a file alone as it is', () => {
    const { spectra } = readFirst({ 'a/x.msp': text('Name: x\nNum Peaks: 1\n50 1\n\n') });
    expect(spectra[0]?.identity.name).toBe('x');
  });

  it('adds what the texts of a folder state, and keeps them', () => {
    const folder = dotD(
      'A.D',
      { sample: 'C-1/2', method: 'DRUGS_LONG_METHOD_N', vial: 3 },
      { ALS_Bottle: '3', RunType: 'Sample', SequenceComment: 'night' },
    );
    const { runs, codes, refusal } = readFirst(folder);
    expect([codes, refusal]).toEqual([[], undefined]);
    expect(runs[0]?.run.conditions).toEqual({
      sample: 'C-1/2',
      method: 'DRUGS_LONG_METHOD_NAME.M',
      vial: '3',
      instrument: 'GCMS 3',
      injectionVolume: '1.0 uL',
      comment: 'night',
    });
    expect(runs[0]?.run.otherFields).toContainEqual({ field: 'RunType', value: 'Sample' });
    expect(runs[0]?.run.otherFields.map(({ field }) => field)).toContain('acqmeth.txt');
    expect(runs[0]?.scans).toHaveLength(1);
  });

  it('warns where texts and data contradict each other: the data stands', () => {
    const { runs, warnings } = readFirst(dotD('A.D', { vial: 4, method: 'OTHER.M' }, { ALS_Bottle: '9' }));
    expect(warnings.map(({ code, params }) => [code, params.field, params.stated, params.found])).toEqual([
      ['value-differs', 'method', 'DRUGS_LONG_METHOD_NAME.M', 'OTHER.M'],
      ['value-differs', 'vial', '9', '4'],
    ]);
    expect(runs[0]?.run.conditions).toMatchObject({ vial: '4', method: 'OTHER.M' });
  });

  it('reads the other data of a folder when one is damaged, and refuses last', () => {
    const folder = { ...dotD('A.D', {}), 'A.D/DATA.MS': text('nothing'), 'A.D/datasim.ms': dotD('A.D', {})['A.D/DATA.MS'] as Uint8Array };
    const { runs, refusal } = readFirst(folder);
    expect(runs).toHaveLength(1);
    expect(refusal).toBeDefined();
  });

  it('lists what it leaves unread', () => {
    const { warnings } = readFirst({ ...dotD('A.D', {}), 'A.D/FOUND.RES': text('x') });
    expect(warnings.map(({ code, params }) => [code, params.part])).toEqual([['part-unused', 'FOUND.RES']]);
  });

  it('reads the same from a zip, entry by entry past a bad one', () => {
    const folder = { ...dotD('s/A.D', { sample: 'first' }), 's/x.msp': text('Name: x\nNum Peaks: 1\n50 1\n\n') };
    const bytes = zipOf(folder);
    const at = new TextDecoder('latin1').decode(bytes).indexOf('s/x.msp') + 7;
    bytes.fill(0xff, at, at + 4);
    const zip = memorySource('batch.zip', bytes);
    const entries = new Map(listEntries(zip).map((entry) => [entry.name, entry]));
    const open: OpenEntry = (path) => memorySource(path, inflateEntry(zip, entries.get(path) as ZipEntry, 1 << 24));
    const readings = findUnits(zipFolder(zip)).map((unit) => collect(readUnit(unit as ReadableUnit, open)));
    expect(readings[0]?.runs[0]?.run.conditions.sample).toBe('first');
    expect(readings[1]?.refusal?.code).toBe('structure-damaged');
  });
});
