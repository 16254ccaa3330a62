import type { Conditions } from '../../spectrum/conditions';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { XmlScanner } from '../xml/scanner';
import type { MzmlParam } from './params';

const MOST_FIELDS = 200;
const MOST_CONFIGURATIONS = 32;

interface Instrument {
  model?: string;
  serial?: string;
  readonly source: string[];
  readonly detector: string[];
  readonly analyser: string[];
}

interface Sample {
  name: string;
}

/** What stands in an mzML file before its spectra: sample, instrument, software, source files. */
export class MzmlHeader {
  readonly #samples = new Map<string, Sample>();
  readonly #instruments = new Map<string, Instrument>();
  readonly #software: { name: string; readonly version: string }[] = [];
  readonly #fields: VerbatimField[] = [];
  #sample: Sample | undefined;
  #instrument: Instrument | undefined;
  #run = { id: '', sample: '', instrument: '', started: '' };

  /** An element of the header was opened. */
  enter(xml: XmlScanner): void {
    const id = () => xml.attribute('id') ?? '';
    switch (xml.name) {
      case 'sample':
        this.#sample = { name: xml.attribute('name') ?? '' };
        if (this.#samples.size < MOST_CONFIGURATIONS) this.#samples.set(id(), this.#sample);
        break;
      case 'instrumentConfiguration':
        this.#instrument = { source: [], detector: [], analyser: [] };
        if (this.#instruments.size < MOST_CONFIGURATIONS) this.#instruments.set(id(), this.#instrument);
        break;
      case 'software':
        if (this.#software.length < MOST_CONFIGURATIONS) this.#software.push({ name: id(), version: xml.attribute('version') ?? '' });
        break;
      case 'sourceFile':
        this.#keep('sourceFile', xml.attribute('name') ?? '');
        break;
      case 'run':
        this.#run = {
          id: id(),
          sample: xml.attribute('sampleRef') ?? '',
          instrument: xml.attribute('defaultInstrumentConfigurationRef') ?? '',
          started: xml.attribute('startTimeStamp') ?? '',
        };
    }
  }

  param(parent: string, param: MzmlParam): void {
    const { name, value } = param;
    switch (parent) {
      case 'sample':
        if (param.accession === 'MS:1000002' && this.#sample?.name === '') this.#sample.name = value;
        else this.#keep(name, value);
        break;
      case 'software':
        this.#nameSoftware(param);
        break;
      case 'instrumentConfiguration':
        if (param.accession === 'MS:1000529') this.#setSerial(value);
        else if (this.#instrument !== undefined && this.#instrument.model === undefined && param.accession !== '')
          this.#instrument.model = name;
        else this.#keep(name, value);
        break;
      case 'source':
        push(this.#instrument?.source, name);
        break;
      case 'analyzer':
        push(this.#instrument?.analyser, name);
        break;
      case 'detector':
        push(this.#instrument?.detector, name);
        break;
      case 'contact':
      case 'run':
        this.#keep(name, value);
    }
  }

  #setSerial(value: string): void {
    if (this.#instrument !== undefined) this.#instrument.serial = value;
  }

  #nameSoftware(param: MzmlParam): void {
    const software = this.#software.at(-1);
    if (software !== undefined && param.accession !== '') software.name = param.value === '' ? param.name : param.value;
  }

  #keep(field: string, value: string): void {
    if (value !== '' && this.#fields.length < MOST_FIELDS) this.#fields.push({ field, value });
  }

  get runId(): string {
    return this.#run.id;
  }

  get sampleName(): string {
    const [first] = this.#samples.values();
    return (this.#samples.get(this.#run.sample) ?? first)?.name ?? '';
  }

  conditions(): Conditions {
    const [first] = this.#instruments.values();
    const { model, serial, source = [], detector = [] } = this.#instruments.get(this.#run.instrument) ?? first ?? {};
    const software = this.#software.map(({ name, version }) => `${name} ${version}`.trim()).join('; ');
    return {
      ...stated('sample', this.sampleName),
      ...stated('measuredAt', this.#run.started),
      ...stated('instrument', model),
      ...stated('instrumentSerial', serial),
      ...stated('software', software),
      ...stated('ionisation', source.join(', ')),
      ...stated('detector', detector.join(', ')),
    };
  }

  fields(): readonly VerbatimField[] {
    const [first] = this.#instruments.values();
    const analyser = (this.#instruments.get(this.#run.instrument) ?? first)?.analyser ?? [];
    return analyser.length === 0 ? this.#fields : [...this.#fields, { field: 'analyzer', value: analyser.join(', ') }];
  }
}

function stated<K extends keyof Conditions>(key: K, value: string | undefined): Pick<Conditions, K> | Record<never, never> {
  return value === undefined || value === '' ? {} : { [key]: value };
}

function push(list: string[] | undefined, name: string): void {
  if (list !== undefined && list.length < MOST_CONFIGURATIONS) list.push(name);
}
