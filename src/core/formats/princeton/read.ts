import type { Abscissa } from '../../spectrum/axis';
import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import { axis } from '../binary/axes';
import { type BinaryFile, readBinary } from '../binary/binary-file';
import { ConditionDraft, isoDate } from '../binary/condition-draft';
import { Pace } from '../binary/pace';
import { allFinite, markGaps, pointBytes, readPoints } from '../binary/points';
import { float32Text } from '../binary/text';
import type { ReadLog } from '../read-log';
import { readFooter, type SpeFooter } from './footer';
import { HEADER_LENGTH, readHeader, type SpeHeader } from './header';

/** Reads a Princeton Instruments SPE file: one record for each row of each frame; see FORMAT.md. */
export function readPrinceton(source: ByteSource): Generator<ReadEvent> {
  return readBinary(source, (file, log) => read(file, source, log));
}

const COUNTS = axis('intensity', 'counts', 'Counts');

function* read(file: BinaryFile, source: ByteSource, log: ReadLog): Generator<number> {
  const header = readHeader(file);
  const footer = header.version >= 3 ? readFooter(file, source, header.xmlAt) : undefined;
  if (footer !== undefined && footer.regions > 1) file.refuse('variant-unsupported', header.xmlAt, { variant: 'SPE, several regions' });
  const { columns, rows, frames, points } = header;
  if (columns === 0 || rows === 0) file.refuse('structure-damaged', 42, { part: 'size of a frame' });
  const x = placesOf(file, header, footer, log);
  const draft = conditionsOf(header, footer);
  const pace = new Pace();
  const rowBytes = columns * pointBytes(points);
  const frameBytes = Math.max(rows * rowBytes, footer?.stride ?? 0) || rows * rowBytes;
  for (let frame = 0; frame < frames; frame++) {
    for (let row = 0; row < rows; row++) {
      const at = HEADER_LENGTH + frame * frameBytes + row * rowBytes;
      const values = yield* readPoints(file, at, columns, points, `frame ${frame + 1} / ${frames}`);
      markGaps(values, file.name, { byte: at }, log);
      const position = [
        ...(frames > 1 ? [{ name: 'frame', value: frame + 1, unit: '1' }] : []),
        ...(rows > 1 ? [{ name: 'row', value: row + 1, unit: '1' }] : []),
      ];
      log.curves(
        {
          technique: 'unknown',
          identity: { name: '', synonyms: [] },
          conditions: draft.conditions,
          traces: [{ label: '', role: 'measured', form: 'line', x, y: { axis: COUNTS, values } }],
          ...(position.length > 0 ? { position, accession: String(frame * rows + row + 1) } : {}),
          otherFields: draft.otherFields,
        },
        { byte: at },
      );
      if (pace.due(at)) yield at;
    }
  }
}

/** Units of the polynomial of versions 1 and 2. */
const UNITS: Readonly<Record<number, Abscissa['axis']>> = {
  3: axis('wavelength', 'nm', 'nm'),
  5: axis('raman-shift', 'cm-1', 'Raman shift (cm-1)'),
};

/** The wavelengths of the XML; else the polynomial of the header; else the numbers of the columns. */
function placesOf(file: BinaryFile, header: SpeHeader, footer: SpeFooter | undefined, log: ReadLog): Abscissa {
  const { columns, polynomial, unit } = header;
  const { wavelengths } = footer ?? {};
  if (wavelengths !== undefined) {
    if (wavelengths.length !== columns || !allFinite(wavelengths)) file.refuse('structure-damaged', header.xmlAt, { part: 'wavelengths' });
    return { kind: 'explicit', axis: axis('wavelength', 'nm', 'Wavelength (nm)'), values: wavelengths };
  }
  const known = footer === undefined ? UNITS[unit] : undefined;
  if (polynomial !== undefined && known !== undefined && polynomial.every(Number.isFinite)) {
    const values = Float64Array.from({ length: columns }, (_, i) =>
      polynomial.reduceRight((sum, coefficient) => sum * (i + 1) + coefficient, 0),
    );
    log.warn('value-assumed', { byte: 3000 }, { record: file.name, field: 'x', value: `polynomial of ${polynomial.length} coefficients` });
    return { kind: 'explicit', axis: known, values };
  }
  log.warn('value-assumed', { byte: 3000 }, { record: file.name, field: 'x', value: 'number of the column' });
  return { kind: 'regular', axis: axis('point-number', '1', 'Pixel'), first: 1, last: columns, count: columns };
}

const DATE = /^(\d\d)([A-Z][a-z]{2})(\d{4})$/;
const TIME = /^(\d\d)(\d\d)(\d\d)$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function conditionsOf(header: SpeHeader, footer: SpeFooter | undefined): ConditionDraft {
  const draft = new ConditionDraft();
  draft.put('comment', 'comments', header.comments.join('\n'));
  if (header.exposure > 0) draft.put('exposure', 'exposure', `${float32Text(header.exposure)} s`);
  const [day, time] = [DATE.exec(header.date), TIME.exec(header.time)];
  if (day !== null && time !== null) {
    const month = MONTHS.indexOf(day[2] as string) + 1;
    const iso = isoDate(Number(day[3]), month, Number(day[1]), Number(time[1]), Number(time[2]), Number(time[3]));
    draft.put('measuredAt', 'date', iso ?? `${header.date} ${header.time}`);
  }
  const terms = {
    created: 'measuredAt',
    creator: 'operator',
    software: 'software',
    camera: 'detector',
    spectrometer: 'instrument',
  } as const;
  for (const [field, value] of footer?.fields ?? []) {
    if (field === 'laser line') draft.put('laser', field, `${value} nm`);
    else if (field === 'ShutterTiming/ExposureTime') draft.put('exposure', field, `${value} ms`);
    else draft.put(terms[field as keyof typeof terms], field, value);
  }
  return draft;
}
