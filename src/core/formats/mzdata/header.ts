import type { Conditions } from '../../spectrum/conditions';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { XmlScanner } from '../xml/scanner';

const MOST_FIELDS = 200;

/** What stands in an mzData file before its spectra. */
export class MzdataHeader {
  readonly #values = new Map<string, string>();
  readonly #fields: VerbatimField[] = [];

  /** An element of the header was opened. */
  enter(xml: XmlScanner): void {
    const { name, parent } = xml;
    if (name === 'cvParam' || name === 'userParam') this.#param(parent, xml.attribute('name') ?? '', xml.attribute('value') ?? '');
    else if (name === 'sampleName' || name === 'instrumentName') this.#values.set(name, xml.string());
    else if (parent === 'software' && (name === 'name' || name === 'version')) this.#values.set(`software ${name}`, xml.string());
    else if (name === 'nameOfFile') this.#keep(name, xml.string());
    else if (parent === 'contact') this.#keep(`contact ${name}`, xml.string());
  }

  #param(parent: string, name: string, value: string): void {
    if (parent === 'source' && name === 'IonizationType') this.#values.set('ionisation', value);
    else if (parent === 'detector' && name === 'DetectorType') this.#values.set('detector', value);
    else this.#keep(`${parent} ${name}`, value);
  }

  #keep(field: string, value: string): void {
    if (value !== '' && this.#fields.length < MOST_FIELDS) this.#fields.push({ field, value });
  }

  get sampleName(): string {
    return this.#values.get('sampleName') ?? '';
  }

  conditions(): Conditions {
    const value = (name: string) => this.#values.get(name) ?? '';
    const stated: Record<string, string> = {
      sample: this.sampleName,
      instrument: value('instrumentName'),
      software: `${value('software name')} ${value('software version')}`.trim(),
      ionisation: value('ionisation'),
      detector: value('detector'),
    };
    return Object.fromEntries(Object.entries(stated).filter(([, text]) => text !== ''));
  }

  fields(): readonly VerbatimField[] {
    return this.#fields;
  }
}
