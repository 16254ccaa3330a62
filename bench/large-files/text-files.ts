import { deflateSync } from 'node:zlib';
import type { FileFormat } from '../../src/core/spectrum/reading';
import type { LargeFile } from './large-file';

const jcamp = (type: string, fields: string): string => `##TITLE=a\n##JCAMP-DX=5.01\n##DATA TYPE=${type}\n##ORIGIN=a\n##OWNER=a\n${fields}`;
const INFRARED = jcamp(
  'INFRARED SPECTRUM',
  '##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##XFACTOR=1\n##YFACTOR=1\n##FIRSTX=1\n##LASTX=1000000000\n##NPOINTS=1000000000\n',
);
const NTUPLES = jcamp(
  'MASS SPECTRUM',
  '##DATA CLASS=NTUPLES\n##NTUPLES=MASS SPECTRUM\n##VAR_NAME=MASS, INTENSITY, RETENTION TIME\n##SYMBOL=X, Y, T\n##VAR_TYPE=INDEPENDENT, DEPENDENT, INDEPENDENT\n##VAR_FORM=AFFN, AFFN, AFFN\n##VAR_DIM=, , 1000000000\n##UNITS=M/Z, RELATIVE ABUNDANCE, SECONDS\n',
);
const PEAKS = jcamp('MASS SPECTRUM', '##XUNITS=M/Z\n##YUNITS=RELATIVE ABUNDANCE\n##NPOINTS=1000000000\n');

const ELU =
  'NAME: |SC17|CN1|MP1-MODN:28(%47.7)|AM9415|RT0.2866|MO2: 28 32|OR1\nRE\n330 569\n0 \nNUM PEAKS: 3\n(28,999 )(32,271 )(16,15 N0.2)\n\n';
const MASSBANK =
  'ACCESSION: MSBNK-a-1\nRECORD_TITLE: a\nCH$NAME: a\nAC$INSTRUMENT: q\nMS$FOCUSED_ION: PRECURSOR_M/Z 304.1\nPK$SPLASH: s\nPK$NUM_PEAK: 2\nPK$PEAK: m/z int. rel.int.\n  82.0651 1200.5 121\n  182.1176 9900 999\n//\n';
const LABSPEC =
  '#Acq. time (s)=\t1.5\n#Accumulations=\t2\n#Instrument=\tLabRAM\n#Laser (nm)=\t532\n#AxisType[0]=Intens\n#AxisUnit[0]=Cnt/sec\n#AxisType[1]=Spectr\n#AxisUnit[1]=1/cm\n';
const LABSPEC_MAP = `${LABSPEC}#AxisType[2]=X\n#AxisUnit[2]=um\n#AxisType[3]=Y\n#AxisUnit[3]=um\n`;
const PE_ASCII =
  'PE IR       SPECTRUM    ASCII       PEDS        1.60\n  -1\nA.ASC\n15/11/26\n14:19:06\n#HDR\n-1\n#GR\nCM-1\nA\n1\n0\n4000\n-1\n3\n8\n0.3\n0.1\n#DATA\n';

/** A line of `count` cells, ended. */
const row = (count: number, separator: string, cell: (i: number) => number): string =>
  `${Array.from({ length: count }, (_, i) => cell(i)).join(separator)}\n`;
const WIDE = 60_000;

const numbers = (count: number): Uint8Array => new Uint8Array(Float64Array.from({ length: count }, (_, i) => 50 + i).buffer);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const ZEROS = Buffer.alloc(16_000_000);

const MZML = '<?xml version="1.0"?>\n<mzML version="1.1.0"><run id="r"><spectrumList count="1000000000">';
const param = (accession: string, value = ''): string => `<cvParam cvRef="MS" accession="${accession}" name="n" value="${value}"/>`;
const mzmlArray = (kind: string, text: string, zlib: boolean): string =>
  `<binaryDataArray encodedLength="${text.length}">${param('MS:1000523')}${param(zlib ? 'MS:1000574' : 'MS:1000576')}${param(kind)}<binary>${text}</binary></binaryDataArray>`;
const mzmlSpectrum = (count: number, text: string, zlib: boolean): string =>
  `<spectrum index="0" id="a" defaultArrayLength="${count}">${mzmlArray('MS:1000514', text, zlib)}${mzmlArray('MS:1000515', text, zlib)}</spectrum>`;
const TINY = mzmlSpectrum(1, base64(numbers(1)), false);
const MZXML = '<?xml version="1.0"?>\n<mzXML><msRun scanCount="1000000000">';
const mzxmlScan = (count: number, text: string, zlib = false): string =>
  `<scan num="1" msLevel="1" peaksCount="${count}" retentionTime="PT90.5S"><peaks precision="64" byteOrder="network" contentType="m/z-int" compressionType="${zlib ? 'zlib' : 'none'}">${text}</peaks></scan>`;
