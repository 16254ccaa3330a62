import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { FILE_FORMATS } from '../core/spectrum/reading';
import { averaging } from './averaging';
import { base, fileToken, id, instant, message, optionalText, page, sha256, shortText } from './base';
import { axis, bytes, conditions, doubles, position, quantity, statedIdentity, technique, trace, unit, verbatimFields } from './curves';
import { ionisation, peaks, placed } from './library';

export type { Averaging, ScanRange } from './averaging';

const fileFormat = z.enum(FILE_FORMATS);

/** How a text of columns is laid out, see `DelimitedLayout` of the core: found by looking, shown, and correctable (`reread`). Columns and rows count from 0. */
const column = z.int().nonnegative().max(100_000);
export const delimitedLayout = z.object({
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']),
  separator: z.enum([',', ';', '\t', ' ', '|']),
  decimal: z.enum(['.', ',']),
  grouping: z.enum([',', '.']).nullable(),
  headerRows: z.int().nonnegative().max(100_000),
  orientation: z.enum(['columns', 'rows']),
  xColumn: column.nullable(),
  yColumns: z.array(column).min(1).max(100_000).readonly(),
  pairs: z.boolean(),
  positionColumns: z.array(column).max(100).readonly(),
  nameColumn: column.nullable(),
  seriesAre: z.enum(['traces', 'records']),
  technique,
  x: z.object({ quantity, unit }),
  y: z.object({ quantity, unit }),
});

/** One record of an opened file, as its list shows it. */
export const itemSummary = z.object({
  /** Place in the file, from 0, over all kinds. */
  index: z.int().nonnegative(),
  kind: z.enum(['spectrum', 'curves', 'run']),
  name: z.string(),
  technique,
  /** Peaks of a spectrum, points of the first trace of curves, scans of a run. */
  points: z.int().nonnegative(),
  /** More than one trace, or chromatograms that a run brings along. */
  traces: z.int().nonnegative(),
  ionisation: ionisation.nullable(),
  msLevel: z.int().nullable(),
  precursorMz: z.number().nullable(),
  /** As stated, with the file's unit. */
  retentionTime: z.string().nullable(),
  sample: z.string().nullable(),
  measuredAt: z.string().nullable(),
});
export type ItemSummary = z.infer<typeof itemSummary>;

export const openedFileSummary = z.object({
  id,
  batchId: id,
  /** Place among the files of its batch, from 0. */
  order: z.int().nonnegative(),
  name: z.string(),
  /** Where it lay inside the folder or zip that was dropped, with `/`; its own name for a single file. */
  path: z.string(),
  format: fileFormat,
  /** Of the file, or of the main file of an instrument's folder. */
  sha256,
  size: z.int().nonnegative(),
  openedAt: instant,
  openedBy: z.string(),
  items: z.int().nonnegative(),
  scans: z.int().nonnegative(),
  /** Every technique among its items. */
  techniques: z.array(technique),
  /** Name of the first item. */
  title: z.string(),
  sample: z.string(),
  measuredAt: z.string(),
  warningTotal: z.int().nonnegative(),
  /** Why the rest of the file was refused: what is shown is what it holds up to the fault. */
  refusal: placed.nullable(),
  /** The earlier reading that this one, with a corrected layout, replaces. */
  rereadOf: id.nullable(),
});
export type OpenedFileSummary = z.infer<typeof openedFileSummary>;

export const openedFile = openedFileSummary.extend({
  /** The first 200; `warningTotal` counts all. */
  warnings: z.array(placed),
  layout: delimitedLayout.nullable(),
  /** What of the layout was assumed, most important first: codes of `LayoutDoubt`. */
  layoutDoubts: z.array(z.string()),
  /** The first rows of a text of columns, as cells of the layout's separator. */
  previewRows: z.array(z.array(z.string())),
  /** Fields that Aliquot keeps word for word without using them, with how often they occur. */
  unusedFields: z.array(z.object({ field: z.string(), count: z.int() })),
  /** All other files of the instrument's folder, by their path in it, kept with the main one. */
  companions: z.array(z.object({ path: z.string(), sha256, size: z.int() })),
  /** Collections in use that came from the same bytes. */
  inCollections: z.array(z.string()),
});
export type OpenedFile = z.infer<typeof openedFile>;

