import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './screen.module.css';

/** Title of a screen, what it is in a line, its status, and its actions at the end. One per screen. */
export function PageHeader(props: {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { title, hint, status, actions } = props;
  return (
    <header className={classes.header}>
      <div className={classes.titles}>
        <Group gap="sm">
          <Title order={1}>{title}</Title>
          {status}
        </Group>
        {hint !== undefined && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap" className={classes.actions}>
        {actions}
      </Group>
    </header>
  );
}
