import type { Axis } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';
import { techniqueOfRange } from '../binary/optical-range';
import { FLAG, type SpcHeader } from './header';
import { logHas } from './log';

/** Codes of the technique (SPC.H: SPCGC 1 … SPCDAD 14). 0 is "general": nothing is said. 4 is any Fourier-transform instrument. */
const STATED: Readonly<Record<number, Technique>> = {
  1: 'chromatography',
  2: 'chromatography',
  3: 'chromatography',
  5: 'near-infrared',
  7: 'uv-visible',
  8: 'other',
  9: 'mass-spectrometry',
  10: 'nmr',
  11: 'raman',
  12: 'fluorescence',
  13: 'other',
  14: 'uv-visible',
};

/** The technique the file states, or the one its axes leave no doubt about. */
export function techniqueOf(header: SpcHeader, x: Axis, y: Axis, logText: string): Technique {
  const stated = STATED[header.experiment];
  if (x.quantity === 'mass-to-charge') return 'mass-spectrometry';
  if (x.quantity === 'raman-shift') return 'raman';
  if (isNmr(logText)) return x.quantity === 'time' ? 'nmr-fid' : 'nmr';
  if (x.quantity === 'chemical-shift') return 'nmr';
  const optical = OPTICAL.has(y.quantity) ? techniqueOfRange(x, header.first, header.last) : 'unknown';
  if (stated === 'near-infrared' && optical === 'infrared') return optical;
  if (stated !== undefined) return stated;
  if (header.experiment === 0 && (header.flags & FLAG.chromatogram) !== 0) return 'chromatography';
  return optical;
}

/** Parameters that only a spectrometer of nuclear magnetic resonance writes. */
function isNmr(logText: string): boolean {
  return logHas(logText, 'NUCFREQ') && logHas(logText, 'SW_HZ');
}

const OPTICAL = new Set(['absorbance', 'transmittance', 'reflectance', 'log-reflectance', 'kubelka-munk', 'interferogram', 'single-beam']);
