import { Anchor, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SessionPerson } from '../../../contract/people';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { FormSection } from '../../components/form-section';
import { PasswordField } from '../../components/password-field';
import { PlainPage } from '../../components/plain-page';

/** The person's session rests; what was open stays behind it, unseen. */
export function LockedScreen({ person }: { readonly person: SessionPerson }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value === '' ? t('errors:field.required') : null) },
  });
  const unlock = useAction(api.people.unlock.mutationOptions(), { inPlace: true, form, onDone: () => form.reset() });
  const signOut = useAction(api.people.signOut.mutationOptions());
  return (
    <PlainPage>
      <div>
        <IconLock size={28} stroke={1.6} aria-hidden />
        <Title order={1}>{t('frame:locked.title')}</Title>
        <Text c="dimmed">{t('frame:locked.hint', { name: person.fullName })}</Text>
      </div>
      <FormSection
        onSubmit={form.onSubmit((values) => unlock.run(values))}
        submitLabel={t('frame:locked.submit')}
        busy={unlock.busy}
        failure={unlock.failure}
        enterSubmits
      >
        <PasswordField label={t('frame:sign-in.password')} autoComplete="current-password" autoFocus {...form.getInputProps('password')} />
      </FormSection>
      <Anchor component="button" type="button" size="sm" ta="start" onClick={() => signOut.run(undefined)}>
        {t('frame:locked.someone-else')}
      </Anchor>
    </PlainPage>
  );
}
