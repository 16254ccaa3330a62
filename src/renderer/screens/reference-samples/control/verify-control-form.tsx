import { Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { ControlInterval } from '../../../../contract/substances';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { ControlIntervalLine } from '../../../components/control-interval-line';
import { FormSection } from '../../../components/form-section';

/** The person states against which list, and when, the row was compared; only then may it stand in a report. */
export function VerifyControlForm({ interval, onClose }: { readonly interval: ControlInterval; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { id, rowVersion } = interval;
  const form = useForm({
    initialValues: { id, rowVersion, against: interval.verifiedAgainst ?? '', comparedOn: new Date().toLocaleDateString('sv-SE') },
    validate: fieldErrors(inputSchema(contract.substances.control.verify), t),
    validateInputOnBlur: true,
  });
  const verify = useAction(api.substances.control.verify.mutationOptions(), {
    form,
    inPlace: true,
    success: t('references:control.verified-now'),
    onDone: onClose,
  });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => verify.run(values))}
      submitLabel={t('references:control.verify-confirm')}
      busy={verify.busy}
      failure={verify.failure}
      onCancel={onClose}
    >
      <ControlIntervalLine interval={interval} />
      <Text size="sm">{t('references:control.verify-explanation')}</Text>
      <TextInput
        label={t('references:control.against')}
        description={t('references:control.against-hint')}
        data-autofocus
        {...form.getInputProps('against')}
      />
      <DateInput label={t('references:control.compared-on')} valueFormat="YYYY-MM-DD" {...form.getInputProps('comparedOn')} />
    </FormSection>
  );
}
