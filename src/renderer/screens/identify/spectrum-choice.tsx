import { Group, Modal, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../components/data-list/column';
import { DataList } from '../../components/data-list/data-list';
import { ReadingWarnings } from '../../components/reading-warnings';
import classes from './identify.module.css';
import type { OpenedFile, SpectrumFile } from './use-spectrum-file';

type Listed = OpenedFile['spectra'][number];

/** Which spectrum of a file with several is the unknown. */
export function SpectrumChoice({ file }: { readonly file: SpectrumFile }) {
  const { t } = useTranslation();
  const { opened } = file;
  const columns = useMemo(
    (): readonly Column<Listed>[] => [
      { id: 'record', header: t('identify:file.record'), value: ({ record }) => record + 1, align: 'end', width: 60 },
      { id: 'name', header: t('identify:file.name'), value: ({ name }) => name, width: { grow: 3, least: 220 } },
      { id: 'time', header: t('identify:file.retention-time'), value: ({ retentionTime }) => retentionTime, width: 130 },
      { id: 'peaks', header: t('identify:file.peaks'), value: ({ peakCount }) => peakCount, align: 'end', width: 80 },
      {
        id: 'ionisation',
        header: t('identify:ionisation'),
        value: ({ ionisation }) => t(`library:ionisation.${ionisation}`),
        width: 120,
      },
    ],
    [t],
  );
  if (opened === null) return null;
  return (
    <Modal
      opened={file.choosing}
      onClose={file.stopChoosing}
      size={860}
      title={t('identify:file.choose-title', { file: opened.fileName })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="dimmed">
          {t('identify:file.choose-hint')}
        </Text>
        {opened.more > 0 && <Text size="sm">{t('identify:file.more', { count: opened.more })}</Text>}
      </Group>
      <div className={classes.choice}>
        <DataList<Listed>
          id="file-spectra"
          label={t('identify:file.choose-title', { file: opened.fileName })}
          rows={opened.spectra}
          rowKey={({ record }) => String(record)}
          columns={columns}
          onOpen={({ record }) => file.choose(opened, record)}
          empty={{ title: t('identify:file.none') }}
        />
      </div>
      <ReadingWarnings warnings={opened.warnings} total={opened.warningTotal} />
    </Modal>
  );
}
