import { Modal, NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../../contract';
import type { MeasuredSpectrum } from '../../../../../contract/casework';
import { inputSchema } from '../../../../app/errors/input-schema';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { FormSection } from '../../../../components/form-section';
import { ReasonField } from '../../../../components/reason-field';
import { useRecordForm } from '../../../../components/use-record-form';

interface RetentionDialogProps {
  readonly opened: boolean;
  readonly spectrum: MeasuredSpectrum;
  readonly onClose: () => void;
}

function RetentionFields({ spectrum, onClose }: RetentionDialogProps) {
  const { t } = useTranslation();
  const form = useRecordForm(inputSchema(contract.casework.batches.setRetentionTime), {
    spectrumId: spectrum.id,
    minutes: (spectrum.retentionTimeMinutes ?? '') as number,
    reason: '',
  });
  const save = useAction(api.casework.batches.setRetentionTime.mutationOptions(), {
    form,
    inPlace: true,
    success: t('casework:sequence.time-saved'),
    onDone: onClose,
  });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => save.run(values))}
      submitLabel={t('casework:save')}
      busy={save.busy}
      failure={save.failure}
      onCancel={onClose}
    >
      <Text>{t(spectrum.retentionTimeFrom === 'file' ? 'casework:sequence.time-over-file' : 'casework:sequence.time-text')}</Text>
      <NumberInput
        label={t('casework:sequence.time')}
        suffix=" min"
        min={0}
        decimalScale={4}
        step={0.01}
        data-autofocus
        required
        {...form.getInputProps('minutes')}
      />
      <ReasonField required {...form.getInputProps('reason')} />
    </FormSection>
  );
}

/** A retention time read by a person, where the file states none or a wrong one. */
export function RetentionDialog(props: RetentionDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('casework:sequence.time')}>
      {props.opened && <RetentionFields {...props} />}
    </Modal>
  );
}
