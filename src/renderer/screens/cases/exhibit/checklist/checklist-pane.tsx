import { SegmentedControl, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComponentChecklist, Exhibit } from '../../../../../contract/casework';
import { QueryState } from '../../../../app/errors/query-state';
import classes from './checklist.module.css';
import { ComponentPane } from './component-pane';
import { stillNeeded } from './criteria';
import { StepsBefore } from './steps-before';
import { useChecklist } from './use-checklist';

/** What is still needed before a conclusion: beside every step, filled by the record itself. */
export function ChecklistPane({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const checklist = useChecklist(exhibit);
  return (
    <aside className={classes.pane} aria-label={t('casework:checklist.title')}>
      <QueryState query={checklist}>
        {(components) =>
          components.length === 0 ? <StepsBefore exhibit={exhibit} /> : <Components components={components} exhibit={exhibit} />
        }
      </QueryState>
    </aside>
  );
}

function Components({ components, exhibit }: { readonly components: readonly ComponentChecklist[]; readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const shown = components.find(({ componentId }) => componentId === chosenId) ?? components[0];
  if (shown === undefined) return null;
  const needed = stillNeeded(shown.criteria);
  const data = components.map(({ componentId, substanceName }) => ({ value: componentId, label: substanceName }));
  return (
    <>
      <header className={classes.head}>
        <Title order={2} size="h4">
          {t('casework:checklist.title')}
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {needed === 0 ? t('casework:checklist.nothing-needed') : t('casework:checklist.needed', { count: needed })}
        </Text>
        {components.length > 1 && components.length <= 3 && (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('casework:components.substance')}
            data={data}
            value={shown.componentId}
            onChange={setChosenId}
          />
        )}
        {components.length > 3 && (
          <Select
            size="xs"
            aria-label={t('casework:components.substance')}
            allowDeselect={false}
            data={data}
            value={shown.componentId}
            onChange={setChosenId}
          />
        )}
      </header>
      <ComponentPane key={shown.componentId} checklist={shown} exhibit={exhibit} />
    </>
  );
}
