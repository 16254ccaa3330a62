import { limits } from '../../src/core/formats/limits';
import type { FileFormat } from '../../src/core/spectrum/reading';
import { encodeNetcdf, type WrittenVariable } from '../../test/core/formats/andi/netcdf-file';
import { Encoder } from '../../test/core/formats/binary/encoder';
import { encodeRun } from '../../test/core/formats/chemstation/ms-file';
import { workbook } from '../../test/core/formats/xlsx/workbook';
import type { LargeFile } from './large-file';
import { TWO_GIGABYTES } from './virtual-source';

/** The most points of a trace that are read. */
const MOST = limits.pointsPerTrace;
/** The longest XML of a Princeton file that is read. */
const MOST_XML = 4_194_304;
const ONE = new Encoder().f32(0, 1.5).bytes;
const UNORDERED = new Encoder().f32(0, 1.5, -3, 7, Number.POSITIVE_INFINITY, 0.25).bytes;

interface SpcSettings {
  readonly flags?: number;
  readonly points: number;
  readonly subfiles?: number;
  readonly log?: number;
  readonly exponent?: number;
  readonly big?: boolean;
}
function spc({ flags = 0, points, subfiles = 1, log = 0, exponent = 0x80, big = false }: SpcSettings): Uint8Array {
  return new Encoder(!big)
    .u8(0, flags, big ? 0x4c : 0x4b, 0, exponent)
    .u32(4, points)
    .f64(8, 1000, 2000)
    .u32(24, subfiles)
    .u8(28, 1, 2, 0)
    .u32(248, log)
    .u8(511, 0).bytes;
}
const spcSubfile = (points: number, ...values: readonly number[]): Uint8Array =>
  new Encoder()
    .u8(0, 0, 0x80)
    .u32(16, points)
    .f32(32, ...values).bytes;

function spcFiles(): readonly LargeFile[] {
  const whole = (TWO_GIGABYTES - 544) / 4;
  const masses = new Encoder().raw(0, spc({ flags: 0xe4, points: TWO_GIGABYTES - 512, subfiles: 0xffffffff })).u8(28, 9).bytes;
  return [
    { what: 'the whole file as one spectrum', head: spc({ points: whole }), unit: ONE },
    { what: 'one spectrum of the most points', head: spc({ points: MOST }), unit: UNORDERED },
    { what: 'one spectrum of the most points, high byte first', head: spc({ points: MOST, big: true }), unit: UNORDERED },
    { what: 'one spectrum of the most points, integers', head: spc({ points: MOST, exponent: 10 }), unit: UNORDERED },
    { what: 'one spectrum of the most points with own x', head: spc({ flags: 0x80, points: MOST }), unit: UNORDERED },
    { what: 'endless spectra of the most points', head: spc({ flags: 4, points: MOST, subfiles: 0xffffff }), unit: new Uint8Array(32) },
    { what: '2^32 spectra of one point', head: spc({ flags: 4, points: 1, subfiles: 0xffffffff }), unit: spcSubfile(1, 1) },
    {
      what: '2^32 spectra of one point with own x',
      head: spc({ flags: 0xc4, points: 0, subfiles: 0xffffffff }),
      unit: spcSubfile(1, 1, 2),
    },
    { what: '2^32 spectra of no point with own x', head: spc({ flags: 0xc4, points: 0, subfiles: 0xffffffff }), unit: new Uint8Array(32) },
    { what: 'mass spectra by a directory of the whole file', head: masses, unit: new Encoder().u32(0, 512).bytes },
    {
      what: 'a log as long as the file',
      head: spc({ points: 1, log: 600 }),
      unit: 'a=b\n',
      placed: [{ at: 600, bytes: new Encoder().u32(0, 0x7fffffff, 0x7fffffff, 64).bytes }],
    },
    {
      what: 'old form, the whole file',
      head: new Encoder().u8(0, 0, 0x4d).u16(2, 0xff80).f32(4, whole, 1000, 2000).u8(255, 0).bytes,
      unit: ONE,
    },
    {
      what: 'old form, endless spectra',
      head: new Encoder().u8(0, 4, 0x4d).u16(2, 0xff80).f32(4, 1, 1000, 2000).u8(223, 0).bytes,
      unit: spcSubfile(0, 1),
    },
  ];
}

