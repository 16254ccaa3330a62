import type { Axis, Quantity, Unit } from '../../spectrum/axis';
import type { TraceRole } from '../../spectrum/curves';
import { axis } from '../binary/axes';
import type { OpusBlock } from './directory';

interface Kind {
  readonly words: string;
  readonly quantity: Quantity;
  readonly unit: Unit;
  readonly role: TraceRole;
}

const kind = (words: string, quantity: Quantity, unit: Unit, role: TraceRole = 'measured'): Kind => ({ words, quantity, unit, role });

/** What the points of a block are, by its type. OPUS stores transmittance and reflectance as fractions. */
const KINDS: Readonly<Record<number, Kind>> = {
  1: kind('Single channel', 'single-beam', 'arbitrary'),
  2: kind('Interferogram', 'interferogram', 'arbitrary', 'interferogram'),
  3: kind('Phase', 'phase', 'other', 'phase'),
  4: kind('Absorbance', 'absorbance', '1'),
  5: kind('Transmittance', 'transmittance', '1'),
  6: kind('Kubelka-Munk', 'kubelka-munk', '1'),
  7: kind('Trace', 'intensity', 'arbitrary', 'other'),
  10: kind('Raman', 'raman-intensity', 'arbitrary'),
  11: kind('Emission', 'emission', 'arbitrary'),
  12: kind('Reflectance', 'reflectance', '1'),
  14: kind('Power', 'other', 'arbitrary', 'other'),
  15: kind('Log reflectance', 'log-reflectance', '1'),
  16: kind('ATR', 'other', '1'),
  17: kind('Photoacoustic', 'photoacoustic', 'arbitrary'),
  22: kind('Match', 'other', '1', 'other'),
};
/** Added to a type for the second, third and fourth channel. */
const CHANNEL = 32;

/** Order in which the traces of a file are shown: results first, then what they were made from. */
const FIRST = [4, 5, 12, 10, 6, 15, 16, 17, 11, 14, 7];

export function kindOf(block: OpusBlock): Kind {
  const channel = Math.floor(block.data / CHANNEL) + 1;
  const base = KINDS[block.data] ?? KINDS[block.data % CHANNEL] ?? kind(`Data of type ${block.data}`, 'unknown', 'unknown', 'other');
  const second = channel > 1 ? { ...base, words: `${base.words}, channel ${channel}`, role: 'other' as const } : base;
  if (block.derivative === 0) return sided(second, block);
  return sided(
    { ...second, words: `${second.words}, derivative ${block.derivative}`, quantity: 'other', unit: 'other', role: 'other' },
    block,
  );
}

function sided(base: Kind, block: OpusBlock): Kind {
  if (block.side === 3) return base;
  const words = block.side === 2 ? `${base.words}, reference` : block.side === 1 ? `${base.words}, sample` : base.words;
  if (base.quantity !== 'single-beam' || base.role === 'other') return { ...base, words };
  return { ...base, words, role: block.side === 2 ? 'background-single-beam' : 'sample-single-beam' };
}

/** Place of a trace in its record: 0 is shown. */
export function rank(block: OpusBlock): number {
  const result = block.side === 3 ? FIRST.indexOf(block.data) : -1;
  if (result >= 0) return result + (block.original ? FIRST.length : 0) + (block.derivative > 0 ? 0.5 : 0);
  const parts = 2 * FIRST.length + (block.data === 1 ? 0 : 10 + block.data);
  return 4 * parts + block.side + (block.original ? 1000 : 0);
}

/** Units of x, as the parameter DXU names them. */
const X: Readonly<Record<string, readonly [Quantity, Unit]>> = {
  WN: ['wavenumber', 'cm-1'],
  MI: ['wavelength', 'um'],
  WL: ['wavelength', 'um'],
  NM: ['wavelength', 'nm'],
  MIN: ['time', 'min'],
  F: ['frequency', 'other'],
  PNT: ['point-number', '1'],
  RSH: ['raman-shift', 'cm-1'],
};

/** Raman spectra carry the unit WN as well; their places are shifts from the laser (checked against its wavenumber, parameter RLW). */
export function xAxis(unit: string, block: OpusBlock): Axis {
  const [quantity, known] = X[unit] ?? (['unknown', 'unknown'] as const);
  return axis(quantity === 'wavenumber' && block.data % CHANNEL === 10 ? 'raman-shift' : quantity, known, unit);
}
