/** An isotope that formulas may name: its mass number and atomic mass, Da. */
export interface Isotope {
  readonly massNumber: number;
  readonly mass: number;
}

/** What formulas need of an element. `isotopes[0]` is the most abundant in nature: the one monoisotopic masses are made of. */
export interface Element {
  readonly symbol: string;
  /** Standard atomic weight, or the abridged one where the standard is an interval. */
  readonly weight: number;
  readonly isotopes: readonly [Isotope, ...Isotope[]];
}

const element = (symbol: string, weight: number, ...isotopes: readonly [number, number][]): Element => {
  const [first, ...rest] = isotopes.map(([massNumber, mass]) => ({ massNumber, mass }));
  if (first === undefined) throw new RangeError(`${symbol} needs an isotope`);
  return { symbol, weight, isotopes: [first, ...rest] };
};

/**
 * The elements of drugs, their salts, derivatives, cutting agents and common inorganic finds; others are refused by name.
 *
 * Weights: Prohaska et al., Standard atomic weights of the elements 2021, Pure Appl. Chem. 94 (2022) 573, table 1.
 * Masses: AME2020, Huang et al., Chinese Phys. C 45 (2021) 030002, as tabulated by CIAAW (ciaaw.org/atomic-masses.htm).
 */
const ELEMENTS: readonly Element[] = [
  element('H', 1.008, [1, 1.007825031898], [2, 2.014101777844], [3, 3.01604928132]),
  element('Li', 6.94, [7, 7.01600343426], [6, 6.01512288742]),
  element('B', 10.81, [11, 11.009305166], [10, 10.012936862]),
  element('C', 12.011, [12, 12], [13, 13.00335483534], [11, 11.011432597], [14, 14.00324198862]),
  element('N', 14.007, [14, 14.00307400425], [15, 15.00010889827]),
  element('O', 15.999, [16, 15.99491461926], [17, 16.99913175595], [18, 17.99915961214]),
  element('F', 18.998403162, [19, 18.99840316207], [18, 18.000937324]),
  element('Na', 22.98976928, [23, 22.98976928195]),
  element('Mg', 24.305, [24, 23.985041689], [25, 24.985836966], [26, 25.982592972]),
  element('Al', 26.9815384, [27, 26.981538408]),
  element('Si', 28.085, [28, 27.97692653442], [29, 28.97649466434], [30, 29.973770137]),
  element('P', 30.973761998, [31, 30.97376199768], [32, 31.973907643]),
  element('S', 32.06, [32, 31.97207117354], [33, 32.97145890862], [34, 33.967867011], [35, 34.969032321]),
  element('Cl', 35.45, [35, 34.968852694], [37, 36.965902573]),
  element('K', 39.0983, [39, 38.96370648482], [41, 40.96182525611]),
  element('Ca', 40.078, [40, 39.96259085]),
  element('Ti', 47.867, [48, 47.947940677]),
  element('Cr', 51.9961, [52, 51.940504714]),
  element('Mn', 54.938043, [55, 54.93804304]),
  element('Fe', 55.845, [56, 55.934935537]),
  element('Co', 58.933194, [59, 58.933193524]),
  element('Ni', 58.6934, [58, 57.93534165]),
  element('Cu', 63.546, [63, 62.929597119], [65, 64.927789476]),
  element('Zn', 65.38, [64, 63.929141776], [66, 65.926033639]),
  element('As', 74.921595, [75, 74.921594562]),
  element('Se', 78.971, [80, 79.916521761], [78, 77.917309244]),
  element('Br', 79.904, [79, 78.918337574], [81, 80.916288197]),
  element('Sn', 118.7, [120, 119.902202557]),
  element('Sb', 121.76, [121, 120.903811353], [123, 122.904215292]),
  element('I', 126.90447, [127, 126.904472592], [123, 122.905589753], [125, 124.90463061], [131, 130.906126375]),
];

const BY_SYMBOL: ReadonlyMap<string, Element> = new Map(ELEMENTS.map((entry) => [entry.symbol, entry]));

/** Electron mass, Da (CODATA 2018): what an ion lacks or has over its atoms. */
export const ELECTRON_MASS = 0.000548579909;

/** The element of a symbol, `undefined` when the table does not have it. */
export function elementOf(symbol: string): Element | undefined {
  return BY_SYMBOL.get(symbol);
}

/** The isotope of an element by mass number (without one: the most abundant), `undefined` when the table does not have it. */
export function isotopeOf(symbol: string, massNumber?: number): Isotope | undefined {
  const found = BY_SYMBOL.get(symbol);
  return massNumber === undefined ? found?.isotopes[0] : found?.isotopes.find((isotope) => isotope.massNumber === massNumber);
}