type OpusValue = number | string | { readonly double: number };
function opusParameters(values: Readonly<Record<string, OpusValue>>): Uint8Array {
  const file = new Encoder();
  for (const [key, value] of Object.entries(values)) {
    const at = file.length;
    file.text(at, `${key}\0`);
    if (typeof value === 'number') file.u16(at + 4, 0, 2).u32(at + 8, value);
    else if (typeof value === 'string') file.u16(at + 4, 2, 2).text(at + 8, value.padEnd(4, '\0'));
    else file.u16(at + 4, 1, 4).f64(at + 8, value.double);
  }
  const end = file.length;
  return file.text(end, 'END\0').u16(end + 4, 0, 0).bytes;
}
const opusStatus = (count: number): Uint8Array =>
  opusParameters({
    DPF: 1,
    NPT: count,
    FXV: { double: 4000 },
    LXV: { double: 400 },
    CSF: { double: 2 },
    MNY: { double: 1 },
    MXY: { double: 2 },
    DXU: 'WN',
  });

const OPUS_BEGIN = 8192 * 12;
/** Blocks by type, place and length. */
function opus(
  blocks: readonly (readonly [type: number, at: number, length: number])[],
  ...contents: readonly (readonly [at: number, bytes: Uint8Array])[]
): Uint8Array {
  const out = new Encoder().u8(0, 10, 10, 0xfe, 0xfe).f64(4, 920_622).u32(12, 24, 0, blocks.length);
  out.u8(23 + 12 * blocks.length, 0);
  blocks.forEach(([type, at, length], i) => {
    out.u32(24 + 12 * i, type, Math.floor(length / 4), at);
  });
  for (const [at, bytes] of contents) out.raw(at, bytes);
  return out.bytes;
}
const ABSORBANCE = 3 | (3 << 2) | (4 << 10);
const STATUS = 1 << 4;
function opusFiles(): readonly LargeFile[] {
  const one = (count: number): Uint8Array =>
    opus(
      [
        [ABSORBANCE, 4096, 4 * count],
        [ABSORBANCE | STATUS, 2048, 400],
      ],
      [2048, opusStatus(count)],
      [4096, new Uint8Array(4)],
    );
  const kinds = Array.from({ length: 60 }, (_, i) => 3 | (3 << 2) | ((i + 1) << 10));
  const piece = Math.floor(MOST / 64);
  const many = Array.from({ length: 4000 }, (_, i): readonly [number, number, number] => [
    (10 << 4) | (i << 24),
    OPUS_BEGIN + i * 400_000,
    400_000,
  ]);
  return [
    { what: 'the whole file as one spectrum', head: one(536_000_000), unit: ONE },
    { what: 'one spectrum of the most points', head: one(MOST), unit: UNORDERED },
    {
      what: '60 spectra of the most points together',
      head: opus(
        kinds.flatMap((kind, i) => [
          [kind, 2 * OPUS_BEGIN + 4 * piece * i, 4 * piece] as const,
          [kind | STATUS, 65_536 + 400 * i, 400] as const,
        ]),
        ...kinds.map((_, i) => [65_536 + 400 * i, opusStatus(piece)] as const),
      ),
      unit: ONE,
    },
    {
      what: 'a directory over the whole file',
      head: opus([]).slice(0),
      unit: ONE,
      placed: [{ at: 12, bytes: new Encoder().u32(0, 24, 0, 178_000_000).bytes }],
    },
    { what: '4,000 parameter blocks of 400 kB', head: opus(many), unit: new Encoder().text(0, 'ABC\0').u16(4, 0, 2).u32(8, 7).bytes },
    { what: '4,000 histories of 400 kB', head: opus(many.map(([, at, length]) => [5 << 19, at, length] as const)), unit: 'abc\0' },
  ];
}

function omnic(entries: readonly (readonly [key: number, at: number, length: number])[], count = entries.length): Encoder {
  const out = new Encoder().text(0, 'Spectral Data File\r\n').text(30, 'a').u16(294, count).u32(296, 0).u32(300, 0);
  // The room for all of them first: the encoder grows by what is put.
  out.u8(303 + 16 * entries.length, 0);
  entries.forEach(([key, at, length], i) => {
    out
      .u16(304 + 16 * i, key)
      .u32(306 + 16 * i, at, length)
      .u16(314 + 16 * i, 0, 0, 0);
  });
  return out;
}
const omnicHeader = (points: number): Uint8Array =>
  new Encoder().u32(0, 3, points, 1, 17).f32(16, 4000, 400).u32(36, 32).u32(52, 64).u8(139, 0).bytes;
