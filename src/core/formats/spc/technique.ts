import type { Axis } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';
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

/** Above this wavenumber (cm-1) there is only near infrared; a spectrum that lies wholly below is none (IUPAC: 4000 cm-1). */
const MID_INFRARED_ENDS = 4000;
/** Wavelengths (nm) of UV-visible instruments end below 1200, those of near-infrared ones begin above 650. */
const UV_VISIBLE_ENDS = 1200;
const NEAR_INFRARED_BEGINS = 650;

/** The technique the file states, or the one its axes leave no doubt about. */
export function techniqueOf(header: SpcHeader, x: Axis, y: Axis, logText: string): Technique {
  const stated = STATED[header.experiment];
  if (x.quantity === 'mass-to-charge') return 'mass-spectrometry';
  if (x.quantity === 'raman-shift') return 'raman';
  if (isNmr(logText)) return x.quantity === 'time' ? 'nmr-fid' : 'nmr';
  if (x.quantity === 'chemical-shift') return 'nmr';
  const optical = opticalTechnique(header, x, y);
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

function opticalTechnique(header: SpcHeader, x: Axis, y: Axis): Technique {
  if (!OPTICAL.has(y.quantity)) return 'unknown';
  const low = Math.min(header.first, header.last);
  const high = Math.max(header.first, header.last);
  if (x.quantity === 'wavenumber') return low >= MID_INFRARED_ENDS - 500 && high > MID_INFRARED_ENDS ? 'near-infrared' : 'infrared';
  if (x.unit === 'nm') {
    if (high <= UV_VISIBLE_ENDS) return 'uv-visible';
    return low >= NEAR_INFRARED_BEGINS ? 'near-infrared' : 'unknown';
  }
  return x.unit === 'um' ? 'infrared' : 'unknown';
}
