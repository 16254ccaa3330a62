/**
 * Bounds every text reader keeps, so that a hostile or damaged file costs bounded memory and time. Each is described in FORMAT.md;
 * what exceeds one is named in a warning or a refusal, never cut silently.
 */
export const limits = {
  /** Longest line, bytes. A longer one refuses the file: no text format of spectra has such lines. */
  lineBytes: 1_048_576,
  /** Most peaks of one spectrum. A centroided spectrum has under 10,000; a profile scan of an Orbitrap some 200,000. */
  peaksPerSpectrum: 250_000,
  /** Most fields (with annotations of peaks) of one record. */
  fieldsPerRecord: 10_000,
  /** Most fields of a JCAMP-DX block with several tables, each of which carries them. */
  fieldsPerPagedBlock: 1_000,
  /** Most text of all fields of one record, UTF-16 code units. */
  textPerRecord: 4_194_304,
  /** Longest number, characters. A double needs 17 digits; instruments write up to 20. */
  numberCharacters: 40,
  /** Largest m/z taken for a measurement (MALDI of the largest proteins ends below). */
  mz: 1_000_000,
  /** Deepest nesting of JCAMP-DX LINK blocks. The standard shows one level. */
  linkDepth: 8,
  /** Fields of a LINK block handed on to the spectra inside it. */
  linkFields: 100,
  /** Warnings of one kind given one by one; the rest are counted in a last one. */
  warningsPerCode: 100,
  /** Source bytes between two progress events. */
  progressBytes: 524_288,
  /** Spectra and warnings (also those only counted) between two progress events: some cost more time than their bytes tell. */
  progressFindings: 250,
  /** Most points of one trace of curves. The longest known, a free induction decay of an NMR spectrometer, has 4 million. */
  pointsPerTrace: 8_388_608,
  /** Longest text of one XML element, bytes: 3 million 64-bit numbers in base64. */
  xmlTextBytes: 33_554_432,
  /** Most numbers of one array in XML: it is unpacked in one go. A profile scan of an Orbitrap has some 200,000. */
  pointsPerArray: 2_097_152,
  /** Most numbers of one table of columns, all columns together: 128 MiB. */
  cellsPerTable: 16_777_216,
  /** Most bytes one part of a workbook unpacks to: some 600,000 rows of two numbers. */
  workbookPartBytes: 67_108_864,
  /** Bytes looked at to recognise a format. */
  headBytes: 65_536,
  /** Most scans of a run, and most points of a chromatogram. Ten a second for a week are 6 million; the longest run known has 200,000. */
  scansPerRun: 4_194_304,
  /** Most files of a zip. A year of injections with their folders has some 50,000. */
  archiveEntries: 200_000,
  /** Most bytes one file of a zip may unpack to: it is unpacked in memory. */
  entryBytes: 268_435_456,
  /** Bytes a file of a zip may unpack to, and how many times its packed size above that: tables of numbers reach 50, a bomb 1,000. */
  inflatedUnwatched: 4_194_304,
  inflateRatio: 250,
} as const;
