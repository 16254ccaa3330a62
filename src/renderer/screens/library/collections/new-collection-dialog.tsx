import { Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { Collection } from '../../../../contract/library';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormDialog } from '../../../components/form-dialog';
import { FormSection } from '../../../components/form-section';
import { UnsavedEntries } from '../../../components/record-drawer';

/** An empty collection of the laboratory's own, to which spectra are added one by one. */
export function NewCollectionDialog(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (collection: Collection) => void;
}) {
  const { t } = useTranslation();
  const { opened, onClose, onCreated } = props;
  return (
    <FormDialog opened={opened} onClose={onClose} size={520} title={t('library:new-collection.title')}>
      <NewCollectionForm onClose={onClose} onCreated={onCreated} />
    </FormDialog>
  );
}

function NewCollectionForm({ onClose, onCreated }: { readonly onClose: () => void; readonly onCreated: (made: Collection) => void }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { name: '', source: '', licence: '', version: '' },
    validate: fieldErrors(inputSchema(contract.library.createCollection), t),
    validateInputOnBlur: true,
  });
  const create = useAction(api.library.createCollection.mutationOptions(), {
    form,
    inPlace: true,
    onDone: (collection) => {
      onClose();
      onCreated(collection);
    },
  });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => create.run(values))}
      submitLabel={t('library:new-collection.create')}
      busy={create.busy}
      failure={create.failure}
      onCancel={onClose}
    >
      <UnsavedEntries unsaved={form.isDirty() && !create.busy} />
      <TextInput
        data-autofocus
        label={t('library:collections.name')}
        description={t('library:new-collection.hint')}
        {...form.getInputProps('name')}
      />
      <TextInput label={t('library:collections.source')} {...form.getInputProps('source')} />
      <Group grow align="flex-start" gap="xs">
        <TextInput label={t('library:collections.licence')} {...form.getInputProps('licence')} />
        <TextInput label={t('library:collections.version')} {...form.getInputProps('version')} />
      </Group>
    </FormSection>
  );
}