function omnicFiles(): readonly LargeFile[] {
  const one = (points: number): Uint8Array =>
    omnic([
      [2, 400, 140],
      [3, 600, 4 * points],
      [102, 600 + 4 * points, 4 * points],
      [103, 600 + 8 * points, 4 * points],
    ])
      .raw(400, omnicHeader(points))
      .u8(599, 0).bytes;
  const at = 304 + 16 * 65_535;
  const group = Array.from({ length: 65_535 }, (_, i): readonly [number, number, number] =>
    i % 2 === 0 ? [2, at, 140] : [3, at + 140, 16],
  );
  return [
    {
      what: 'the whole file as one spectrum',
      head: omnic([
        [2, 400, 140],
        [3, 600, 0x7fff_f000],
      ])
        .raw(400, omnicHeader(0x1fff_f000))
        .u8(599, 0).bytes,
      unit: ONE,
    },
    { what: 'one spectrum of the most points with both interferograms', head: one(MOST), unit: UNORDERED },
    { what: '32,000 spectra of the same bytes', head: omnic(group).raw(at, omnicHeader(4)).bytes, unit: ONE },
    {
      what: '65,535 texts of 32 kB',
      head: omnic(
        Array.from({ length: 65_535 }, (_, i) =>
          i === 0 ? [2, at, 140] : i === 1 ? [3, at + 140, 16] : [27, at + 200 + 32_000 * i, 32_000],
        ),
      ).raw(at, omnicHeader(4)).bytes,
      unit: 'a: b\r\n',
    },
    {
      what: '500 texts of 4 MB',
      head: omnic(
        Array.from({ length: 500 }, (_, i) =>
          i === 0 ? [2, at, 140] : i === 1 ? [3, at + 140, 16] : [27, at + 200 + 4_000_000 * i, 4_000_000],
        ),
      ).raw(at, omnicHeader(4)).bytes,
      unit: 'a: b\r\n',
    },
  ];
}

const member = (id: number, content: Uint8Array): Uint8Array => new Encoder().u16(0, id).u32(2, content.length).raw(6, content).bytes;
const members = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
const peMark = (description: string): Uint8Array => new Encoder().text(0, `PEPE${description}`).u8(43, 0).bytes;
const SET = peMark('2D constant interval DataSet file');
const peRange = (id: number): Uint8Array => member(id, new Encoder().u16(0, 29981).f64(2, 4000, 400).bytes);
const peCount = (count: number): Uint8Array => member(35701, new Encoder().u16(0, 29995).u32(2, count).bytes);
const opening = (id: number, length: number): Uint8Array => new Encoder().u16(0, id).u32(2, length).bytes;
function perkinElmerFiles(): readonly LargeFile[] {
  const set = (length: number, ...parts: readonly Uint8Array[]): Uint8Array => members(SET, opening(120, length), ...parts);
  const values = (count: number): Uint8Array =>
    new Encoder()
      .u16(0, 35708)
      .u32(2, 8 * count + 6)
      .u16(6, 29974)
      .u32(8, 8 * count).bytes;
  const DOUBLE = new Encoder().f64(0, 1.5, Number.NaN, 3).bytes;
  const map = (points: number, pixels: number): Uint8Array => {
    const layout = new Encoder().u16(0, 0).f64(2, 1, 1, 1, 4000, 400, 0, 0, 0, 0, 0).u32(82, pixels, 1, points);
    return members(peMark('DataSet - 4DConst3DInterval'), member(5100, layout.u8(93, 0).bytes));
  };
  return [
    {
      what: 'data set, the whole file as one spectrum',
      head: set(0x7fff_0000, peRange(35698), peCount(268_000_000), values(268_000_000)),
      unit: DOUBLE,
    },
    {
      what: 'data set, one spectrum of the most points',
      head: set(8 * MOST + 100, peRange(35698), peRange(35699), peCount(MOST), values(MOST)),
      unit: DOUBLE,
    },
    {
      what: 'data set, endless members',
      head: set(0x7fff_0000, peRange(35698)),
      unit: member(1, new Encoder().u16(0, 29987, 2).text(4, 'ab').bytes),
    },
    { what: 'data set, endless containers', head: set(0x7fff_0000), unit: opening(122, 0x7fff_0000) },
    { what: 'data set, endless empty members', head: set(0x7fff_0000), unit: opening(5, 0) },
    {
      what: 'data set, endless histories',
      head: set(0x7fff_0000),
      unit: member(122, member(121, member(35698, new Encoder().u16(0, 29987, 3).text(4, 'Kim').bytes))),
    },
    { what: 'map of endless pixels of one point', head: map(1, 0x7fffffff), unit: new Encoder().u16(0, 5105).u32(2, 4).f32(6, 1.5).bytes },
    {
      what: 'map of pixels of the most points',
      head: map(MOST, 32),
      unit: new Encoder()
        .u16(0, 5105)
        .u32(2, 4 * MOST)
        .raw(4 * MOST + 5, new Uint8Array(1)).bytes,
    },
    { what: 'map of endless empty blocks', head: map(1, 1), unit: opening(77, 0) },
    {
      what: 'map, a history as long as the file',
      head: members(map(1, 1), opening(5104, 0x7fff_0000)),
      unit: member(122, member(121, member(35698, new Encoder().u16(0, 29987, 3).text(4, 'Kim').bytes))),
    },
  ];
}

