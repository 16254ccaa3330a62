import type { Averaging, ItemSummary, RunScan } from '../../../../contract/measurements';
import type { DelimitedLayout } from '../../../../core/formats/delimited-text/layout';
import type { Trace } from '../../../../core/spectrum/curves';
import type { Refusal } from '../../../../core/spectrum/reading';
import type { ColumnsFound } from './columns-of';
import type { KeptItem } from './item-summary';
import type { ReadingSummary, RunTables } from './reading-model';
import type { NotTakenApart, TakenApart, TakingApart } from './run-components';
import type { AveragedScan } from './run-scans';
import type { Survey } from './survey';

/** A file to be read, wherever it lies at the moment. */
export interface ReadingSource {
  /** The file, or the main file of an instrument's folder. */
  readonly file: string;
  /** Of the file, or of the folder. */
  readonly name: string;
  /** As a person corrected it: the file is then read as a text of columns. */
  readonly layout: DelimitedLayout | null;
  /** What makes the file one of an instrument's folder: the paths inside it, which tell what each file is. */
  readonly folder: { readonly main: string; readonly companions: readonly { readonly path: string; readonly file: string }[] } | null;
}

/** A file that was read before and is kept: its reading is at hand, or is made again. */
export interface KeptReading extends ReadingSource {
  /** Of the main file, and of each companion in the order they are given. */
  readonly hashes: readonly string[];
}

/** A record with what belongs to it. */
export interface WholeItem {
  readonly item: KeptItem;
  readonly run: { readonly tables: RunTables; readonly chromatograms: readonly Trace[] } | null;
}

interface Asked<Request, Answer> {
  readonly request: Request;
  readonly answer: Answer;
}

/** What the engine asks of a reading thread, and what it is answered. */
export interface ReadingQuestions {
  readonly open: Asked<{ readonly scratchFolder: string; readonly version: string }, null>;
  readonly survey: Asked<{ readonly paths: readonly string[] }, Survey>;
  /** Unpacks an entry of a zip into a new file; answers why it cannot be unpacked. */
  readonly unpack: Asked<{ readonly zip: string; readonly entry: string; readonly to: string }, Refusal | null>;
  readonly read: Asked<{ readonly source: ReadingSource }, ReadingSummary>;
  readonly items: Asked<
    { readonly reading: KeptReading; readonly offset: number; readonly limit: number; readonly folded: string },
    { readonly items: readonly ItemSummary[]; readonly total: number }
  >;
  readonly item: Asked<{ readonly reading: KeptReading; readonly index: number }, WholeItem | null>;
  readonly scan: Asked<{ readonly reading: KeptReading; readonly index: number; readonly scan: number }, RunScan | null>;
  readonly averaged: Asked<
    { readonly reading: KeptReading; readonly index: number; readonly averaging: Averaging },
    AveragedScan | 'too-many-peaks' | 'no-scan' | null
  >;
  readonly extracted: Asked<
    {
      readonly reading: KeptReading;
      readonly index: number;
      readonly windows: readonly { readonly from: number; readonly to: number }[];
      readonly msLevel: number | null;
    },
    { readonly times: Float64Array; readonly intensities: readonly Float64Array[] } | null
  >;
  /** What elutes in a run, each with its spectrum; null where there is no run. */
  readonly components: Asked<
    { readonly reading: KeptReading; readonly index: number; readonly how: TakingApart },
    TakenApart | NotTakenApart | null
  >;
  /** How a text of columns is laid out, what of it was assumed, and its first rows. */
  readonly columns: Asked<{ readonly reading: KeptReading }, ColumnsFound>;
}

export type ReadingQuestion = keyof ReadingQuestions;

/** A question on its way to the thread. */
export interface ReadingRequest<Kind extends ReadingQuestion = ReadingQuestion> {
  readonly number: number;
  readonly kind: Kind;
  readonly request: ReadingQuestions[Kind]['request'];
  /** One Int32: 1 means stop. Shared, because a busy thread does not read its messages. */
  readonly stop: SharedArrayBuffer;
}

/** What the thread says. */
export type ReadingReply =
  | { readonly number: number; readonly type: 'progress'; readonly bytes: number }
  | { readonly number: number; readonly type: 'answer'; readonly answer: unknown }
  | { readonly number: number; readonly type: 'stopped' }
  | { readonly number: number; readonly type: 'failed'; readonly message: string; readonly code: string };
