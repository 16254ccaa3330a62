import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/system-state';
import { api } from '../../app/wire/client';
import classes from './bench.module.css';
import { BenchPanel } from './bench-panel';

interface Step {
  readonly labelKey: string;
  readonly to: string;
  readonly offered: boolean;
  /** Undefined while it is not known. */
  readonly done: boolean | undefined;
}

/** What a new laboratory needs before its first case, each with the way there; gone when all of it is there. */
function useFirstSteps(): readonly Step[] {
  const may = {
    library: useMay('library.import'),
    people: useMay('people.manage'),
    customers: useMay('customers.edit'),
    methods: useMay('methods.edit'),
    cases: useMay('cases.receive'),
  };
  const [collections, people, customers, methods, cases] = useQueries({
    queries: [
      { ...api.library.collections.queryOptions(), enabled: may.library },
      { ...api.people.list.queryOptions(), enabled: may.people },
      api.laboratory.customers.list.queryOptions(),
      api.laboratory.methods.list.queryOptions(),
      { ...api.casework.cases.list.queryOptions({ input: { limit: 1 } }), enabled: may.cases },
    ],
  });
  return [
    { labelKey: 'frame:first-step.people', to: '/administration/people', offered: may.people, done: people.data && people.data.length > 1 },
    {
      labelKey: 'frame:first-step.library',
      to: '/library',
      offered: may.library,
      done: collections.data?.some(({ kind }) => kind !== 'starter'),
    },
    {
      labelKey: 'frame:first-step.customer',
      to: '/administration/customers',
      offered: may.customers,
      done: customers.data && customers.data.length > 0,
    },
    {
      labelKey: 'frame:first-step.method',
      to: '/administration/methods',
      offered: may.methods,
      done: methods.data && methods.data.length > 0,
    },
    { labelKey: 'frame:first-step.case', to: '/cases', offered: may.cases, done: cases.data && cases.data.total > 0 },
  ];
}

export function FirstSteps() {
  const { t } = useTranslation();
  const steps = useFirstSteps().filter(({ offered, done }) => offered && done !== undefined);
  if (steps.every(({ done }) => done)) return null;
  return (
    <BenchPanel title={t('frame:first-step.title')}>
      <ol className={classes.steps}>
        {steps.map(({ labelKey, to, done }) => (
          <li key={labelKey} className={classes.step} data-done={done || undefined}>
            {done ? (
              <IconCircleCheck size={20} stroke={1.6} aria-label={t('frame:first-step.done')} />
            ) : (
              <IconCircleDashed size={20} stroke={1.6} aria-label={t('frame:first-step.open')} />
            )}
            <span style={{ flex: 1 }}>{t(labelKey)}</span>
            {!done && (
              <Button component={Link} to={to} size="xs" variant="default">
                {t('frame:first-step.go')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </BenchPanel>
  );
}
