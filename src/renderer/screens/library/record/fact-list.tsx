import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '../library.module.css';

export type Fact = readonly [label: string, value: ReactNode];

/** The facts of a record under a heading; nothing where none is known. */
export function FactList({
  title,
  facts,
  children,
}: {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly children?: ReactNode;
}) {
  const known = facts.filter(([, value]) => value !== null && value !== '' && value !== undefined);
  if (known.length === 0 && children === undefined) return null;
  return (
    <section aria-label={title}>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      {known.length > 0 && (
        <dl className={classes.facts}>
          {known.map(([label, value]) => (
            <div key={label} className={classes.fact}>
              <dt>{label}</dt>
              <dd>{typeof value === 'string' ? <bdi>{value}</bdi> : value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </section>
  );
}
