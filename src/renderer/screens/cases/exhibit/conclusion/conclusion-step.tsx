import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conclusion, Exhibit } from '../../../../../contract/casework';
import { QueryState } from '../../../../app/errors/query-state';
import { DataList } from '../../../../components/data-list/data-list';
import { useChecklist } from '../checklist/use-checklist';
import classes from './conclusion.module.css';
import { conclusionColumns } from './conclusion-columns';
import { DrawConclusion } from './draw-conclusion';

/** What may be said of each component now, and what was said before; a conclusion is never changed, only superseded. */
export function ConclusionStep({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const checklist = useChecklist(exhibit);
  const columns = useMemo(() => conclusionColumns(t), [t]);
  return (
    <>
      <Alert color="blue" py={6} icon={<IconInfoCircle aria-hidden />}>
        {t('casework:conclusion.highest')}
      </Alert>
      <QueryState query={checklist}>
        {(components) => (
          <div className={classes.cards}>
            {components.map((component) => (
              <DrawConclusion key={component.componentId} checklist={component} exhibit={exhibit} />
            ))}
          </div>
        )}
      </QueryState>
      <DataList<Conclusion>
        id="conclusions"
        label={t('casework:conclusion.drawn')}
        rows={exhibit.conclusions}
        rowKey={({ id }) => id}
        columns={columns}
        quiet={({ supersededById }) => supersededById !== null}
        empty={{
          title: t('casework:conclusion.none'),
          hint: t(exhibit.components.length === 0 ? 'casework:conclusion.needs-component' : 'casework:conclusion.none-hint'),
        }}
      />
    </>
  );
}