const MZDATA =
  '<?xml version="1.0"?><mzData version="1.05"><description><admin><sampleName>a</sampleName></admin></description><spectrumList count="1000000000">';
const mzdataSpectrum = (count: number, text: string): string => {
  const data = `<data precision="64" endian="little" length="${count}">${text}</data>`;
  return `<spectrum id="1"><spectrumDesc><spectrumSettings><spectrumInstrument msLevel="1"/></spectrumSettings></spectrumDesc><mzArrayBinary>${data}</mzArrayBinary><intenArrayBinary>${data}</intenArrayBinary></spectrum>`;
};
/** The longest text of an element that is read, as base64 of 64-bit numbers. */
const LONG_COUNT = 2_000_000;

/** What is done to every format in XML inside its list of spectra. */
function xmlTricks(head: string): readonly LargeFile[] {
  return [
    { what: 'one endless element', head: `${head}<x>`, unit: 'A' },
    { what: 'one endless tag', head: `${head}<x `, unit: 'a' },
    { what: 'endless attributes', head: `${head}<x `, unit: 'a="b" ' },
    { what: 'one endless comment', head: `${head}<!--`, unit: ' -' },
    { what: 'one endless CDATA', head: `${head}<![CDATA[`, unit: ']' },
    { what: 'endless nesting', head, unit: '<x>' },
    { what: 'endless empty elements', head, unit: '<x a="b"/>' },
    { what: 'endless elements of text', head, unit: '<x>b</x>' },
    { what: 'endless named elements', head, unit: '<userParam name="a" value="b"/><cvParam accession="MS:1000016" name="c" value="d"/>' },
    { what: 'endless comments', head, unit: '<!-- a -->' },
  ];
}

const CURVE_LINE = `1${Array.from({ length: 30 }, (_, i) => ` ${i}`).join('')}\n`;

