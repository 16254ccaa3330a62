import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { password } from '../../contract/people';
import { fieldErrors } from '../app/errors/field-errors';
import { useAction } from '../app/errors/use-action';
import { api } from '../app/wire/client';
import { FormSection } from './form-section';
import { PasswordField } from './password-field';

const fields = z.object({ current: z.string().min(1).max(200), next: password, again: z.string() });

/** The person's own password, changed by themselves. */
export function OwnPasswordForm({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const check = fieldErrors(fields, t);
  const form = useForm({
    initialValues: { current: '', next: '', again: '' },
    validateInputOnBlur: true,
    validate: (values) => ({ ...check(values), ...(values.again === values.next ? {} : { again: t('errors:field.passwords-differ') }) }),
  });
  const change = useAction(api.people.changeOwnPassword.mutationOptions(), {
    inPlace: true,
    success: t('frame:person.password-changed'),
    onDone,
  });
  return (
    <FormSection
      onSubmit={form.onSubmit(({ current, next }) => change.run({ current, next }))}
      busy={change.busy}
      failure={change.failure}
      submitLabel={t('frame:person.change-password')}
      onCancel={onCancel}
    >
      <PasswordField
        label={t('frame:person.current-password')}
        autoComplete="current-password"
        autoFocus
        data-autofocus
        {...form.getInputProps('current')}
      />
      <PasswordField
        label={t('frame:person.next-password')}
        description={t('frame:person.password-rule')}
        autoComplete="new-password"
        {...form.getInputProps('next')}
      />
      <PasswordField label={t('frame:person.next-password-again')} autoComplete="new-password" {...form.getInputProps('again')} />
    </FormSection>
  );
}
