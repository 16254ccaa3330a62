import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { Role } from '../../../../contract/permissions';
import { languageOf } from '../../../../i18n/languages';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { useSystem } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { PasswordField } from '../../../components/password-field';
import { UnsavedEntries } from '../../../components/record-drawer';
import { useRecordForm } from '../../../components/use-record-form';
import { PersonFields } from './person-fields';

export function NewPersonForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { language } = useSystem();
  const form = useRecordForm(inputSchema(contract.people.create), {
    fullName: '',
    initials: '',
    title: '',
    signInName: '',
    roles: [] as Role[],
    language: languageOf(language ?? 'en').tag,
    initialPassword: '',
  });
  const create = useAction(api.people.create.mutationOptions(), {
    form,
    inPlace: true,
    success: (person) => t('administration:people.added', { name: person.fullName }),
    onDone,
  });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => create.run(values))}
      submitLabel={t('administration:people.add')}
      busy={create.busy}
      failure={create.failure}
    >
      <UnsavedEntries unsaved={form.isDirty() && !create.busy} />
      <TextInput
        label={t('frame:sign-in.name')}
        description={t('administration:people.sign-in-name-hint')}
        spellCheck={false}
        data-autofocus
        {...form.getInputProps('signInName')}
      />
      <PersonFields form={form} />
      <PasswordField
        label={t('administration:people.initial-password')}
        description={`${t('administration:people.initial-password-hint')} ${t('frame:person.password-rule')}`}
        autoComplete="new-password"
        {...form.getInputProps('initialPassword')}
      />
    </FormSection>
  );
}
