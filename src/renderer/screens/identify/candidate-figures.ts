import type { TFunction } from 'i18next';
import type { Candidate, StoredSearch } from '../../../contract/identify';
import type { ScoreId } from '../../../contract/search-method';
import { formatNumber } from '../../../i18n/formats/numbers';
import { scoreOf, scoreText, shownScores } from './method/scores';

/** A number beside every candidate of a list. */
export interface Figure {
  readonly id: string;
  readonly header: string;
  /** What it is, in words. */
  readonly hint: string;
  /** Whether the list is ordered by it. */
  readonly ranks: boolean;
  /** Share of the row's width. */
  readonly width: number;
  readonly text: (candidate: Candidate) => string;
}

/** The score that ranked and others beside it, and how far they reach; of a mixture the coefficients with their intervals, and shares. */
export function figuresOf(search: StoredSearch, t: TFunction, language: string): readonly Figure[] {
  const percent = (share: number | null | undefined): string =>
    share === null || share === undefined ? '' : `${formatNumber(100 * share, language, 0)} %`;
  const extent = (kind: 'coverage' | 'share' | 'peaks', text: Figure['text'], ranks = false): Figure => ({
    id: kind,
    header: t(`identify:candidates.${kind}`),
    hint: t(`identify:candidates.${kind}-hint`),
    ranks,
    width: 1.35,
    text,
  });
  const score = (id: ScoreId): Figure => ({
    id,
    header: t(`identify:score.${id}.short`),
    hint: t(`identify:score.${id}.name`),
    ranks: id === search.score,
    width: 1,
    text: (candidate) => scoreText(id, scoreOf(candidate, id, search.score), language),
  });
  const number = (value: number | undefined): string => (value === undefined ? '–' : formatNumber(value, language, 3));
  switch (search.method.family) {
    case 'mixture':
      return [
        {
          id: 'coefficient',
          header: t('identify:score.mixture-least-squares.short'),
          hint: t('search:part-of-mixture.coefficient'),
          ranks: false,
          width: 1,
          text: ({ component }) => number(component?.coefficient),
        },
        {
          id: 'interval',
          header: t('search:part-of-mixture.interval'),
          hint: t('search:part-of-mixture.interval'),
          ranks: false,
          width: 1.8,
          text: ({ component }) => `${number(component?.low)} – ${number(component?.high)}`,
        },
        { ...extent('share', ({ component }) => percent(component?.share), true), width: 1 },
      ];
    case 'trace':
      return [...shownScores(search).map(score), extent('coverage', ({ coverage }) => percent(coverage))];
    default:
      return [
        ...shownScores(search).map(score),
        extent('peaks', ({ matchedPeaks, libraryPeaks }) => (matchedPeaks === null ? '' : `${matchedPeaks}/${libraryPeaks ?? '–'}`)),
      ];
  }
}
