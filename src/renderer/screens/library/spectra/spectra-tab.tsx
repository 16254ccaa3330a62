import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpectrumSummary } from '../../../../contract/library';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { DataList } from '../../../components/data-list/data-list';
import type { LibraryAddress } from '../address';
import { SelectionBar } from './selection-bar';
import { SpectraFilters } from './spectra-filters';
import { spectrumColumns } from './spectrum-columns';
import { useListing } from './use-listing';
import { useSelection } from './use-selection';

/** All reference spectra of any technique, searched, filtered, sorted and paged by the engine; several are chosen to be exported. */
export function SpectraTab({ address, onImport }: { readonly address: LibraryAddress; readonly onImport: (() => void) | undefined }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const collectionId = address.collection ?? null;
  const listing = useListing(collectionId);
  const { query, rows, total, loadMore, text, setText, narrowed } = listing;
  const selection = useSelection(listing);
  const { selected, toggle, reach } = selection;
  const exportRef = useRef<HTMLButtonElement>(null);
  useScreenKeys([
    { keys: 'Space', labelKey: 'library:keys.select' },
    { keys: 'shift+Space', labelKey: 'library:keys.reach' },
    { keys: 'mod+E', labelKey: 'library:select.export', run: () => exportRef.current?.click() },
  ]);
  const columns = useMemo(
    () => spectrumColumns(t, i18n.language, { selected, toggle, reach }),
    [t, i18n.language, selected, toggle, reach],
  );
  if (query.error !== null) return <ErrorAlert error={presentError(query.error, t)} onRetry={() => void query.refetch()} />;
  return (
    <>
      <DataList<SpectrumSummary>
        id="reference-spectra"
        label={t('library:spectra.title')}
        rows={rows}
        rowKey={({ key }) => String(key)}
        columns={columns}
        currentKey={address.spectrum === undefined ? undefined : String(address.spectrum)}
        onOpen={({ key }) => void navigate({ to: '/library', search: { ...address, spectrum: key } })}
        onSpace={toggle}
        onReach={reach}
        remote={{ total, loadMore, search: text, onSearch: setText, searchHint: t('library:spectra.search'), narrowed }}
        empty={{
          title: t('library:spectra.empty'),
          hint: t('library:spectra.empty-hint'),
          action: onImport === undefined ? undefined : { label: t('library:import.choose'), onClick: onImport },
        }}
        tools={<SpectraFilters listing={listing} collectionId={collectionId} />}
      />
      <SelectionBar selection={selection} listed={total} exportRef={exportRef} />
    </>
  );
}
