import { Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../contract';
import { fieldErrors } from '../../app/errors/field-errors';
import { inputSchema } from '../../app/errors/input-schema';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { FormSection } from '../../components/form-section';
import { PasswordField } from '../../components/password-field';
import { RecoveryCode } from '../../components/recovery-code';

/** An administrator's new password, with the laboratory's recovery code; the used code is replaced by a new one. */
export function RecoverForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [nextCode, setNextCode] = useState<string | null>(null);
  const check = fieldErrors(inputSchema(contract.people.recover), t);
  const form = useForm({ initialValues: { signInName: '', recoveryCode: '', next: '' }, validate: check, validateInputOnBlur: true });
  const recover = useAction(api.people.recover.mutationOptions(), {
    inPlace: true,
    form,
    onDone: ({ recoveryCode }) => setNextCode(recoveryCode),
  });
  if (nextCode !== null) {
    return (
      <>
        <Title order={1}>{t('frame:recovery.next-title')}</Title>
        <RecoveryCode code={nextCode} onKept={onBack} />
      </>
    );
  }
  return (
    <>
      <div>
        <Title order={1}>{t('frame:recovery.title')}</Title>
        <Text c="dimmed">{t('frame:recovery.hint')}</Text>
      </div>
      <FormSection
        onSubmit={form.onSubmit((values) => recover.run(values))}
        submitLabel={t('frame:recovery.submit')}
        busy={recover.busy}
        failure={recover.failure}
        onCancel={onBack}
      >
        <TextInput
          label={t('frame:sign-in.name')}
          autoComplete="username"
          autoFocus
          spellCheck={false}
          {...form.getInputProps('signInName')}
        />
        <TextInput
          label={t('frame:recovery.code')}
          ff="monospace"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('recoveryCode')}
        />
        <PasswordField
          label={t('frame:person.next-password')}
          description={t('frame:person.password-rule')}
          autoComplete="new-password"
          {...form.getInputProps('next')}
        />
      </FormSection>
    </>
  );
}
