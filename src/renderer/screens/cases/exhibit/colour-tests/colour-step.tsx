import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColourTest, Exhibit } from '../../../../../contract/casework';
import { useScreenKeys } from '../../../../app/record/screen-keys';
import { DataList } from '../../../../components/data-list/data-list';
import { RecordDrawer } from '../../../../components/record-drawer';
import { useMayWork } from '../case-at-work';
import { VoidResult } from '../void-result';
import { colourColumns } from './colour-columns';
import { ColourForm } from './colour-form';
import { ColourTestFacts } from './colour-test-facts';

export function ColourStep({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const mayTest = useMayWork('casework.do');
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const columns = useMemo(() => colourColumns(t, exhibit.code), [t, exhibit.code]);
  const open = exhibit.colourTests.find(({ id }) => id === openId);
  const add = (): void => setAdding(true);
  const mayAdd = mayTest && exhibit.samples.length > 0;
  useScreenKeys(mayAdd ? [{ keys: 'shift+N', labelKey: 'casework:colour.add', run: add }] : []);
  const addLabel = t('casework:colour.add');
  return (
    <>
      <DataList<ColourTest>
        id="colour-tests"
        label={t('casework:step.colour')}
        rows={exhibit.colourTests}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => setOpenId(id)}
        quiet={({ voidedReason }) => voidedReason !== null}
        empty={{
          title: t('casework:colour.none'),
          hint: t(exhibit.samples.length === 0 ? 'casework:colour.needs-sample' : 'casework:colour.none-hint'),
          action: mayAdd ? { label: addLabel, onClick: add } : undefined,
        }}
        tools={
          mayAdd && (
            <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {addLabel}
            </Button>
          )
        }
      />
      <RecordDrawer opened={adding} onClose={() => setAdding(false)} title={addLabel} size={680}>
        <ColourForm exhibit={exhibit} onClose={() => setAdding(false)} />
      </RecordDrawer>
      <RecordDrawer opened={open !== undefined} onClose={() => setOpenId(null)} title={open?.reagent}>
        {open !== undefined && (
          <>
            <ColourTestFacts test={open} />
            {mayTest && open.voidedReason === null && <VoidResult kind="colour-test" id={open.id} onDone={() => setOpenId(null)} />}
          </>
        )}
      </RecordDrawer>
    </>
  );
}
