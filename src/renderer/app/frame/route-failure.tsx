import { Stack } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../errors/error-alert';
import { presentError } from '../errors/present-error';

/** A screen that broke: the frame and everything saved stay. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  useEffect(() => console.error('a screen failed', error), [error]);
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <Stack p="lg" maw={640}>
      <ErrorAlert error={presentError(error, t)} onRetry={retry} />
    </Stack>
  );
}
