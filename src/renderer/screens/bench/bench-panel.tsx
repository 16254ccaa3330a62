import { Paper, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './bench.module.css';

/** One group of the bench. */
export function BenchPanel({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Paper component="section" aria-label={title} className={classes.panel}>
      <header className={classes.head}>
        <Title order={2} size="h4" flex={1}>
          {title}
        </Title>
        {action}
      </header>
      {children}
    </Paper>
  );
}

/** One thing to go on with: a link over the whole line. */
export function BenchItem(props: {
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
  readonly title: ReactNode;
  readonly detail: ReactNode;
  readonly end: ReactNode;
  readonly endDetail?: ReactNode;
}) {
  const { link, title, detail, end, endDetail } = props;
  return (
    <Link {...link} className={classes.item}>
      <span className={classes.itemText}>
        <Text span truncate>
          {title}
        </Text>
        <Text span size="sm" c="dimmed" truncate>
          {detail}
        </Text>
      </span>
      <Text span size="sm" c="dimmed" className={classes.itemEnd}>
        <span>{end}</span>
        <span>{endDetail}</span>
      </Text>
      <IconChevronRight size={16} className={classes.chevron} aria-hidden />
    </Link>
  );
}