function wdf(points: number, spectra: number): Encoder {
  return new Encoder()
    .text(0, 'WDF1')
    .u32(4, 1)
    .u64(8, 512)
    .u32(60, points)
    .u64(64, spectra)
    .u64(72, spectra)
    .u32(80, 3, 1, points, 1)
    .u32(152, 6)
    .f32(156, 12_738.9)
    .text(240, 'a')
    .u8(511, 0);
}
const wdfBlock = (name: string, length: number): Uint8Array =>
  new Encoder()
    .text(0, name)
    .u32(4, 0)
    .u64(8, 16 + length).bytes;
function wdfFiles(): readonly LargeFile[] {
  const map = (points: number, spectra: number, x: Uint8Array, rest: number): Uint8Array =>
    members(wdf(points, spectra).bytes, wdfBlock('XLST', 8 + 4 * points), new Uint8Array(8), x, wdfBlock('DATA', rest));
  const tiny = map(1, 500_000_000, ONE, 2_000_000_000);
  const long = new Uint8Array(4 * MOST);
  const places = 100_000_000;
  const origins = members(
    wdf(1, places).bytes,
    wdfBlock('XLST', 12),
    new Uint8Array(8),
    ONE,
    wdfBlock('DATA', 4 * places),
    new Uint8Array(4 * places),
  );
  return [
    { what: 'the whole file as one spectrum', head: members(wdf(260_000_000, 1).bytes, wdfBlock('XLST', 1_040_000_008)), unit: ONE },
    { what: 'one spectrum of the most points', head: map(MOST, 1, long, 4 * MOST), unit: UNORDERED },
    { what: 'spectra of the most points', head: map(MOST, 30, long, 4 * MOST * 30), unit: UNORDERED },
    { what: '500,000,000 spectra of one point', head: tiny, unit: ONE },
    {
      what: '100,000,000 spectra with a list of places',
      head: members(origins, wdfBlock('ORGN', 4 + 24 + 8 * places), new Encoder().u32(0, 1, 3, 5).text(12, 'X').u8(27, 0).bytes),
      unit: new Encoder().f64(0, 1.5).bytes,
    },
    { what: 'endless blocks', head: wdf(1, 1).bytes, unit: wdfBlock('ABCD', 0) },
    {
      what: 'endless property sets',
      head: wdf(1, 1).bytes,
      unit: members(
        wdfBlock('WXDA', 400_000),
        new Encoder().text(0, 'PSET').u32(4, 400_000 - 8).bytes,
        new Uint8Array(Buffer.from('i\0aa\0\0\0\0'.repeat(49_999), 'latin1')),
      ),
    },
  ];
}

