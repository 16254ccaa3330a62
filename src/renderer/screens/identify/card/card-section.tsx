import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './card.module.css';

export function CardSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <Text component="h3" className={classes.sectionTitle}>
        {title}
      </Text>
      {children}
    </section>
  );
}
