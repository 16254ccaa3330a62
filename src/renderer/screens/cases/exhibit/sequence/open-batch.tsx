import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, Exhibit, Injection } from '../../../../../contract/casework';
import { type DroppedFile, useFileDrop } from '../../../../app/drop/file-drop';
import { useAction } from '../../../../app/errors/use-action';
import { useScreenKeys } from '../../../../app/record/screen-keys';
import { useMay } from '../../../../app/system-state';
import { api } from '../../../../app/wire/client';
import { DataList } from '../../../../components/data-list/data-list';
import { RecordDrawer } from '../../../../components/record-drawer';
import classes from '../exhibit.module.css';
import { BatchHead } from './batch-head';
import { injectionColumns } from './injection-columns';
import { InjectionDetail } from './injection-detail';
import { InjectionForm } from './injection-form';

function useAttach(batch: Batch, injection: Injection | undefined) {
  const { t } = useTranslation();
  const mayAttach = useMay('casework.do') && batch.status === 'open' && injection !== undefined;
  const attach = useAction(api.casework.batches.attachFile.mutationOptions(), {
    success: ({ warnings }) =>
      warnings.length === 0 ? t('casework:sequence.attached') : t('casework:sequence.attached-warnings', { count: warnings.length }),
  });
  const take = ([file]: readonly DroppedFile[]): void => {
    if (file !== undefined && injection !== undefined) attach.run({ injectionId: injection.id, token: file.token });
  };
  useFileDrop(take, { labelKey: 'casework:sequence.drop', enabled: mayAttach && !attach.busy });
  return { take, busy: attach.busy, mayAttach };
}

/** One sequence: what the data say of it, its injections in order, and the one that is current with its spectra. */
export function OpenBatch(props: {
  readonly batch: Batch;
  readonly exhibit: Exhibit;
  /** Stands at the start of its head: how to come to another sequence. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { batch, exhibit, children } = props;
  const mayAdd = useMay('casework.do') && batch.status === 'open';
  const [currentId, setCurrentId] = useState<string | undefined>(() => firstOf(batch, exhibit));
  const [adding, setAdding] = useState(false);
  const columns = useMemo(() => injectionColumns(t, batch, exhibit), [t, batch, exhibit]);
  const current = batch.injections.find(({ id }) => id === currentId);
  const attach = useAttach(batch, current);
  const add = (): void => setAdding(true);
  useScreenKeys(mayAdd ? [{ keys: 'shift+N', labelKey: 'casework:sequence.add-injection', run: add }] : []);
  const addLabel = t('casework:sequence.add-injection');
  return (
    <>
      <BatchHead batch={batch}>{children}</BatchHead>
      <div className={classes.split}>
        <DataList<Injection>
          id="injections"
          label={t('casework:sequence.injections', { code: batch.code })}
          rows={batch.injections}
          rowKey={({ id }) => id}
          columns={columns}
          currentKey={currentId}
          onCurrent={({ id }) => setCurrentId(id)}
          empty={{
            title: t('casework:sequence.no-injections'),
            hint: t('casework:sequence.no-injections-hint'),
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
        {current !== undefined && <InjectionDetail key={current.id} batch={batch} injection={current} exhibit={exhibit} attach={attach} />}
      </div>
      <RecordDrawer opened={adding} onClose={() => setAdding(false)} title={addLabel}>
        <InjectionForm
          key={batch.injections.length}
          batch={batch}
          exhibit={exhibit}
          onAdded={(next) => setCurrentId(next.injections.at(-1)?.id)}
        />
      </RecordDrawer>
    </>
  );
}

/** The exhibit's first unknown, else the first injection. */
function firstOf(batch: Batch, exhibit: Exhibit): string | undefined {
  return (batch.injections.find(({ exhibitId }) => exhibitId === exhibit.id) ?? batch.injections[0])?.id;
}
