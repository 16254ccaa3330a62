import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { Person } from '../../../../contract/people';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { PasswordField } from '../../../components/password-field';
import { ReasonField } from '../../../components/reason-field';
import { useRecordForm } from '../../../components/use-record-form';

/** A password set by an administrator: the person must choose an own one at the next sign-in. */
export function ResetPasswordDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { id, rowVersion } = person;
  const form = useRecordForm(inputSchema(contract.people.resetPassword), { id, rowVersion, initialPassword: '', reason: '' });
  const reset = useAction(api.people.resetPassword.mutationOptions(), {
    form,
    inPlace: true,
    success: t('administration:people.password-reset'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('administration:people.reset-password')}>
      <FormSection
        onSubmit={form.onSubmit((values) => reset.run(values))}
        submitLabel={t('administration:people.reset-password')}
        busy={reset.busy}
        failure={reset.failure}
        onCancel={onClose}
      >
        <Text>{t('administration:people.reset-password-text', { name: person.fullName })}</Text>
        <PasswordField
          label={t('administration:people.initial-password')}
          description={t('frame:person.password-rule')}
          autoComplete="new-password"
          data-autofocus
          {...form.getInputProps('initialPassword')}
        />
        <ReasonField {...form.getInputProps('reason')} />
      </FormSection>
    </Modal>
  );
}
