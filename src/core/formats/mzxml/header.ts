import type { Conditions } from '../../spectrum/conditions';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { XmlScanner } from '../xml/scanner';

const MOST_FIELDS = 200;

/** What stands in an `msRun` before its scans. */
export class MzxmlHeader {
  readonly #values = new Map<string, string>();
  readonly #software: string[] = [];
  readonly #fields: VerbatimField[] = [];
  /** What `dataProcessing` says of all scans: '1' centroided, '0' profile, '' nothing. */
  centroided = '';

  /** An element of the header was opened. */
  enter(xml: XmlScanner): void {
    switch (xml.name) {
      case 'msManufacturer':
      case 'msModel':
      case 'msIonisation':
      case 'msMassAnalyzer':
      case 'msDetector':
        if (!this.#values.has(xml.name)) this.#values.set(xml.name, xml.attribute('value') ?? '');
        break;
      case 'instrument':
        // Version 1 has one element with an attribute for each part.
        for (const [element, attribute] of VERSION_1) this.#values.set(element, xml.attribute(attribute) ?? '');
        break;
      case 'operator':
        this.#values.set('operator', `${xml.attribute('first') ?? ''} ${xml.attribute('last') ?? ''}`.trim());
        break;
      case 'software':
        this.#add(this.#software, `${xml.attribute('name') ?? ''} ${xml.attribute('version') ?? ''}`.trim());
        break;
      case 'dataProcessing':
        this.centroided = xml.attribute('centroided') ?? this.centroided;
        break;
      case 'parentFile':
        this.#keep('parentFile', xml.attribute('fileName') ?? '');
        break;
      case 'nameValue':
        this.#keep(xml.attribute('name') ?? '', xml.attribute('value') ?? '');
    }
  }

  #add(list: string[], value: string): void {
    if (value !== '' && list.length < MOST_FIELDS) list.push(value);
  }

  #keep(field: string, value: string): void {
    if (value !== '' && this.#fields.length < MOST_FIELDS) this.#fields.push({ field, value });
  }

  conditions(): Conditions {
    const value = (name: string) => this.#values.get(name) ?? '';
    const stated: Record<string, string> = {
      instrument: `${value('msManufacturer')} ${value('msModel')}`.trim(),
      software: this.#software.join('; '),
      operator: value('operator'),
      ionisation: value('msIonisation'),
      detector: value('msDetector'),
    };
    return Object.fromEntries(Object.entries(stated).filter(([, text]) => text !== ''));
  }

  fields(): readonly VerbatimField[] {
    const analyser = this.#values.get('msMassAnalyzer') ?? '';
    return analyser === '' ? this.#fields : [...this.#fields, { field: 'msMassAnalyzer', value: analyser }];
  }
}

const VERSION_1 = [
  ['msManufacturer', 'manufacturer'],
  ['msModel', 'model'],
  ['msIonisation', 'ionisation'],
  ['msMassAnalyzer', 'msType'],
  ['msDetector', 'detector'],
] as const;
