import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import { fillFromComment } from '../msp/comments';
import { mspField } from '../msp/fields';
import type { PeakList } from '../peaks/peak-list';
import { reportPeaks } from '../peaks/report';
import type { ReadLog } from '../read-log';
import { SpectrumDraft } from '../spectrum-draft';

/** A line `KEY=value` of the file. */
export interface MgfField {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** A charge as Mascot writes it: `2+`, `+2`, `1-`, or several (`2+ and 3+`). Without sign it says nothing of polarity. */
const CHARGE = /^(?:\d+([+-])|([+-])\d+)(?:(?:\s*(?:,|and)\s*)(?:\d+\1|\2\d+))*$/i;

/** One `BEGIN IONS … END IONS` while it is being read. */
export class MgfRecord {
  readonly draft: SpectrumDraft;
  readonly at: Place;
  readonly #log: ReadLog;
  #title: MgfField | undefined;
  #comments: string[] = [];
  #precursor = false;
  #stated: number | undefined;
  /** Pairs met, with those left out one by one. */
  found = 0;

  constructor(log: ReadLog, number: number, at: Place) {
    this.#log = log;
    this.at = at;
    this.draft = new SpectrumDraft(log, number, at);
  }

  field({ key, value, line }: MgfField): void {
    const { draft } = this;
    const name = key.toUpperCase();
    if (name === 'TITLE' && this.#title === undefined) this.#title = { key, value, line };
    else if (name === 'PEPMASS') this.#putPrecursor(key, value, line);
    else if (name === 'CHARGE') this.#putCharge(key, value, line);
    else if (name === 'RTINSECONDS' && value !== '') draft.put('retentionTime', key, `${value} s`, line);
    else if (name === 'SPECTRUMID') draft.put('accession', key, value, line);
    else this.#other({ key, value, line });
  }

  #other({ key, value, line }: MgfField): void {
    const meaning = mspField(key);
    if (meaning === 'peakCount') {
      if (/^\d{1,15}$/.test(value)) this.#stated = Number(value);
      else this.#log.warn('peak-count-unreadable', { line }, { record: this.draft.label, text: value.slice(0, 60) });
    } else if (meaning === 'comments') {
      this.draft.keep(key, value, line);
      if (this.draft.exceeded === undefined) this.#comments.push(value);
    } else if (meaning === undefined) this.draft.keep(key, value, line);
    else {
      if (meaning === 'precursorMz' && Number(value) > 0) this.#precursor = true;
      this.draft.put(meaning, key, value, line);
    }
  }

  /** `PEPMASS=m/z [intensity [charge]]`: what the model has no place for keeps the field as it stands. */
  #putPrecursor(key: string, value: string, line: number): void {
    const [mz = '', ...rest] = value.split(/[ \t]+/);
    this.draft.put('precursorMz', key, mz, line);
    if (Number(mz) > 0) this.#precursor = true;
    if (rest.length > 0) this.draft.keep(key, value, line);
  }

  #putCharge(key: string, value: string, line: number): void {
    this.draft.keep(key, value, line);
    this.draft.fill('precursorCharge', /^[+-]?(\d{1,3})[+-]?$/.exec(value)?.[1] ?? '');
    const sign = CHARGE.exec(value);
    if (sign !== null) this.draft.fill('statement', sign[1] ?? (sign[2] as string));
  }

  /** Gives the spectrum to the log, or says why there is none. `header` are the fields before the first record, which hold for all. */
  finish(peaks: PeakList, header: readonly MgfField[]): void {
    const { draft } = this;
    if (this.#title !== undefined) {
      const { key, value, line } = this.#title;
      if (draft.named) draft.keep(key, value, line);
      else draft.put('name', key, value, line);
    }
    for (const { key, value, line } of header) draft.keep(key, value, line);
    const record = draft.label;
    if (draft.exceeded === 'record-too-many-fields') this.#log.warn(draft.exceeded, this.at, { record, limit: limits.fieldsPerRecord });
    else if (draft.exceeded === 'record-too-large') this.#log.warn(draft.exceeded, this.at, { record, limit: limits.textPerRecord });
    else if (peaks.overflowed) this.#log.warn('record-too-many-peaks', this.at, { record, limit: limits.peaksPerSpectrum });
    else {
      if (this.#stated !== undefined && this.#stated !== this.found) {
        this.#log.warn('peak-count-differs', this.at, { record, stated: this.#stated, found: this.found });
      }
      if (peaks.length === 0) this.#log.warn('record-without-peaks', this.at, { record });
      else this.#give(peaks);
    }
  }

  #give(peaks: PeakList): void {
    const { draft } = this;
    if (!draft.named) this.#log.warn('record-without-name', this.at, { record: draft.label });
    for (const comment of this.#comments) fillFromComment(draft, comment);
    // Mascot generic format is made for tandem spectra: one with a precursor that states no level is one.
    if (this.#precursor) draft.fill('spectrumType', '2');
    const finished = peaks.finish();
    reportPeaks(this.#log, draft.label, this.at, finished);
    this.#log.spectrum(draft.build(finished), this.at);
  }
}
