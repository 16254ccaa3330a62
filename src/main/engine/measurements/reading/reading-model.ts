import type { Technique, Trace } from '../../../../core/spectrum/curves';
import type { FileFormat, ReadWarning, Refusal } from '../../../../core/spectrum/reading';

/** Tables of a run's scans, kept in memory while it is looked at: 62 bytes a scan. */
export interface RunTables {
  /** Place of the run among the items. */
  readonly item: number;
  /** Place of each scan's numbers in the scratch file. */
  readonly offsets: Float64Array;
  readonly counts: Uint32Array;
  /** Bytes of the scan's words (JSON) behind its numbers. */
  readonly words: Uint32Array;
  /** Bit 0: m/z are kept as 32-bit numbers, bit 1: intensities are; both only where nothing is lost. Bit 2: profile. */
  readonly flags: Uint8Array;
  readonly numbers: Float64Array;
  readonly times: Float64Array;
  readonly msLevels: Uint8Array;
  readonly ionCurrent: Float64Array;
  /** NaN where the file states none. */
  readonly statedIonCurrent: Float64Array;
  readonly basePeak: Float64Array;
  /** Lowest and highest m/z of each scan; NaN without peaks. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** Places of the run's own chromatograms in the scratch file, as begin and length. */
  readonly chromatograms: Float64Array;
}

/** What stands at the end of a scratch file: where everything is. */
export interface ReadingIndex {
  readonly summary: ReadingSummary;
  /** Begin and length of each item's record. */
  readonly items: Float64Array;
  /** Folded names of the items, one a line, UTF-8. */
  readonly names: Uint8Array;
  readonly runs: readonly RunTables[];
}

/** What the engine is told of a file that was read. */
export interface ReadingSummary {
  /** Null when it is of none that is known, and then nothing was read. */
  readonly format: FileFormat | null;
  /** SHA-256 of the file, or of each file of an instrument's folder in the order of its source; none when nothing was read. */
  readonly hashes: readonly string[];
  readonly items: number;
  readonly scans: number;
  readonly techniques: readonly Technique[];
  readonly title: string;
  /** Conditions of the first item that has any. */
  readonly conditions: Readonly<Record<string, string>>;
  /** Type of run as entered in the instrument's sequence; '' where none is stated. */
  readonly runType: string;
  readonly warnings: readonly ReadWarning[];
  readonly warningTotal: number;
  readonly unusedFields: readonly { readonly field: string; readonly count: number }[];
  readonly refusal: Refusal | null;
}

/** Chromatograms of a run, as kept in the scratch file. */
export type RunTrace = Trace;

export const FLAG_MZ32 = 1;
export const FLAG_INTENSITY32 = 2;
export const FLAG_PROFILE = 4;
