import { Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../../contract/casework';
import classes from './checklist.module.css';

/** Before a substance is proposed there is nothing to judge: what the record holds so far, and what comes next. */
export function StepsBefore({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const aliquots = exhibit.samples.filter(({ kind }) => kind === 'aliquot').length;
  const steps = [
    { key: 'custody', done: exhibit.custody.length > 0 },
    { key: 'mass', done: exhibit.netMassMicrograms !== null },
    { key: 'aliquots', done: aliquots >= 2 },
    { key: 'colour', done: exhibit.colourTests.some(({ voidedReason }) => voidedReason === null) },
    { key: 'sequence', done: exhibit.batches.length > 0 },
    { key: 'component', done: false },
  ];
  return (
    <>
      <header className={classes.head}>
        <Title order={2} size="h4">
          {t('casework:checklist.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('casework:checklist.before')}
        </Text>
      </header>
      <ol className={classes.criteria}>
        {steps.map(({ key, done }) => (
          <li key={key} className={classes.before} data-done={done || undefined}>
            {done ? (
              <IconCircleCheck size={18} stroke={1.6} aria-label={t('frame:first-step.done')} />
            ) : (
              <IconCircleDashed size={18} stroke={1.6} aria-label={t('frame:first-step.open')} />
            )}
            <span>{t(`casework:checklist.step.${key}`)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
