import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { reason } from '../../../../contract/base';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { fieldErrors } from '../../../app/errors/field-errors';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormDialog } from '../../../components/form-dialog';
import { FormSection } from '../../../components/form-section';
import { ReasonField } from '../../../components/reason-field';
import { UnsavedEntries } from '../../../components/record-drawer';
import { FactsFields } from '../facts/facts-fields';
import { factsErrors, factsOf, valuesOfSpectrum } from '../facts/facts-values';

const withReason = z.object({ reason });

/** What is stated of a spectrum, put right, with the reason. */
export function CorrectDialog(props: { readonly spectrum: ReferenceSpectrum; readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { spectrum, opened, onClose } = props;
  return (
    <FormDialog opened={opened} onClose={onClose} size={680} title={t('library:correct.title', { name: spectrum.name })}>
      <CorrectForm spectrum={spectrum} onClose={onClose} />
    </FormDialog>
  );
}

function CorrectForm({ spectrum, onClose }: { readonly spectrum: ReferenceSpectrum; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useSearch({ from: '/library' });
  const form = useForm({
    initialValues: { ...valuesOfSpectrum(spectrum), reason: '' },
    validate: (values) => ({ ...factsErrors(values, t), ...fieldErrors(withReason, t)(values) }),
    validateInputOnBlur: true,
  });
  const correct = useAction(api.library.correctSpectrum.mutationOptions(), {
    form,
    inPlace: true,
    success: t('library:correct.done'),
    onDone: ({ key }) => {
      onClose();
      // The corrected record takes the place of the one that was open; the way back leads to the list.
      void navigate({ to: '/library', search: { ...address, spectrum: key }, replace: true, ignoreBlocker: true });
    },
  });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) =>
        correct.run({
          key: spectrum.key,
          facts: factsOf(values),
          substanceId: values.substanceId === '' ? null : values.substanceId,
          reason: values.reason.trim(),
        }),
      )}
      submitLabel={t('library:correct.save')}
      busy={correct.busy}
      failure={correct.failure}
      onCancel={onClose}
      canSubmit={form.isDirty()}
    >
      <UnsavedEntries unsaved={form.isDirty() && !correct.busy} />
      <Text size="sm">{t('library:correct.text')}</Text>
      <FactsFields form={form} ofMasses={spectrum.technique === 'mass-spectrometry'} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormSection>
  );
}