function princeton(columns: number, rows: number, frames: number, type = 0, version = 2.5): Encoder {
  return new Encoder().f32(10, 0.5).u16(42, columns).u16(108, type).u16(656, rows).u32(1446, frames).f32(1992, version).u16(4098, 0x5555);
}
function princetonFiles(): readonly LargeFile[] {
  const xml = (at: number): Uint8Array => princeton(4, 1, 1, 0, 3).u64(678, at).bytes;
  /** A version 3 file that ends in an XML of 4 MB. */
  const ending = (what: string, begin: string, unit: string, end: string): LargeFile => {
    const bytes = Buffer.from(begin + unit.repeat(Math.floor((MOST_XML - begin.length - end.length) / unit.length)) + end);
    return {
      what: `version 3, 4 MB of ${what}`,
      head: xml(TWO_GIGABYTES - bytes.length),
      unit: '\0',
      placed: [{ at: -bytes.length, bytes }],
    };
  };
  return [
    { what: 'frames of 65,535 columns and rows', head: princeton(65_535, 65_535, 0x7fffffff).bytes, unit: UNORDERED },
    { what: '2^31 frames of one point', head: princeton(1, 1, 0x7fffffff, 6).bytes, unit: ONE },
    {
      what: '2^31 frames of one point, calibrated',
      head: princeton(1, 1, 0x7fffffff, 6).u8(3098, 1, 3, 3, 2).f64(3263, 500, 2, 0.5).bytes,
      unit: ONE,
    },
    { what: 'version 3, XML as long as the file', head: xml(4116), unit: 'a' },
    ending('wavelengths', '<S><WavelengthMapping><Wavelength>', '1,', '</Wavelength></WavelengthMapping></S>'),
    ending(
      'lists of wavelengths',
      '<S><WavelengthMapping>',
      `<Wavelength>${'1,'.repeat(500_000)}1</Wavelength>`,
      '</WavelengthMapping></S>',
    ),
    ending('elements', '<S><WavelengthMapping>', '<a b="c">d</a>', '</WavelengthMapping></S>'),
  ];
}

const ANDI_FIELDS = { experiment_type: 'Centroided Mass Spectrum' };
interface AndiSettings {
  readonly scans: number;
  readonly points: number;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly more?: readonly WrittenVariable[];
  readonly type?: 'short' | 'float' | 'double';
}
/** A header whose lengths are those asked for; the values follow one another behind it, or lie over one another where they do not fit. */
function andi({ scans, points, attributes = ANDI_FIELDS, more = [], type = 'short' }: AndiSettings): Uint8Array {
  const bytes = encodeNetcdf({
    version: 2,
    dimensions: { scan_number: scans, point_number: points, name: 32 },
    attributes,
    variables: [
      { name: 'scan_index', type: 'int', dimensions: ['scan_number'], values: [] },
      { name: 'point_count', type: 'int', dimensions: ['scan_number'], values: [] },
      { name: 'scan_acquisition_time', type: 'double', dimensions: ['scan_number'], values: [] },
      { name: 'total_intensity', type: 'double', dimensions: ['scan_number'], values: [] },
      { name: 'mass_values', type, dimensions: ['point_number'], values: [] },
      { name: 'intensity_values', type, dimensions: ['point_number'], values: [] },
      ...more,
    ],
  });
  return bytes;
}
function andiFiles(): readonly LargeFile[] {
  const count = (value: number): Uint8Array => new Encoder(false).u32(0, value).bytes;
  const chromatogram = (length: number, more: readonly WrittenVariable[] = []): Uint8Array =>
    encodeNetcdf({
      version: 2,
      dimensions: { point_number: length, peak_number: 10_000, text: 1_000_000 },
      attributes: { actual_sampling_interval: 1, detector_unit: 'mAU' },
      variables: [{ name: 'ordinate_values', type: 'float', dimensions: ['point_number'], values: [] }, ...more],
    });
  const library = (scans: number): Uint8Array =>
    andi({
      scans,
      points: 500_000_000,
      attributes: { experiment_type: 'Library Mass Spectrum' },
      more: [{ name: 'entry_name', type: 'char', dimensions: ['scan_number', 'name'], values: [] }],
    });
  const attributes = Object.fromEntries(Array.from({ length: 2 }, (_, i) => [`a${i}`, 'b'.repeat(40_000)]));
  const variables = Array.from(
    { length: 500 },
    (_, i): WrittenVariable => ({ name: `v${i}`, type: 'int', dimensions: [], values: [], attributes: { a: 'b'.repeat(8_000) } }),
  );
  return [
    { what: 'one scan of the whole file', head: andi({ scans: 1, points: 1_000_000_000 }), unit: count(500_000_000) },
    { what: '2^29 scans', head: andi({ scans: 500_000_000, points: 1_000_000_000 }), unit: count(0) },
    { what: '4 million scans without points', head: andi({ scans: 4_000_000, points: 1_000_000_000 }), unit: count(0) },
    { what: '4 million scans of one point', head: andi({ scans: 4_000_000, points: 1_000_000_000 }), unit: count(1) },
    { what: '4 million damaged scans', head: andi({ scans: 4_000_000, points: 1_000_000_000 }), unit: count(0xffff_ffff) },
    { what: 'scans of a million points', head: andi({ scans: 500, points: 500_000_000, type: 'float' }), unit: count(1_000_000) },
    {
      what: 'scans of a million points of doubles',
      head: andi({ scans: 500, points: 250_000_000, type: 'double' }),
      unit: count(1_048_576),
    },
    { what: 'library of 2^29 entries', head: library(500_000_000), unit: count(0) },
    { what: 'library of one-point entries', head: library(500_000_000), unit: count(1) },
    { what: 'chromatogram of the whole file', head: chromatogram(500_000_000), unit: count(1) },
    {
      what: 'chromatogram of the most points',
      head: chromatogram(4_194_304, [{ name: 'raw_data_retention', type: 'float', dimensions: ['point_number'], values: [] }]),
      unit: count(1),
    },
    {
      what: 'chromatogram with 30 columns of peaks',
      head: chromatogram(
        10,
        Array.from({ length: 30 }, (_, i) => ({
          name: `peak_${i}`,
          type: 'char' as const,
          dimensions: ['peak_number', 'text'],
          values: [],
        })),
      ),
      unit: 'abc ',
    },
    {
      what: 'chromatogram with 8,000 columns of peaks',
      head: chromatogram(
        10,
        Array.from({ length: 8000 }, (_, i) => ({ name: `peak_${i}`, type: 'float' as const, dimensions: ['peak_number'], values: [] })),
      ),
      unit: count(0x3f800000),
    },
    { what: 'long attributes', head: andi({ scans: 1, points: 1, attributes }), unit: count(1) },
    { what: '500 variables with texts', head: andi({ scans: 1, points: 1, more: variables }), unit: count(1) },
    {
      what: 'endless dimensions',
      head: new Encoder(false).text(0, 'CDF\x01').u32(4, 0, 10, 0x7fffffff).bytes,
      unit: new Encoder(false).u32(0, 4).text(4, 'abcd').u32(8, 1).bytes,
    },
  ];
}

