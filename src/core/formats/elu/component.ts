import type { MassSpectrum } from '../../spectrum/mass-spectrum';
import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import type { PeakList } from '../peaks/peak-list';
import { reportPeaks } from '../peaks/report';
import type { ReadLog } from '../read-log';
import { SpectrumDraft } from '../spectrum-draft';

/** `SC17`, `RT0.2866`, `MO2: 28 32`, `MP1-MODN:28(%47.7)`: two letters, then the value. */
const CODED = /^([A-Z]{2})(.*)$/;

/** One component of an ELU file while it is being read. */
export class EluComponent {
  readonly draft: SpectrumDraft;
  readonly at: Place;
  readonly #log: ReadLog;
  readonly #profile: string[] = [];
  #profileLine = 0;
  /** Peaks the component says it has. */
  stated: number | undefined;
  /** Pairs met, with those left out one by one. */
  found = 0;
  inProfile = false;

  constructor(log: ReadLog, number: number, at: Place) {
    this.#log = log;
    this.at = at;
    this.draft = new SpectrumDraft(log, number, at);
  }

  /** Takes the values of the line `NAME:` apart; each that has no place in the model is kept under its two letters. */
  values(text: string, line: number): void {
    for (const part of text.split('|')) {
      const [, code = '', value = part] = CODED.exec(part.trim()) ?? [];
      if (value.trim() === '') continue;
      if (code === 'RT') this.draft.put('retentionTime', code, `${value.trim()} min`, line);
      else if (code === 'CN') this.#number(code, value.trim(), line);
      else this.draft.keep(code, value.trim(), line);
    }
  }

  #number(code: string, value: string, line: number): void {
    this.draft.put('accession', code, value, line);
    this.draft.label = `CN${value.slice(0, 20)}`;
  }

  peakCount(value: string, line: number): void {
    this.inProfile = false;
    if (/^\d{1,15}$/.test(value)) this.stated = Number(value);
    else this.#log.warn('peak-count-unreadable', { line }, { record: this.draft.label, text: value.slice(0, 60) });
  }

  /** One line of the component's shape over its scans; bounded as fields are. */
  profile(text: string, line: number): void {
    if (this.#profile.length === 0) this.#profileLine = line;
    if (this.#profile.length < limits.fieldsPerRecord) this.#profile.push(text.slice(0, limits.textPerRecord / limits.fieldsPerRecord));
  }

  /** Gives the spectrum to the log, or says why there is none. */
  finish(peaks: PeakList): void {
    const { draft } = this;
    if (this.#profile.length > 0) draft.keep('RE', this.#profile.join(' '), this.#profileLine);
    const record = draft.label;
    if (draft.exceeded === 'record-too-many-fields') this.#log.warn(draft.exceeded, this.at, { record, limit: limits.fieldsPerRecord });
    else if (draft.exceeded === 'record-too-large') this.#log.warn(draft.exceeded, this.at, { record, limit: limits.textPerRecord });
    else if (peaks.overflowed) this.#log.warn('record-too-many-peaks', this.at, { record, limit: limits.peaksPerSpectrum });
    else {
      if (this.stated === undefined) this.#log.warn('peak-count-missing', this.at, { record });
      else if (this.stated !== this.found) {
        this.#log.warn('peak-count-differs', this.at, { record, stated: this.stated, found: this.found });
      }
      if (peaks.length === 0) this.#log.warn('record-without-peaks', this.at, { record });
      else this.#log.spectrum(this.#spectrum(peaks), this.at);
    }
  }

  /** AMDIS puts the peaks it is less sure of after the others: being out of order is the format's way and no warning. */
  #spectrum(peaks: PeakList): MassSpectrum {
    const finished = peaks.finish();
    reportPeaks(this.#log, this.draft.label, this.at, { ...finished, sorted: true });
    return this.draft.build(finished);
  }
}
