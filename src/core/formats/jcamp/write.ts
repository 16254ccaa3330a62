import { abscissaValues } from '../../spectrum/axis';
import type { Curves, Technique, Trace } from '../../spectrum/curves';
import type { MassSpectrum } from '../../spectrum/mass-spectrum';
import type { Run, Scan } from '../../spectrum/run';
import { normalLabel } from './labels';
import { rangeOf } from './verify';
import { abscissaWords, DATA_TYPES, ordinateWords } from './write-axes';
import { acquisitionLines, conditionLines, identityLines, labelled, otherLines, provenanceLines } from './write-fields';
import { decimal, wholeOrdinates } from './write-numbers';
import { affnLines, difdupLines, ordinateText, tupleLines } from './write-ordinates';
import { runLines } from './write-run';

/** What can be written: one mass spectrum, one record of curves, or a run with its scans and chromatograms. */
export type JcampRecord =
  | { readonly type: 'spectrum'; readonly spectrum: MassSpectrum }
  | { readonly type: 'curves'; readonly curves: Curves }
  | { readonly type: 'run'; readonly run: Run; readonly scans: readonly Scan[]; readonly chromatograms: readonly Trace[] };

export interface JcampOptions {
  /** `affn`: plain numbers; `difdup`: the compressed form, where it is exact, for ordinates at equal steps. @default 'affn' */
  readonly form?: 'affn' | 'difdup';
}

/** Why a record cannot be written: NMR is only read, and a table needs points, all of them finite or missing. */
export type JcampObstacle = 'nmr' | 'no-points' | 'not-finite';

/** What stands against writing a record as JCAMP-DX; undefined when nothing does. */
export function jcampObstacle(record: JcampRecord): JcampObstacle | undefined {
  if (record.type === 'spectrum') return record.spectrum.mz.length === 0 ? 'no-points' : undefined;
  if (record.type === 'run') return record.scans.length === 0 ? 'no-points' : undefined;
  const { technique, traces } = record.curves;
  if (technique === 'nmr' || technique === 'nmr-fid') return 'nmr';
  if (traces.length === 0 || traces.some(({ y }) => y.values.length === 0)) return 'no-points';
  const finite = traces.every(
    ({ x, y }) => abscissaValues(x).every(Number.isFinite) && y.values.every((value) => Number.isFinite(value) || Number.isNaN(value)),
  );
  return finite ? undefined : 'not-finite';
}

/**
 * Writes a record as JCAMP-DX 5.01 (mass spectra: 5.00) in lines of at most 80 characters ended by CR LF. Every number reads back to the same double. In
 * `difdup` a table whose values are no whole multiples of one decimal or binary factor is written in AFFN, since it would lose digits. Several traces become the
 * blocks of a LINK block. Several scans become NTUPLES.
 * @throws RangeError where `jcampObstacle` names one
 */
export function writeJcamp(record: JcampRecord, { form = 'affn' }: JcampOptions = {}): string {
  const obstacle = jcampObstacle(record);
  if (obstacle !== undefined) throw new RangeError(`Not writable as JCAMP-DX: ${obstacle}`);
  return linesOf(record, form)
    .map((line) => `${line}\r\n`)
    .join('');
}

function linesOf(record: JcampRecord, form: 'affn' | 'difdup'): readonly string[] {
  switch (record.type) {
    case 'spectrum':
      return spectrumLines(record.spectrum);
    case 'curves':
      return curvesLines(record.curves, form);
    case 'run': {
      const { run, scans, chromatograms } = record;
      if (chromatograms.length === 0) return runLines(run, scans);
      const blocks = chromatograms.map((trace) => traceLines({ ...run, technique: 'chromatography', traces: [trace] }, trace, form));
      return linked(run.identity.name, [runLines(run, scans), ...blocks]);
    }
  }
}

function spectrumLines(spectrum: MassSpectrum): readonly string[] {
  const { mz, intensity, otherFields } = spectrum;
  const [min, max] = rangeOf(intensity);
  const written = otherFields.find(({ field }) => normalLabel(field) === 'YUNITS')?.value ?? '';
  return [
    ...labelled('TITLE', spectrum.identity.name),
    '##JCAMP-DX= 5.00',
    '##DATA TYPE= MASS SPECTRUM',
    '##DATA CLASS= PEAK TABLE',
    ...(spectrum.profile === true ? ['##$PROFILE= YES'] : []),
    ...provenanceLines(spectrum),
    ...identityLines(spectrum.identity),
    ...acquisitionLines(spectrum.acquisition),
    ...conditionLines(spectrum.conditions ?? {}),
    ...otherLines(otherFields),
    '##XUNITS= M/Z',
    ...labelled('YUNITS', written === '' ? 'RELATIVE ABUNDANCE' : written),
    '##XFACTOR= 1',
    '##YFACTOR= 1',
    `##FIRSTX= ${decimal(mz[0] ?? 0)}`,
    `##LASTX= ${decimal(mz.at(-1) ?? 0)}`,
    `##FIRSTY= ${decimal(intensity[0] ?? 0)}`,
    `##MINY= ${decimal(min)}`,
    `##MAXY= ${decimal(max)}`,
    `##NPOINTS= ${mz.length}`,
    '##PEAK TABLE= (XY..XY)',
    ...tupleLines([mz, intensity], mz.length),
    '##END=',
  ];
}

