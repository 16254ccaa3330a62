import type { Place } from '../../spectrum/reading';
import { type ArrayEncoding, BinaryArrayDecoder } from '../mzml/binary-array';
import type { Inflate } from '../mzml/inflate';
import { chargeOf } from '../peaks/charge';
import type { ReadLog } from '../read-log';
import { scanPoints } from '../xml/scan-points';
import type { XmlScanner } from '../xml/scanner';
import { MzxmlHeader } from './header';
import { MzxmlScan } from './scan';

/** Follows an mzXML file element by element; a scan is given when the next one begins, inside it or after it, or when it ends. */
export class MzxmlDocument {
  readonly #xml: XmlScanner;
  readonly #log: ReadLog;
  readonly #decoder: BinaryArrayDecoder;
  #header = new MzxmlHeader();
  #scan: MzxmlScan | undefined;
  #at: Place = {};
  #runGiven = false;
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
    switch (xml.name) {
      case 'msRun': {
        this.#header = new MzxmlHeader();
        this.#runGiven = false;
        this.#scans = 0;
        const stated = xml.attribute('scanCount') ?? '';
        this.#scansStated = /^\d{1,15}$/.test(stated) ? Number(stated) : undefined;
        break;
      }
      case 'scan':
        this.#give();
        this.#startRun();
        this.#at = { byte: xml.consumed };
        this.#scan = new MzxmlScan(xml, ++this.#scans, this.#header.centroided);
        break;
      case 'precursorMz':
        this.#readPrecursor();
        break;
      case 'peaks':
        if (this.#scan !== undefined) this.#readPeaks(this.#scan);
        break;
      default:
        if (!this.#runGiven) this.#header.enter(xml);
    }
  }

  close(): void {
    if (this.#xml.name === 'scan') this.#give();
    else if (this.#xml.name === 'msRun') this.#endRun();
  }

  #startRun(): void {
    if (this.#runGiven) return;
    this.#runGiven = true;
    this.#log.run(
      {
        identity: { name: '', synonyms: [] },
        conditions: this.#header.conditions(),
        timeAxis: { quantity: 'time', unit: 's', written: 'PT…S' },
        intensityAxis: { quantity: 'intensity', unit: 'unknown', written: '' },
        ...(this.#scansStated === undefined ? {} : { scansStated: this.#scansStated }),
        otherFields: this.#header.fields(),
      },
      {},
    );
  }

  #endRun(): void {
    this.#give();
    const stated = this.#scansStated;
    if (stated === undefined || stated === this.#scans) return;
    this.#log.warn('value-differs', { byte: this.#xml.consumed }, { record: 'msRun', field: 'scanCount', stated, found: this.#scans });
  }

  #readPrecursor(): void {
    const scan = this.#scan;
    if (scan === undefined) return;
    const charge = chargeOf(this.#xml.attribute('precursorCharge') ?? '');
    const text = this.#xml.string();
    const mz = text === '' ? Number.NaN : Number(text);
    if (mz > 0 && Number.isFinite(mz)) {
      // The charge of the precursor that is taken, not of another one.
      if (scan.precursorMz === undefined) scan.precursorCharge = charge;
      scan.precursorMz ??= mz;
    } else if (text !== '0')
      this.#log.warn('value-unreadable', this.#at, { record: scan.label, field: 'precursorMz', text: text.slice(0, 60) });
  }

  #readPeaks(scan: MzxmlScan): void {
    const xml = this.#xml;
    const content = xml.attribute('contentType') ?? xml.attribute('pairOrder') ?? 'm/z-int';
    const compression = xml.attribute('compressionType') ?? 'none';
    if (!['m/z-int', 'm/z', 'intensity'].includes(content) || !['none', 'zlib'].includes(compression)) {
      const part = `peaks ${content.slice(0, 40)} ${compression.slice(0, 40)}`;
      this.#log.warn('part-unused', this.#at, { record: scan.label, part });
      scan.damaged ||= !['S/N', 'charge'].includes(content);
      return;
    }
    const encoding: ArrayEncoding = {
      type: xml.attribute('precision') === '64' ? 'float64' : 'float32',
      order: xml.attribute('byteOrder') === 'little' ? 'little' : 'big',
      zlib: compression === 'zlib',
    };
    const each = content === 'm/z-int' ? 2 : 1;
    xml.text();
    const values = this.#decoder.decode(xml.bytes, xml.textStart, xml.textEnd, encoding, each * scan.stated);
    if (values === undefined || values.length % each !== 0) scan.damaged = true;
    else if (content === 'm/z') scan.mz = values;
    else if (content === 'intensity') scan.intensity = values;
    else {
      scan.mz = everySecond(values, 0);
      scan.intensity = everySecond(values, 1);
    }
  }

  #give(): void {
    const scan = this.#scan;
    this.#scan = undefined;
    if (scan === undefined) return;
    const { label: record, stated } = scan;
    if (scan.retentionTime !== '' && Number.isNaN(scan.time)) {
      this.#log.warn('value-unreadable', this.#at, { record, field: 'retentionTime', text: scan.retentionTime.slice(0, 60) });
    }
    const none = new Float64Array(0);
    // A scan without peaks is written as one pair of zeros, since the element must not be empty.
    const blank = stated === 0 && scan.mz?.length === 1 && scan.mz[0] === 0 && scan.intensity?.[0] === 0;
    const empty = blank || (stated === 0 && scan.mz === undefined && !scan.damaged);
    const mz = empty ? none : scan.mz;
    const intensity = empty ? none : scan.intensity;
    if (mz !== undefined && !Number.isNaN(stated) && stated !== mz.length) {
      this.#log.warn('value-differs', this.#at, { record, field: 'peaksCount', stated, found: mz.length });
    }
    const points = scanPoints(scan.damaged ? undefined : mz, intensity, this.#log, record, this.#at);
    this.points += points.mz.length;
    this.#log.scan(scan.scan(points), this.#at);
  }
}

function everySecond(values: Float64Array, from: number): Float64Array {
  const taken = new Float64Array(values.length / 2);
  for (let i = 0; i < taken.length; i++) taken[i] = values[2 * i + from] as number;
  return taken;
}
