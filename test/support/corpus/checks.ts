import type { Facts, Piece } from './facts';

/** One statement of the manifest, held against what was read. `found` tells what was read instead where it fails. */
export interface Check {
  readonly what: string;
  readonly holds: boolean;
  readonly found: string;
  /** Why it fails through no fault of the reader, where the reading itself shows it. */
  readonly why?: string;
}

const NUMBER = String.raw`[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?`;

/** Equal as far as the digits of the statement go, or within `quantum`, the least step of the data. */
function agrees(stated: string, value: number | undefined, quantum = 0): boolean {
  const number = Number(stated);
  if (value === undefined || !Number.isFinite(number)) return false;
  const [mantissa = '', exponent = '0'] = stated.toLowerCase().split('e');
  const decimals = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  const lastDigit = 10 ** (Number(exponent) - decimals);
  return Math.abs(value - number) <= Math.max(0.51 * lastDigit, 2e-7 * Math.abs(number), 1.01 * quantum);
}

const extreme = (values: Float64Array, pick: (a: number, b: number) => number): number | undefined =>
  values.length === 0 ? undefined : values.reduce((a, b) => (Number.isNaN(b) ? a : Number.isNaN(a) ? b : pick(a, b)));

/** The numbers of a piece under the manifest's names. Peaks sorted by the reader have no first or last of the file any more. */
function numberOf(piece: Piece, name: string): number | undefined {
  const { x, y } = piece;
  switch (name) {
    case 'n':
      return piece.points;
    case 'x0':
      return x[0];
    case 'xlast':
      return x.at(-1);
    case 'y0':
      return y[0];
    case 'ylast':
      return y.at(-1);
    case 'min':
      return extreme(y, Math.min);
    case 'max':
      return extreme(y, Math.max);
  }
  return undefined;
}

/** Name and number of every `key=value` of a statement, in the manifest's several spellings. */
function statedNumbers(text: string): ReadonlyMap<string, string> {
  const stated = new Map<string, string>();
  const put = (name: string, match: RegExpMatchArray | null, group = 1): void => {
    const value = match?.[group];
    if (value !== undefined && !stated.has(name)) stated.set(name, value);
  };
  const range =
    text.match(new RegExp(`\\bx=?\\s*(${NUMBER})\\.\\.(${NUMBER})`)) ?? text.match(new RegExp(`points\\s+(${NUMBER})\\.\\.(${NUMBER})`));
  put(
    'n',
    text.match(/\bn=(\d+)/) ?? text.match(/npts\(first5\)=\[(\d+)/) ?? text.match(/\bpoints=(\d+)/) ?? text.match(/(\d+) (?:points|rows)/),
  );
  put('x0', range, 1);
  put('xlast', range, 2);
  put('y0', text.match(new RegExp(`\\by0=(${NUMBER})`)) ?? text.match(new RegExp(`\\bfirst (?:y )?(${NUMBER})`)));
  put('ylast', text.match(new RegExp(`\\bylast=(${NUMBER})`)));
  put('min', text.match(new RegExp(`\\by?min=(${NUMBER})`)));
  put('max', text.match(new RegExp(`\\by?max=(${NUMBER})`)));
  return stated;
}

/** A piece may run the other way than the manifest's tool gave it: then the same numbers stand at the other ends. */
const TURNED: Readonly<Record<string, string>> = { x0: 'xlast', xlast: 'x0', y0: 'ylast', ylast: 'y0' };

/** The least step between two different values: a header keeps the digits that the data lost when they were made whole numbers. */
function quantumOf({ y }: Piece): number {
  const sorted = y.toSorted();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const step = (sorted[i] as number) - (sorted[i - 1] as number);
    if (step > 1e-9 * Math.abs(sorted[i] as number) && step < least) least = step;
  }
  return Number.isFinite(least) ? least : 0;
}

const VALUES = ['y0', 'ylast', 'min', 'max'];

function holdsOf(piece: Piece, stated: ReadonlyMap<string, string>, turned: boolean, quantum: number): readonly Check[] {
  const sorted = piece.kind !== 'trace' && piece.kind !== 'chromatogram';
  return [...stated].map(([name, value]) => {
    const number = numberOf(piece, turned ? (TURNED[name] ?? name) : name);
    const unknowable = sorted && (name === 'y0' || name === 'ylast');
    return {
      what: `${name} = ${value}`,
      holds: unknowable || agrees(value, number, VALUES.includes(name) ? quantum : 0),
      found: String(number),
    };
  });
}

