import type { MassSpectrum } from './mass-spectrum';

/** A place in a file: lines and bytes count from 1 and 0, as editors and hex viewers do. */
export interface Place {
  readonly line?: number;
  readonly byte?: number;
}

/**
 * What a reader noticed and went on after: what, where, and what was assumed. `code` is a key of the message catalogue
 * (`reading.warning.<code>`), `params` fill the sentence.
 */
export interface ReadWarning {
  readonly code: string;
  readonly at: Place;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Why a file, or the rest of it, was refused: what was expected, what was found. `reading.refusal.<code>` in the catalogue. */
export interface Refusal {
  readonly code: string;
  readonly at: Place;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a reader of mass spectra yields, in file order. `refused` is the last event; without it the file was read to its end. */
export type ReadEvent =
  | { readonly type: 'spectrum'; readonly spectrum: MassSpectrum; readonly at: Place }
  | { readonly type: 'warning'; readonly warning: ReadWarning }
  /** Given at least every 250 ms of work, so that the caller can show progress and stop. `bytes` are those consumed so far. */
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'refused'; readonly refusal: Refusal };

export type FileFormat = 'msp' | 'jcamp-dx';
