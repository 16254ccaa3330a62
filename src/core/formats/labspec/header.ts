import type { Axis, Quantity, Unit } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import { type StatedConditions, stateConditions } from '../delimited-text/conditions';
import { readColumnWords } from '../delimited-text/words';

/** A coordinate of a map or series, or of a single spectrum's place on the stage. */
export interface Coordinate {
  readonly name: string;
  readonly unit: string;
}

/** What the lines `#key=value` say. */
export interface LabSpecHeader {
  readonly stated: StatedConditions;
  readonly technique: Technique;
  readonly x: Axis;
  readonly y: Axis;
  /** What of the axes the file does not say. */
  readonly assumed: readonly { readonly field: string; readonly value: string }[];
  /** Names of the cells before the points of a row, in the order of the cells; fewer than the cells when the file does not name them. */
  readonly coordinates: readonly Coordinate[];
  /** Where the stage stood, of a file without rows of a map. */
  readonly stage: readonly (Coordinate & { readonly value: number })[];
}

const FIELD = /^#([^=]{1,200})=[\t ]*(.*)$/;
const STAGE = /^([XYZ]) \((.+)\)$/;
/** LabSpec's names of units that are none of those in words.ts. */
const COUNTS: Readonly<Record<string, Unit>> = {
  cnt: 'counts',
  counts: 'counts',
  'cnt/sec': 'counts/s',
  'cnt/s': 'counts/s',
  cps: 'counts/s',
};

/** Parts a line `#key=value`; undefined for another. */
export function labSpecField(text: string, line: number): VerbatimField | undefined {
  const [, field, value] = FIELD.exec(text) ?? [];
  return field === undefined || value === undefined ? undefined : { field, value: value.trim(), line };
}

export function readLabSpecHeader(fields: readonly VerbatimField[]): LabSpecHeader {
  const of = (key: string): string | undefined => fields.find(({ field }) => field === key)?.value;
  const axes = (i: number): Coordinate => ({ name: of(`AxisType[${i}]`) ?? '', unit: of(`AxisUnit[${i}]`) ?? '' });
  // `Acquired` has the seconds that `Date` lacks, and comes behind it.
  const ordered = [...fields.filter(({ field }) => field === 'Acquired'), ...fields.filter(({ field }) => field !== 'Acquired')];
  const assumed: { readonly field: string; readonly value: string }[] = [];
  const { name, unit } = axes(1);
  const x = placesAxis(unit, name, fields, assumed);
  const technique: Technique = x.quantity === 'raman-shift' ? 'raman' : 'unknown';
  const count = fields.filter(({ field }) => /^AxisType\[\d\]$/.test(field)).length;
  // The last axis stands in the first cell of a row.
  const coordinates = Array.from({ length: Math.max(0, count - 2) }, (_, i) => axes(count - 1 - i));
  const stage = fields.flatMap(({ field, value }) => {
    const [, letter, of] = STAGE.exec(field) ?? [];
    const place = Number(value);
    return letter === undefined || of === undefined || value === '' || !Number.isFinite(place)
      ? []
      : [{ name: letter, unit: of, value: place }];
  });
  return { stated: stateConditions(ordered), technique, x, y: valuesAxis(axes(0), technique), assumed, coordinates, stage };
}

function placesAxis(unit: string, name: string, fields: readonly VerbatimField[], assumed: { field: string; value: string }[]): Axis {
  const written = [name, unit].filter((word) => word !== '').join(' ');
  if (unit !== '') {
    const { unit: known } = readColumnWords(unit);
    const quantity: Quantity = known === 'cm-1' ? 'raman-shift' : known === 'nm' ? 'wavelength' : known === 'eV' ? 'other' : 'unknown';
    return { quantity, unit: known ?? 'other', written };
  }
  // Older versions write no axes, but where the spectrograph stood in the unit of the axis.
  const spectrograph = fields.find(({ field }) => /^Spectro \(/.test(field))?.field ?? '';
  if (/\(nm\)/.test(spectrograph)) {
    assumed.push({ field: 'x-unit', value: 'nm' });
    return { quantity: 'wavelength', unit: 'nm', written };
  }
  assumed.push({ field: 'x-quantity', value: 'raman-shift' }, { field: 'x-unit', value: 'cm-1' });
  return { quantity: 'raman-shift', unit: 'cm-1', written };
}

function valuesAxis({ name, unit }: Coordinate, technique: Technique): Axis {
  const written = [name, unit].filter((word) => word !== '').join(' ');
  const quantity: Quantity = technique === 'raman' ? 'raman-intensity' : 'intensity';
  return { quantity, unit: COUNTS[unit.toLowerCase()] ?? (unit === '' ? 'arbitrary' : 'other'), written };
}
