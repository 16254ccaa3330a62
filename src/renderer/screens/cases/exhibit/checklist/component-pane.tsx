import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ComponentChecklist, Exhibit } from '../../../../../contract/casework';
import { useSayMessage } from '../../use-say-message';
import { LevelBadge } from '../conclusion/level-badge';
import classes from './checklist.module.css';
import { needsWords, ordered, warningsBeside } from './criteria';
import { CriterionLine } from './criterion-line';

/** One component's criteria: what is missing opened, what is met a line each. */
export function ComponentPane({ checklist, exhibit }: { readonly checklist: ComponentChecklist; readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const say = useSayMessage();
  const warnings = warningsBeside(checklist);
  return (
    <>
      <div className={classes.level}>
        <Text size="sm" c="dimmed">
          {t('casework:checklist.now')}
        </Text>
        <LevelBadge level={checklist.level} />
      </div>
      {warnings.length > 0 && (
        <ul className={classes.warnings} aria-label={t('casework:checklist.warnings')}>
          {warnings.map((warning) => (
            <li key={`${warning.code} ${JSON.stringify(warning.params)}`}>
              <IconAlertTriangle size={15} aria-hidden />
              <span>{say(warning)}</span>
            </li>
          ))}
        </ul>
      )}
      <ul className={classes.criteria} aria-label={t('casework:checklist.criteria', { substance: checklist.substanceName })}>
        {ordered(checklist.criteria).map((criterion) => (
          <CriterionLine
            key={criterion.id}
            criterion={criterion}
            explained={needsWords(criterion)}
            exhibit={exhibit}
            componentId={checklist.componentId}
          />
        ))}
      </ul>
      <Text size="xs" c="dimmed" className={classes.version}>
        {t('casework:checklist.version', { version: checklist.criteriaVersion })}
      </Text>
    </>
  );
}
