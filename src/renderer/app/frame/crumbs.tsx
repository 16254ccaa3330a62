import { IconChevronRight } from '@tabler/icons-react';
import { Link, useMatches } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeText } from '../../components/code-text';
import { useObservable } from '../observable';
import { type Crumb, openRecord } from '../record/open-record';
import classes from './frame.module.css';

function CrumbText({ crumb, last }: { readonly crumb: Crumb; readonly last: boolean }) {
  const text = crumb.code !== undefined && last ? <CodeText code={crumb.code} /> : (crumb.code ?? crumb.label);
  if (crumb.to !== undefined && !last) {
    return (
      <Link to={crumb.to} className={classes.crumb}>
        {text}
      </Link>
    );
  }
  return (
    <span className={classes.crumb} data-last={last || undefined} aria-current={last ? 'page' : undefined}>
      {text}
    </span>
  );
}

/** Section › record › part, codes in their own face. */
export function Crumbs() {
  const { t } = useTranslation();
  const sections = useMatches().filter((match) => match.staticData.crumb !== undefined);
  const record = useObservable(openRecord);
  const crumbs: readonly Crumb[] = [
    ...sections
      .slice(0, 1)
      .map((match): Crumb => ({ label: t(match.staticData.crumb ?? ''), to: `/${match.pathname.split('/')[1] ?? ''}` })),
    ...record,
  ];
  return (
    <nav className={classes.crumbs} aria-label={t('frame:where-i-am')}>
      {crumbs.map((crumb, index) => (
        <Fragment key={`${crumb.code ?? ''} ${crumb.label}`}>
          {index > 0 && <IconChevronRight size={14} className={classes.separator} aria-hidden />}
          <CrumbText crumb={crumb} last={index === crumbs.length - 1} />
        </Fragment>
      ))}
    </nav>
  );
}
