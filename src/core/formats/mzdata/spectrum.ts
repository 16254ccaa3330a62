import type { Axis } from '../../spectrum/axis';
import type { Scan } from '../../spectrum/run';
import { chargeOf } from '../peaks/charge';
import type { ScanPoints } from '../xml/scan-points';
import type { XmlScanner } from '../xml/scanner';

const MINUTES: Axis = { quantity: 'time', unit: 'min', written: 'TimeInMinutes' };
const SECONDS: Axis = { quantity: 'time', unit: 's', written: 'TimeInSeconds' };

/** One `spectrum` of mzData while it is being read. */
export class MzdataSpectrum {
  readonly id: string;
  #msLevel: number | undefined;
  #profile = false;
  #polarity: 'positive' | 'negative' | undefined;
  #precursorMz: number | undefined;
  #precursorCharge: number | undefined;
  #energy: string | undefined;
  #energyUnit = '';
  #filter: string | undefined;
  time = Number.NaN;
  timeAxis: Axis | undefined;
  mz: Float64Array | undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** An element inside the spectrum was opened. */
  enter(xml: XmlScanner): void {
    if (xml.name === 'acqSpecification') this.#profile = xml.attribute('spectrumType') === 'continuous';
    else if (xml.name === 'spectrumInstrument') this.#msLevel = level(xml.attribute('msLevel'));
    else if (xml.name === 'cvParam' || xml.name === 'userParam') this.#param(xml.word('name'), xml.attribute('value') ?? '');
  }

  #param(name: string, value: string): void {
    switch (name) {
      case 'TimeInMinutes':
      case 'TimeInSeconds':
        this.time = value.trim() === '' ? Number.NaN : Number(value);
        this.timeAxis = name === 'TimeInMinutes' ? MINUTES : SECONDS;
        break;
      case 'Polarity':
        this.#polarity = /^pos|^\+/i.test(value) ? 'positive' : /^neg|^-/i.test(value) ? 'negative' : undefined;
        break;
      case 'MassToChargeRatio':
        if (Number(value) > 0) this.#precursorMz ??= Number(value);
        break;
      case 'ChargeState':
        this.#precursorCharge ??= chargeOf(value);
        break;
      case 'CollisionEnergy':
        this.#energy ??= value;
        break;
      case 'EnergyUnits':
        this.#energyUnit = value;
        break;
      case 'Filter':
        this.#filter = value;
    }
  }

  /** The scan, with its time as it is to be given; `place` counts spectra from 1. */
  scan(points: ScanPoints, time: number, place: number): Scan {
    return {
      number: /^\d{1,15}$/.test(this.id) ? Number(this.id) : place,
      time,
      msLevel: this.#msLevel ?? (this.#precursorMz === undefined ? 1 : 2),
      profile: this.#profile,
      ...(this.#polarity === undefined ? {} : { polarity: this.#polarity }),
      ...(this.#precursorMz === undefined ? {} : { precursorMz: this.#precursorMz }),
      ...(this.#precursorCharge === undefined ? {} : { precursorCharge: this.#precursorCharge }),
      ...(this.#energy === undefined ? {} : { collisionEnergy: `${this.#energy} ${this.#energyUnit}`.trim() }),
      ...(this.#filter === undefined ? {} : { filter: this.#filter }),
      mz: points.mz,
      intensity: points.intensity,
    };
  }
}

function level(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d?$/.test(text) ? Number(text) : undefined;
}
