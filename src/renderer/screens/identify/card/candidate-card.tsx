import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconPin } from '@tabler/icons-react';
import { type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, CandidateCard as Card, StoredSearch } from '../../../../contract/identify';
import { AnchorLink } from '../../../components/anchor-link';
import { CollectionKindBadge } from '../../../components/collection-kind';
import { ReferenceQuality } from '../../../components/reference-quality';
import { StatusBadge } from '../../../components/status-badge';
import { StructurePicture } from '../../../components/structure-picture';
import { nameFor } from '../name-for';
import classes from './card.module.css';
import { CardSection } from './card-section';
import { AnalogueStatement, Evidence, WhyThisRank } from './evidence';
import { Identifiers } from './identifiers';
import { Indistinguishable } from './indistinguishable';
import { Names } from './names';
import { PartOfMixture } from './part-of-mixture';
import { Reveal } from './reveal';

/**
 * Everything known of one candidate; class and control status only when asked for. What the search itself found stands there at once, so that the
 * candidate can be judged and chosen while the rest is looked up.
 */
export function CandidateCard(props: {
  readonly candidate: Candidate;
  /** Undefined while it is looked up. */
  readonly card: Card | undefined;
  readonly search: StoredSearch;
  readonly pinned: boolean;
  readonly onPin: () => void;
  readonly onRank: (rank: number) => void;
  readonly onChoose: () => void;
  readonly chooseRef: Ref<HTMLButtonElement>;
}) {
  const { t, i18n } = useTranslation();
  const { candidate, card, search, pinned, onPin, onRank, onChoose, chooseRef } = props;
  const { rank } = candidate;
  const name = card === undefined ? candidate.name : nameFor(card, i18n.language);
  const chosen = search.chosenRanks.includes(rank);
  return (
    <article className={classes.card} aria-label={t('identify:card.label', { name })} aria-busy={card === undefined}>
      <div className={classes.body} data-card-body>
        <Stack gap={10}>
          <div>
            <Group gap="2px 6px" mb={2} justify="space-between">
              <Text size="xs" c="dimmed" className={classes.rank}>
                {t('identify:card.rank', { rank, count: search.candidates.length })}
              </Text>
              <Group gap="2px 6px">
                <Button
                  size="compact-xs"
                  variant={pinned ? 'light' : 'subtle'}
                  aria-pressed={pinned}
                  title={t('search:compare.hint')}
                  leftSection={<IconPin size={13} aria-hidden />}
                  onClick={onPin}
                >
                  {t('search:compare.keep')}
                </Button>
                <CollectionKindBadge kind={candidate.collectionKind} />
              </Group>
            </Group>
            <Title order={2} size="h3" className={classes.name}>
              <bdi>{name}</bdi>
            </Title>
            {name !== candidate.name && (
              <Text size="sm" c="dimmed">
                <bdi>{candidate.name}</bdi>
              </Text>
            )}
          </div>
          {card !== undefined && <StructurePicture smiles={card.smiles} name={name} />}
          <Identifiers known={card ?? { ...candidate, smiles: null }} retentionIndex={candidate.retentionIndex} />
          <PartOfMixture candidate={candidate} />
          {card === undefined ? (
            <LookingUp />
          ) : (
            <>
              <AnalogueStatement messages={card.analogue} />
              <Indistinguishable card={card} score={search.score} onRank={onRank} />
              <Evidence card={card} />
            </>
          )}
          <WhyThisRank candidate={candidate} />
          {card !== undefined && <Reference card={card} name={name} />}
          <Reveal key={`${search.id} ${rank}`} rank={rank} search={search} />
        </Stack>
      </div>
      <div className={classes.foot}>
        {chosen ? (
          <Group gap={6} justify="center">
            <StatusBadge tone="good" label={t('identify:choose.done')} icon={IconCheck} />
          </Group>
        ) : (
          <Button ref={chooseRef} fullWidth variant={search.chosenRank === null ? 'filled' : 'default'} onClick={onChoose}>
            {search.chosenRank === null ? t('identify:choose.this') : t('identify:choose.this-instead', { rank: search.chosenRank })}
          </Button>
        )}
      </div>
    </article>
  );
}

/** Longer than this, and the library is being loaded: after a start it takes some seconds. */
const SLOW_MILLISECONDS = 1500;

function LookingUp() {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed" role="status">
        {slow ? t('identify:card.loading-library') : t('identify:card.loading')}
      </Text>
      <Skeleton height={64} />
      <Skeleton height={14} width="70%" />
    </Stack>
  );
}

/** What the laboratory holds of the substance, and where the reference spectrum comes from. */
function Reference({ card, name }: { readonly card: Card; readonly name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <CardSection title={t('identify:card.reference-material')}>
        {card.referenceLots.length === 0 ? (
          <Text size="sm">{t('identify:card.no-lots')}</Text>
        ) : (
          <Group gap={6}>
            {card.referenceLots.map(({ id, code, expired }) => (
              <Group key={id} gap={4} wrap="nowrap">
                <AnchorLink size="sm" ff="monospace" to="/reference-samples" search={{ lot: id }}>
                  {code}
                </AnchorLink>
                {expired && <StatusBadge tone="attention" label={t('references:lots.expired')} />}
              </Group>
            ))}
          </Group>
        )}
      </CardSection>
      {(card.quality.length > 0 || card.grade !== null) && (
        <CardSection title={t('identify:card.quality')}>
          {card.grade !== null && <Text size="sm">{t('hygiene:grade', { grade: card.grade })}</Text>}
          <ReferenceQuality messages={card.quality} />
        </CardSection>
      )}
      <CardSection title={t('identify:card.provenance')}>
        <dl className={classes.facts}>
          <dt>{t('identify:card.collection')}</dt>
          <dd>
            <AnchorLink size="sm" to="/library" search={{ spectrum: card.spectrumKey }}>
              {card.collectionName}
            </AnchorLink>
          </dd>
          <Fact label={t('identify:card.accession')} value={card.accession} />
          <Fact label={t('identify:card.origin')} value={card.origin} />
          <Fact label={t('identify:card.instrument')} value={card.instrument} />
          <Fact label={t('identify:card.licence')} value={card.licence === '' ? t('identify:card.not-stated') : card.licence} />
        </dl>
      </CardSection>
      <Names names={card.names} shown={name} />
      {card.synonyms.length > 0 && (
        <CardSection title={t('identify:card.synonyms', { count: card.synonyms.length })}>
          <Text size="sm" className={classes.synonyms}>
            {card.synonyms.join(' · ')}
          </Text>
        </CardSection>
      )}
    </>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string | null }) {
  if (value === null || value === '') return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}
