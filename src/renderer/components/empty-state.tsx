import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  readonly hint?: string | undefined;
  /** The first step. */
  readonly action?: { readonly label: string; readonly onClick: () => void; readonly icon?: ReactNode } | undefined;
}

/** What would be here, and the first step towards it. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap="xs" p="xl" flex={1} ta="center">
      <Title order={2} size="h4">
        {title}
      </Title>
      {hint !== undefined && (
        <Text c="dimmed" maw={460}>
          {hint}
        </Text>
      )}
      {action !== undefined && (
        <Button mt="xs" leftSection={action.icon} onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </Stack>
  );
}
