import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { role } from '../../../../contract/permissions';
import { LanguageSelect } from '../../../components/language-select';

/** What an account says of a person, new or known. */
export function PersonFields<T extends Record<string, unknown>>({ form }: { readonly form: UseFormReturnType<T> }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput flex={1} label={t('administration:people.full-name')} {...form.getInputProps('fullName')} />
        <TextInput w={90} label={t('administration:people.initials')} {...form.getInputProps('initials')} />
      </Group>
      <TextInput label={t('administration:people.title')} {...form.getInputProps('title')} />
      <Checkbox.Group label={t('administration:people.roles')} {...form.getInputProps('roles')}>
        <Stack gap={8} mt={6}>
          {role.options.map((name) => (
            <Checkbox key={name} value={name} label={t(`frame:role.${name}`)} description={t(`administration:role-may.${name}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <LanguageSelect label={t('frame:looks.language')} {...form.getInputProps('language')} />
    </>
  );
}
