import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { OwnPasswordForm } from '../../components/own-password-form';
import { PlainPage } from '../../components/plain-page';

/** After somebody else has set the password: an own one first, everything else after. */
export function OwnPasswordScreen() {
  const { t } = useTranslation();
  const signOut = useAction(api.people.signOut.mutationOptions());
  return (
    <PlainPage>
      <div>
        <Title order={1}>{t('frame:person.change-password')}</Title>
        <Text c="dimmed">{t('frame:person.must-change-password')}</Text>
      </div>
      <OwnPasswordForm onDone={() => undefined} />
      <Anchor component="button" type="button" size="sm" ta="start" onClick={() => signOut.run(undefined)}>
        {t('frame:person.sign-out')}
      </Anchor>
    </PlainPage>
  );
}
