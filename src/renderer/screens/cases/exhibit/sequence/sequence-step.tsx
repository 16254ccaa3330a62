import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../../contract/casework';
import { formatInstant } from '../../../../../i18n/formats/dates';
import { QueryState } from '../../../../app/errors/query-state';
import { useScreenKeys } from '../../../../app/record/screen-keys';
import { useMay } from '../../../../app/system-state';
import { api } from '../../../../app/wire/client';
import { EmptyState } from '../../../../components/empty-state';
import { RecordDrawer } from '../../../../components/record-drawer';
import { BatchForm } from './batch-form';
import { OpenBatch } from './open-batch';
import { type BatchChoice, useBatchChoices } from './use-batches';

/** Work starts from the sequence: blanks and controls judged first, vials tied to samples, then each unknown. */
export function SequenceStep({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const mayWork = useMay('casework.do');
  const choices = useBatchChoices(exhibit);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const add = (): void => setAdding(true);
  useScreenKeys(mayWork ? [{ keys: 'shift+B', labelKey: 'casework:sequence.add', run: add }] : []);
  const batchId = chosenId ?? choices?.find(({ ofExhibit }) => ofExhibit)?.id ?? choices?.[0]?.id;
  const addLabel = t('casework:sequence.add');
  return (
    <>
      {choices?.length === 0 && (
        <EmptyState
          title={t('casework:sequence.none')}
          hint={t('casework:sequence.none-hint')}
          action={mayWork ? { label: addLabel, onClick: add } : undefined}
        />
      )}
      {batchId !== undefined && choices !== undefined && (
        <ChosenBatch key={batchId} id={batchId} exhibit={exhibit}>
          <BatchSelect choices={choices} value={batchId} onChange={setChosenId} />
          {mayWork && (
            <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {addLabel}
            </Button>
          )}
        </ChosenBatch>
      )}
      <RecordDrawer opened={adding} onClose={() => setAdding(false)} title={addLabel}>
        <BatchForm
          onClose={() => setAdding(false)}
          onCreated={({ id }) => {
            setChosenId(id);
            setAdding(false);
          }}
        />
      </RecordDrawer>
    </>
  );
}

function ChosenBatch({ id, exhibit, children }: { readonly id: string; readonly exhibit: Exhibit; readonly children: ReactNode }) {
  const batch = useQuery(api.casework.batches.get.queryOptions({ input: { id } }));
  return (
    <QueryState query={batch}>
      {(data) => (
        <OpenBatch batch={data} exhibit={exhibit}>
          {children}
        </OpenBatch>
      )}
    </QueryState>
  );
}

function BatchSelect(props: {
  readonly choices: readonly BatchChoice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const { choices, value, onChange } = props;
  const option = ({ id, code, methodTitle, startedAt }: BatchChoice) => ({
    value: id,
    label: `${code} · ${methodTitle} · ${formatInstant(startedAt, i18n.language)}`,
  });
  const groups = [
    { group: t('casework:sequence.of-exhibit'), items: choices.filter(({ ofExhibit }) => ofExhibit).map(option) },
    { group: t('casework:sequence.open-ones'), items: choices.filter(({ ofExhibit }) => !ofExhibit).map(option) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      size="xs"
      flex={1}
      miw={200}
      aria-label={t('casework:sequence.title')}
      allowDeselect={false}
      data={groups}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
