import type { Scan } from '../../spectrum/run';
import type { ScanPoints } from '../xml/scan-points';
import type { XmlScanner } from '../xml/scanner';
import { secondsOf } from './duration';

/** The attributes of one `scan` while it is being read. */
export class MzxmlScan {
  readonly #number: number;
  readonly #msLevel: number | undefined;
  readonly #profile: boolean;
  readonly #polarity: 'positive' | 'negative' | undefined;
  readonly #energy: string | undefined;
  readonly #filter: string | undefined;
  readonly #ionCurrent: number;
  readonly label: string;
  readonly retentionTime: string;
  readonly time: number;
  /** Peaks the scan says it has; NaN where it does not. */
  readonly stated: number;
  precursorMz: number | undefined;
  precursorCharge: number | undefined;
  mz: Float64Array | undefined;
  intensity: Float64Array | undefined;
  damaged = false;

  /** @param xml a scanner that has just opened the scan; @param place counts scans from 1; @param centroided what the run says of all scans */
  constructor(xml: XmlScanner, place: number, centroided: string) {
    this.#number = whole(xml.attribute('num')) ?? place;
    this.label = `scan ${this.#number}`;
    this.#msLevel = whole(xml.attribute('msLevel'));
    this.#profile = (xml.attribute('centroided') ?? centroided) === '0';
    const polarity = xml.word('polarity');
    this.#polarity = polarity === '+' ? 'positive' : polarity === '-' ? 'negative' : undefined;
    this.#energy = xml.attribute('collisionEnergy');
    this.#filter = xml.attribute('filterLine') ?? xml.attribute('scanType');
    this.#ionCurrent = Number(xml.attribute('totIonCurrent') ?? Number.NaN);
    this.retentionTime = xml.attribute('retentionTime') ?? '';
    this.time = secondsOf(this.retentionTime);
    this.stated = whole(xml.attribute('peaksCount')) ?? Number.NaN;
  }

  scan({ mz, intensity }: ScanPoints): Scan {
    return {
      number: this.#number,
      time: this.time,
      msLevel: this.#msLevel ?? (this.precursorMz === undefined ? 1 : 2),
      profile: this.#profile,
      ...(this.#polarity === undefined ? {} : { polarity: this.#polarity }),
      ...(this.precursorMz === undefined ? {} : { precursorMz: this.precursorMz }),
      ...(this.precursorCharge === undefined ? {} : { precursorCharge: this.precursorCharge }),
      ...(this.#energy === undefined ? {} : { collisionEnergy: this.#energy }),
      ...(this.#filter === undefined ? {} : { filter: this.#filter }),
      ...(Number.isFinite(this.#ionCurrent) ? { statedIonCurrent: this.#ionCurrent } : {}),
      mz,
      intensity,
    };
  }
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
