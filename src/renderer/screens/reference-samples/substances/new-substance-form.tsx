import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { UnsavedEntries } from '../../../components/record-drawer';
import { StructurePicture } from '../../../components/structure-picture';

/** A substance that the register lacks. Formula and masses are worked out from the SMILES. */
export function NewSubstanceForm({ onDone }: { readonly onDone: (id: string) => void }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { preferredName: '', substanceClass: '', cas: '', inchikey: '', smiles: '', note: '' },
    validate: fieldErrors(inputSchema(contract.substances.create), t),
    validateInputOnBlur: true,
  });
  const create = useAction(api.substances.create.mutationOptions(), {
    form,
    inPlace: true,
    success: t('references:saved'),
    onDone: ({ id }) => onDone(id),
  });
  const smiles = form.values.smiles.trim();
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => create.run(values))}
      submitLabel={t('references:save')}
      busy={create.busy}
      failure={create.failure}
      canSubmit={form.isDirty()}
    >
      <UnsavedEntries unsaved={form.isDirty() && !create.busy} />
      <TextInput label={t('references:substances.preferred')} data-autofocus {...form.getInputProps('preferredName')} />
      <TextInput label={t('references:substances.class')} {...form.getInputProps('substanceClass')} />
      <TextInput label={t('references:substances.cas')} {...form.getInputProps('cas')} />
      <TextInput
        label={t('references:substances.smiles')}
        description={t('references:substances.smiles-hint')}
        {...form.getInputProps('smiles')}
      />
      {smiles !== '' && <StructurePicture smiles={smiles} name={form.values.preferredName} width={420} height={150} />}
      <TextInput
        label={t('references:substances.inchikey')}
        description={t('references:substances.inchikey-hint')}
        {...form.getInputProps('inchikey')}
      />
      <Textarea label={t('references:substances.note')} autosize minRows={2} maxRows={5} {...form.getInputProps('note')} />
    </FormSection>
  );
}
