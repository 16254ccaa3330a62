import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { Substance } from '../../../../contract/substances';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { ReasonField } from '../../../components/reason-field';
import { UnsavedEntries } from '../../../components/record-drawer';

export function EditSubstanceForm({ substance }: { readonly substance: Substance }) {
  const { t } = useTranslation();
  const { id, rowVersion, preferredName, substanceClass, cas, smiles, note } = substance;
  const form = useForm({
    initialValues: { id, rowVersion, preferredName, substanceClass, cas: cas ?? '', smiles: smiles ?? '', note, reason: '' },
    validate: fieldErrors(inputSchema(contract.substances.update), t),
    validateInputOnBlur: true,
  });
  const save = useAction(api.substances.update.mutationOptions(), { form, inPlace: true, success: t('references:saved') });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => save.run(values))}
      submitLabel={t('references:save')}
      busy={save.busy}
      failure={save.failure}
      canSubmit={form.isDirty()}
    >
      <UnsavedEntries unsaved={form.isDirty() && !save.busy} />
      <TextInput label={t('references:substances.preferred')} {...form.getInputProps('preferredName')} />
      <TextInput label={t('references:substances.class')} {...form.getInputProps('substanceClass')} />
      <TextInput label={t('references:substances.cas')} {...form.getInputProps('cas')} />
      <TextInput label={t('references:substances.smiles')} {...form.getInputProps('smiles')} />
      <Textarea label={t('references:substances.note')} autosize minRows={2} maxRows={5} {...form.getInputProps('note')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormSection>
  );
}
