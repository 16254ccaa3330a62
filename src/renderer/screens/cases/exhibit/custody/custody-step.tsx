import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyEvent, Exhibit } from '../../../../../contract/casework';
import { useScreenKeys } from '../../../../app/record/screen-keys';
import { DataList } from '../../../../components/data-list/data-list';
import { DateText } from '../../../../components/date-text';
import { RecordDrawer } from '../../../../components/record-drawer';
import { Facts } from '../../facts';
import { useMayWork } from '../case-at-work';
import { custodyColumns } from './custody-columns';
import { CustodyForm } from './custody-form';

/** Who had the exhibit, when and sealed how. Nothing is changed here, only added: a correction names the entry it corrects. */
export function CustodyStep({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, i18n } = useTranslation();
  const mayAdd = useMayWork('cases.receive');
  const [openId, setOpenId] = useState<string | null>(null);
  const [form, setForm] = useState<{ readonly corrects: CustodyEvent | null } | null>(null);
  const columns = useMemo(() => custodyColumns(t, i18n.language, exhibit.custody), [t, i18n.language, exhibit.custody]);
  const corrected = useMemo(() => new Set(exhibit.custody.map(({ correctsId }) => correctsId)), [exhibit.custody]);
  const open = exhibit.custody.find(({ id }) => id === openId);
  const add = (): void => setForm({ corrects: null });
  useScreenKeys(mayAdd ? [{ keys: 'shift+N', labelKey: 'casework:custody-log.add', run: add }] : []);
  const addLabel = t('casework:custody-log.add');
  const formTitle = form?.corrects === null || form === null ? addLabel : t('casework:custody-log.correct');
  return (
    <>
      <Facts
        across
        facts={[
          [t('casework:exhibit-form.packaging'), exhibit.packaging],
          [t('casework:exhibit-form.condition'), exhibit.conditionOnReceipt],
          [t('casework:exhibit-form.appearance'), exhibit.appearance],
        ]}
      />
      <DataList<CustodyEvent>
        id="custody"
        label={t('casework:step.custody')}
        rows={exhibit.custody}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => setOpenId(id)}
        quiet={({ id }) => corrected.has(id)}
        empty={{ title: t('casework:custody-log.none'), action: mayAdd ? { label: addLabel, onClick: add } : undefined }}
        tools={
          mayAdd && (
            <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {addLabel}
            </Button>
          )
        }
      />
      <RecordDrawer
        opened={open !== undefined && form === null}
        onClose={() => setOpenId(null)}
        title={open && t(`casework:custody.kind.${open.kind}`)}
      >
        {open !== undefined && (
          <>
            <EntryFacts entry={open} />
            {mayAdd && (
              <Button
                mt="md"
                variant="default"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                onClick={() => setForm({ corrects: open })}
              >
                {t('casework:custody-log.correct')}
              </Button>
            )}
          </>
        )}
      </RecordDrawer>
      <RecordDrawer
        opened={form !== null}
        onClose={() => {
          setForm(null);
          setOpenId(null);
        }}
        title={formTitle}
        size={560}
      >
        {form !== null && (
          <CustodyForm
            exhibit={exhibit}
            corrects={form.corrects}
            onClose={() => {
              setForm(null);
              setOpenId(null);
            }}
          />
        )}
      </RecordDrawer>
    </>
  );
}

function EntryFacts({ entry }: { readonly entry: CustodyEvent }) {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        facts={[
          [t('casework:custody-log.when'), <DateText key="when" instant={entry.occurredAt} />],
          [t('casework:custody-log.from'), entry.fromParty],
          [t('casework:custody-log.to'), entry.toParty],
          [t('casework:custody-log.seal-before'), entry.sealBefore],
          [t('casework:custody-log.seal-after'), entry.sealAfter],
          [t('casework:custody-log.location'), entry.location],
          [t('casework:custody-log.witness'), entry.witness?.fullName ?? ''],
          [t('casework:custody-log.note'), entry.note],
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t('casework:custody-log.recorded', { person: entry.recordedBy.fullName })} <DateText instant={entry.recordedAt} />
      </Text>
    </>
  );
}
