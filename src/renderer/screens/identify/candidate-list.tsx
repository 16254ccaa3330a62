import { ActionIcon, Tooltip } from '@mantine/core';
import { IconClipboard, IconTableExport } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, StoredSearch } from '../../../contract/identify';
import { CollectionKindMark } from '../../components/collection-kind';
import { copyText } from '../../components/copy-text';
import { toClipboardTable, toCsv } from '../../components/data-list/delimited';
import { movedIndex } from '../../components/data-list/list-keys';
import { saveText } from '../../components/data-list/save-text';
import { candidateColumns } from './candidate-columns';
import { type Figure, figuresOf } from './candidate-figures';
import classes from './candidate-list.module.css';

const ROW_HEIGHT = 48;

/** A column a figure. */
const columnsOf = (figures: readonly Figure[]) => ({ gridTemplateColumns: figures.map(({ width }) => `minmax(0, ${width}fr)`).join(' ') });

function Figures({ candidate, figures }: { readonly candidate: Candidate; readonly figures: readonly Figure[] }) {
  return (
    <div className={classes.scores} style={columnsOf(figures)} dir="ltr">
      {figures.map(({ id, ranks, text }) => (
        <span key={id} data-ranks={ranks || undefined}>
          {text(candidate)}
        </span>
      ))}
    </div>
  );
}

function Row(props: {
  readonly candidate: Candidate;
  readonly figures: readonly Figure[];
  readonly current: boolean;
  readonly chosen: boolean;
  readonly domId: string;
  readonly start: number;
  readonly total: number;
  readonly onClick: () => void;
}) {
  const { t } = useTranslation();
  const { candidate, figures, current, chosen, domId, start, total, onClick } = props;
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
      <Figures candidate={candidate} figures={figures} />
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
  const { t, i18n } = useTranslation();
  const { search, rank, onRank, onOpen } = props;
  const { candidates, chosenRanks } = search;
  const figures = useMemo(() => figuresOf(search, t, i18n.language), [search, t, i18n.language]);
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
      <div className={`${classes.scores} ${classes.legend}`} style={columnsOf(figures)} aria-hidden="true" dir="ltr">
        {figures.map(({ id, ranks, header, hint }) => (
          <span key={id} data-ranks={ranks || undefined} title={hint}>
            {header}
          </span>
        ))}
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
                figures={figures}
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
