import type { Quantity, Unit } from '../../spectrum/axis';

/** What the words over a column say: a meaning is absent where they say nothing of it. */
export interface ColumnWords {
  readonly written: string;
  /** Set when the words name places: where along the spectrum. */
  readonly x?: Quantity;
  /** Set when the words name values. */
  readonly y?: Quantity;
  readonly unit?: Unit;
  readonly role?: Role;
}

/** What a column of values is beside the others: from the one to show first to the one to show last. */
export type Role = 'result' | 'corrected' | 'sample' | 'raw' | 'reference' | 'dark';

/** Lower case, no accents, `ß` and typographic signs plain, one blank between words. */
export function folded(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[−–⁻]/g, '-')
    .replace(/[_\s]+/g, ' ')
    .trim();
}

/** Places, in English, German, French, Spanish and Italian, in the order asked. */
const X_WORDS: readonly (readonly [RegExp, Quantity])[] = [
  [
    /raman.?(shift|verschiebung)|(deplacement|decalage) raman|(rel\w*|raman) wave ?numbers?|desplazamiento raman|\brel\.? ?(1\/cm|cm-1)/,
    'raman-shift',
  ],
  [/wave ?numbers?|wellenzahl|nombres? d.?ondes?|numero d[ei] onda|^wn\b/, 'wavenumber'],
  [/wave ?lengths?|wellenlange|longueurs? d.?ondes?|longitud de onda|lunghezza d.?onda|^(lambda|λ|wl)\b|nanomet/, 'wavelength'],
  [/\bm ?\/ ?z\b|^mz\b|th?omp?sons?|mass.to.charge|masse.?\/.?(ladung|charge)|^mass(e|en)?( ?[([](amu|da|u)[)\]])?$/, 'mass-to-charge'],
  [/chemical shift|chemische verschiebung|deplacement chimique|^ppm$/, 'chemical-shift'],
  [/drift time|driftzeit|temps de derive/, 'drift-time'],
  [/\btime\b(?! ?series)|\bzeit\b|retentionszeit|\btemps\b|^rt\b|^tiempo\b/, 'time'],
  [/^frequen[cz]|^(hz|[kmgt]hz)$/, 'frequency'],
  [/^temperatur/, 'temperature'],
  [/^(ewe|potential|potentiel|voltage|spannung|tension)\b/, 'voltage'],
  [/^(#?points?|pixels?|index|nr|no|n°|channels?|kanal|canal)\.?$/, 'point-number'],
  [/^(wave|x)\b/, 'unknown'],
];

const Y_WORDS: readonly (readonly [RegExp, Quantity])[] = [
  [/log ?\(?1 ?\/ ?r/, 'log-reflectance'],
  [/kubelka|^k-?m\b/, 'kubelka-munk'],
  [/absorptivity|extinktionskoeff|coefficient d.extinction/, 'absorptivity'],
  [/absorban|^abs\b|extinktion|^absorption|^mau$/, 'absorbance'],
  [/transmi(t|s)|durchlass|^% ?t\b|^t ?[[(]?%|^%tr?\b/, 'transmittance'],
  [/reflect|reflexion|remission|^% ?r\b|^r ?[[(]?%/, 'reflectance'],
  [/photo-?aco?ust/, 'photoacoustic'],
  [/interferogram/, 'interferogram'],
  [/single.?beam|einzelstrahl|monofaisceau/, 'single-beam'],
  [/fluoresc|fluoresz/, 'fluorescence-intensity'],
  [/raman (intens|signal)/, 'raman-intensity'],
  [/(total )?ion (current|count)|^tic$/, 'ion-current'],
  [/abundance|haufigkeit|abondance|rel(ative)?\.? int/, 'relative-abundance'],
  [/emission/, 'emission'],
  [/irradiance|bestrahlung|<?i>?\/m?a$/, 'other'],
  [/intens|^int\.?$|^counts?\b|^(ccd )?cts\b|^cnt|zahl(rate|impulse)|impulse|coups|signal|[[(]counts[\])]/, 'intensity'],
];

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/cm ?\^? ?-? ?1\b|1 ?\/ ?cm|cm\^\(-1\)/, 'cm-1'],
  [/\bnm\b|nanomet/, 'nm'],
  [/\b[uµμ]m\b|micron|mikromet|micromet/, 'um'],
  [/\bev\b/, 'eV'],
  [/\bppm\b/, 'ppm'],
  [/\bm ?\/ ?z\b|^mz\b|th?omp?sons?/, 'm/z'],
  [/%/, '%'],
  [/\bcounts?\/s|\bcps\b|cnt\/s/, 'counts/s'],
  [/\bcounts?\b|\bcts\b|\bcnt\b/, 'counts'],
  [/\bmau\b/, 'mAU'],
  [/a\. ?u\.|arb|w\. ?e\./, 'arbitrary'],
  [/\bau\b/, 'AU'],
  [/\bmin(utes?)?\b/, 'min'],
  [/\bms\b/, 'ms'],
  [/[[(/]s(ec)?\b|\bsec(onds?)?\b/, 's'],
  [/\bmv\b/, 'mV'],
  [/\/v\b|[[(]v[\])]|\bvolts?\b/, 'V'],
  [/\bghz\b/, 'GHz'],
  [/\bmhz\b/, 'MHz'],
  [/\bkhz\b/, 'kHz'],
  [/\bhz\b/, 'Hz'],
  [/[°º] ?c\b|degc/, 'degC'],
];

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/(dark|background|baseline).?(subtract|correct)|process|korrigiert|corrige/, 'corrected'],
  [/dark|dunkel|\bnoir\b|background|untergrund|hintergrund|bruit/, 'dark'],
  [/^ref\b|referen/, 'reference'],
  [/\braw\b|^roh|brut/, 'raw'],
  [/^(sample|probe|echantillon)( ?[[(].*)?$/, 'sample'],
];

const RATIOS: ReadonlySet<Quantity> = new Set(['absorbance', 'transmittance', 'reflectance', 'log-reflectance', 'kubelka-munk']);

function first<T>(table: readonly (readonly [RegExp, T])[], words: string): T | undefined {
  return table.find(([pattern]) => pattern.test(words))?.[1];
}

/** Reads the words over a column, units included. */
export function readColumnWords(written: string): ColumnWords {
  const words = folded(written).replace(/^#/, '').trim();
  const bare = words.replace(/^[xy] ?[([]?(.*?)[)\]]?$/, '$1').trim();
  const role = first(ROLES, words);
  let x = first(X_WORDS, words) ?? first(X_WORDS, bare) ?? quantityOfUnit(words);
  // A capital letter alone is the symbol of absorbance, a small one the name of a column.
  const symbol = written.trim() === 'A';
  const y = symbol ? 'absorbance' : (first(Y_WORDS, words) ?? first(Y_WORDS, bare));
  const unit = y === 'other' ? 'other' : symbol ? '1' : unitOf(words);
  if (role !== undefined && !RATIOS.has(y ?? 'unknown')) {
    // What a program made of the values is known only where it says it.
    const made = role === 'corrected' && /process/.test(words) ? 'unknown' : 'intensity';
    return { written, role, y: y ?? made, ...(unit ? { unit } : {}) };
  }
  if (x === 'unknown') x = placesIn(unit);
  if (y !== undefined && x !== 'raman-shift' && x !== 'wavelength') x = undefined;
  const result = y !== undefined && RATIOS.has(y) ? { role: 'result' as const } : {};
  return { written, ...(x ? { x } : {}), ...(x === undefined && y ? { y } : {}), ...(unit ? { unit } : {}), ...result };
}

/** Whether a quantity names places along a spectrum. */
export function isPlace(quantity: Quantity): boolean {
  return X_WORDS.some(([, place]) => place === quantity);
}

function unitOf(written: string): Unit | undefined {
  return first(UNITS, folded(written));
}

function placesIn(unit: Unit | undefined): Quantity {
  if (unit === 'nm' || unit === 'um') return 'wavelength';
  return unit === 'cm-1' ? 'wavenumber' : 'unknown';
}

/** A column headed by a unit alone. */
function quantityOfUnit(words: string): Quantity | undefined {
  const bare = words.replace(/^[([](.*)[)\]]$/, '$1').trim();
  if (/^(cm ?\^?-?1|1 ?\/ ?cm|cm\^\(-1\))$/.test(bare)) return 'wavenumber';
  if (/^(nm|[uµμ]m)$/.test(bare)) return 'wavelength';
  return undefined;
}
