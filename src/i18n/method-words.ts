import { formatNumber, formatReading } from './formats/numbers';
import type { Translate } from './translate';

interface Tolerance {
  readonly value: number;
  readonly unit: string;
}
interface OfTrace {
  readonly technique: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** What of a method is said; see the contract's `searchMethod`. */
type SaidMethod =
  | {
      readonly family: 'ei';
      readonly score: string;
      readonly massPower: number;
      readonly intensityPower: number;
      readonly molecularMass: number | null;
    }
  | {
      readonly family: 'tandem';
      readonly tolerance: Tolerance;
      readonly precursorMz: number | null;
      readonly precursorTolerance: Tolerance | null;
    }
  | ({ readonly family: 'trace' } & OfTrace)
  | ({ readonly family: 'mixture'; readonly mostComponents: number } & OfTrace)
  | { readonly family: 'energies'; readonly tolerance: Tolerance };

interface SaidSearch {
  readonly method: SaidMethod;
  /** As stored with the search. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
}

type Fact = readonly [name: string, said: string];

/** What was compared and how, as a colleague would say it; what the score fixes itself comes from the parameters stored with the search. */
export function methodFacts({ method, parameters }: SaidSearch, t: Translate, language: string): readonly Fact[] {
  const number = (value: number): string => formatReading(value, language);
  const tolerance = ({ value, unit }: Tolerance): string => `± ${number(value)} ${unit}`;
  const fact = (name: string, said: string): Fact => [t(`search:words.${name}`), said];
  const say = (name: string, params: Record<string, string | number> = {}): string => t(`search:words.${name}`, params);
  const stored = (name: string, sentence: string): readonly string[] => {
    const value = parameters[name];
    return typeof value === 'number' ? [say(sentence, { value: number(value) })] : [];
  };
  const powers = (mz: unknown, intensity: unknown): readonly Fact[] =>
    typeof mz === 'number' && typeof intensity === 'number'
      ? [fact('weights', say('powers', { mz: number(mz), intensity: number(intensity) }))]
      : [];
  const peaks = (...sentences: readonly (readonly string[])[]): readonly Fact[] => {
    const all = sentences.flat();
    return all.length === 0 ? [] : [fact('peaks', all.join(' '))];
  };
  switch (method.family) {
    case 'ei': {
      const own = method.score === 'ei-cosine';
      const shifts = method.score === 'ei-hybrid' || method.score === 'ei-neutral-loss';
      return [
        ...powers(own ? method.massPower : parameters.mzPower, own ? method.intensityPower : parameters.intensityPower),
        ...(shifts ? [fact('molecular-mass', method.molecularMass === null ? say('estimated') : number(method.molecularMass))] : []),
        ...peaks(
          'mzRounding' in parameters ? [say('nominal')] : [],
          stored('basePeak', 'base-peak'),
          stored('minAbundance', 'least-abundance'),
          'rangeStart' in parameters ? [say('common-range')] : [],
          stored('poolTop', 'pool'),
        ),
      ];
    }
    case 'tandem':
      return [
        fact('tolerance', tolerance(method.tolerance)),
        fact(
          'precursor',
          [
            method.precursorMz === null
              ? say('precursor-unknown')
              : say('precursor-at', { mz: formatNumber(method.precursorMz, language, 4) }),
            method.precursorTolerance === null
              ? say('precursor-open')
              : say('precursor-within', { tolerance: tolerance(method.precursorTolerance) }),
          ].join(' '),
        ),
        ...powers(parameters.mzPower, parameters.intensityPower),
        ...peaks(
          typeof parameters.noise === 'number' ? [say('least-share', { percent: number(100 * parameters.noise) })] : [],
          stored('belowPrecursor', 'below-precursor'),
          stored('mostPeaks', 'most-peaks'),
        ),
      ];
    case 'trace':
    case 'mixture': {
      const { ranges, technique } = method;
      const stretches = ranges.map(([from, to]) => `${number(from)}–${number(to)}`).join('; ');
      return [
        fact('technique', t(`files:technique.${technique}`)),
        fact('ranges', stretches === '' ? say('ranges-all') : `${stretches} ${gridUnit(parameters, t)}`),
        ...(typeof parameters.leastCoverage === 'number'
          ? [fact('coverage', say('least-coverage', { percent: number(100 * parameters.leastCoverage) }))]
          : []),
        ...(method.family === 'mixture' ? [fact('components', say('most-components', { count: method.mostComponents }))] : []),
      ];
    }
    case 'energies':
      return [fact('tolerance', tolerance(method.tolerance))];
  }
}

/** Places of a trace are compared in wavenumbers, Raman shifts or nanometres. */
function gridUnit({ scale }: SaidSearch['parameters'], t: Translate): string {
  return String(scale).startsWith('wavelength') ? t('plot:unit.nm') : t('plot:unit.cm-1');
}

/**
 * How unknown and library were prepared alike, a sentence each: the technique's own grid comes first.
 * @param steps of the stored chain, as sentences
 */
export function preparationSentences({ method, parameters }: SaidSearch, steps: readonly string[], t: Translate): readonly string[] {
  if (method.family !== 'trace' && method.family !== 'mixture') return [];
  const [, from, to, spacing] = /^(.+)-(.+)\/(.+)$/.exec(String(parameters.grid ?? '')) ?? [];
  const isGrid = from !== undefined && to !== undefined && spacing !== undefined;
  const onto = isGrid ? [t('search:words.grid', { from, to, spacing, unit: gridUnit(parameters, t) })] : [];
  const absorbance = parameters.intensity === 'absorbance' ? [t('search:words.absorbance')] : [];
  return [...absorbance, ...onto, ...steps];
}