export const refusedFile = z.object({
  path: z.string(),
  fileName: z.string(),
  refusal: placed,
  /** Whether it is a run, as far as can be told: an injection that is missing from its sequence. */
  run: z.boolean(),
});
export type RefusedFile = z.infer<typeof refusedFile>;

/**
 * What lay there and is not read, none of it for a fault of its own. `system-file`: of the operating system; `instrument-folder`: a whole folder of a maker
 * that Aliquot does not read (`what` names it); `sequence-file`: a maker's list of injections; `folder-part`: files of an instrument's folder that are kept
 * with it (`what` names them); `too-deep`: in more folders than are looked into; `not-a-file`: a link or a device; `too-many`: behind the last file that one
 * opening takes.
 */
export const passedOver = z.object({
  path: z.string(),
  reason: z.enum(['system-file', 'instrument-folder', 'sequence-file', 'folder-part', 'too-deep', 'not-a-file', 'too-many']),
  what: z.string(),
});
export type PassedOver = z.infer<typeof passedOver>;

export const openEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    /** Bytes of all files together. */
    done: z.number(),
    total: z.number(),
    /** The file being read now, '' before the first. */
    file: z.string(),
    filesDone: z.int(),
    filesTotal: z.int(),
  }),
  z.object({ type: z.literal('file'), file: openedFileSummary }),
  z.object({ type: z.literal('refused'), file: refusedFile }),
  z.object({ type: z.literal('passed-over'), files: z.array(passedOver) }),
  z.object({ type: z.literal('end'), batchId: id, opened: z.int(), refused: z.int() }),
]);
export type OpenEvent = z.infer<typeof openEvent>;

export const batch = z.object({
  id,
  /** What was dropped, by name. */
  name: z.string(),
  openedAt: instant,
  openedBy: z.string(),
  /** False: ended before all files were read; those listed are whole. */
  finished: z.boolean(),
  opened: z.int(),
  refused: z.array(refusedFile),
  /** The first 1,000. */
  passedOver: z.array(passedOver),
});
export type Batch = z.infer<typeof batch>;

const spectrumItem = z.object({
  kind: z.literal('spectrum'),
  index: z.int(),
  identity: statedIdentity,
  acquisition: z.object({
    ionisation,
    msLevel: z.int(),
    polarity: z.enum(['positive', 'negative']).optional(),
    precursorMz: z.number().optional(),
    precursorCharge: z.int().optional(),
    adduct: z.string().optional(),
    collisionEnergy: z.string().optional(),
    instrument: z.string().optional(),
    instrumentType: z.string().optional(),
    retentionIndex: z.number().optional(),
    retentionTime: z.string().optional(),
  }),
  conditions,
  peaks,
  profile: z.boolean(),
  accession: z.string().nullable(),
  licence: z.string().nullable(),
  origin: z.string().nullable(),
  otherFields: verbatimFields,
});

const curvesItem = z.object({
  kind: z.literal('curves'),
  index: z.int(),
  technique,
  identity: statedIdentity,
  conditions,
  /** The first is the one to show. */
  traces: z.array(trace),
  position: position.nullable(),
  accession: z.string().nullable(),
  licence: z.string().nullable(),
  origin: z.string().nullable(),
  otherFields: verbatimFields,
});

