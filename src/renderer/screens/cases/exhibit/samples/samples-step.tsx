import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit, Sample } from '../../../../../contract/casework';
import { useScreenKeys } from '../../../../app/record/screen-keys';
import { DataList } from '../../../../components/data-list/data-list';
import { RecordDrawer } from '../../../../components/record-drawer';
import { useMayWork } from '../case-at-work';
import { sampleColumns } from './sample-columns';
import { SampleForm } from './sample-form';
import { type TreeSample, treeOf } from './tree';

/** The tree population → unit → aliquot → extract: each row is opened to take something from it. */
export function SamplesStep({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, i18n } = useTranslation();
  const mayTake = useMayWork('casework.do');
  const [from, setFrom] = useState<Sample | 'exhibit' | null>(null);
  const rows = useMemo(() => treeOf(exhibit.samples), [exhibit.samples]);
  const columns = useMemo(() => sampleColumns(t, i18n.language, exhibit.code), [t, i18n.language, exhibit.code]);
  const take = (): void => setFrom('exhibit');
  useScreenKeys(mayTake ? [{ keys: 'shift+N', labelKey: 'casework:sampling.take', run: take }] : []);
  const takeLabel = t('casework:sampling.take');
  const parent = from === 'exhibit' ? null : from;
  return (
    <>
      <DataList<TreeSample>
        id="samples"
        label={t('casework:step.samples')}
        rows={rows}
        rowKey={({ sample }) => sample.id}
        columns={columns}
        onOpen={mayTake ? ({ sample }) => setFrom(sample) : undefined}
        empty={{
          title: t('casework:sampling.none'),
          hint: t('casework:sampling.none-hint'),
          action: mayTake ? { label: takeLabel, onClick: take } : undefined,
        }}
        tools={
          mayTake && (
            <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={take}>
              {takeLabel}
            </Button>
          )
        }
      />
      <RecordDrawer
        opened={from !== null}
        onClose={() => setFrom(null)}
        title={
          parent === null ? t('casework:sampling.from-exhibit', { code: exhibit.code }) : t('casework:sampling.from', { code: parent.code })
        }
      >
        {from !== null && <SampleForm exhibit={exhibit} parent={parent} onClose={() => setFrom(null)} />}
      </RecordDrawer>
    </>
  );
}
