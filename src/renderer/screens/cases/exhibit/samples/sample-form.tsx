import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../../contract';
import type { Exhibit, Sample } from '../../../../../contract/casework';
import { inputSchema } from '../../../../app/errors/input-schema';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { InstantField } from '../../../../components/fields/instant-field';
import { MassField } from '../../../../components/fields/mass-field';
import { FormSection } from '../../../../components/form-section';
import { UnsavedEntries } from '../../../../components/record-drawer';
import { useRecordForm } from '../../../../components/use-record-form';
import { kindsFrom } from './tree';

/** The one most often taken next. */
const NEXT: Readonly<Record<Sample['kind'], Sample['kind']>> = {
  population: 'unit',
  unit: 'aliquot',
  aliquot: 'extract',
  extract: 'extract',
};

const wholeOrNull = (value: number | string): number | null => (typeof value === 'number' ? value : null);

/** What the chosen kind does not have is not sent, though it may have been typed before the kind was changed. */
function fitting<T extends Pick<Sample, 'kind' | 'unitCount' | 'solvent' | 'volumeMicrolitres'>>(values: T) {
  return values.kind === 'extract' ? { unitCount: null } : { solvent: '', volumeMicrolitres: null };
}

export function SampleForm(props: { readonly exhibit: Exhibit; readonly parent: Sample | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { exhibit, parent, onClose } = props;
  const form = useRecordForm(inputSchema(contract.casework.samples.add), {
    exhibitId: exhibit.id,
    parentId: parent?.id ?? null,
    kind: (parent === null ? 'aliquot' : NEXT[parent.kind]) as Sample['kind'],
    description: '',
    unitCount: null as number | null,
    massMicrograms: null as number | null,
    solvent: '',
    volumeMicrolitres: null as number | null,
    takenAt: null as string | null,
  });
  const add = useAction(api.casework.samples.add.mutationOptions(), {
    form,
    inPlace: true,
    success: ({ code }) => t('casework:sampling.saved', { code }),
    onDone: onClose,
  });
  const { kind, takenAt, unitCount, volumeMicrolitres } = form.getValues();
  const kinds = kindsFrom(parent?.kind ?? null).map((value) => ({ value, label: t(`casework:sample.kind.${value}`) }));
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => add.run({ ...values, ...fitting(values) }))}
      submitLabel={t('casework:sampling.save')}
      busy={add.busy}
      failure={add.failure}
    >
      <UnsavedEntries unsaved={form.isDirty() && !add.busy} />
      <Select label={t('casework:sampling.kind')} data-autofocus allowDeselect={false} data={kinds} {...form.getInputProps('kind')} />
      <TextInput label={t('casework:sampling.description')} {...form.getInputProps('description')} />
      <SimpleGrid cols={2} verticalSpacing="sm">
        <MassField label={t('casework:sampling.mass')} firstUnit="mg" {...form.getInputProps('massMicrograms')} />
        {kind !== 'extract' && (
          <NumberInput
            label={t('casework:exhibit-form.units')}
            min={1}
            allowDecimal={false}
            {...form.getInputProps('unitCount')}
            value={unitCount ?? ''}
            onChange={(value) => form.setFieldValue('unitCount', wholeOrNull(value))}
          />
        )}
        {kind === 'extract' && (
          <>
            <NumberInput
              label={t('casework:sampling.volume')}
              suffix=" µL"
              min={1}
              allowDecimal={false}
              {...form.getInputProps('volumeMicrolitres')}
              value={volumeMicrolitres ?? ''}
              onChange={(value) => form.setFieldValue('volumeMicrolitres', wholeOrNull(value))}
            />
            <TextInput label={t('casework:sampling.solvent')} {...form.getInputProps('solvent')} />
          </>
        )}
        <InstantField
          label={t('casework:sampling.taken')}
          description={t('casework:sampling.taken-hint')}
          {...form.getInputProps('takenAt')}
          value={takenAt ?? ''}
          onChange={(value) => form.setFieldValue('takenAt', value === '' ? null : value)}
        />
      </SimpleGrid>
    </FormSection>
  );
}
