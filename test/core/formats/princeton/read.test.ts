import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import type { Trace } from '../../../../src/core/spectrum/curves';
import { readBytes, readShared, sharedPath } from '../../../support/read-text';
import { Encoder } from '../binary/encoder';
import { mutated, randomNumbers, readDamaged } from '../binary/mutations';
import { extremes, sharedFilesPresent } from '../binary/optical-manifest';

const SHARED = 'optical/raman_vendor/PrincetonInstruments__S0N_50x.spe';

interface Settings {
  readonly version?: number;
  readonly type?: number;
  readonly columns?: number;
  readonly rows?: number;
  readonly frames?: number;
}

function header({ version = 2.5, type = 3, columns = 2, rows = 1, frames = 1 }: Settings): Encoder {
  return new Encoder()
    .f32(10, 0.5)
    .text(20, '05Feb2024')
    .u16(42, columns)
    .u16(108, type)
    .text(172, '101112')
    .u16(656, rows)
    .u32(1446, frames)
    .f32(1992, version)
    .u16(4098, 0x5555);
}

const valuesOf = (bytes: Uint8Array): readonly (readonly number[])[] =>
  readBytes(bytes, 'a.spe').curves.map(({ traces }) => [...(traces[0] as Trace).y.values]);

describe('Princeton Instruments SPE', () => {
  it('reads the rows of the frames of version 2 with their calibration, exposure and date', () => {
    const file = header({ rows: 2, frames: 2 }).u8(3098, 1, 3, 3, 2).f64(3263, 500, 2, 0.5);
    file.u16(4100, 1, 2, 3, 4, 5, 6, 7, 65_535);
    const { curves, refusal, codes } = readBytes(file.bytes, 'a.spe');
    expect([refusal, codes]).toEqual([undefined, ['value-assumed']]);
    expect(valuesOf(file.bytes)).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 65_535],
    ]);
    const [first] = curves.flatMap(({ traces }) => traces.map(({ x }) => abscissaValues(x)));
    expect([...(first ?? [])]).toEqual([502.5, 506]);
    expect(curves[3]?.position?.map(({ name, value }) => [name, value])).toEqual([
      ['frame', 2],
      ['row', 2],
    ]);
    expect(curves[0]?.conditions).toMatchObject({ exposure: '0.5 s', measuredAt: '2024-02-05T10:11:12' });
  });

  it.each([
    [0, (file: Encoder) => file.f32(4100, 1.5, -2), [1.5, -2]],
    [2, (file: Encoder) => file.u16(4100, 1, -2), [1, -2]],
    [6, (file: Encoder) => file.u8(4100, 1, 254), [1, 254]],
    [8, (file: Encoder) => file.u32(4100, 1, 4_000_000_000), [1, 4_000_000_000]],
  ] as const)('reads points of type %i', (type, put, values) => expect(valuesOf(put(header({ type })).bytes)).toEqual([values]));

  it('gives the frames before the fault of a file cut off, and refuses one whose wavelengths do not fit', () => {
    const cut = readBytes(header({ frames: 3 }).u16(4100, 1, 2, 3).bytes, 'a.spe');
    expect([cut.curves.length, cut.refusal?.code, cut.refusal?.params.part]).toEqual([1, 'file-truncated', 'frame 2 / 3']);
    const xml =
      '<SpeFormat><Calibrations><WavelengthMapping><Wavelength>500,501,502</Wavelength></WavelengthMapping></Calibrations></SpeFormat>';
    const file = header({ version: 3 }).u16(4100, 1, 2).u64(678, 4104).text(4104, xml);
    expect(readBytes(file.bytes, 'a.spe').refusal).toMatchObject({ code: 'structure-damaged', params: { part: 'wavelengths' } });
    expect(readBytes(header({ version: 3 }).u64(678, 9_000_000).u16(4100, 1, 2).bytes, 'a.spe').refusal?.code).toBe('file-truncated');
  });

  it.skipIf(!sharedFilesPresent())('reads a file of version 3 with the wavelengths and conditions of its XML', () => {
    const { curves, refusal, warnings } = readShared(SHARED);
    expect([refusal, warnings, curves.length]).toEqual([undefined, [], 1]);
    const [trace] = curves[0]?.traces ?? [];
    if (trace === undefined) throw new Error('no trace');
    expect(extremes(trace)).toMatchObject({ n: 1340, first: 534.00047611653622, last: 557.35494205905434, y0: 630 });
    expect([...trace.y.values.slice(0, 5)]).toEqual([630, 632, 643, 638, 635]);
    expect(curves[0]?.conditions).toMatchObject({
      laser: '531.988 nm',
      operator: 'paillet',
      software: 'LightField 4.9.0.1409',
      measuredAt: '2024-10-01T11:32:24.6579626+02:00',
      instrument: 'SP-2-500i 25581124',
    });
  });

  it.skipIf(!sharedFilesPresent())('survives 200 damaged copies', () => {
    const random = randomNumbers(20_260_730);
    const original = readFileSync(sharedPath(SHARED));
    for (let i = 0; i < 200; i++) expect(() => readDamaged(mutated(original, random), 'princeton-spe')).not.toThrow();
  });
});
