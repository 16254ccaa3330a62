import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, exportFormat, type OpenedFile } from '../../../../contract/measurements';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { fileNameOf } from '../../../charts/file-name';
import type { Study } from '../viewer/use-study';

/** Records that one file may take up. */
const MOST_WRITTEN = 10_000;

/** What each format can hold: MSP and MGF know peaks alone. */
function fits(format: ExportFormat, study: Study): boolean {
  return study.item?.kind !== 'curves' || format === 'jcamp' || format === 'csv';
}

/** Writes the record that is shown, as processed, or all records of the file as measured. */
export function ExportMenu({ file, study }: { readonly file: OpenedFile; readonly study: Study }) {
  const { t } = useTranslation();
  const saving = useAction(api.measurements.saveExport.mutationOptions(), {
    success: (saved) => (saved === null ? t('files:export.cancelled') : t('files:saved', { path: saved.path })),
  });
  const { item, choice } = study;
  if (item === undefined) return null;
  const name = fileNameOf(item.identity.name === '' ? file.name : item.identity.name);
  const processed = item.kind === 'curves' ? [...study.steps.value] : [];
  const all = Array.from({ length: Math.min(file.items, MOST_WRITTEN) }, (_, index) => ({
    fileId: file.id,
    index,
    scan: null,
    averaging: null,
  }));
  const formats = exportFormat.options.filter((format) => fits(format, study));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" loading={saving.busy} leftSection={<IconDownload size={16} aria-hidden />}>
          {t('files:export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{processed.length > 0 ? t('files:export.processed') : t('files:export.this')}</Menu.Label>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => saving.run({ choices: [choice], format, steps: processed, suggestedName: name })}>
            {t(`files:export.format.${format}`)}
          </Menu.Item>
        ))}
        {file.items > 1 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('files:export.all', { count: all.length })}</Menu.Label>
            {formats.map((format) => (
              <Menu.Item key={format} onClick={() => saving.run({ choices: all, format, steps: [], suggestedName: fileNameOf(file.name) })}>
                {t(`files:export.format.${format}`)}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
