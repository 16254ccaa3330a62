import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import type { PeakList } from '../peaks/peak-list';
import { reportPeaks } from '../peaks/report';
import type { ReadLog } from '../read-log';
import { SpectrumDraft } from '../spectrum-draft';
import { MASSBANK_TAGS, TAGS_WITH_SUBTAG } from './tags';

/** One MassBank record while it is being read. */
export class MassbankRecord {
  readonly draft: SpectrumDraft;
  readonly at: Place;
  readonly #log: ReadLog;
  /** Peaks the record says it has. */
  stated: number | undefined;
  /** Peaks met, with those left out one by one. */
  found = 0;

  constructor(log: ReadLog, number: number, at: Place) {
    this.#log = log;
    this.at = at;
    this.draft = new SpectrumDraft(log, number, at);
  }

  field(tag: string, value: string, line: number): void {
    const { draft } = this;
    const blank = value.indexOf(' ');
    const subtag = blank > 0 && TAGS_WITH_SUBTAG.has(tag) ? value.slice(0, blank) : '';
    const slot = MASSBANK_TAGS.get(subtag === '' ? tag : `${tag} ${subtag}`);
    if (tag === 'PK$NUM_PEAK') this.#peakCount(value, line);
    else if (tag === 'CH$NAME') draft.put(draft.named ? 'synonym' : 'name', tag, value, line);
    else if (slot === undefined || value === 'N/A') draft.keep(tag, value, line);
    else draft.put(slot, subtag === '' ? tag : `${tag} ${subtag}`, value.slice(subtag.length).trim(), line);
  }

  #peakCount(value: string, line: number): void {
    if (/^\d{1,15}$/.test(value)) this.stated = Number(value);
    else this.#log.warn('peak-count-unreadable', { line }, { record: this.draft.label, text: value.slice(0, 60) });
  }

  /** Gives the spectrum to the log, or says why there is none. */
  finish(peaks: PeakList): void {
    const { draft } = this;
    const record = draft.label;
    if (draft.exceeded === 'record-too-many-fields') this.#log.warn(draft.exceeded, this.at, { record, limit: limits.fieldsPerRecord });
    else if (draft.exceeded === 'record-too-large') this.#log.warn(draft.exceeded, this.at, { record, limit: limits.textPerRecord });
    else if (peaks.overflowed) this.#log.warn('record-too-many-peaks', this.at, { record, limit: limits.peaksPerSpectrum });
    else if (peaks.length === 0) this.#log.warn('record-without-peaks', this.at, { record });
    else {
      if (this.stated === undefined) this.#log.warn('peak-count-missing', this.at, { record });
      else if (this.stated !== this.found) {
        this.#log.warn('peak-count-differs', this.at, { record, stated: this.stated, found: this.found });
      }
      if (!draft.named) this.#log.warn('record-without-name', this.at, { record });
      const finished = peaks.finish();
      reportPeaks(this.#log, record, this.at, finished);
      this.#log.spectrum(draft.build(finished), this.at);
    }
  }
}
