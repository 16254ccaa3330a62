import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubstanceSummary } from '../../../../contract/substances';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import type { ReferencesAddress } from '../address';
import { NewSubstanceForm } from './new-substance-form';
import { SubstanceRecord } from './substance-record';

const PAGE = 200;
const code = (value: string | null) => (value === null ? null : <CodeText code={value} plain />);

function substanceColumns(t: TFunction, language: string): readonly Column<SubstanceSummary>[] {
  return [
    {
      id: 'name',
      header: t('references:substances.name'),
      value: ({ displayName }) => displayName,
      cell: ({ displayName }) => <bdi>{displayName}</bdi>,
      width: { grow: 2, least: 180 },
    },
    {
      id: 'preferred',
      header: t('references:substances.preferred'),
      value: ({ preferredName }) => preferredName,
      width: { grow: 2, least: 180 },
    },
    {
      id: 'class',
      header: t('references:substances.class'),
      value: ({ substanceClass }) => substanceClass,
      width: { grow: 1, least: 100 },
    },
    {
      id: 'formula',
      header: t('references:substances.formula'),
      value: ({ formula }) => formula,
      cell: ({ formula }) => code(formula),
      width: 140,
    },
    {
      id: 'mass',
      header: t('references:substances.average-mass'),
      value: ({ averageMass }) => averageMass,
      cell: ({ averageMass }) => averageMass !== null && formatNumber(averageMass, language, 2),
      align: 'end',
      width: 120,
    },
    { id: 'cas', header: t('references:substances.cas'), value: ({ cas }) => cas, cell: ({ cas }) => code(cas), width: 130 },
    {
      id: 'inchikey',
      header: t('references:substances.inchikey'),
      value: ({ inchikey }) => inchikey,
      cell: ({ inchikey }) => code(inchikey),
      width: 270,
      hiddenAtFirst: true,
    },
  ];
}

/** The laboratory's register of substances, found by any name in any script. */
export function SubstancesTab({ address }: { readonly address: ReferencesAddress }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('substances.edit');
  const [text, setText] = useState('');
  const [quietText] = useDebouncedValue(text.trim(), 150);
  const query = useInfiniteQuery(
    api.substances.search.infiniteOptions({
      input: (offset: number) => ({ text: quietText, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
        return seen < last.total && last.items.length > 0 ? seen : undefined;
      },
      placeholderData: keepPreviousData,
      meta: { topics: ['substance', 'substance_name'] },
    }),
  );
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const columns = useMemo(() => substanceColumns(t, i18n.language), [t, i18n.language]);
  const show = (substance: string | undefined): void =>
    void navigate({ to: '/reference-samples', search: { tab: 'substances', substance } });
  const addLabel = t('references:substances.add');
  const openId = address.substance === 'new' ? undefined : address.substance;
  if (query.error !== null) return <ErrorAlert error={presentError(query.error, t)} onRetry={() => void query.refetch()} />;
  return (
    <>
      <DataList<SubstanceSummary>
        id="substances"
        label={t('references:substances.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        currentKey={openId}
        onOpen={({ id }) => show(id)}
        remote={{ total: query.data?.pages[0]?.total ?? 0, loadMore, search: text, onSearch: setText }}
        empty={{ title: t('references:substances.empty'), action: mayEdit ? { label: addLabel, onClick: () => show('new') } : undefined }}
        tools={
          mayEdit && (
            <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show('new')}>
              {addLabel}
            </Button>
          )
        }
      />
      <RecordDrawer opened={address.substance === 'new'} title={addLabel} onClose={() => show(undefined)} size={560}>
        <NewSubstanceForm onDone={show} />
      </RecordDrawer>
      <RecordDrawer opened={openId !== undefined} title={t('references:substances.one')} onClose={() => show(undefined)} size={640}>
        {openId !== undefined && <SubstanceRecord id={openId} />}
      </RecordDrawer>
    </>
  );
}
