import type { XmlScanner } from '../xml/scanner';

/** A `cvParam` (a term of the vocabulary of mass spectrometry, with its accession) or a `userParam` (accession ''). */
export interface MzmlParam {
  readonly accession: string;
  readonly name: string;
  readonly value: string;
  /** Accession of the unit, '' where there is none. */
  readonly unit: string;
  readonly unitName: string;
}

/** The parameter whose tag the scanner has just opened; each part is made only when it is asked for. */
export class OpenParam implements MzmlParam {
  readonly #xml: XmlScanner;

  constructor(xml: XmlScanner) {
    this.#xml = xml;
  }

  get accession(): string {
    return this.#xml.word('accession');
  }

  get name(): string {
    return this.#xml.word('name');
  }

  get value(): string {
    return this.#xml.attribute('value') ?? '';
  }

  get unit(): string {
    return this.#xml.word('unitAccession');
  }

  get unitName(): string {
    return this.#xml.word('unitName');
  }
}

/** A copy that stays when the scanner moves on. */
export function keptParam({ accession, name, value, unit, unitName }: MzmlParam): MzmlParam {
  return { accession, name, value, unit, unitName };
}

const GROUPS = 1000;
const PARAMS_OF_GROUP = 1000;

/** Groups of parameters that a file names once and refers to from its spectra. */
export class ParamGroups {
  readonly #groups = new Map<string, MzmlParam[]>();
  #open: MzmlParam[] = [];

  begin(id: string): void {
    this.#open = [];
    if (this.#groups.size < GROUPS) this.#groups.set(id, this.#open);
  }

  add(param: MzmlParam): void {
    if (this.#open.length < PARAMS_OF_GROUP) this.#open.push(keptParam(param));
  }

  get(id: string): readonly MzmlParam[] | undefined {
    return this.#groups.get(id);
  }
}