/** Files of the formats in text. */
export const TEXT_FILES: Partial<Record<FileFormat, () => readonly LargeFile[]>> = {
  'jcamp-dx': () => [
    { what: 'one table, AFFN', head: `${INFRARED}##XYDATA=(X++(Y..Y))\n`, unit: CURVE_LINE },
    { what: 'one table, DIFDUP', head: `${INFRARED}##XYDATA=(X++(Y..Y))\n`, unit: '1A0J%T\n' },
    { what: 'one table, every value repeated 999,999,999 times', head: `${INFRARED}##XYDATA=(X++(Y..Y))\n`, unit: '1A0%R99999999\n' },
    { what: 'one table, PAC', head: `${INFRARED}##XYDATA=(X++(Y..Y))\n`, unit: '1+1-2+3-4+5-6+7-8+9\n' },
    { what: 'one table, an endless line', head: `${INFRARED}##XYDATA=(X++(Y..Y))\n`, unit: '1 ' },
    { what: 'one table of pairs', head: `${INFRARED}##XYPOINTS=(XY..XY)\n`, unit: '1,1 2,2 3,3\n' },
    { what: 'one table of peaks', head: `${PEAKS}##PEAK TABLE=(XY..XY)\n`, unit: '1,1 2,2 3,3\n' },
    { what: 'one table of assigned peaks', head: `${PEAKS}##PEAK ASSIGNMENTS=(XYA)\n`, unit: '(1,1,<a>)\n' },
    {
      what: 'endless spectra',
      unit: `${jcamp('INFRARED SPECTRUM', '##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##XFACTOR=1\n##YFACTOR=1\n##FIRSTX=1\n##LASTX=3\n##NPOINTS=3\n##XYDATA=(X++(Y..Y))\n1 1 2 3\n')}##END=\n`,
    },
    {
      what: 'endless mass spectra',
      unit: `${jcamp('MASS SPECTRUM', '##XUNITS=M/Z\n##YUNITS=RELATIVE ABUNDANCE\n##NPOINTS=2\n##PEAK TABLE=(XY..XY)\n1,1 2,2\n')}##END=\n`,
    },
    { what: 'endless fields', head: INFRARED, unit: '##$A=b\n' },
    { what: 'endless fields of one name each with a long text', head: INFRARED, unit: `##$A=${'b'.repeat(1000)}\n` },
    { what: 'one field of endless lines', head: `${INFRARED}##$A=`, unit: 'b\n' },
    { what: 'endless remarks', head: INFRARED, unit: '$$ b\n' },
    {
      what: 'endless linked blocks',
      head: '##TITLE=a\n##JCAMP-DX=5.01\n##DATA TYPE=LINK\n##BLOCKS=1000000000\n',
      unit: '##TITLE=a\n##DATA TYPE=LINK\n',
    },
    { what: 'endless pages', head: NTUPLES, unit: '##PAGE=T=1\n##NPOINTS=2\n##DATA TABLE=(XY..XY), PEAKS\n1,1\n2,2\n' },
    { what: 'one page of endless peaks', head: `${NTUPLES}##PAGE=T=1\n##DATA TABLE=(XY..XY), PEAKS\n`, unit: '1,1\n' },
    { what: 'endless pages without tables', head: NTUPLES, unit: '##PAGE=T=1\n' },
  ],
  msp: () => [
    { what: 'endless spectra', unit: 'Name: a\nNum Peaks: 3\n1 1\n2 2\n3 3\n\n' },
    { what: 'endless spectra of one peak', unit: 'Name: a\nNum Peaks: 1\n1 1\n\n' },
    { what: 'one spectrum of endless peaks', head: 'Name: a\nNum Peaks: 2147483648\n', unit: '5 5\n' },
    { what: 'one spectrum of peaks in long lines', head: 'Name: a\nNum Peaks: 2147483648\n', unit: `${'5 5; '.repeat(200_000)}\n` },
    { what: 'endless fields', head: 'Name: a\n', unit: 'X: y\n' },
    { what: 'endless synonyms', head: 'Name: a\n', unit: 'Synon: y\n' },
    { what: 'endless comments of a megabyte', unit: `Name: a\nComments: ${'"a=b" '.repeat(170_000)}\nNum Peaks: 1\n1 1\n\n` },
    { what: 'endless names', unit: 'Name: a\n' },
  ],
  mgf: () => [
    { what: 'endless spectra', unit: 'BEGIN IONS\nTITLE=a\nPEPMASS=500\n1 1\n2 2\nEND IONS\n' },
    { what: 'one spectrum of endless peaks', head: 'BEGIN IONS\nTITLE=a\n', unit: '1 1\n' },
    { what: 'endless fields', head: 'BEGIN IONS\n', unit: 'A=b\n' },
    { what: 'endless beginnings', unit: 'BEGIN IONS\n' },
    { what: 'endless fields before the first spectrum', head: '', unit: 'A=b\n' },
  ],
  elu: () => [
    { what: 'endless components', unit: ELU },
    { what: 'one component of endless peaks', head: ELU.slice(0, ELU.indexOf('(')), unit: '(28,999 )\n' },
    { what: 'one component of endless numbers', head: ELU.slice(0, ELU.indexOf('330')), unit: '330 569\n' },
    { what: 'endless names', unit: 'NAME: |SC17|CN1\n' },
  ],
  massbank: () => [
    { what: 'endless records', unit: MASSBANK },
    { what: 'one record of endless peaks', head: MASSBANK.slice(0, MASSBANK.indexOf('  82')), unit: '  82.0651 1200.5 121\n' },
    { what: 'one record of endless fields', head: 'ACCESSION: a\n', unit: 'CH$NAME: a\n' },
    { what: 'one record of endless annotations', head: 'ACCESSION: a\nPK$ANNOTATION: m/z formula\n', unit: '  82.0651 C5H8N+\n' },
  ],
  labspec: () => [
    { what: 'one spectrum of endless points', head: LABSPEC, unit: '100.5\t10\n' },
    { what: 'a map of endless spectra', head: `${LABSPEC_MAP}\t\t100\t101\t102\n`, unit: '1\t2\t10\t20\t30\n' },
    {
      what: 'a map of wide spectra',
      head: `${LABSPEC_MAP}\t\t${row(WIDE, '\t', (i) => i)}`,
      unit: `1\t2\t${row(WIDE, '\t', (i) => i % 10)}`,
    },
    { what: 'endless fields', head: LABSPEC, unit: '#A=\tb\n' },
    { what: 'endless text', head: LABSPEC, unit: 'abc\n' },
  ],
  'delimited-text': () => [
    { what: 'two columns', unit: '1\t2\n' },
    { what: 'two columns of ascending places', head: 'Wavelength (nm)\tAbsorbance\n', unit: row(1, '', () => 1).replace('\n', '\t0.5\n') },
    { what: 'twenty columns', unit: row(20, ',', (i) => i) },
    { what: '60,000 columns', unit: row(WIDE, ',', (i) => i) },
    { what: '500,000 columns of one digit', unit: row(500_000, ',', (i) => i % 10) },
    { what: 'rows of spectra', head: `name,${row(WIDE, ',', (i) => 400 + i)}`, unit: `a,${row(WIDE, ',', (i) => i % 10)}` },
    { what: 'short rows of spectra', head: `name,${row(50, ',', (i) => 400 + i)}`, unit: `a,${row(50, ',', (i) => i % 10)}` },
    { what: 'numbers, then endless text', head: '1,2\n2,3\n3,4\n4,5\n', unit: 'abc def\n' },
    { what: 'endless fields, then nothing', head: 'Wavelength,Absorbance\n1,2\n2,3\n3,4\n', unit: 'key: value\n' },
    { what: 'endless decimal commas', unit: '1,5;2,5\n' },
    { what: 'endless quoted cells', unit: '"1","2"\n' },
    { what: 'endless missing cells', head: '1,2\n2,3\n3,4\n4,5\n', unit: ',\n' },
  ],
  'perkin-elmer': () => [
    { what: 'text form, endless pairs', head: PE_ASCII, unit: '4000 0.1\n' },
    { what: 'text form, endless text', head: PE_ASCII, unit: 'abc\n' },
    { what: 'text form, endless grid', head: PE_ASCII.replace('#DATA\n', ''), unit: '4000\n' },
    { what: 'table, endless values', head: '99999999\n4000\n400\n1\n1\n1\n', unit: '0.1\n' },
  ],
  mzml: () => [
    { what: 'endless spectra', head: MZML, unit: TINY },
    { what: 'endless spectra without points', head: MZML, unit: '<spectrum id="a" defaultArrayLength="0"/>' },
    {
      what: 'endless chromatograms',
      head: `${MZML}</spectrumList><chromatogramList count="9">`,
      unit: `<chromatogram id="a" defaultArrayLength="1">${mzmlArray('MS:1000595', base64(numbers(1)), false)}${mzmlArray('MS:1000515', base64(numbers(1)), false)}</chromatogram>`,
    },
    { what: 'spectra of 2 million points', head: MZML, unit: mzmlSpectrum(LONG_COUNT, base64(numbers(LONG_COUNT)), false) },
    {
      what: 'spectra of 2 million points, packed a thousandfold',
      head: MZML,
      unit: mzmlSpectrum(2_000_000, base64(deflateSync(ZEROS)), true),
    },
    {
      what: 'endless parameters of a spectrum',
      head: `${MZML}<spectrum id="a" defaultArrayLength="2147483647">`,
      unit: param('MS:1000511', '2'),
    },
    {
      what: 'endless arrays of a spectrum',
      head: `${MZML}<spectrum id="a" defaultArrayLength="1"><binaryDataArrayList>`,
      unit: mzmlArray('MS:1000514', base64(numbers(100)), false),
    },
    {
      what: 'endless groups of parameters',
      head: '<?xml version="1.0"?>\n<mzML version="1.1.0"><referenceableParamGroupList>',
      unit: `<referenceableParamGroup id="a">${param('MS:1000511', '2')}</referenceableParamGroup>`,
    },
    {
      what: 'one group of endless parameters',
      head: '<?xml version="1.0"?>\n<mzML version="1.1.0"><referenceableParamGroupList><referenceableParamGroup id="a">',
      unit: param('MS:1000511', '2'),
    },
    {
      what: 'endless instruments',
      head: '<?xml version="1.0"?>\n<mzML version="1.1.0"><softwareList>',
      unit: `<software id="a" version="1">${param('MS:1000511', '2')}</software>`,
    },
    ...xmlTricks(MZML),
  ],
  mzxml: () => [
    { what: 'endless scans', head: MZXML, unit: mzxmlScan(1, base64(numbers(2))) },
    { what: 'scans of a million points', head: MZXML, unit: mzxmlScan(1_000_000, base64(numbers(LONG_COUNT))) },
    {
      what: 'scans of a million points, packed a thousandfold',
      head: MZXML,
      unit: mzxmlScan(1_000_000, base64(deflateSync(ZEROS)), true),
    },
    { what: 'endless nested scans', head: MZXML, unit: '<scan num="1" msLevel="1" peaksCount="2147483647">' },
    { what: 'endless precursors', head: `${MZXML}<scan num="1" msLevel="2" peaksCount="1">`, unit: '<precursorMz>304.1</precursorMz>' },
    ...xmlTricks(MZXML),
  ],
  mzdata: () => [
    { what: 'endless spectra', head: MZDATA, unit: mzdataSpectrum(1, base64(numbers(1))) },
    { what: 'spectra of 2 million points', head: MZDATA, unit: mzdataSpectrum(LONG_COUNT, base64(numbers(LONG_COUNT))) },
    {
      what: 'endless supplements',
      head: `${MZDATA}<spectrum id="1">`,
      unit: '<supDataArrayBinary id="1"><data precision="64" endian="little" length="1">AAAAAAAAAAA=</data></supDataArrayBinary>',
    },
    ...xmlTricks(MZDATA),
  ],
};
