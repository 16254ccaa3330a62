import { deflateSync } from 'node:zlib';
import { encodeLinear, encodePic, encodeSlof } from './numpress-encoder';

/** How an array of a test file is written. */
export interface WrittenAs {
  readonly type?: 'float32' | 'float64' | 'int32' | 'int64';
  readonly zlib?: boolean;
  readonly numpress?: 'linear' | 'pic' | 'slof';
}

const TYPES = { float32: 'MS:1000521', float64: 'MS:1000523', int32: 'MS:1000519', int64: 'MS:1000522' } as const;
const KINDS = { 'm/z': 'MS:1000514', intensity: 'MS:1000515', time: 'MS:1000595', wavelength: 'MS:1000617' } as const;
const NUMPRESS = { linear: ['MS:1002312', 'MS:1002746'], pic: ['MS:1002313', 'MS:1002747'], slof: ['MS:1002314', 'MS:1002748'] } as const;

export const cv = (accession: string, value = '', unit = '') =>
  `<cvParam cvRef="MS" accession="${accession}" name="${accession}" value="${value}"${unit === '' ? '' : ` unitCvRef="UO" unitAccession="${unit}" unitName="${unit}"`}/>`;

function rawBytes(values: readonly number[], { type = 'float64', numpress }: WrittenAs): Uint8Array {
  if (numpress === 'linear') return encodeLinear(values, 100_000);
  if (numpress === 'pic') return encodePic(values);
  if (numpress === 'slof') return encodeSlof(values, 4000);
  if (type === 'float32') return new Uint8Array(Float32Array.from(values).buffer);
  if (type === 'float64') return new Uint8Array(Float64Array.from(values).buffer);
  if (type === 'int32') return new Uint8Array(Int32Array.from(values).buffer);
  return new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
}

export function binaryArray(kind: keyof typeof KINDS, values: readonly number[], as: WrittenAs = {}, unit = ''): string {
  const raw = rawBytes(values, as);
  const text = Buffer.from(as.zlib === true ? deflateSync(raw) : raw).toString('base64');
  const { type = 'float64', zlib = false, numpress } = as;
  const packing = numpress === undefined ? cv(zlib ? 'MS:1000574' : 'MS:1000576') : cv(NUMPRESS[numpress][zlib ? 1 : 0]);
  return `<binaryDataArray encodedLength="${text.length}">${numpress === undefined ? cv(TYPES[type]) : ''}${packing}${cv(KINDS[kind], '', unit)}<binary>${text}</binary></binaryDataArray>`;
}

export function spectrum(id: string, count: number, inner: string): string {
  return `<spectrum index="0" id="${id}" defaultArrayLength="${count}">${inner}</spectrum>`;
}

export function scanTime(value: string, unit = 'UO:0000031'): string {
  return `<scanList count="1"><scan>${cv('MS:1000016', value, unit)}</scan></scanList>`;
}

export function mzml(spectra: readonly string[], { header = '', chromatograms = '', stated = spectra.length } = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<mzML version="1.1.0">${header}<run id="run 1"><spectrumList count="${stated}">${spectra.join('\n')}</spectrumList>${chromatograms}</run></mzML>\n`;
}
