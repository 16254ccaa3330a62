import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMeasurements } from '../../../src/core/formats/read';
import { recognise } from '../../../src/core/formats/recognise';
import { listEntries } from '../../../src/core/formats/zip/entries';
import { abscissaLength, abscissaValues } from '../../../src/core/spectrum/axis';
import { type ByteSource, memorySource } from '../../../src/core/spectrum/byte-source';
import type { Trace } from '../../../src/core/spectrum/curves';
import { inflateEntry } from '../inflate-entry';
import { SHARED } from './files';

/** One array of points of a file, in numbers. Peaks of spectra and scans are in ascending m/z whatever the file's order. */
export interface Piece {
  readonly kind: 'spectrum' | 'trace' | 'scan' | 'chromatogram';
  readonly points: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface Facts {
  readonly format: string;
  readonly spectra: number;
  readonly records: number;
  readonly runs: number;
  readonly scans: number;
  /** Arrays in file order, at most `MOST_PIECES`. */
  readonly pieces: readonly Piece[];
  readonly warnings: readonly string[];
  /** Statements of the file that the reader itself found to contradict its data: labels of JCAMP-DX, names of other headers. */
  readonly contradicted: readonly string[];
  readonly refusal: string | undefined;
  readonly refusalParams: Readonly<Record<string, string | number>>;
  readonly milliseconds: number;
}

const MOST_PIECES = 3000;

/** Reads one file of the corpus to its end. */
export function factsOf(file: string): Facts {
  const began = performance.now();
  const source = unpacked(memorySource(file, readFileSync(join(SHARED, file))));
  const recognised = recognise(source);
  const counts = { spectra: 0, records: 0, runs: 0, scans: 0 };
  const pieces: Piece[] = [];
  const warnings: string[] = [];
  const contradicted: string[] = [];
  let refusal: Facts['refusal'];
  let refusalParams: Facts['refusalParams'] = {};
  const add = (kind: Piece['kind'], x: Float64Array, y: Float64Array): void => {
    if (pieces.length < MOST_PIECES) pieces.push({ kind, points: x.length, x, y });
  };
  const addTrace = (kind: Piece['kind'], { x, y }: Trace): void => {
    if (abscissaLength(x) !== y.values.length) throw new Error(`${file}: uneven arrays`);
    add(kind, abscissaValues(x), y.values);
  };
  for (const event of readMeasurements(source)) {
    if (event.type === 'spectrum') {
      counts.spectra++;
      add('spectrum', event.spectrum.mz, event.spectrum.intensity);
    } else if (event.type === 'curves') {
      counts.records++;
      for (const trace of event.curves.traces) addTrace('trace', trace);
    } else if (event.type === 'run') counts.runs++;
    else if (event.type === 'scan') {
      counts.scans++;
      add('scan', event.scan.mz, event.scan.intensity);
    } else if (event.type === 'chromatogram') addTrace('chromatogram', event.trace);
    else if (event.type === 'warning') {
      warnings.push(event.warning.code);
      if ('stated' in event.warning.params) contradicted.push(String(event.warning.params.field ?? event.warning.code));
    } else if (event.type === 'refused') {
      refusal = event.refusal.code;
      refusalParams = event.refusal.params;
    }
  }
  const format = typeof recognised === 'string' ? recognised : 'none';
  return { format, ...counts, pieces, warnings, contradicted, refusal, refusalParams, milliseconds: performance.now() - began };
}

/** The first file of a zip that holds a measurement, as the batch of a dropped zip would meet it; any other file as it is. */
function unpacked(source: ByteSource): ByteSource {
  const head = new Uint8Array(4);
  source.read(0, head);
  if (String.fromCharCode(...head) !== 'PK\x03\x04' || typeof recognise(source) === 'string') return source;
  for (const entry of listEntries(source)) {
    const inside = memorySource(entry.name, inflateEntry(source, entry, 64e6));
    if (typeof recognise(inside) === 'string') return inside;
  }
  return source;
}
