import { Anchor, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../contract';
import { fieldErrors } from '../../app/errors/field-errors';
import { inputSchema } from '../../app/errors/input-schema';
import { useAction } from '../../app/errors/use-action';
import { useSystem } from '../../app/system-state';
import { api } from '../../app/wire/client';
import { FormSection } from '../../components/form-section';
import { PasswordField } from '../../components/password-field';
import { PlainPage } from '../../components/plain-page';
import { PracticePeople } from './practice-people';
import { RecoverForm } from './recover-form';
import classes from './sign-in.module.css';

const schema = inputSchema(contract.people.signIn)
  .refine(({ signInName }) => signInName !== '', { path: ['signInName'] })
  .refine(({ password }) => password !== '', { path: ['password'] });

function SignInForm({ onForgotten }: { readonly onForgotten: () => void }) {
  const { t } = useTranslation();
  const { laboratoryName, practice, practicePeople } = useSystem();
  const passwordRef = useRef<HTMLInputElement>(null);
  const form = useForm({ initialValues: { signInName: '', password: '' }, validate: fieldErrors(schema, t) });
  const signIn = useAction(api.people.signIn.mutationOptions(), {
    inPlace: true,
    form,
    onDone: () => form.reset(),
  });
  return (
    <div className={classes.sides} data-practice={practice || undefined}>
      <Stack gap="md">
        <div>
          <Title order={1}>{laboratoryName}</Title>
          <Text c="dimmed">{t('frame:sign-in.hint')}</Text>
        </div>
        <FormSection
          onSubmit={form.onSubmit((values) => signIn.run(values))}
          submitLabel={t('frame:sign-in.submit')}
          busy={signIn.busy}
          failure={signIn.failure}
          enterSubmits
        >
          <TextInput
            label={t('frame:sign-in.name')}
            autoComplete="username"
            autoFocus
            spellCheck={false}
            {...form.getInputProps('signInName')}
          />
          <PasswordField
            ref={passwordRef}
            label={t('frame:sign-in.password')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
        </FormSection>
        {!practice && (
          <Anchor component="button" type="button" size="sm" ta="start" onClick={onForgotten}>
            {t('frame:sign-in.forgotten')}
          </Anchor>
        )}
      </Stack>
      {practice && (
        <PracticePeople
          people={practicePeople}
          onChoose={({ signInName, password }) => {
            form.setValues({ signInName, password });
            passwordRef.current?.focus();
          }}
        />
      )}
    </div>
  );
}

export function SignInScreen() {
  const [forgotten, setForgotten] = useState(false);
  const { practice } = useSystem();
  return (
    <PlainPage width={practice && !forgotten ? 760 : 420}>
      {forgotten ? <RecoverForm onBack={() => setForgotten(false)} /> : <SignInForm onForgotten={() => setForgotten(true)} />}
    </PlainPage>
  );
}
