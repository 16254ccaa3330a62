import { ActionIcon, Tooltip } from '@mantine/core';
import { IconClipboard, IconTableExport } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, StoredSearch } from '../../../contract/identify';
import type { ScoreId, SearchFamily } from '../../../contract/search-method';
import { formatNumber } from '../../../i18n/formats/numbers';
import { CollectionKindMark } from '../../components/collection-kind';
import { copyText } from '../../components/copy-text';
import { toClipboardTable, toCsv } from '../../components/data-list/delimited';
import { movedIndex } from '../../components/data-list/list-keys';
import { saveText } from '../../components/data-list/save-text';
import { candidateColumns } from './candidate-columns';
import classes from './candidate-list.module.css';
import { scoreOf, scoreText, shownScores } from './method/scores';

const ROW_HEIGHT = 48;

/** What is said of a pair beside its scores: peaks matched, the share of the range that is compared, or the share of a mixture's signal. */
function Extent({ candidate }: { readonly candidate: Candidate }) {
  const { i18n } = useTranslation();
  const { matchedPeaks, libraryPeaks, coverage, component } = candidate;
  if (matchedPeaks !== null)
    return (
      <span>
        {matchedPeaks}/{libraryPeaks ?? '–'}
      </span>
    );
  const share = component?.share ?? coverage;
  return <span>{share === null ? '' : `${formatNumber(100 * share, i18n.language, 0)} %`}</span>;
}

/** A column a score, and one for the extent. */
const columnsOf = (shown: readonly ScoreId[]) => ({ gridTemplateColumns: `repeat(${shown.length}, minmax(0, 1fr)) minmax(0, 1.35fr)` });

function Scores({
  candidate,
  shown,
  rankedBy,
}: {
  readonly candidate: Candidate;
  readonly shown: readonly ScoreId[];
  readonly rankedBy: ScoreId;
}) {
  const { i18n } = useTranslation();
  return (
    <div className={classes.scores} style={columnsOf(shown)} dir="ltr">
      {shown.map((id) => (
        <span key={id} data-ranks={id === rankedBy || undefined}>
          {scoreText(id, scoreOf(candidate, id, rankedBy), i18n.language)}
        </span>
      ))}
      <Extent candidate={candidate} />
    </div>
  );
}

function Extents({ family }: { readonly family: SearchFamily }) {
  const { t } = useTranslation();
  const kind = family === 'trace' ? 'coverage' : family === 'mixture' ? 'share' : 'peaks';
  return <span title={t(`identify:candidates.${kind}-hint`)}>{t(`identify:candidates.${kind}`)}</span>;
}

function Row(props: {
  readonly candidate: Candidate;
  readonly shown: readonly ScoreId[];
  readonly rankedBy: ScoreId;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly domId: string;
  readonly start: number;
  readonly total: number;
  readonly onClick: () => void;
}) {
  const { t } = useTranslation();
  const { candidate, shown, rankedBy, current, chosen, domId, start, total, onClick } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and takes the keys for its options (aria-activedescendant)
    <div
      id={domId}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      aria-setsize={total}
      aria-posinset={candidate.rank}
      className={classes.row}
      data-current={current || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onClick}
    >
      <div className={classes.first}>
        <span className={classes.rank}>{candidate.rank}</span>
        <span className={classes.name} title={candidate.name} dir="auto">
          {candidate.name}
        </span>
        {chosen && <span className={classes.chosen}>{t('identify:candidates.chosen')}</span>}
        <CollectionKindMark kind={candidate.collectionKind} />
      </div>
      <Scores candidate={candidate} shown={shown} rankedBy={rankedBy} />
    </div>
  );
}

/** The ranked candidates of one search, in the order in which they were stored: it never changes while they are looked at. */
export function CandidateList(props: {
  readonly search: StoredSearch;
  readonly rank: number;
  readonly onRank: (rank: number) => void;
  /** Enter: on to the candidate's card. */
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation();
  const { search, rank, onRank, onOpen } = props;
  const { candidates, score, chosenRanks } = search;
  const shown = useMemo(() => shownScores(search), [search]);
  const scrollRef = useRef<HTMLDivElement>(null);
  const domId = useId();
  const columns = useMemo(() => candidateColumns(t, search), [t, search]);
  const virtual = useVirtualizer({
    count: candidates.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const index = candidates.findIndex((candidate) => candidate.rank === rank);
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index);
  }, [index, virtual]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const moved = movedIndex(event.key, index, candidates.length, page);
    const next = moved === null ? undefined : candidates[moved];
    const current = candidates[index];
    if (next !== undefined) onRank(next.rank);
    else if (event.key === 'Enter') onOpen();
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && current !== undefined) copyText(toClipboardTable([current], columns));
    else return;
    event.preventDefault();
  };
  const copyLabel = t('frame:list.copy');
  const csvLabel = t('frame:list.csv');
  return (
    <section className={classes.list} aria-label={t('identify:candidates.title')}>
      <div className={classes.head}>
        <span className={classes.title}>{t('identify:candidates.count', { count: candidates.length })}</span>
        <Tooltip label={copyLabel}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={copyLabel}
            onClick={() => copyText(toClipboardTable(candidates, columns))}
          >
            <IconClipboard size={15} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={csvLabel}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={csvLabel}
            onClick={() => saveText('candidates.csv', 'text/csv', toCsv(candidates, columns))}
          >
            <IconTableExport size={15} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={`${classes.scores} ${classes.legend}`} style={columnsOf(shown)} aria-hidden="true" dir="ltr">
        {shown.map((id) => (
          <span key={id} data-ranks={id === score || undefined} title={t(`identify:score.${id}.name`)}>
            {t(`identify:score.${id}.short`)}
          </span>
        ))}
        <Extents family={search.method.family} />
      </div>
      <div
        ref={scrollRef}
        className={classes.scroll}
        role="listbox"
        tabIndex={0}
        aria-label={t('identify:candidates.title')}
        aria-activedescendant={index >= 0 ? `${domId}-${index}` : undefined}
        onKeyDown={onKeyDown}
        data-candidates
      >
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map((item) => {
            const candidate = candidates[item.index];
            if (candidate === undefined) return null;
            return (
              <Row
                key={candidate.rank}
                candidate={candidate}
                shown={shown}
                rankedBy={score}
                current={candidate.rank === rank}
                chosen={chosenRanks.includes(candidate.rank)}
                domId={`${domId}-${item.index}`}
                start={item.start}
                total={candidates.length}
                onClick={() => onRank(candidate.rank)}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}
