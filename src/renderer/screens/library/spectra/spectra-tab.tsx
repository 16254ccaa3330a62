import { Group, NumberInput, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ionisation, type SpectrumSummary } from '../../../../contract/library';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { api } from '../../../app/wire/client';
import { DataList } from '../../../components/data-list/data-list';
import type { LibraryAddress } from '../address';
import { spectrumColumns } from './spectrum-columns';

const PAGE = 200;
const SORTS = ['name', 'nominalMass', 'formula', 'collectionName', 'key'] as const;
type Sort = (typeof SORTS)[number];
type Ionisation = z.infer<typeof ionisation>;

const massOf = (value: string | number): number | null => (typeof value === 'number' ? value : null);

/** All reference spectra, searched, filtered, sorted and paged by the engine. */
export function SpectraTab({ address, onImport }: { readonly address: LibraryAddress; readonly onImport: (() => void) | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Ionisation | null>(null);
  const [massFrom, setMassFrom] = useState<number | null>(null);
  const [massTo, setMassTo] = useState<number | null>(null);
  const [sort, setSort] = useState<Sort>('name');
  const [quietText] = useDebouncedValue(text.trim(), 150);
  const collectionId = address.collection ?? null;
  const collections = useQuery(api.library.collections.queryOptions({ meta: { topics: ['collection'] } }));
  const query = useInfiniteQuery(
    api.library.spectra.infiniteOptions({
      input: (offset: number) => ({
        text: quietText,
        offset,
        limit: PAGE,
        collectionId,
        ionisation: kind,
        massFrom,
        massTo,
        sort,
        descending: false,
      }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
        return seen < last.total && last.items.length > 0 ? seen : undefined;
      },
      placeholderData: keepPreviousData,
      meta: { topics: ['collection'] },
    }),
  );
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const columns = useMemo(() => spectrumColumns(t), [t]);
  const narrowed = collectionId !== null || kind !== null || massFrom !== null || massTo !== null;
  if (query.error !== null) return <ErrorAlert error={presentError(query.error, t)} onRetry={() => void query.refetch()} />;
  return (
    <DataList<SpectrumSummary>
      id="reference-spectra"
      label={t('library:spectra.title')}
      rows={rows}
      rowKey={({ key }) => String(key)}
      columns={columns}
      currentKey={address.spectrum === undefined ? undefined : String(address.spectrum)}
      onOpen={({ key }) => void navigate({ to: '/library', search: { ...address, spectrum: key } })}
      remote={{ total: query.data?.pages[0]?.total ?? 0, loadMore, search: text, onSearch: setText, narrowed }}
      empty={{
        title: t('library:spectra.empty'),
        hint: t('library:spectra.empty-hint'),
        action: onImport === undefined ? undefined : { label: t('library:import.choose'), onClick: onImport },
      }}
      tools={
        <Group gap={6} wrap="nowrap">
          <Select
            size="xs"
            w={170}
            clearable
            aria-label={t('library:spectra.collection')}
            placeholder={t('library:spectra.all-collections')}
            data={(collections.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={collectionId}
            onChange={(next) => void navigate({ to: '/library', search: { collection: next ?? undefined } })}
          />
          <Select
            size="xs"
            w={120}
            clearable
            aria-label={t('library:spectra.ionisation')}
            placeholder={t('library:spectra.any-ionisation')}
            data={ionisation.options.map((value) => ({ value, label: t(`library:ionisation.${value}`) }))}
            value={kind}
            onChange={(next) => setKind(next as Ionisation | null)}
          />
          <NumberInput
            size="xs"
            w={84}
            hideControls
            min={0}
            aria-label={t('library:spectra.mass-from')}
            placeholder={t('library:spectra.mass-from')}
            value={massFrom ?? ''}
            onChange={(value) => setMassFrom(massOf(value))}
          />
          <NumberInput
            size="xs"
            w={84}
            hideControls
            min={0}
            aria-label={t('library:spectra.mass-to')}
            placeholder={t('library:spectra.mass-to')}
            value={massTo ?? ''}
            onChange={(value) => setMassTo(massOf(value))}
          />
          <Select
            size="xs"
            w={150}
            allowDeselect={false}
            aria-label={t('library:spectra.sort')}
            data={SORTS.map((value) => ({ value, label: t(`library:spectra.sorted.${value}`) }))}
            value={sort}
            onChange={(next) => setSort(SORTS.find((known) => known === next) ?? 'name')}
          />
        </Group>
      }
    />
  );
}
