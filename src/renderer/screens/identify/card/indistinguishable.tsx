import { Button, Text } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateCard } from '../../../../contract/identify';
import type { ScoreId } from '../../../../contract/search-method';
import { scoreText } from '../method/scores';
import classes from './card.module.css';
import { CardSection } from './card-section';

const SHOWN_AT_FIRST = 4;

/** Other substances of the library whose spectra are too like this one's for this technique. */
export function Indistinguishable(props: {
  readonly card: CandidateCard;
  /** Of the search; what is too alike is told by the spread's own. */
  readonly score: ScoreId;
  readonly onRank: (rank: number) => void;
}) {
  const { t, i18n } = useTranslation();
  const { card, onRank } = props;
  const score = card.spread?.score ?? props.score;
  const { indistinguishable: entries, spread } = card;
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHOWN_AT_FIRST);
  return (
    <CardSection title={t('identify:card.indistinguishable')}>
      {entries.length === 0 ? (
        <Text size="sm">{t('identify:card.none-indistinguishable')}</Text>
      ) : (
        <div className={classes.warn}>
          <Text size="sm" mb={2}>
            {t('identify:card.indistinguishable-hint')}{' '}
            {spread !== null &&
              t(`search:evidence.spread.${spread.basis}`, {
                limit: scoreText(score, spread.limit, i18n.language),
                count: spread.replicates,
              })}
          </Text>
          <ul className={classes.alike}>
            {shown.map(({ name, rank, spectrumKey, score: value, separatedBy }) => (
              <li key={spectrumKey}>
                <button
                  type="button"
                  className={classes.alikeButton}
                  disabled={rank === null}
                  onClick={() => rank !== null && onRank(rank)}
                >
                  <IconEqual size={13} aria-hidden />
                  <span className={classes.alikeName}>
                    <bdi>{name}</bdi>
                  </span>
                  <span className={classes.alikeScore} title={t(`identify:score.${score}.name`)}>
                    {scoreText(score, value, i18n.language)}
                  </span>
                </button>
                {separatedBy.length > 0 && (
                  <Text size="xs" className={classes.separated}>
                    {t('search:evidence.separated', {
                      techniques: separatedBy.map(({ technique }) => t(`search:technique.${technique}`)).join(', '),
                    })}
                  </Text>
                )}
              </li>
            ))}
          </ul>
          {entries.length > SHOWN_AT_FIRST && !all && (
            <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
              {t('identify:card.show-all', { count: entries.length })}
            </Button>
          )}
        </div>
      )}
    </CardSection>
  );
}
