import type { Quantity, Unit } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';
import type { LayoutDoubt } from './layout';

/** An axis as far as words tell it. */
export interface ToldAxis {
  readonly quantity?: Quantity;
  readonly unit?: Unit;
}

export interface Told {
  readonly x: ToldAxis;
  readonly y: ToldAxis;
  /** All words of the header, folded. */
  readonly words: string;
  /** Whether the header names a laser. */
  readonly laser: boolean;
  /** Smallest and largest place seen. */
  readonly range: readonly [number, number];
  /** Largest value seen of the first column of values. */
  readonly largest: number;
}

export interface Meaning {
  readonly technique: Technique;
  readonly x: { readonly quantity: Quantity; readonly unit: Unit };
  readonly y: { readonly quantity: Quantity; readonly unit: Unit };
  readonly doubts: readonly LayoutDoubt[];
}

const RAMAN = /\braman\b|#wave\b[^\n]*\n?[^\n]*#intensity/;
const INFRARED = /\b(ft-?ir|infrared|infrarot|infrarouge|mid-?ir|\batr)\b/;
const FLUORESCENCE = /fluoresc|fluoresz|photolumin/;
const FIBRE = /spectrasuite|oceanview|jaz data file|overture|integration time/;
const MASS = /mass spect|massenspekt|spectrometrie de masse|[+-](esi|apci|ei|ci|dart|maldi)\b|\b(esi|dart|maldi)[+-]? |centroid|\bm\/z\b/;
const CHROMATOGRAPHY = /chromatogra|hplc|\bgc\b|retention|\btic\b|\beic\b/;
const NMR = /\bnmr\b|\brmn\b/;
const OPTICAL: ReadonlySet<Quantity> = new Set([
  'absorbance',
  'transmittance',
  'reflectance',
  'log-reflectance',
  'kubelka-munk',
  'single-beam',
]);
/** Where the near infrared begins: nm as IUPAC has it rounded, and the same as wavenumber. */
const NEAR_INFRARED_NM = 780;
const NEAR_INFRARED_WAVENUMBER = 4000;
const USUAL_UNIT: Partial<Record<Quantity, Unit>> = {
  'raman-shift': 'cm-1',
  wavenumber: 'cm-1',
  wavelength: 'nm',
  'mass-to-charge': 'm/z',
  'chemical-shift': 'ppm',
  'point-number': '1',
  absorbance: '1',
  'log-reflectance': '1',
  'kubelka-munk': '1',
  'raman-intensity': 'arbitrary',
  intensity: 'arbitrary',
};
/** Units that follow from the quantity without a doubt: pure numbers, and intensities, which have no unit but the instrument's own. */
const SURE: ReadonlySet<Unit> = new Set(['1', 'm/z', 'arbitrary']);

/** Concludes from the words what was measured; whatever the words do not say, but is taken as said, is a doubt. */
export function meaningOf(told: Told): Meaning {
  const doubts: LayoutDoubt[] = [];
  let x = told.x.quantity ?? 'unknown';
  const raman = RAMAN.test(told.words) || told.laser;
  if (x === 'unknown') {
    x = placesFrom(told, raman);
    doubts.push('x-quantity');
  } else if (x === 'wavenumber' && raman && !OPTICAL.has(told.y.quantity ?? 'unknown')) x = 'raman-shift';
  const technique = techniqueOf(x, told, raman);
  let y = told.y.quantity ?? 'unknown';
  if (y === 'unknown') {
    if (technique === 'raman' || technique === 'mass-spectrometry') y = 'intensity';
    doubts.push('y-quantity');
  }
  if (technique === 'raman' && y === 'intensity') y = 'raman-intensity';
  if (technique === 'fluorescence' && y === 'intensity') y = 'fluorescence-intensity';
  if (technique === 'unknown') doubts.push('technique');
  return {
    technique,
    x: { quantity: x, unit: told.x.unit ?? usualUnit(x, 'x-unit', doubts) },
    y: { quantity: y, unit: told.y.unit ?? valueUnit(y, told.largest, doubts) },
    doubts,
  };
}

function placesFrom({ words }: Told, raman: boolean): Quantity {
  if (raman) return 'raman-shift';
  if (MASS.test(words)) return 'mass-to-charge';
  if (INFRARED.test(words)) return 'wavenumber';
  if (NMR.test(words)) return 'chemical-shift';
  return FIBRE.test(words) ? 'wavelength' : 'unknown';
}

function techniqueOf(x: Quantity, { y, words, range }: Told, raman: boolean): Technique {
  const optical = OPTICAL.has(y.quantity ?? 'unknown');
  switch (x) {
    case 'raman-shift':
      return 'raman';
    case 'mass-to-charge':
      return 'mass-spectrometry';
    case 'chemical-shift':
      return 'nmr';
    case 'drift-time':
      return 'ion-mobility';
    case 'voltage':
      return 'other';
    case 'time':
      return CHROMATOGRAPHY.test(words) || y.quantity === 'ion-current' ? 'chromatography' : 'unknown';
    case 'wavenumber':
      if (!optical && !INFRARED.test(words)) return 'unknown';
      return range[0] >= NEAR_INFRARED_WAVENUMBER ? 'near-infrared' : 'infrared';
    case 'wavelength':
      if (FLUORESCENCE.test(words)) return 'fluorescence';
      // A fluorimeter names its excitation too: over wavelengths only the word itself, or a laser, means Raman.
      if (raman && !optical && (RAMAN.test(words) || /laser/.test(words))) return 'raman';
      if (!optical && !/\buv\b|ultraviolet/.test(words)) return 'unknown';
      return range[0] >= NEAR_INFRARED_NM ? 'near-infrared' : 'uv-visible';
    default:
      return 'unknown';
  }
}

function usualUnit(quantity: Quantity, doubt: LayoutDoubt, doubts: LayoutDoubt[]): Unit {
  const unit = USUAL_UNIT[quantity];
  if (unit === undefined) return 'unknown';
  if (!SURE.has(unit)) doubts.push(doubt);
  return unit;
}

/** Shares are written from 0 to 1 or to 100: the numbers tell which, with a doubt. */
function valueUnit(quantity: Quantity, largest: number, doubts: LayoutDoubt[]): Unit {
  if (quantity !== 'transmittance' && quantity !== 'reflectance') return usualUnit(quantity, 'y-unit', doubts);
  doubts.push('y-unit');
  return largest > 2 ? '%' : '1';
}
