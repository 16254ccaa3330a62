import { Checkbox, Group, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { ReferenceLot } from '../../../../contract/lots';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { MassField } from '../../../components/fields/mass-field';
import { FormSection } from '../../../components/form-section';
import { ReasonField } from '../../../components/reason-field';
import { UnsavedEntries } from '../../../components/record-drawer';
import { SubstancePicker } from '../../../components/substance-picker';
import { entriesOf, LOT_KINDS, lotOf } from './lot-entries';
import { LotState } from './lot-state';

/** A lot, new or known: what the certificate says, and what is in the vial. */
export function LotForm(props: { readonly lot: ReferenceLot | null; readonly onClose: () => void; readonly onReload: () => void }) {
  const { t } = useTranslation();
  const { lot, onClose, onReload } = props;
  const mayEdit = useMay('lots.edit');
  const [initialValues] = useState(() => entriesOf(lot));
  const schema = lot === null ? inputSchema(contract.lots.create) : inputSchema(contract.lots.update);
  const known = { id: lot?.id ?? '', rowVersion: lot?.rowVersion ?? 0 };
  const form = useForm({
    initialValues,
    validate: (entries) => fieldErrors(schema, t)({ ...lotOf(entries), ...known }),
    validateInputOnBlur: true,
  });
  const options = { form, inPlace: true, success: t('references:saved'), onDone: onClose };
  const create = useAction(api.lots.create.mutationOptions(), options);
  const update = useAction(api.lots.update.mutationOptions(), options);
  const { busy, failure } = lot === null ? create : update;
  const field = (path: string) => ({ ...form.getInputProps(path), readOnly: !mayEdit });
  return (
    <FormSection
      onSubmit={form.onSubmit((entries) => {
        const values = lotOf(entries);
        if (lot === null) create.run(values);
        else update.run({ ...values, ...known });
      })}
      submitLabel={t('references:save')}
      busy={busy}
      failure={failure}
      onReload={onReload}
      canSubmit={mayEdit && form.isDirty()}
    >
      <UnsavedEntries unsaved={form.isDirty() && !busy} />
      {lot !== null && (
        <Group>
          <LotState lot={lot} />
        </Group>
      )}
      <SubstancePicker label={t('references:lots.substance')} autoFocus={lot === null} {...field('substanceId')} />
      <SimpleGrid cols={2} spacing="xs">
        <Select
          label={t('references:lots.kind')}
          allowDeselect={false}
          data={LOT_KINDS.map((value) => ({ value, label: t(`references:lots.kinds.${value}`) }))}
          {...field('kind')}
        />
        <TextInput label={t('references:lots.salt-form')} placeholder={t('references:lots.salt-example')} {...field('saltForm')} />
        <TextInput label={t('references:lots.producer')} {...field('producer')} />
        <TextInput label={t('references:lots.lot-number')} {...field('lotNumber')} />
        <TextInput label={t('references:lots.certificate')} {...field('certificateReference')} />
        <TextInput label={t('references:lots.traceability')} {...field('traceability')} />
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="xs">
        <TextInput
          label={t('references:lots.certified-purity')}
          inputMode="decimal"
          rightSection="%"
          {...field('certifiedPurityPercent')}
        />
        <TextInput label={t('references:lots.uncertainty')} inputMode="decimal" rightSection="%" {...field('expandedUncertaintyPercent')} />
        <NumberInput label={t('references:lots.coverage-factor')} hideControls min={0} {...field('coverageFactor')} />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="xs">
        <DateInput label={t('references:lots.received-on')} valueFormat="YYYY-MM-DD" {...field('receivedOn')} />
        <DateInput label={t('references:lots.expires-on')} valueFormat="YYYY-MM-DD" clearable {...field('expiresOn')} />
        <MassField label={t('references:lots.received-mass')} firstUnit="mg" {...field('receivedMassMicrograms')} />
        <TextInput label={t('references:lots.storage')} {...field('storage')} />
      </SimpleGrid>
      {lot !== null && mayEdit && (
        <>
          <Checkbox
            label={t('references:lots.withdraw')}
            description={t('references:lots.withdraw-hint')}
            {...form.getInputProps('withdrawn', { type: 'checkbox' })}
          />
          <ReasonField {...form.getInputProps('reason')} />
        </>
      )}
    </FormSection>
  );
}
