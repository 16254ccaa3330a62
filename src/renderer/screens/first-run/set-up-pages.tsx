import { Checkbox, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { role } from '../../../contract/permissions';
import { languageOf } from '../../../i18n/languages';
import { speak } from '../../app/language';
import { CountrySelect } from '../../components/country-select';
import { LanguageSelect } from '../../components/language-select';
import { PasswordField } from '../../components/password-field';
import { initialsOf, type SetUpForm, signInNameOf } from './set-up-form';

const OTHER_ROLES = role.options.filter((name) => name !== 'administrator');

export function PlacePage({ form }: { readonly form: SetUpForm }) {
  const { t } = useTranslation();
  const choose = (tag: string | null): void => {
    if (tag === null) return;
    form.setFieldValue('laboratory.language', languageOf(tag).tag);
    speak(tag);
  };
  return (
    <Stack gap="sm">
      <LanguageSelect
        label={t('first-run:place.language')}
        description={t('first-run:place.language-hint')}
        {...form.getInputProps('laboratory.language')}
        onChange={choose}
        data-autofocus
      />
      <CountrySelect
        label={t('first-run:place.country')}
        description={t('first-run:place.country-hint')}
        {...form.getInputProps('laboratory.country')}
      />
    </Stack>
  );
}

export function LaboratoryPage({ form }: { readonly form: SetUpForm }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <TextInput
        label={t('first-run:laboratory.name')}
        description={t('first-run:laboratory.name-hint')}
        autoFocus
        {...form.getInputProps('laboratory.name')}
      />
      <Textarea label={t('first-run:laboratory.address')} autosize minRows={2} maxRows={4} {...form.getInputProps('laboratory.address')} />
      <SimpleGrid cols={2}>
        <TextInput label={t('first-run:laboratory.phone')} type="tel" {...form.getInputProps('laboratory.phone')} />
        <TextInput label={t('first-run:laboratory.email')} type="email" {...form.getInputProps('laboratory.email')} />
      </SimpleGrid>
    </Stack>
  );
}

export function AdministratorPage({ form }: { readonly form: SetUpForm }) {
  const { t } = useTranslation();
  const { fullName, initials, signInName } = form.getValues().administrator;
  // Initials and sign-in name follow the name while nobody has written them otherwise.
  const rename = (next: string): void => {
    form.setFieldValue('administrator.fullName', next);
    if (initials === initialsOf(fullName)) form.setFieldValue('administrator.initials', initialsOf(next));
    if (signInName === signInNameOf(fullName)) form.setFieldValue('administrator.signInName', signInNameOf(next));
  };
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('first-run:administrator.full-name')}
          autoComplete="name"
          autoFocus
          {...form.getInputProps('administrator.fullName')}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <TextInput w={90} label={t('first-run:administrator.initials')} {...form.getInputProps('administrator.initials')} />
      </Group>
      <TextInput
        label={t('frame:sign-in.name')}
        autoComplete="username"
        spellCheck={false}
        {...form.getInputProps('administrator.signInName')}
      />
      <SimpleGrid cols={2}>
        <PasswordField label={t('frame:sign-in.password')} autoComplete="new-password" {...form.getInputProps('administrator.password')} />
        <PasswordField
          label={t('first-run:administrator.again')}
          autoComplete="new-password"
          {...form.getInputProps('administrator.again')}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t('frame:person.password-rule')}
      </Text>
      <Checkbox.Group
        label={t('first-run:administrator.also')}
        description={t('first-run:administrator.also-hint')}
        {...form.getInputProps('administrator.alsoRoles')}
      >
        <Group gap="md" mt={6}>
          {OTHER_ROLES.map((name) => (
            <Checkbox key={name} value={name} label={t(`frame:role.${name}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  );
}
