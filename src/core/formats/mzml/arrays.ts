import type { Axis } from '../../spectrum/axis';
import { base64Length } from '../xml/base64';
import type { XmlScanner } from '../xml/scanner';
import type { ArrayEncoding, BinaryArrayDecoder } from './binary-array';
import type { MzmlParam } from './params';
import { ARRAY_ENCODINGS, ARRAY_KINDS, type ArrayKind, intensityAxis, isOtherEncoding, timeAxis } from './terms';

/** Why an array could not be used. */
export interface ArrayFault {
  readonly code: 'part-damaged' | 'part-unused' | 'value-differs';
  readonly part: string;
  readonly stated?: number;
  readonly found?: number;
}

interface MzmlArray {
  readonly kind: ArrayKind;
  readonly values: Float64Array;
  readonly axis: Axis;
}

/** The arrays of a spectrum or chromatogram, decoded as their elements are met. */
export class MzmlArrays {
  readonly #decoder: BinaryArrayDecoder;
  readonly #arrays: MzmlArray[] = [];
  readonly faults: ArrayFault[] = [];
  #stated = 0;
  #kind: ArrayKind = 'other';
  #name = '';
  #unit = '';
  #unitName = '';
  #unread = '';
  #encoding: Partial<ArrayEncoding> = {};
  #encodedLength = -1;
  #arrayLength = -1;

  constructor(decoder: BinaryArrayDecoder) {
    this.#decoder = decoder;
  }

  /** Begins a spectrum or chromatogram of as many points as the file states. */
  clear(stated: number): void {
    this.#stated = stated;
    this.#arrays.length = 0;
    this.faults.length = 0;
  }

  begin(xml: XmlScanner): void {
    this.#kind = 'other';
    this.#name = '';
    this.#unit = '';
    this.#unitName = '';
    this.#unread = '';
    this.#encoding = {};
    this.#encodedLength = Number(xml.attribute('encodedLength') ?? -1);
    this.#arrayLength = Number(xml.attribute('arrayLength') ?? -1);
  }

  param(param: MzmlParam): void {
    const { accession } = param;
    const encoding = ARRAY_ENCODINGS.get(accession);
    const kind = ARRAY_KINDS.get(accession);
    if (encoding !== undefined)
      this.#encoding = { ...this.#encoding, ...encoding, zlib: encoding.zlib === true || this.#encoding.zlib === true };
    else if (kind !== undefined) {
      this.#kind = kind;
      this.#name = param.name;
      this.#unit = param.unit;
      this.#unitName = param.unitName;
    } else if (accession !== '' && isOtherEncoding(param.name)) this.#unread = param.name;
    else if (this.#name === '') this.#name = param.name;
  }

  /** Decodes the text of the element `binary`, which the scanner has just opened. */
  read(xml: XmlScanner): void {
    const name = this.#name === '' ? 'binaryDataArray' : this.#name;
    if (this.#kind === 'other' || this.#unread !== '') {
      this.faults.push({ code: 'part-unused', part: this.#unread === '' ? name : `${name} (${this.#unread})` });
      return;
    }
    const { type = this.#encoding.numpress === undefined ? undefined : 'float64', zlib = false, numpress } = this.#encoding;
    xml.text();
    const { bytes, textStart, textEnd } = xml;
    const stated = this.#arrayLength >= 0 ? this.#arrayLength : this.#stated;
    const values =
      type === undefined ? undefined : this.#decoder.decode(bytes, textStart, textEnd, { type, order: 'little', zlib, numpress }, stated);
    if (values === undefined) {
      this.faults.push({ code: 'part-damaged', part: name });
      return;
    }
    if (this.#encodedLength >= 0 && this.#encodedLength !== textEnd - textStart) {
      const found = base64Length(bytes, textStart, textEnd);
      if (found !== this.#encodedLength)
        this.faults.push({ code: 'value-differs', part: 'encodedLength', stated: this.#encodedLength, found });
    }
    if (values.length !== stated) {
      const part = this.#arrayLength >= 0 ? 'arrayLength' : 'defaultArrayLength';
      this.faults.push({ code: 'value-differs', part, stated, found: values.length });
    }
    this.#arrays.push({ kind: this.#kind, values, axis: this.#axis() });
  }

  #axis(): Axis {
    if (this.#kind === 'time') return timeAxis(this.#unit, this.#unitName);
    if (this.#kind === 'intensity') return intensityAxis(this.#unit, this.#unitName);
    return {
      quantity: this.#kind === 'wavelength' ? 'wavelength' : 'mass-to-charge',
      unit: this.#kind === 'wavelength' ? 'nm' : 'm/z',
      written: this.#unitName,
    };
  }

  get(kind: ArrayKind): MzmlArray | undefined {
    return this.#arrays.find((array) => array.kind === kind);
  }

  /** Whether nothing was stated and nothing found: a spectrum without points, as instruments write them. */
  get empty(): boolean {
    return this.#stated === 0 && this.faults.length === 0 && this.#arrays.every(({ values }) => values.length === 0);
  }
}
