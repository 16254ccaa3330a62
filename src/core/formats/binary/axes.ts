import type { Axis, Quantity, Unit } from '../../spectrum/axis';

/** An axis as a format's table of codes gives it; `written` are the maker's words for the code or the file's own label. */
export function axis(quantity: Quantity, unit: Unit, written: string): Axis {
  return { quantity, unit, written };
}

/** What a label written by a person or program leaves no doubt about; undefined when it does. */
export function axisOfLabel(label: string): Axis | undefined {
  const found = LABELS.find(([pattern]) => pattern.test(label));
  return found && axis(found[1], found[2], label);
}

const LABELS: readonly (readonly [RegExp, Quantity, Unit])[] = [
  [/raman.{0,20}(shift|cm)/i, 'raman-shift', 'cm-1'],
  [/(wavenumber|wave number|cm\s?-1|1\/cm|cm\^-1|cm⁻¹)/i, 'wavenumber', 'cm-1'],
  [/(wavelength.{0,4}nm|nanomet)/i, 'wavelength', 'nm'],
  [/(wavelength.{0,4}(um|µm)|micromet|micron)/i, 'wavelength', 'um'],
  [/^(%\s?t(ransmittance)?|percent transm|transmittance\s*\(?%)/i, 'transmittance', '%'],
  [/^absorbance/i, 'absorbance', '1'],
  [/^(abundance|counts)$/i, 'intensity', 'counts'],
  [/^m(ass)?\s?[(/]?\s?m?\/?z\)?/i, 'mass-to-charge', 'm/z'],
];
