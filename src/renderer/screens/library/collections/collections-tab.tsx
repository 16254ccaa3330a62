import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../../../../contract/library';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { CollectionKindBadge } from '../../../components/collection-kind';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import { DateText } from '../../../components/date-text';
import { RecordDrawer } from '../../../components/record-drawer';
import { StatusBadge } from '../../../components/status-badge';
import type { LibraryAddress } from '../address';
import { LIBRARY_TOPICS } from '../topics';
import { CollectionRecord } from './collection-record';
import { NewCollectionDialog } from './new-collection-dialog';

function collectionColumns(t: TFunction, language: string): readonly Column<Collection>[] {
  return [
    { id: 'name', header: t('library:collections.name'), value: ({ name }) => name, width: { grow: 3, least: 200 } },
    {
      id: 'kind',
      header: t('library:collections.kind'),
      value: ({ kind }) => kind,
      cell: ({ kind }) => <CollectionKindBadge kind={kind} />,
      filter: { kind: 'choice', label: (kind) => t(`library:kind-long.${kind}`) },
      width: 210,
    },
    {
      id: 'spectra',
      header: t('library:collections.spectra'),
      value: ({ spectra }) => spectra,
      cell: ({ spectra }) => formatNumber(spectra, language, 0),
      align: 'end',
      width: 90,
    },
    { id: 'version', header: t('library:collections.version'), value: ({ version }) => version, width: 80 },
    { id: 'source', header: t('library:collections.source'), value: ({ source }) => source, width: { grow: 2, least: 140 } },
    { id: 'licence', header: t('library:collections.licence'), value: ({ licence }) => licence, width: { grow: 1, least: 80 } },
    {
      id: 'at',
      header: t('library:collections.imported'),
      value: ({ importedAt }) => importedAt,
      cell: ({ importedAt }) => <DateText instant={importedAt} />,
      width: 185,
    },
    { id: 'by', header: t('library:collections.by'), value: ({ importedBy }) => importedBy, width: 130, hiddenAtFirst: true },
    {
      id: 'state',
      header: t('library:collections.state'),
      value: ({ retiredAt }) => (retiredAt === null ? 'used' : 'retired'),
      cell: ({ retiredAt }) =>
        retiredAt === null ? (
          <StatusBadge tone="good" label={t('library:collections.used')} />
        ) : (
          <StatusBadge tone="neutral" label={t('library:collections.retired')} />
        ),
      filter: { kind: 'choice', label: (state) => t(`library:collections.${state}`) },
      width: 120,
    },
  ];
}

/** Where the reference spectra come from; a retired collection is searched no more. */
export function CollectionsTab({ address, onImport }: { readonly address: LibraryAddress; readonly onImport: (() => void) | undefined }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('library.edit');
  const [making, setMaking] = useState(false);
  useScreenKeys(mayEdit ? [{ keys: 'N', labelKey: 'library:new-collection.title', run: () => setMaking(true) }] : []);
  const collections = useQuery(api.library.collections.queryOptions({ meta: { topics: LIBRARY_TOPICS } }));
  const columns = useMemo(() => collectionColumns(t, i18n.language), [t, i18n.language]);
  const open = collections.data?.find(({ id }) => id === address.collection);
  const show = (id: string | undefined): void => void navigate({ to: '/library', search: { tab: 'collections', collection: id } });
  if (collections.error !== null)
    return <ErrorAlert error={presentError(collections.error, t)} onRetry={() => void collections.refetch()} />;
  return (
    <>
      <DataList<Collection>
        id="collections"
        label={t('library:collections.title')}
        rows={collections.data}
        rowKey={({ id }) => id}
        columns={columns}
        initialSort={{ column: 'name', descending: false }}
        onOpen={({ id }) => show(id)}
        quiet={({ retiredAt }) => retiredAt !== null}
        tools={
          mayEdit && (
            <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setMaking(true)}>
              {t('library:new-collection.open')}
            </Button>
          )
        }
        empty={{
          title: t('library:collections.empty'),
          hint: t('library:spectra.empty-hint'),
          action: onImport === undefined ? undefined : { label: t('library:import.choose'), onClick: onImport },
        }}
      />
      <NewCollectionDialog opened={making} onClose={() => setMaking(false)} onCreated={({ id }) => show(id)} />
      <RecordDrawer opened={open !== undefined} title={open?.name} onClose={() => show(undefined)} size={560}>
        {open !== undefined && <CollectionRecord key={open.rowVersion} collection={open} onReload={() => void collections.refetch()} />}
      </RecordDrawer>
    </>
  );
}
