import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readUnit } from '../../../../src/core/formats/folder/read-unit';
import { sequenceOf } from '../../../../src/core/formats/folder/sequence';
import { findUnits, type ReadableUnit } from '../../../../src/core/formats/folder/units';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { collect, SHARED_FORMATS, sharedPath } from '../../../support/read-text';

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`skipped: no shared data at ${SHARED_FORMATS}`);

const FOLDER = 'ms/agilent_d';
const open = (path: string) => memorySource(path, readFileSync(sharedPath(join(FOLDER, path))));

describe.skipIf(!here)('the Agilent folder of the shared data', () => {
  const units = here
    ? findUnits(
        readdirSync(sharedPath(FOLDER), { recursive: true, encoding: 'utf8' })
          .map((path) => ({ path: path.replaceAll('\\', '/'), stat: statSync(sharedPath(join(FOLDER, path))) }))
          .filter(({ stat }) => stat.isFile())
          .map(({ path, stat }) => ({ path, size: stat.size })),
      )
    : [];

  it('is one .D and one file', () => {
    expect(units.map(({ kind, path }) => [kind, path]).sort()).toEqual([
      ['file', 'carotenoid_extract_MSD1.MS'],
      ['instrument-folder', 'GC01_0812_066.D'],
    ]);
  });

  it('gives the run what the texts beside it say', () => {
    const unit = units.find(({ kind }) => kind === 'instrument-folder') as ReadableUnit;
    const { runs, warnings, refusal } = collect(readUnit(unit, open));
    expect(refusal).toBeUndefined();
    expect(warnings.map(({ code, params }) => [code, String(params.part).split(', ').sort()])).toEqual([
      ['part-unused', ['FOUND.RES', 'cnorm.ini']],
    ]);
    expect(runs[0]?.scans).toHaveLength(9865);
    expect(runs[0]?.run.conditions).toEqual({
      sample: 'mix ma',
      measuredAt: '2008-12-18T15:45',
      instrument: 'Demo 7890-7975C',
      instrumentSerial: 'US71225882',
      software: 'MSD ChemStation E.02.00.493',
      operator: 'Dave and Su',
      method: 'MA_5C.M',
      vial: '1',
      injectionVolume: '1.0 uL',
      column: 'Varian CP9013, 30m x 0.25mm ID x 0.25 um VF-5',
      comment: 'method development oven ramp',
    });
  });

  it('is a sequence of two injections', () => {
    const steps = sequenceOf(units, open);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value.injections.map(({ file, vial, kind }) => [file, vial, kind])).toEqual([
      ['GC01_0812_066.D', '1', 'sample'],
      ['carotenoid_extract_MSD1.MS', '3', 'unknown'],
    ]);
  });
});
