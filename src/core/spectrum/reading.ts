import type { Curves, Trace } from './curves';
import type { MassSpectrum } from './mass-spectrum';
import type { Run, Scan } from './run';

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

/**
 * What a reader yields, in file order. A `run` is followed by its `scan`s and `chromatogram`s, up to the next record. `refused` is the last event; without it
 * the file was read to its end. What was yielded before a refusal is what the file holds up to the fault.
 */
export type ReadEvent =
  | { readonly type: 'spectrum'; readonly spectrum: MassSpectrum; readonly at: Place }
  | { readonly type: 'curves'; readonly curves: Curves; readonly at: Place }
  | { readonly type: 'run'; readonly run: Run; readonly at: Place }
  | { readonly type: 'scan'; readonly scan: Scan; readonly at: Place }
  /** A chromatogram that the file itself holds for the run (total ion current, a selected ion, a UV trace). */
  | { readonly type: 'chromatogram'; readonly trace: Trace; readonly at: Place }
  | { readonly type: 'warning'; readonly warning: ReadWarning }
  /** Given at least every 250 ms of work, so that the caller can show progress and stop. `bytes` are those consumed so far. */
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** Every format that is read, named as in the folders of `core/formats`. */
export const FILE_FORMATS = [
  'jcamp-dx',
  'spc',
  'opus',
  'omnic',
  'perkin-elmer',
  'wdf',
  'princeton-spe',
  'labspec',
  'delimited-text',
  'xlsx',
  'andi',
  'mzml',
  'mzxml',
  'mzdata',
  'chemstation',
  'msp',
  'mgf',
  'elu',
  'massbank',
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
