import { Alert, Modal, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { password } from '../../../contract/people';
import { FormSection } from '../../components/form-section';
import { fieldErrors } from '../errors/field-errors';
import { useAction } from '../errors/use-action';
import { createObservable, useObservable } from '../observable';
import { usePerson } from '../system-state';
import { api } from '../wire/client';

export const ownPasswordDialogOpen = createObservable(false);

const fields = z.object({ current: z.string().min(1).max(200), next: password, again: z.string() });

/** The person's own password; stands open by itself after somebody else has set it. */
export function OwnPasswordDialog() {
  const { t } = useTranslation();
  const { mustChangePassword } = usePerson();
  const asked = useObservable(ownPasswordDialogOpen);
  const check = fieldErrors(fields, t);
  const form = useForm({
    initialValues: { current: '', next: '', again: '' },
    validateInputOnBlur: true,
    validate: (values) => ({ ...check(values), ...(values.again === values.next ? {} : { again: t('errors:field.passwords-differ') }) }),
  });
  const close = (): void => {
    ownPasswordDialogOpen.set(false);
    form.reset();
  };
  const change = useAction(api.people.changeOwnPassword.mutationOptions(), {
    inPlace: true,
    success: t('frame:person.password-changed'),
    onDone: close,
  });
  return (
    <Modal
      opened={asked || mustChangePassword}
      onClose={close}
      withCloseButton={!mustChangePassword}
      closeOnEscape={!mustChangePassword}
      closeOnClickOutside={false}
      title={t('frame:person.change-password')}
    >
      <FormSection
        onSubmit={form.onSubmit(({ current, next }) => change.run({ current, next }))}
        busy={change.busy}
        failure={change.failure}
        submitLabel={t('frame:person.change-password')}
        onCancel={mustChangePassword ? undefined : close}
      >
        {mustChangePassword && <Alert color="orange">{t('frame:person.must-change-password')}</Alert>}
        <PasswordInput
          label={t('frame:person.current-password')}
          autoComplete="current-password"
          data-autofocus
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t('frame:person.next-password')}
          description={t('frame:person.password-rule')}
          autoComplete="new-password"
          {...form.getInputProps('next')}
        />
        <PasswordInput label={t('frame:person.next-password-again')} autoComplete="new-password" {...form.getInputProps('again')} />
      </FormSection>
    </Modal>
  );
}