/** Held against the piece that agrees best. */
function checkPiece(pieces: readonly Piece[], label: string, stated: ReadonlyMap<string, string>, rounded = false): readonly Check[] {
  const tries = pieces.flatMap((piece) => {
    const quantum = rounded ? quantumOf(piece) : 0;
    return [holdsOf(piece, stated, false, quantum), holdsOf(piece, stated, true, quantum)];
  });
  const score = (checks: readonly Check[]): number => checks.filter(({ holds }) => holds).length;
  const best = tries.reduce<readonly Check[]>((most, checks) => (score(checks) > score(most) ? checks : most), tries[0] ?? []);
  if (best.length === 0)
    return [...stated].map(([name, value]) => ({ what: `${label}${name} = ${value}`, holds: false, found: 'nothing' }));
  return best.map((check) => ({ ...check, what: label + check.what }));
}

const count = (what: string, stated: string | undefined, found: number): readonly Check[] =>
  stated === undefined ? [] : [{ what: `${what} = ${stated}`, holds: Number(stated) === found, found: String(found) }];

const HEADER = ['NPOINTS', 'FIRSTX', 'LASTX', 'FIRSTY', 'MINY', 'MAXY'] as const;
const HEADER_NAMES: Readonly<Record<(typeof HEADER)[number], string>> = {
  NPOINTS: 'n',
  FIRSTX: 'x0',
  LASTX: 'xlast',
  FIRSTY: 'y0',
  MINY: 'min',
  MAXY: 'max',
};

/** What the header of a JCAMP-DX file states, as the manifest copied it. */
function checkHeader(facts: Facts, expected: string): readonly Check[] {
  const stated = new Map<string, string>();
  for (const name of HEADER) {
    const value = expected.match(new RegExp(`\\b${name}=\\s*(${NUMBER})(?=\\s|$|;)`))?.[1];
    if (value !== undefined) stated.set(HEADER_NAMES[name], value);
  }
  if (stated.size === 0) return [];
  const why = 'the file contradicts its own header, and the reader says so';
  return checkPiece(facts.pieces.slice(0, 40), '', stated, true).map((check) => {
    const label = HEADER.find((name) => check.what.startsWith(`${HEADER_NAMES[name]} =`));
    const told = facts.contradicted.some((field) => field === label || (label === 'NPOINTS' && /point|peak|count/.test(field)));
    return check.holds || !told ? check : { ...check, why };
  });
}

/** Values at named places: `spectrum[3][4]=1.81`, `X[0][4]=100.65`, `Y[4]=-2.4`. */
function checkPlaces(facts: Facts, expected: string): readonly Check[] {
  return [...expected.matchAll(new RegExp(`\\b(?:spectrum|[XY])(?:\\[(\\d+)\\])?\\[(\\d+)\\]=(${NUMBER})`, 'g'))].map(
    ([what, record = '0', point = '0', value = '']) => {
      const found = facts.pieces[Number(record)]?.y;
      const index = Number(point);
      const either = [found?.[index], found?.at(-1 - index)];
      return { what: what ?? '', holds: either.some((number) => agrees(value, number)), found: String(either[0]) };
    },
  );
}

/** Holds everything the manifest says in numbers about a file against what was read of it; what it says in other words is not checked. */
export function checksOf(facts: Facts, expected: string): readonly Check[] {
  if (expected.startsWith('header(')) return checkHeader(facts, expected);
  const text = expected.split('||')[0] ?? '';
  const records = facts.spectra + facts.records;
  const counts = [
    ...count('subfiles', text.match(/nsub=(\d+)/)?.[1], Math.max(records, facts.scans)),
    ...count(
      'spectra',
      text.match(/spectra=(\d+)/)?.[1] ?? text.match(/^(\d+) (?:ms )?spectra|^(\d+) rows$/)?.[1],
      Math.max(records, facts.scans),
    ),
    ...count('scans', text.match(/(?:^|twin: |; )(\d+) scans/)?.[1], facts.scans),
  ];
  const map = text.match(/(\d+) (?:spectra )?x (\d+)\b/);
  const first = facts.pieces.find(({ kind }) => kind === 'scan') ?? facts.pieces[0];
  const mapChecks = map === null ? [] : [...count('records', map[1], records), ...count('points', map[2], first?.points ?? 0)];
  const blocks = [...text.matchAll(/(?:^|; )(\w+): (n=[^;]+)/g)];
  const blockChecks = blocks.flatMap(([, label, numbers]) => checkPiece(facts.pieces, `${label}: `, statedNumbers(numbers ?? '')));
  const rest = blocks.length > 0 ? new Map<string, string>() : statedNumbers(text);
  // "1313 points first", "scan 0 has 11 peaks"
  const firstPoints =
    text.match(/(\d+) (?:points|peaks) first/)?.[1] ??
    text.match(/scan ?0:? (?:has )?(\d+) (?:peaks|points)/)?.[1] ??
    text.match(/first spectrum (\d+) peaks/)?.[1];
  if (firstPoints !== undefined) return [...counts, ...count('points of the first', firstPoints, first?.points ?? 0)];
  return [
    ...counts,
    ...mapChecks,
    ...blockChecks,
    ...(rest.size === 0 ? [] : checkPiece(facts.pieces.slice(0, 40), '', rest)),
    ...checkPlaces(facts, text),
  ];
}