function chemstation(scans: number, directory: number): Uint8Array {
  const head = encodeRun({ scans: [] });
  const view = new DataView(head.buffer);
  view.setUint32(0x104, (directory + 2) / 2);
  view.setUint32(0x116, scans);
  return head;
}
function chemstationFiles(): readonly LargeFile[] {
  const scan = (peaks: number): Uint8Array => {
    const of = encodeRun({ scans: [{ time: 1, peaks: Array.from({ length: peaks }, (_, i) => [(i * 7919) % 3000, i] as const) }] });
    return of.slice(0x200, of.length - 12);
  };
  const entry = (offset: number): Uint8Array => new Encoder(false).u32(0, (offset + 2) / 2, 1, 1).bytes;
  return [
    { what: 'endless scans of one peak, no directory', head: chemstation(0, 0), unit: scan(1) },
    { what: 'endless scans of no peak, no directory', head: chemstation(0xffffffff, 0), unit: scan(0) },
    { what: 'endless scans of 30,000 peaks out of order', head: chemstation(0, 0), unit: scan(30_000) },
    { what: 'a directory over the whole file', head: chemstation(178_000_000, 0x200), unit: entry(0x200) },
    {
      what: 'a directory of 4 million entries of one scan',
      head: Buffer.concat([chemstation(4_000_000, 2_000_000_000), scan(1)]),
      unit: entry(0x200),
      placed: [],
    },
    {
      what: 'a directory of 4 million damaged scans',
      head: chemstation(4_000_000, TWO_GIGABYTES - 48_000_000),
      unit: new Uint8Array(4),
      placed: [{ at: TWO_GIGABYTES - 48_000_000, bytes: entry(0x200) }],
    },
  ];
}

