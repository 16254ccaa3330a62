import type { Axis } from '../../spectrum/axis';
import type { Place } from '../../spectrum/reading';
import { BinaryArrayDecoder } from '../mzml/binary-array';
import type { Inflate } from '../mzml/inflate';
import type { ReadLog } from '../read-log';
import { scanPoints } from '../xml/scan-points';
import type { XmlScanner } from '../xml/scanner';
import { MzdataHeader } from './header';
import { MzdataSpectrum } from './spectrum';

/** Follows an mzData file element by element; a scan is given as soon as its intensities end. */
export class MzdataDocument {
  readonly #xml: XmlScanner;
  readonly #log: ReadLog;
  readonly #decoder: BinaryArrayDecoder;
  readonly #header = new MzdataHeader();
  #spectrum: MzdataSpectrum | undefined;
  #at: Place = {};
  #timeAxis: Axis | undefined;
  #scans = 0;
  #scansStated: number | undefined;
  points = 0;

  constructor(xml: XmlScanner, log: ReadLog, inflate?: Inflate) {
    this.#xml = xml;
    this.#log = log;
    this.#decoder = new BinaryArrayDecoder(inflate);
  }

  open(): void {
    const xml = this.#xml;
    if (xml.name === 'spectrumList') {
      const stated = xml.attribute('count') ?? '';
      this.#scansStated = /^\d{1,15}$/.test(stated) ? Number(stated) : undefined;
    } else if (xml.name === 'spectrum') {
      this.#at = { byte: xml.consumed };
      this.#scans++;
      this.#spectrum = new MzdataSpectrum(xml.attribute('id') ?? '');
    } else if (this.#spectrum === undefined) {
      if (this.#timeAxis === undefined) this.#header.enter(xml);
    } else if (xml.name === 'data') this.#readData(this.#spectrum, xml.parent);
    else this.#spectrum.enter(xml);
  }

  close(): void {
    const { name } = this.#xml;
    if (name === 'spectrum') this.#spectrum = undefined;
    else if (name === 'spectrumList') this.#checkCount();
  }

  #readData(spectrum: MzdataSpectrum, parent: string): void {
    const xml = this.#xml;
    const record = `spectrum ${spectrum.id}`;
    if (parent !== 'mzArrayBinary' && parent !== 'intenArrayBinary') {
      this.#log.warn('part-unused', this.#at, { record, part: parent });
      return;
    }
    const stated = Number(xml.attribute('length') ?? Number.NaN);
    const type = xml.attribute('precision') === '64' ? 'float64' : 'float32';
    const order = xml.attribute('endian') === 'big' ? 'big' : 'little';
    xml.text();
    const values = this.#decoder.decode(xml.bytes, xml.textStart, xml.textEnd, { type, order, zlib: false }, stated);
    if (values === undefined) this.#log.warn('part-damaged', this.#at, { record, part: parent });
    else if (!Number.isNaN(stated) && stated !== values.length) {
      this.#log.warn('value-differs', this.#at, { record, field: `${parent} length`, stated, found: values.length });
    }
    if (parent === 'mzArrayBinary') spectrum.mz = values;
    else this.#give(spectrum, values);
  }

  #give(spectrum: MzdataSpectrum, intensity: Float64Array | undefined): void {
    const record = `spectrum ${spectrum.id}`;
    this.#startRun(spectrum.timeAxis);
    const { mz } = spectrum;
    spectrum.mz = undefined;
    const points = scanPoints(mz, intensity, this.#log, record, this.#at);
    this.points += points.mz.length;
    this.#log.scan(spectrum.scan(points, this.#timeOf(spectrum, record), this.#scans), this.#at);
  }

  #timeOf({ time, timeAxis }: MzdataSpectrum, record: string): number {
    const run = this.#timeAxis;
    if (timeAxis === undefined || run === undefined || timeAxis.unit === run.unit || !Number.isFinite(time)) return time;
    this.#log.warn('unit-mixed', this.#at, { record, from: timeAxis.written, to: run.written });
    return run.unit === 's' ? time * 60 : time / 60;
  }

  #startRun(time: Axis | undefined): void {
    if (this.#timeAxis !== undefined) return;
    this.#timeAxis = time ?? { quantity: 'time', unit: 'min', written: '' };
    this.#log.run(
      {
        identity: { name: this.#header.sampleName, synonyms: [] },
        conditions: this.#header.conditions(),
        timeAxis: this.#timeAxis,
        intensityAxis: { quantity: 'intensity', unit: 'unknown', written: '' },
        ...(this.#scansStated === undefined ? {} : { scansStated: this.#scansStated }),
        otherFields: this.#header.fields(),
      },
      {},
    );
  }

  #checkCount(): void {
    const stated = this.#scansStated;
    if (stated === undefined || stated === this.#scans) return;
    this.#log.warn(
      'value-differs',
      { byte: this.#xml.consumed },
      { record: 'mzData', field: 'spectrumList count', stated, found: this.#scans },
    );
  }
}
