import { Skeleton, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateCard as Card, StoredSearch } from '../../../contract/identify';
import { ErrorAlert } from '../../app/errors/error-alert';
import { presentError } from '../../app/errors/present-error';
import { api } from '../../app/wire/client';
import { EmptyState } from '../../components/empty-state';
import { CandidateList } from './candidate-list';
import { CandidateCard } from './card/candidate-card';
import { ChooseDialog } from './card/choose-dialog';
import { FitPicture } from './fit-picture';
import classes from './identify.module.css';
import { Judgement } from './judgement';
import { nameFor } from './name-for';
import { Picture, type Unknown } from './picture';
import { type SearchSettings, searchesUnstated, withUnstated } from './settings';
import { UnstatedNote } from './unstated-note';

const WAITING_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const CARD_TOPICS = { topics: ['reference_lot', 'substance', 'substance_name'] } as const;

/** The card of a candidate; its neighbours are fetched ahead, so that the arrows walk without waiting. */
function useCard(search: StoredSearch | undefined, rank: number) {
  const queries = useQueryClient();
  const searchId = search?.id;
  const count = search?.candidates.length ?? 0;
  useEffect(() => {
    if (searchId === undefined) return;
    for (const near of [rank + 1, rank - 1]) {
      if (near >= 1 && near <= count)
        void queries.prefetchQuery(api.identify.candidate.queryOptions({ input: { searchId, rank: near }, meta: CARD_TOPICS }));
    }
  }, [queries, searchId, rank, count]);
  return useQuery(
    api.identify.candidate.queryOptions({
      input: { searchId: searchId ?? '', rank },
      enabled: searchId !== undefined && count > 0,
      placeholderData: keepPreviousData,
      meta: CARD_TOPICS,
    }),
  );
}

/** A name keeps its own direction in a sentence of another script (Unicode, FSI and PDI). */
const isolated = (name: string): string => `\u2068${name}\u2069`;

function Heading({ name }: { readonly name: string | undefined }) {
  const { t } = useTranslation();
  return (
    <span className={classes.plotTitle} dir="auto">
      {name === undefined ? t('identify:plot.unknown') : t('identify:plot.against', { name: isolated(name) })}
    </span>
  );
}

/** Candidates, picture, card; a kept candidate's picture above the one being looked at. */
export function Panes(props: {
  readonly unknown: Unknown;
  readonly search: StoredSearch | undefined;
  readonly rank: number;
  readonly onRank: (rank: number) => void;
  readonly busy: boolean;
  readonly onSearch: (settings: SearchSettings) => void;
}) {
  const { t, i18n } = useTranslation();
  const { unknown, search, rank, onRank, busy, onSearch } = props;
  const [pinned, setPinned] = useState<number | null>(null);
  const [choosing, setChoosing] = useState(false);
  const chooseRef = useRef<HTMLButtonElement>(null);
  const cardRef = useRef<HTMLDivElement>(null);
  /** To the choice; where it is made already, to the card, which says so. */
  const toCard = (): void => (chooseRef.current ?? cardRef.current)?.focus();
  const card = useCard(search, rank);
  const kept = useCard(pinned === null ? undefined : search, pinned ?? 1);
  const candidate = search?.candidates.find((each) => each.rank === rank);
  // The picture stays until the next one is there; the card begins at once with what the search itself found.
  const shownCard = candidate === undefined ? undefined : card.data;
  const ownCard = shownCard?.rank === rank ? shownCard : undefined;
  const name = shownCard === undefined ? '' : nameFor(shownCard, i18n.language);
  const beside = pinned === null || pinned === shownCard?.rank ? undefined : kept.data;
  const isFit = search?.method.family === 'mixture' && search.candidates.length > 0;
  // Two libraries may hold the same substance: beside each other the pictures are told apart by rank.
  const ranked = (of: Card): string => `${nameFor(of, i18n.language)} · ${t('identify:history.rank', { rank: of.rank })}`;
  const against = shownCard === undefined ? undefined : beside === undefined ? name : ranked(shownCard);
  return (
    <div className={classes.panes}>
      <div className={classes.grid} data-beside={beside === undefined ? undefined : true}>
        <div className={`${classes.pane} ${classes.plot}`} aria-busy={candidate !== undefined && ownCard === undefined}>
          {beside !== undefined && (
            <div className={classes.half}>
              <Picture unknown={unknown} card={beside} name={ranked(beside)} heading={<Heading name={ranked(beside)} />} />
            </div>
          )}
          <div className={classes.half}>
            {isFit && search !== undefined ? (
              <FitPicture search={search} heading={<span className={classes.plotTitle}>{t('search:fit.title')}</span>} />
            ) : (
              <Picture unknown={unknown} card={shownCard} name={against ?? ''} heading={<Heading name={against} />} />
            )}
          </div>
        </div>
        <div className={`${classes.pane} ${classes.list}`} aria-busy={busy}>
          {search === undefined && busy && (
            <Stack gap="sm" className={classes.waiting}>
              <Text size="sm" c="dimmed" role="status">
                {t('identify:searching')}
              </Text>
              {WAITING_ROWS.map((key) => (
                <Skeleton key={key} height={34} />
              ))}
            </Stack>
          )}
          {search !== undefined && search.candidates.length === 0 && (
            <EmptyState
              title={t('identify:candidates.none')}
              hint={search.librarySnapshot.spectra === 0 ? t('identify:candidates.empty-library') : t('identify:candidates.none-hint')}
            />
          )}
          {search?.method.family === 'ei' && !searchesUnstated(search.filters) && (
            <UnstatedNote onInclude={() => onSearch({ method: search.method, filters: withUnstated(search.filters, true) })} />
          )}
          {search !== undefined && search.candidates.length > 0 && <Judgement search={search} />}
          {search !== undefined && search.candidates.length > 0 && (
            <CandidateList search={search} rank={rank} onRank={onRank} onOpen={toCard} />
          )}
        </div>
        <div ref={cardRef} className={`${classes.pane} ${classes.card}`} tabIndex={-1}>
          {card.error !== null && <ErrorAlert error={presentError(card.error, t)} onRetry={() => void card.refetch()} />}
          {candidate !== undefined && search !== undefined && (
            <>
              <CandidateCard
                candidate={candidate}
                card={ownCard}
                search={search}
                pinned={pinned === rank}
                onPin={() => setPinned(pinned === rank ? null : rank)}
                onRank={onRank}
                onChoose={() => setChoosing(true)}
                chooseRef={chooseRef}
              />
              <ChooseDialog
                opened={choosing}
                name={ownCard === undefined ? candidate.name : name}
                search={search}
                rank={rank}
                onClose={() => setChoosing(false)}
              />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