const runItem = z.object({
  kind: z.literal('run'),
  index: z.int(),
  identity: statedIdentity,
  conditions,
  timeAxis: axis,
  intensityAxis: axis,
  scans: z.int(),
  /** By scan, in file order: time in the unit of `timeAxis` (NaN where the file gives none), MS level, sum of the scan's intensities. */
  times: doubles,
  msLevels: bytes,
  ionCurrent: doubles,
  /** The total ion current as the file states it, NaN where it states none; null when it states none at all. */
  statedIonCurrent: doubles.nullable(),
  /** Largest intensity of each scan, as far as the file holds peaks. */
  basePeak: doubles,
  mzFrom: z.number(),
  mzTo: z.number(),
  profile: z.boolean(),
  /** Chromatograms that the file itself holds. */
  chromatograms: z.array(trace),
  accession: z.string().nullable(),
  otherFields: verbatimFields,
});

/** A record of an opened file with all its numbers, unaltered. */
export const measurement = z.discriminatedUnion('kind', [spectrumItem, curvesItem, runItem]);
export type Measurement = z.infer<typeof measurement>;
export type SpectrumItem = z.infer<typeof spectrumItem>;
export type CurvesItem = z.infer<typeof curvesItem>;
export type RunItem = z.infer<typeof runItem>;

export const runScan = z.object({
  /** Place in the run, from 0. */
  scan: z.int(),
  /** The file's own number. */
  number: z.int(),
  time: z.number(),
  msLevel: z.int(),
  profile: z.boolean(),
  polarity: z.enum(['positive', 'negative']).nullable(),
  precursorMz: z.number().nullable(),
  /** Charges of the precursor, without sign. */
  precursorCharge: z.int().nullable(),
  collisionEnergy: z.string().nullable(),
  filter: z.string().nullable(),
  ionCurrent: z.number(),
  statedIonCurrent: z.number().nullable(),
  peaks,
});
export type RunScan = z.infer<typeof runScan>;

/** One spectrum of an opened file that can be searched, kept or exported: an item, one scan of a run, or scans averaged. */
export const spectrumChoice = z.object({
  fileId: id,
  index: z.int().nonnegative(),
  scan: z.int().nonnegative().nullable().default(null),
  averaging: averaging.nullable().default(null),
});
export type SpectrumChoice = z.infer<typeof spectrumChoice>;

const stepValue = z.union([z.number(), z.string().max(2000), z.boolean(), z.array(z.number()).max(10_000)]);
/** No step has more. */
const MOST_PARAMETERS = 20;

export type WireStep = { step: string; [parameter: string]: z.infer<typeof stepValue> };

/** A named step of `core/processing/chain` with its parameters; the engine holds it against the definitions of the steps. */
export const processingStep = z.custom<WireStep>((value) => {
  if (typeof value !== 'object' || value === null || !('step' in value) || typeof value.step !== 'string') return false;
  const parameters = Object.entries(value);
  const isBounded = parameters.length <= MOST_PARAMETERS + 1 && parameters.every(([name]) => name.length <= 40);
  return isBounded && parameters.every(([, parameter]) => stepValue.safeParse(parameter).success);
});

export const processingChain = z.object({
  id,
  fileId: id,
  index: z.int(),
  steps: z.array(processingStep),
  /** Version of the steps' arithmetic: `PROCESSING_VERSION` of the core. */
  version: z.string(),
  note: z.string(),
  savedAt: instant,
  savedBy: z.string(),
});
export type SavedChain = z.infer<typeof processingChain>;

export const exportFormat = z.enum(['jcamp', 'msp', 'mgf', 'csv']);
export type ExportFormat = z.infer<typeof exportFormat>;

const sequence = z.object({
  injections: z.array(
    z.object({
      /** From 1. */
      order: z.int(),
      fileId: id,
      index: z.int(),
      name: z.string(),
      path: z.string(),
      sample: z.string(),
      vial: z.string(),
      method: z.string(),
      /** As the file states it; ISO 8601 where that is unambiguous. */
      injectedAt: z.string(),
      /** The instrument's own number of the injection. */
      place: z.string(),
      scans: z.int(),
      kind: z.enum(['blank', 'control', 'sample', 'unknown']),
      /** What the kind was guessed from, and the word that decided, as written. */
      kindReason: z.object({ by: z.enum(['run-type', 'sample-name', 'file-name', 'nothing']), text: z.string() }),
    }),
  ),
  /** What must be known before the order is relied on, with the paths of the files it is about. */
  notes: z.array(
    z.object({ code: z.enum(['time-missing', 'same-time', 'zones-mixed', 'place-differs', 'not-read']), files: z.array(z.string()) }),
  ),
});
export type Sequence = z.infer<typeof sequence>;

