import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from './error-alert';
import { presentError } from './present-error';

/** What a query gives: a skeleton while it loads, its failure with a way to try again, else the children. */
export function QueryState<T>({ query, children }: { readonly query: UseQueryResult<T>; readonly children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorAlert error={presentError(query.error, t)} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="sm" aria-busy="true">
      <Skeleton height={22} width="40%" />
      <Skeleton height={14} />
      <Skeleton height={14} width="85%" />
      <Skeleton height={14} width="60%" />
    </Stack>
  );
}
