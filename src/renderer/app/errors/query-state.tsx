import { Box, Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from './error-alert';
import { presentError } from './present-error';

/** What a query gives: a skeleton while it loads, its failure with a way to try again, else the children. `inset`: inside a panel without padding. */
export function QueryState<T>(props: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
  readonly inset?: boolean;
}) {
  const { query, children, inset = false } = props;
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) {
    return (
      <Box p={inset ? 12 : 0}>
        <ErrorAlert error={presentError(query.error, t)} onRetry={() => void query.refetch()} />
      </Box>
    );
  }
  return (
    <Stack gap="sm" p={inset ? 12 : 0} aria-busy="true">
      <Skeleton height={22} width="40%" />
      <Skeleton height={14} />
      <Skeleton height={14} width="85%" />
      <Skeleton height={14} width="60%" />
    </Stack>
  );
}