const exportRequest = z.object({
  choices: z.array(spectrumChoice).min(1).max(10_000),
  format: exportFormat,
  /** Applied to curves before they are written; the file says so. */
  steps: z.array(processingStep).max(50).default([]),
});

const item = z.object({ fileId: id, index: z.int().nonnegative() });

export const measurements = {
  /** Lets the person choose a folder with the system's dialog, for `open`; null when it was closed. (Files the window's own field chooses.) */
  chooseFolder: base.output(z.object({ token: fileToken, name: z.string() }).nullable()),
  /**
   * Opens files, folders and zips. Ends with `end`; a bad file is told and the rest goes on. Leaving the iterator stops it: what was given as `file` stays
   * opened, nothing else is kept.
   */
  open: base.input(z.object({ tokens: z.array(fileToken).min(1).max(1000) })).output(eventIterator(openEvent)),
  /** History: newest first. `text` is looked for in names, titles, samples and formats. */
  files: base
    .input(
      page.extend({
        text: z.string().max(200).default(''),
        batchId: id.nullable().default(null),
        format: fileFormat.nullable().default(null),
        technique: technique.nullable().default(null),
        openedFrom: z.iso.date().nullable().default(null),
        openedTo: z.iso.date().nullable().default(null),
      }),
    )
    .output(z.object({ items: z.array(openedFileSummary), total: z.int() })),
  file: base.input(z.object({ id })).output(openedFile),
  items: base
    .input(page.extend({ fileId: id, text: z.string().max(200).default('') }))
    .output(z.object({ items: z.array(itemSummary), total: z.int() })),
  item: base.input(item).output(measurement),
  /** Reads the kept bytes again as a text of columns laid out otherwise: a new opened file that names this one. */
  reread: base.input(z.object({ id, layout: delimitedLayout })).output(openedFile),
  batch: base.input(z.object({ id })).output(batch),
  /** The runs of a batch in the order they were injected, from what each file says of itself; see `orderInjections` of the core. */
  sequence: base.input(z.object({ batchId: id })).output(sequence),
  scan: base.input(item.extend({ scan: z.int().nonnegative() })).output(runScan),
  averagedScan: base.input(item.extend({ averaging })).output(z.object({ peaks, scans: z.int(), backgroundScans: z.int() })),
  /** Sum of intensities in each m/z window (both ends included), for every scan of the level; NaN for scans of another level. */
  extractedIons: base
    .input(
      item.extend({
        windows: z
          .array(z.object({ from: z.number().nonnegative(), to: z.number().nonnegative() }))
          .min(1)
          .max(50),
        msLevel: z.int().min(1).max(20).nullable().default(null),
      }),
    )
    .output(z.object({ times: doubles, intensities: z.array(doubles) })),
  saveChain: base
    .input(item.extend({ steps: z.array(processingStep).min(1).max(50), version: z.string().max(100), note: optionalText }))
    .output(processingChain),
  /** Newest first. */
  chains: base.input(item).output(z.array(processingChain)),
  /** Asks the person where to, and writes it there; null when the person closed the dialog. */
  saveExport: base
    .input(exportRequest.extend({ suggestedName: shortText }))
    .output(z.object({ path: z.string(), notes: z.array(message) }).nullable()),
  /** The kept bytes as they came; a zip of an instrument's folder. */
  saveOriginal: base.input(z.object({ id })).output(z.object({ path: z.string() }).nullable()),
};
