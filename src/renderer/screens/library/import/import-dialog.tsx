import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../../i18n/formats/numbers';
import type { DroppedFile } from '../../../app/drop/file-drop';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { openFiles } from '../../files/opening/opening';
import { ImportForm } from './import-form';
import { PreviewFacts } from './preview-facts';
import { usePreview } from './use-preview';

function ImportSteps({ file, onClose }: { readonly file: DroppedFile; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const preview = usePreview(file);
  if (preview.phase === 'failed')
    return (
      <Stack gap="md">
        <ErrorAlert error={presentError(preview.error, t)} />
        <Text size="sm" c="dimmed">
          {t('library:import.nothing-kept')}
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('frame:close')}</Button>
        </Group>
      </Stack>
    );
  if (preview.phase === 'reading') {
    const share = preview.total > 0 ? (100 * preview.done) / preview.total : 0;
    return (
      <Stack gap="sm">
        <Text role="status">
          {t('library:import.reading', {
            done: formatBytes(preview.done, i18n.language),
            total: formatBytes(preview.total, i18n.language),
          })}
        </Text>
        <Progress value={share} aria-label={t('library:import.progress')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('frame:cancel')}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <PreviewFacts
        preview={preview.preview}
        onOpen={() => {
          onClose();
          openFiles([file]);
        }}
      />
      {preview.preview.spectra > 0 ? (
        <ImportForm file={file} preview={preview.preview} onClose={onClose} />
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('frame:close')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Before a file becomes a collection: what is in it, what was odd in it, what it shall be called. */
export function ImportDialog({ file, onClose }: { readonly file: DroppedFile | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      size={860}
      title={t('library:import.title', { file: file?.name })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {file !== null && <ImportSteps key={file.token} file={file} onClose={onClose} />}
    </Modal>
  );
}
