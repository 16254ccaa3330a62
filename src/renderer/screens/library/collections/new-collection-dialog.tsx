import { Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { Collection } from '../../../../contract/library';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';

/** An empty collection of the laboratory's own, to which spectra are added one by one. */
export function NewCollectionDialog(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (collection: Collection) => void;
}) {
  const { t } = useTranslation();
  const { opened, onClose, onCreated } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={520}
      title={t('library:new-collection.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {opened && <NewCollectionForm onClose={onClose} onCreated={onCreated} />}
    </Modal>
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
    success: t('library:new-collection.created'),
    onDone: (collection) => {
      onClose();
      onCreated(collection);
    },
  });
  return (
    <FormSection
      // A form inside the dialog of another form: its submission is its own.
      onSubmit={(event) => {
        event?.stopPropagation();
        form.onSubmit((values) => create.run(values))(event);
      }}
      submitLabel={t('library:new-collection.create')}
      busy={create.busy}
      failure={create.failure}
      onCancel={onClose}
    >
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
