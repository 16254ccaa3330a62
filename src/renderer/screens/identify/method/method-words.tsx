import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { StoredSearch } from '../../../../contract/identify';
import type { MassTolerance } from '../../../../contract/search-method';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { formatReading } from '../../../charts/plot-numbers';
import { withNamedCodes } from '../../../components/named-codes';
import { StepSentences, stepSentences } from '../../../components/step-sentences';
import classes from '../card/card.module.css';

type Fact = readonly [name: string, said: string];

/** What was compared and how, as a colleague would say it; what the score fixes itself comes from the parameters stored with the search. */
export function methodFacts(
  { method, parameters }: Pick<StoredSearch, 'method' | 'parameters'>,
  t: TFunction,
  language: string,
): readonly Fact[] {
  const number = (value: number): string => formatReading(value, language);
  const tolerance = ({ value, unit }: MassTolerance): string => `± ${number(value)} ${unit}`;
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
function gridUnit({ scale }: StoredSearch['parameters'], t: TFunction): string {
  return String(scale).startsWith('wavelength') ? t('plot:unit.nm') : t('plot:unit.cm-1');
}

/** The steps that prepared unknown and library alike; the technique's own grid comes first. */
function preparation({ method, parameters }: StoredSearch, t: TFunction, language: string): readonly string[] {
  if (method.family !== 'trace' && method.family !== 'mixture') return [];
  const grid = /^(.+)-(.+)\/(.+)$/.exec(String(parameters.grid ?? ''));
  const onto =
    grid === null ? [] : [t('search:words.grid', { from: grid[1], to: grid[2], spacing: grid[3], unit: gridUnit(parameters, t) })];
  const absorbance = parameters.intensity === 'absorbance' ? [t('search:words.absorbance')] : [];
  return [...absorbance, ...onto, ...stepSentences(method.steps, t, (params) => withNamedCodes(params, t, language))];
}

/** The method of a stored search in words: rows of a list of facts. */
export function MethodWords({ search }: { readonly search: StoredSearch }) {
  const { t, i18n } = useTranslation();
  const steps = preparation(search, t, i18n.language);
  return (
    <>
      <dt>{t('identify:facts.score')}</dt>
      <dd>
        {t('identify:facts.version', {
          score: t(`identify:score.${search.score}.name`),
          version: search.algorithmVersion.replace(/ (.+)$/, ' ($1)'),
        })}
        <Text size="xs" c="dimmed">
          {t(`identify:score.${search.score}.hint`)}
        </Text>
      </dd>
      {methodFacts(search, t, i18n.language).map(([name, said]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
      {steps.length > 0 && (
        <div className={classes.fact}>
          <dt>{t('search:words.preparation')}</dt>
          <dd>
            <StepSentences sentences={steps} />
          </dd>
        </div>
      )}
    </>
  );
}
