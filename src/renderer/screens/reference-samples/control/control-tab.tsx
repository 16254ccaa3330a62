import { Alert, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { controlListRow } from '../../../../contract/substances';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { api } from '../../../app/wire/client';
import { AnchorLink } from '../../../components/anchor-link';
import { CodeText } from '../../../components/code-text';
import { ControlIntervalLine, VerifiedBadge } from '../../../components/control-interval-line';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import { DateText } from '../../../components/date-text';
import { IntervalDates } from '../../../components/interval-dates';
import { RecordDrawer } from '../../../components/record-drawer';
import type { ReferencesAddress } from '../address';
import classes from '../reference-samples.module.css';
import { ControlRowActions } from './control-row-actions';

type Row = z.infer<typeof controlListRow>;
const PAGE = 200;
const CONVENTIONS: readonly Row['convention'][] = ['1961', '1971', '1988', 'national'];

function controlColumns(t: TFunction): readonly Column<Row>[] {
  return [
    {
      id: 'substance',
      header: t('references:substances.one'),
      value: ({ substanceName }) => substanceName,
      width: { grow: 2, least: 180 },
    },
    {
      id: 'class',
      header: t('references:substances.class'),
      value: ({ substanceClass }) => substanceClass,
      width: { grow: 1, least: 100 },
    },
    {
      id: 'cas',
      header: t('references:substances.cas'),
      value: ({ cas }) => cas,
      cell: ({ cas }) => cas !== null && <CodeText code={cas} plain />,
      width: 120,
    },
    {
      id: 'convention',
      header: t('references:control.convention-title'),
      value: ({ convention }) => t(`references:control.convention.${convention}`),
      width: 140,
    },
    { id: 'schedule', header: t('references:control.schedule'), value: ({ schedule }) => schedule, width: 90 },
    {
      id: 'dates',
      header: t('references:control.validity'),
      value: ({ fromDate, toDate }) => `${fromDate ?? '?'}/${toDate ?? ''}`,
      cell: (row) => <IntervalDates interval={row} />,
      width: { grow: 2, least: 210 },
    },
    {
      id: 'verified',
      header: t('references:control.verification'),
      value: ({ verifiedAt }) => verifiedAt,
      cell: (row) => <VerifiedBadge interval={row} />,
      width: 140,
    },
  ];
}

function NotOfficial() {
  const { t, i18n } = useTranslation();
  const header = useQuery(api.substances.control.header.queryOptions({ meta: { topics: ['control_interval', 'shipped_table'] } }));
  const number = (value: number): string => formatNumber(value, i18n.language, 0);
  return (
    <Alert color="orange" variant="light" icon={<IconInfoCircle aria-hidden />} p="xs">
      {t('references:control.not-official')}{' '}
      {header.data !== undefined &&
        t('references:control.header', {
          title: header.data.title,
          version: header.data.version,
          date: header.data.date,
          rows: number(header.data.rows),
          verified: number(header.data.verified),
        })}
    </Alert>
  );
}

function ControlRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const header = useQuery(api.substances.control.header.queryOptions({ meta: { topics: ['control_interval', 'shipped_table'] } }));
  const sources = header.data?.sources ?? {};
  return (
    <>
      <AnchorLink to="/reference-samples" search={{ tab: 'substances', substance: row.substanceId }}>
        {row.substanceName}
      </AnchorLink>
      <div className={classes.row}>
        <ControlIntervalLine interval={row} />
        <ControlRowActions interval={row} />
      </div>
      <dl className={classes.facts}>
        {row.verifiedAt !== null && (
          <>
            <dt>{t('references:control.verified')}</dt>
            <dd>
              {row.verifiedBy}, <DateText instant={row.verifiedAt} />
            </dd>
            <dt>{t('references:control.against')}</dt>
            <dd>{row.verifiedAgainst}</dd>
          </>
        )}
        <dt>{t('references:substances.confidence')}</dt>
        <dd>{t(`references:confidence.${row.confidence}`)}</dd>
        <dt>{t('references:control.basis')}</dt>
        <dd>
          {row.basis.map((basis) => (
            <div key={basis}>
              <bdi>{sources[basis] ?? basis}</bdi>
            </div>
          ))}
        </dd>
      </dl>
    </>
  );
}

/** The laboratory's copy of what the law lists, row by row, with who compared it and when. */
export function ControlTab(_: { readonly address: ReferencesAddress }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [verified, setVerified] = useState<string | null>(null);
  const [convention, setConvention] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [quietText] = useDebouncedValue(text.trim(), 150);
  const query = useInfiniteQuery(
    api.substances.control.list.infiniteOptions({
      input: (offset: number) => ({
        text: quietText,
        offset,
        limit: PAGE,
        verified: verified === null ? null : verified === 'yes',
        convention,
      }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
        return seen < last.total && last.items.length > 0 ? seen : undefined;
      },
      placeholderData: keepPreviousData,
      meta: { topics: ['control_interval', 'substance'] },
    }),
  );
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const columns = useMemo(() => controlColumns(t), [t]);
  const open = rows?.find(({ id }) => id === openId);
  if (query.error !== null) return <ErrorAlert error={presentError(query.error, t)} onRetry={() => void query.refetch()} />;
  return (
    <>
      <NotOfficial />
      <DataList<Row>
        id="control-list"
        label={t('references:control.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => setOpenId(id)}
        remote={{
          total: query.data?.pages[0]?.total ?? 0,
          loadMore,
          search: text,
          onSearch: setText,
          narrowed: verified !== null || convention !== null,
        }}
        empty={{ title: t('references:control.empty') }}
        tools={
          <>
            <Select
              size="xs"
              w={150}
              clearable
              aria-label={t('references:control.verification')}
              placeholder={t('references:control.verification')}
              data={[
                { value: 'yes', label: t('references:control.verified') },
                { value: 'no', label: t('references:control.not-verified') },
              ]}
              value={verified}
              onChange={setVerified}
            />
            <Select
              size="xs"
              w={170}
              clearable
              aria-label={t('references:control.convention-title')}
              placeholder={t('references:control.convention-title')}
              data={CONVENTIONS.map((value) => ({ value, label: t(`references:control.convention.${value}`) }))}
              value={convention}
              onChange={setConvention}
            />
          </>
        }
      />
      <RecordDrawer opened={open !== undefined} title={t('references:control.row')} onClose={() => setOpenId(null)} size={520}>
        {open !== undefined && <ControlRow key={open.rowVersion} row={open} />}
      </RecordDrawer>
    </>
  );
}
