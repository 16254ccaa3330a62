import { Button, Menu, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { fileNameOf } from '../../../charts/file-name';
import classes from '../library.module.css';
import { ExportItems, useSpectraExport } from './export-items';
import { MOST_SELECTED, type Selection } from './use-selection';

/** Below the list: how many spectra are chosen, all of them or none, and what is done with them. */
export function SelectionBar(props: {
  readonly selection: Selection;
  /** Spectra that the list has, also those not loaded. */
  readonly listed: number;
  readonly exportRef: RefObject<HTMLButtonElement | null>;
}) {
  const { t, i18n } = useTranslation();
  const { selection, listed, exportRef } = props;
  const { selected, everyListed, set, clear } = selection;
  const exporting = useSpectraExport();
  const taking = useMutation({ mutationFn: everyListed, onSuccess: set });
  const number = (value: number): string => formatNumber(value, i18n.language, 0);
  const spectra = [...selected.values()];
  const [first] = spectra;
  const name = spectra.length === 1 && first !== undefined ? first.name : t('library:select.file-name');
  const many = listed > MOST_SELECTED;
  return (
    <section className={classes.selection} aria-label={t('library:select.title')}>
      <Text size="sm" role="status" className={classes.selectionCount}>
        {t('library:select.count', { count: spectra.length, shown: number(spectra.length) })}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        disabled={listed === 0 || many}
        loading={taking.isPending}
        title={many ? t('library:select.too-many', { most: number(MOST_SELECTED) }) : undefined}
        onClick={() => taking.mutate()}
      >
        {t('library:select.all', { count: listed, shown: number(listed) })}
      </Button>
      {spectra.length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={clear}>
          {t('library:select.none')}
        </Button>
      )}
      {taking.error !== null && <ErrorAlert error={presentError(taking.error, t)} />}
      <Menu position="top-end">
        <Menu.Target>
          <Button
            ref={exportRef}
            className={classes.selectionEnd}
            size="xs"
            variant="default"
            disabled={spectra.length === 0}
            loading={exporting.busy}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('library:select.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ExportItems spectra={spectra} suggestedName={fileNameOf(name)} exporting={exporting} />
        </Menu.Dropdown>
      </Menu>
    </section>
  );
}
