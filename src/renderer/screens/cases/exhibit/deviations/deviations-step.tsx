import { Button, Modal, Select, Stack } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../../contract/casework';
import { useMay } from '../../../../app/system-state';
import { api } from '../../../../app/wire/client';
import type { Column } from '../../../../components/data-list/column';
import { DataList } from '../../../../components/data-list/data-list';
import { DateText } from '../../../../components/date-text';
import { useMayWork } from '../case-at-work';
import { componentName } from '../comparison/comparison-columns';
import { AuthoriseDialog, type DeviationWish } from './authorise-dialog';

type Deviation = Exhibit['deviations'][number];

function deviationColumns(t: TFunction, exhibit: Exhibit): readonly Column<Deviation>[] {
  return [
    {
      id: 'kind',
      header: t('casework:deviation.kind'),
      value: ({ kind }) => t(`criteria:deviation.${kind}`),
      width: { grow: 1.4, least: 140 },
    },
    {
      id: 'criterion',
      header: t('casework:deviation.criterion'),
      value: ({ criterion }) => t(`criteria:criterion.${criterion}.title`),
      width: { grow: 1.3, least: 130 },
    },
    {
      id: 'component',
      header: t('casework:components.substance'),
      value: ({ componentId }) => (componentId === null ? t('casework:deviation.every-component') : componentName(exhibit, componentId)),
      width: { grow: 1.1, least: 110 },
    },
    { id: 'reason', header: t('frame:reason.label'), value: ({ reason }) => reason, width: { grow: 1.5, least: 150 } },
    { id: 'by', header: t('casework:deviation.by'), value: ({ authorisedBy }) => authorisedBy.fullName, width: { grow: 1.1, least: 110 } },
    {
      id: 'at',
      header: t('casework:deviation.at'),
      value: ({ authorisedAt }) => authorisedAt,
      cell: ({ authorisedAt }) => <DateText instant={authorisedAt} />,
      width: 172,
    },
  ];
}

/** What a manager lifted and why. Most are offered by the checklist where they apply; a lot is requalified here, before it is used. */
export function DeviationsStep({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const mayAuthorise = useMayWork('deviations.authorise');
  const isManager = useMay('deviations.authorise');
  const [wish, setWish] = useState<DeviationWish | null>(null);
  const [choosing, setChoosing] = useState(false);
  const columns = useMemo(() => deviationColumns(t, exhibit), [t, exhibit]);
  return (
    <>
      <DataList<Deviation>
        id="deviations"
        label={t('casework:step.deviations')}
        rows={exhibit.deviations}
        rowKey={({ id }) => id}
        columns={columns}
        empty={{
          title: t('casework:deviation.none'),
          hint: t(isManager ? 'casework:deviation.none-hint' : 'casework:deviation.manager-only'),
        }}
        tools={
          mayAuthorise && (
            <Button size="xs" variant="default" leftSection={<IconGavel size={15} aria-hidden />} onClick={() => setChoosing(true)}>
              {t('casework:deviation.requalify')}
            </Button>
          )
        }
      />
      <LotDialog
        opened={choosing}
        onClose={() => setChoosing(false)}
        onChosen={(referenceLotId) => {
          setChoosing(false);
          setWish({ kind: 'requalified-standard', criterion: 'reference', componentId: null, referenceLotId });
        }}
      />
      <AuthoriseDialog wish={wish} exhibit={exhibit} onClose={() => setWish(null)} />
    </>
  );
}

function LotDialog(props: { readonly opened: boolean; readonly onClose: () => void; readonly onChosen: (lotId: string) => void }) {
  const { t } = useTranslation();
  const { opened, onClose, onChosen } = props;
  const lots = useQuery(api.lots.list.queryOptions({ meta: { topics: ['reference_lot'] }, enabled: opened }));
  const data = (lots.data ?? [])
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, code, substanceName, expired }) => ({
      value: id,
      label: t(expired ? 'casework:sequence.lot-expired' : 'casework:sequence.lot-is', { code, substance: substanceName }),
    }));
  return (
    <Modal opened={opened} onClose={onClose} title={t('casework:deviation.requalify')}>
      <Stack>
        <Select
          label={t('casework:sequence.lot')}
          description={t('casework:deviation.requalify-hint')}
          data-autofocus
          searchable
          data={data}
          value={null}
          onChange={(next) => next !== null && onChosen(next)}
        />
      </Stack>
    </Modal>
  );
}