const END = (count: number, length: number, offset: number): Uint8Array =>
  new Encoder().u32(0, 0x06054b50).u16(8, count, count).u32(12, length, offset).u16(20, 0).bytes;
function xlsxFiles(): readonly LargeFile[] {
  const book = (rows: readonly (readonly (string | number)[])[], as: 'shared' | 'inline' = 'inline', replace = {}): Uint8Array =>
    workbook([{ name: 'a', rows }], as, replace);
  const repeated = (text: string, bytes: number): string => text.repeat(Math.floor(bytes / text.length));
  /** 60 MB of elements, each a little different: what is all the same is refused as a bomb. */
  const varied = (element: (i: number) => string): string => {
    const parts: string[] = [];
    for (let i = 0, length = 0; length < 60_000_000; i++) length += parts[parts.push(element(i)) - 1]?.length ?? 0;
    return parts.join('');
  };
  const sheet = (xml: string): Record<string, string> => ({ 'xl/worksheets/sheet1.xml': xml });
  const numbered = (count: number, columns: number): string =>
    `<worksheet><sheetData>${Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${Array.from({ length: columns }, (_, j) => `<c><v>${(i * 31 + j * 7) % 1009}</v></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`;
  const small = (head: Uint8Array): Pick<LargeFile, 'head' | 'unit' | 'size'> => ({ head, unit: new Uint8Array(1), size: head.length });
  const begin = book([
    ['x', 'y'],
    [1, 2],
  ]);
  return [
    {
      what: 'a directory as long as the file',
      head: begin,
      unit: new Uint8Array(1),
      placed: [{ at: -22, bytes: END(0xffff, 2_000_000_000, 1000) }],
    },
    {
      what: '65,535 entries in 2 GB',
      head: begin,
      unit: new Encoder().u32(0, 0x02014b50).u8(45, 0).bytes,
      placed: [{ at: -22, bytes: END(0xffff, 65_535 * 46, TWO_GIGABYTES - 22 - 65_535 * 46) }],
    },
    { what: 'a sheet of 60 MB of numbers', ...small(book([['x', 'y']], 'inline', sheet(numbered(500_000, 5)))) },
    { what: 'a sheet of 16,384 columns', ...small(book([['x', 'y']], 'inline', sheet(numbered(200, 16_384)))) },
    {
      what: 'a sheet unpacked to 66 MB of one sign',
      ...small(book([['x', 'y']], 'inline', sheet(`<worksheet><sheetData>${repeated('a', 66_000_000)}`))),
    },
    {
      what: 'a sheet unpacked to 66 MB of empty cells',
      ...small(book([['x', 'y']], 'inline', sheet(`<worksheet><sheetData><row r="1">${repeated('<c/>', 66_000_000)}`))),
    },
    {
      what: 'shared texts of 60 MB',
      ...small(
        book(
          [
            ['x', 'y'],
            ['a', 1],
          ],
          'shared',
          { 'xl/sharedStrings.xml': `<sst>${varied((i) => `<si><t>${(i * 7919) % 1_000_003}</t></si>`)}</sst>` },
        ),
      ),
    },
    {
      what: 'relations of 60 MB',
      ...small(
        book([['x', 'y']], 'inline', {
          'xl/_rels/workbook.xml.rels': `<Relationships>${varied((i) => `<Relationship Id="${i}" Target="b${(i * 7919) % 1_000_003}"/>`)}</Relationships>`,
        }),
      ),
    },
    {
      what: 'styles of 60 MB',
      ...small(
        book([['x', 'y']], 'inline', {
          'xl/styles.xml': `<styleSheet><cellXfs>${varied((i) => `<xf numFmtId="${(i * 7919) % 1_000_003}"/>`)}</cellXfs></styleSheet>`,
        }),
      ),
    },
    { what: 'a sheet unpacked to 200 MB', ...small(book([['x', 'y']], 'inline', sheet(repeated(' ', 200_000_000)))) },
  ];
}

/** Files of the binary formats. */
export const BINARY_FILES: Partial<Record<FileFormat, () => readonly LargeFile[]>> = {
  spc: spcFiles,
  opus: opusFiles,
  omnic: omnicFiles,
  'perkin-elmer': perkinElmerFiles,
  wdf: wdfFiles,
  'princeton-spe': princetonFiles,
  andi: andiFiles,
  chemstation: chemstationFiles,
  xlsx: xlsxFiles,
};
