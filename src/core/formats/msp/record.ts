import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import type { PeakList } from '../peaks/peak-list';
import { reportPeaks } from '../peaks/report';
import type { ReadLog } from '../read-log';
import { SpectrumDraft } from '../spectrum-draft';
import { fillFromComment } from './comments';
import { type MspField, mspField } from './fields';

/** NIST writes several numbered identifiers on one line: `CAS#: 50-00-0;  NIST#: 1234`. */
const NUMBERED = /;\s*(?=[A-Za-z][A-Za-z ]{0,20}#\s*:)/;
/** NIST codes hidden among synonyms; 28 is the InChIKey, the others are kept as they stand. */
const CODED_SYNONYM = /^\$:(\d\d)\s*(.*)$/;

/** One record of an MSP file while it is being read. */
export class MspRecord {
  readonly draft: SpectrumDraft;
  readonly at: Place;
  readonly #log: ReadLog;
  readonly #comments: string[] = [];
  /** Peaks the record says it has. */
  stated: number | undefined;
  /** Pairs met, with those left out one by one. */
  found = 0;
  /** A field that announces peaks, or a peak, was seen: another field begins the next record. */
  inPeaks = false;
  /** An empty line follows what was read last. */
  closed = false;
  #countSeen = false;

  constructor(log: ReadLog, number: number, at: Place) {
    this.#log = log;
    this.at = at;
    this.draft = new SpectrumDraft(log, number, at);
  }

  field(meaning: MspField | undefined, label: string, value: string, line: number): void {
    if (meaning === 'peakCount') this.#peakCount(value, line);
    else if (meaning === 'comments') {
      this.draft.keep(label, value, line);
      if (this.draft.exceeded === undefined) this.#comments.push(value);
    } else if (meaning === 'synonym') this.#synonym(label, value, line);
    else if (label.endsWith('#')) this.#numbered(meaning, label, value, line);
    else if (meaning === undefined) this.draft.keep(label, value, line);
    else this.draft.put(meaning, label, value, line);
  }

  #peakCount(value: string, line: number): void {
    this.inPeaks = true;
    this.#countSeen = true;
    if (/^\d{1,15}$/.test(value)) this.stated = Number(value);
    else this.#log.warn('peak-count-unreadable', { line }, { record: this.draft.label, text: value.slice(0, 60) });
  }

  #synonym(label: string, value: string, line: number): void {
    const coded = CODED_SYNONYM.exec(value);
    if (coded === null) this.draft.put('synonym', label, value, line);
    else if (coded[1] === '28') this.draft.put('inchikey', label, coded[2] as string, line);
    else this.draft.keep(label, value, line);
  }

  #numbered(meaning: MspField | undefined, label: string, value: string, line: number): void {
    const [first = '', ...rest] = value.split(NUMBERED);
    const own = first.replace(/;\s*$/, '').trim();
    if (meaning === undefined || meaning === 'peakCount' || meaning === 'comments') this.draft.keep(label, own, line);
    else this.draft.put(meaning, label, own, line);
    for (const part of rest) {
      const colon = part.indexOf(':');
      const name = part.slice(0, colon).trim();
      this.#numbered(mspField(name), name, part.slice(colon + 1).trim(), line);
    }
  }

  /** Gives the spectrum to the log, or says why there is none. */
  finish(peaks: PeakList): void {
    const { draft } = this;
    const record = draft.label;
    if (draft.exceeded === 'record-too-many-fields') this.#log.warn(draft.exceeded, this.at, { record, limit: limits.fieldsPerRecord });
    else if (draft.exceeded === 'record-too-large') this.#log.warn(draft.exceeded, this.at, { record, limit: limits.textPerRecord });
    else if (peaks.overflowed) this.#log.warn('record-too-many-peaks', this.at, { record, limit: limits.peaksPerSpectrum });
    else {
      if (this.stated !== undefined && this.stated !== this.found) {
        this.#log.warn('peak-count-differs', this.at, { record, stated: this.stated, found: this.found });
      }
      if (peaks.length === 0) this.#log.warn('record-without-peaks', this.at, { record });
      else this.#give(peaks);
    }
  }

  #give(peaks: PeakList): void {
    if (!this.#countSeen) this.#log.warn('peak-count-missing', this.at, { record: this.draft.label });
    if (!this.draft.named) this.#log.warn('record-without-name', this.at, { record: this.draft.label });
    for (const comment of this.#comments) fillFromComment(this.draft, comment);
    const finished = peaks.finish();
    reportPeaks(this.#log, this.draft.label, this.at, finished);
    this.#log.spectrum(this.draft.build(finished), this.at);
  }
}
