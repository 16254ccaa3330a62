import type { Axis } from '../../spectrum/axis';
import type { Place } from '../../spectrum/reading';
import type { ReadLog } from '../read-log';
import { scanPoints } from '../xml/scan-points';
import type { XmlScanner } from '../xml/scanner';
import { MzmlArrays } from './arrays';
import { BinaryArrayDecoder } from './binary-array';
import { MzmlHeader } from './header';
import type { Inflate } from './inflate';
import { type MzmlParam, OpenParam, ParamGroups } from './params';
import { MzmlSpectrum } from './spectrum';
import { SECONDS } from './terms';

/** Follows an mzML file element by element, and gives the run and its scans and chromatograms to the log as they end. */
export class MzmlDocument {
  readonly #xml: XmlScanner;
  readonly #log: ReadLog;
  readonly #header = new MzmlHeader();
  readonly #groups = new ParamGroups();
  readonly #arrays: MzmlArrays;
  readonly #param: MzmlParam;
  #spectrum: MzmlSpectrum | undefined;
  #inChromatogram = false;
  #id = '';
  #at: Place = {};
  #scans = 0;
  #scansStated: number | undefined;
  #timeAxis: Axis | undefined;
  /** Points given so far; progress follows them too. */
  points = 0;

  constructor(xml: XmlScanner, log: ReadLog, inflate?: Inflate) {
    this.#xml = xml;
    this.#log = log;
    this.#arrays = new MzmlArrays(new BinaryArrayDecoder(inflate));
    this.#param = new OpenParam(xml);
  }

  open(): void {
    const xml = this.#xml;
    switch (xml.name) {
      case 'cvParam':
      case 'userParam':
        this.#take(xml.parent, this.#param);
        break;
      case 'referenceableParamGroup':
        this.#groups.begin(xml.attribute('id') ?? '');
        break;
      case 'referenceableParamGroupRef':
        this.#takeGroup(xml.word('ref'), xml.parent);
        break;
      case 'spectrumList':
        this.#scansStated = count(xml.attribute('count'));
        break;
      case 'spectrum':
        this.#spectrum = new MzmlSpectrum();
        this.#begin();
        this.#spectrum.id = this.#id;
        break;
      case 'chromatogram':
        this.#inChromatogram = true;
        this.#begin();
        break;
      case 'binaryDataArray':
        this.#arrays.begin(xml);
        break;
      case 'binary':
        if (this.#spectrum !== undefined || this.#inChromatogram) this.#arrays.read(xml);
        break;
      default:
        if (this.#spectrum !== undefined) this.#spectrum.entered(xml.name);
        else this.#header.enter(xml);
    }
  }

  close(): void {
    if (this.#xml.name === 'spectrum') this.#endSpectrum();
    else if (this.#xml.name === 'chromatogram') this.#endChromatogram();
    else if (this.#xml.name === 'spectrumList') this.#checkCount();
  }

  #begin(): void {
    const xml = this.#xml;
    this.#id = xml.attribute('id') ?? '';
    this.#at = { byte: xml.consumed };
    this.#arrays.clear(count(xml.attribute('defaultArrayLength')) ?? 0);
  }

  #take(parent: string, param: MzmlParam): void {
    if (parent === 'binaryDataArray') this.#arrays.param(param);
    else if (this.#spectrum !== undefined) this.#spectrum.param(parent, param);
    else if (parent === 'referenceableParamGroup') this.#groups.add(param);
    else if (!this.#inChromatogram) this.#header.param(parent, param);
  }

  #takeGroup(id: string, parent: string): void {
    const params = this.#groups.get(id);
    if (params === undefined)
      this.#log.warn('part-unused', { byte: this.#xml.consumed }, { record: this.#id, part: `referenceableParamGroupRef ${id}` });
    else for (const param of params) this.#take(parent, param);
  }

  #endSpectrum(): void {
    const spectrum = this.#spectrum;
    this.#spectrum = undefined;
    if (spectrum === undefined) return;
    this.#scans++;
    const arrays = this.#arrays;
    const mz = arrays.get('m/z');
    const intensity = arrays.get('intensity');
    this.#startRun(spectrum.timeAxis, intensity?.axis);
    this.#reportFaults();
    if (arrays.get('wavelength') !== undefined) {
      this.#log.warn('part-unused', this.#at, { record: this.#id, part: 'wavelength array' });
      return;
    }
    const none = arrays.empty ? new Float64Array(0) : undefined;
    const points = scanPoints(mz?.values ?? none, intensity?.values ?? none, this.#log, this.#id, this.#at);
    this.points += points.mz.length;
    this.#log.scan(spectrum.scan(points, this.#timeOf(spectrum), this.#scans), this.#at);
  }

  /** The time in the unit of the run: one that the file gives in another unit is converted, with a warning. */
  #timeOf({ time, timeAxis }: MzmlSpectrum): number {
    const run = this.#timeAxis;
    if (run === undefined || timeAxis === undefined || timeAxis.unit === run.unit || Number.isNaN(time)) return time;
    const from = SECONDS[timeAxis.unit];
    const to = SECONDS[run.unit];
    this.#log.warn('unit-mixed', this.#at, { record: this.#id, from: timeAxis.written || timeAxis.unit, to: run.written || run.unit });
    return from === undefined || to === undefined ? Number.NaN : (time * from) / to;
  }

  #endChromatogram(): void {
    this.#inChromatogram = false;
    const arrays = this.#arrays;
    const time = arrays.get('time');
    const intensity = arrays.get('intensity');
    this.#startRun(time?.axis, intensity?.axis);
    this.#reportFaults();
    if (time === undefined || intensity === undefined || time.values.length !== intensity.values.length) {
      if (!arrays.empty) this.#log.warn('part-damaged', this.#at, { record: this.#id, part: this.#id });
      return;
    }
    this.points += time.values.length;
    this.#log.chromatogram(
      {
        label: this.#id,
        role: 'measured',
        form: 'line',
        x: { kind: 'explicit', axis: time.axis, values: time.values },
        y: { axis: intensity.axis, values: intensity.values },
      },
      this.#at,
    );
  }

  #reportFaults(): void {
    const record = this.#id;
    for (const { code, part, stated = 0, found = 0 } of this.#arrays.faults) {
      if (code === 'value-differs') this.#log.warn(code, this.#at, { record, field: part, stated, found });
      else this.#log.warn(code, this.#at, { record, part });
    }
  }

  /** The run is given when its first part ends, since only there the units of time and intensity stand. */
  #startRun(time: Axis | undefined, intensity: Axis | undefined): void {
    if (this.#timeAxis !== undefined) return;
    this.#timeAxis = time ?? { quantity: 'time', unit: 'min', written: '' };
    if (time?.unit === 'unknown' || time?.unit === 'other')
      this.#log.warn('unit-unknown', this.#at, { record: this.#id, text: time.written === '' ? '—' : time.written });
    this.#log.run(
      {
        identity: { name: this.#header.sampleName, synonyms: [] },
        conditions: this.#header.conditions(),
        timeAxis: this.#timeAxis,
        intensityAxis: intensity ?? { quantity: 'intensity', unit: 'unknown', written: '' },
        ...(this.#scansStated === undefined ? {} : { scansStated: this.#scansStated }),
        ...(this.#header.runId === '' ? {} : { accession: this.#header.runId }),
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
      { record: this.#header.runId, field: 'spectrumList count', stated, found: this.#scans },
    );
  }
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
