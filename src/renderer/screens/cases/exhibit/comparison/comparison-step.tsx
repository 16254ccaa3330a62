import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Exhibit } from '../../../../../contract/casework';
import { useScreenKeys } from '../../../../app/record/screen-keys';
import { DataList } from '../../../../components/data-list/data-list';
import { RecordDrawer } from '../../../../components/record-drawer';
import { useMayWork } from '../case-at-work';
import classes from '../exhibit.module.css';
import { comparisonColumns } from './comparison-columns';
import { ComparisonDetail } from './comparison-detail';
import { ComparisonForm } from './comparison-form';
import { ComponentList } from './component-list';

/** What is looked for, and each unknown compared with the reference of its own sequence: computed, never ticked. */
export function ComparisonStep({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const mayCompare = useMayWork('casework.do') && exhibit.components.some(({ withdrawnReason }) => withdrawnReason === null);
  const [currentId, setCurrentId] = useState<string | undefined>(() => exhibit.comparisons[0]?.id);
  const [adding, setAdding] = useState(false);
  const columns = useMemo(() => comparisonColumns(t, exhibit), [t, exhibit]);
  const current = exhibit.comparisons.find(({ id }) => id === currentId);
  const add = (): void => setAdding(true);
  useScreenKeys(mayCompare ? [{ keys: 'shift+N', labelKey: 'casework:comparison.add', run: add }] : []);
  const addLabel = t('casework:comparison.add');
  return (
    <>
      <ComponentList exhibit={exhibit} />
      <div className={classes.split}>
        <DataList<Comparison>
          id="comparisons"
          label={t('casework:step.comparison')}
          rows={exhibit.comparisons}
          rowKey={({ id }) => id}
          columns={columns}
          currentKey={currentId}
          onCurrent={({ id }) => setCurrentId(id)}
          quiet={({ voidedReason }) => voidedReason !== null}
          empty={{
            title: t('casework:comparison.none'),
            hint: t('casework:comparison.none-hint'),
            action: mayCompare ? { label: addLabel, onClick: add } : undefined,
          }}
          tools={
            mayCompare && (
              <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
                {addLabel}
              </Button>
            )
          }
        />
        {current !== undefined && <ComparisonDetail key={current.id} comparison={current} exhibit={exhibit} />}
      </div>
      <RecordDrawer opened={adding} onClose={() => setAdding(false)} title={addLabel} size={560}>
        <ComparisonForm
          exhibit={exhibit}
          onDone={({ id }) => {
            setCurrentId(id);
            setAdding(false);
          }}
        />
      </RecordDrawer>
    </>
  );
}
