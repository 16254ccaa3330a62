import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../../contract/measurements';
import { formatNumber } from '../../../../i18n/formats/numbers';
import classes from '../files.module.css';
import { LayoutForm } from './layout-form';

type Placed = OpenedFile['warnings'][number];

/** What the reader noticed, what it assumed, and how it understood a text of columns, to be corrected. */
export function ReadingPanel({ file }: { readonly file: OpenedFile }) {
  const { t, i18n } = useTranslation();
  // What was assumed of columns is named by a code, what a header says by the file's own label.
  const named = (field: string | number): string => t(`files:layout.doubt.${field}`, { defaultValue: String(field) });
  const sentence = (kind: 'warning' | 'refusal', { code, line, byte, params }: Placed): string => {
    const field = params.field === undefined ? {} : { field: named(params.field) };
    return t(`reading:${kind}.${code}`, { line: line ?? '', byte: byte ?? '', file: file.name, ...params, ...field, defaultValue: code });
  };
  return (
    <Stack gap="md" className={classes.scroll}>
      {file.refusal !== null && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('files:reading.refused')}>
          {sentence('refusal', file.refusal)}
        </Alert>
      )}
      {file.layout !== null && <LayoutForm key={file.id} file={file} layout={file.layout} />}
      {file.warningTotal === 0 && file.refusal === null && (
        <Alert color="gray" variant="light" icon={<IconCheck aria-hidden />}>
          {t('files:reading.clean')}
        </Alert>
      )}
      {file.warnings.length > 0 && (
        <section aria-label={t('files:reading.warnings', { count: file.warningTotal })}>
          <Text fw={600} size="sm" mb={4}>
            {t('files:reading.warnings', { count: file.warningTotal })}
          </Text>
          <ol className={classes.warnings}>
            {file.warnings.map((warning, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be noticed twice; their order never changes
              <li key={`${warning.code} ${index}`}>
                <Text size="sm">{sentence('warning', warning)}</Text>
              </li>
            ))}
          </ol>
          {file.warningTotal > file.warnings.length && (
            <Text size="sm" c="dimmed" mt={4}>
              {t('library:warnings.more', { count: file.warningTotal - file.warnings.length })}
            </Text>
          )}
        </section>
      )}
      {file.unusedFields.length > 0 && (
        <Text size="sm">
          <Text span c="dimmed" size="sm">
            {t('files:reading.unused-fields')}
          </Text>{' '}
          {file.unusedFields.map(({ field, count }) => `${field} (${formatNumber(count, i18n.language, 0)})`).join(', ')}
        </Text>
      )}
    </Stack>
  );
}
