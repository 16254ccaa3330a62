import type { Axis } from '../../spectrum/axis';
import type { Scan } from '../../spectrum/run';
import { chargeOf } from '../peaks/charge';
import type { ScanPoints } from '../xml/scan-points';
import type { MzmlParam } from './params';
import { timeAxis } from './terms';

/** What a spectrum's parameters say of it. */
export class MzmlSpectrum {
  id = '';
  #msLevel: number | undefined;
  #profile = false;
  #polarity: 'positive' | 'negative' | undefined;
  #ionCurrent: number | undefined;
  #filter: string | undefined;
  #selected: number | undefined;
  #isolated: number | undefined;
  #charge: number | undefined;
  #energy: string | undefined;
  #scans = 0;
  #precursors = 0;
  #selectedIons = 0;
  time = Number.NaN;
  timeAxis: Axis | undefined;

  /** An element that the parameters of only the first of its kind are taken from. */
  entered(element: string): void {
    if (element === 'scan') this.#scans++;
    else if (element === 'precursor') this.#precursors++;
    else if (element === 'selectedIon') this.#selectedIons++;
  }

  /** Takes a parameter that stands in the element `parent`. */
  param(parent: string, param: MzmlParam): void {
    if (parent === 'spectrum') this.#own(param);
    else if (parent === 'scan' && this.#scans === 1) this.#ofScan(param);
    else if (this.#precursors > 1) return;
    else if (parent === 'selectedIon') this.#ofSelectedIon(param);
    else if (parent === 'isolationWindow' && param.accession === 'MS:1000827') this.#isolated ??= positive(param.value);
    else if (parent === 'activation') this.#activation(param);
  }

  #ofSelectedIon({ accession, value }: MzmlParam): void {
    if (this.#selectedIons !== 1) return;
    if (accession === 'MS:1000744') this.#selected ??= positive(value);
    else if (accession === 'MS:1000041') this.#charge ??= chargeOf(value);
  }

  #own(param: MzmlParam): void {
    switch (param.accession) {
      case 'MS:1000511':
        this.#msLevel = positive(param.value);
        break;
      case 'MS:1000579':
        this.#msLevel ??= 1;
        break;
      case 'MS:1000128':
        this.#profile = true;
        break;
      case 'MS:1000129':
        this.#polarity = 'negative';
        break;
      case 'MS:1000130':
        this.#polarity = 'positive';
        break;
      case 'MS:1000285':
        this.#ionCurrent = finite(param.value);
    }
  }

  #ofScan(param: MzmlParam): void {
    if (param.accession === 'MS:1000016') {
      this.time = finite(param.value) ?? Number.NaN;
      this.timeAxis = timeAxis(param.unit, param.unitName);
    } else if (param.accession === 'MS:1000512') this.#filter = param.value;
  }

  #activation(param: MzmlParam): void {
    if (param.accession === 'MS:1000045')
      this.#energy ??= `${param.value} ${param.unitName === 'electronvolt' ? 'eV' : param.unitName}`.trim();
    else if (param.accession === 'MS:1000138') this.#energy ??= `${param.value} NCE`;
  }

  /** The scan, with its time as it is to be given; `place` counts spectra from 1. */
  scan(points: ScanPoints, time: number, place: number): Scan {
    const stated = /(?:^|\s)scan(?:Id)?=(\d{1,15})(?:\s|$)/.exec(this.id)?.[1];
    const precursorMz = this.#selected ?? this.#isolated;
    return {
      number: stated === undefined ? place : Number(stated),
      time,
      msLevel: this.#msLevel ?? (precursorMz === undefined ? 1 : 2),
      profile: this.#profile,
      ...(this.#polarity === undefined ? {} : { polarity: this.#polarity }),
      ...(precursorMz === undefined ? {} : { precursorMz }),
      ...(this.#charge === undefined ? {} : { precursorCharge: this.#charge }),
      ...(this.#energy === undefined ? {} : { collisionEnergy: this.#energy }),
      ...(this.#filter === undefined ? {} : { filter: this.#filter }),
      ...(this.#ionCurrent === undefined ? {} : { statedIonCurrent: this.#ionCurrent }),
      mz: points.mz,
      intensity: points.intensity,
    };
  }
}

function finite(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function positive(text: string): number | undefined {
  const number = finite(text);
  return number !== undefined && number > 0 ? number : undefined;
}
