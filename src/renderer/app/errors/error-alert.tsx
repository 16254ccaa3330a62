import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PresentedError } from './present-error';
import { SupportCode } from './support-code';

/** A failure where it happened; `onReload` shows the record as it is now. */
export function ErrorAlert(props: {
  readonly error: PresentedError;
  readonly onReload?: (() => void) | undefined;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { error, onReload, onRetry } = props;
  return (
    <Alert role="alert" color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />} title={error.title}>
      <Text>{error.text}</Text>
      {error.code !== null && <SupportCode code={error.code} />}
      <Group gap="xs" mt={error.stale || onRetry !== undefined ? 'xs' : 0}>
        {error.stale && onReload !== undefined && (
          <Button size="xs" variant="default" onClick={onReload}>
            {t('errors:conflict.reload')}
          </Button>
        )}
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('errors:retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
