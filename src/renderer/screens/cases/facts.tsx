import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './facts.module.css';

/** Label and value, line by line; what was not entered says so. */
export function Facts({ facts, across = false }: { readonly facts: readonly (readonly [string, ReactNode])[]; readonly across?: boolean }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.facts} data-across={across || undefined}>
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <div className={classes.fact}>
            <dt>{label}</dt>
            <dd data-empty={value === '' || value === null || undefined}>
              {value === '' || value === null ? t('casework:not-entered') : value}
            </dd>
          </div>
        </Fragment>
      ))}
    </dl>
  );
}