function curvesLines(curves: Curves, form: 'affn' | 'difdup'): readonly string[] {
  const blocks = curves.traces.map((trace) => traceLines(curves, trace, form));
  return blocks.length === 1 ? (blocks[0] ?? []) : linked(curves.identity.name, blocks);
}

function linked(title: string, blocks: readonly (readonly string[])[]): readonly string[] {
  const head = [
    ...labelled('TITLE', title),
    '##JCAMP-DX= 5.01',
    '##DATA TYPE= LINK',
    `##BLOCKS= ${blocks.length}`,
    '##ORIGIN=',
    '##OWNER=',
  ];
  return [...head, ...blocks.flat(), '##END='];
}

/** One trace as a block of its own, with everything known of its record. */
function traceLines(curves: Curves, trace: Trace, form: 'affn' | 'difdup'): readonly string[] {
  const { technique } = curves;
  const dataType = curves.otherFields.find(({ field }) => normalLabel(field) === 'DATATYPE')?.value;
  const words = technique === 'nmr' || technique === 'nmr-fid' ? '' : DATA_TYPES[technique];
  const several = curves.traces.length > 1;
  const regular = trace.x.kind === 'regular' && trace.form === 'line' && trace.notes === undefined;
  return [
    ...labelled('TITLE', several && trace.label !== '' ? `${curves.identity.name} (${trace.label})` : curves.identity.name),
    '##JCAMP-DX= 5.01',
    ...labelled('DATA TYPE', dataType ?? words),
    `##DATA CLASS= ${trace.form === 'sticks' ? 'PEAK TABLE' : regular ? 'XYDATA' : 'XYPOINTS'}`,
    ...provenanceLines(curves),
    ...identityLines(curves.identity),
    ...conditionLines(curves.conditions),
    ...(several ? [`##$TRACE ROLE= ${trace.role}`] : []),
    ...(curves.position ?? []).flatMap(({ name, value, unit }) => labelled('$POSITION', `${name}, ${decimal(value)}, ${unit}`)),
    ...otherLines(curves.otherFields),
    ...labelled('XUNITS', abscissaWords(trace.x.axis, technique)),
    ...labelled('YUNITS', ordinateWords(trace.y.axis, technique)),
    ...(regular ? ordinateTable(trace, form) : tupleTable(trace, technique)),
    '##END=',
  ];
}

function header(trace: Trace, factor: string): readonly string[] {
  const x = abscissaValues(trace.x);
  const [min, max] = rangeOf(trace.y.values);
  const first = trace.y.values[0] ?? Number.NaN;
  const count = x.length;
  return [
    '##XFACTOR= 1',
    `##YFACTOR= ${factor}`,
    `##FIRSTX= ${decimal(x[0] ?? 0)}`,
    `##LASTX= ${decimal(x[count - 1] ?? 0)}`,
    ...(Number.isNaN(min) ? [] : [`##MINY= ${decimal(min)}`, `##MAXY= ${decimal(max)}`]),
    `##NPOINTS= ${count}`,
    ...(Number.isNaN(first) ? [] : [`##FIRSTY= ${decimal(first)}`]),
  ];
}

function ordinateTable(trace: Trace, form: 'affn' | 'difdup'): readonly string[] {
  const { values } = trace.y;
  const x = abscissaValues(trace.x);
  const places = (point: number) => x[point] as number;
  const texts = Array.from(values, ordinateText);
  const wholes = form === 'difdup' || texts.some((text) => text.includes('e')) ? wholeOrdinates(values) : undefined;
  const label = '##XYDATA= (X++(Y..Y))';
  if (wholes === undefined) return [...header(trace, '1'), label, ...affnLines(places, texts)];
  if (form === 'difdup') return [...header(trace, wholes.factor), label, ...difdupLines(places, wholes.wholes)];
  return [...header(trace, wholes.factor), label, ...affnLines(places, Array.from(wholes.wholes, ordinateText))];
}

/**
 * Points at places of their own. `XYPOINTS` is the standard's label for a curve of them; most readers know only `XYDATA= (XY..XY)`, which instruments write
 * for the same.
 */
function tupleTable(trace: Trace, technique: Technique): readonly string[] {
  const x = abscissaValues(trace.x);
  const { values } = trace.y;
  if (trace.notes !== undefined) {
    const notes = new Map(trace.notes.map(({ point, text }) => [point, text.replace(/[<>\r\n]/g, ' ')]));
    const rows = Array.from(x, (place, i) => `(${decimal(place)}, ${ordinateText(values[i] as number)}, <${notes.get(i) ?? ''}>)`);
    return [...header(trace, '1'), '##PEAK ASSIGNMENTS= (XYA)', ...rows];
  }
  const label = trace.form === 'sticks' && technique !== 'mass-spectrometry' ? 'PEAK TABLE' : 'XYDATA';
  return [...header(trace, '1'), `##${label}= (XY..XY)`, ...tupleLines([x, values], x.length)];
}
