import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { ControlInterval } from '../../../../contract/substances';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { ReasonField } from '../../../components/reason-field';

const FROM: readonly ControlInterval['fromPrecision'][] = ['day', 'year', 'unknown'];
const TO: readonly ControlInterval['toPrecision'][] = ['in-force', 'day', 'year', 'unknown'];

type Entries = Pick<ControlInterval, 'id' | 'rowVersion' | 'schedule' | 'fromPrecision' | 'toPrecision' | 'scope'> & {
  readonly fromDate: string;
  readonly toDate: string;
  readonly reason: string;
};

/** A date that is unknown is none, never an empty text. */
function intervalOf({ fromDate, toDate, ...entries }: Entries) {
  return {
    ...entries,
    fromDate: entries.fromPrecision === 'unknown' ? null : fromDate,
    toDate: entries.toPrecision === 'unknown' || entries.toPrecision === 'in-force' ? null : toDate,
  };
}

/** Corrects a row; a correction takes the verification away, for it is not the row any more that was compared. */
export function EditControlForm({ interval, onClose }: { readonly interval: ControlInterval; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { id, rowVersion, schedule, fromPrecision, toPrecision, scope } = interval;
  const form = useForm<Entries>({
    initialValues: {
      id,
      rowVersion,
      schedule,
      fromPrecision,
      toPrecision,
      scope,
      fromDate: interval.fromDate ?? '',
      toDate: interval.toDate ?? '',
      reason: '',
    },
    validate: (entries) => fieldErrors(inputSchema(contract.substances.control.update), t)(intervalOf(entries)),
    validateInputOnBlur: true,
  });
  const save = useAction(api.substances.control.update.mutationOptions(), {
    form,
    inPlace: true,
    success: t('references:saved'),
    onDone: onClose,
  });
  const precision = (values: readonly string[]) => values.map((value) => ({ value, label: t(`references:control.precision.${value}`) }));
  const { fromPrecision: from, toPrecision: to } = form.values;
  return (
    <FormSection
      onSubmit={form.onSubmit((entries) => save.run(intervalOf(entries)))}
      submitLabel={t('references:save')}
      busy={save.busy}
      failure={save.failure}
      onCancel={onClose}
      canSubmit={form.isDirty()}
    >
      {interval.verifiedAt !== null && <Text size="sm">{t('references:control.edit-unverifies')}</Text>}
      <TextInput label={t('references:control.schedule')} data-autofocus {...form.getInputProps('schedule')} />
      <SimpleGrid cols={2} spacing="xs">
        <Select
          label={t('references:control.from-known')}
          data={precision(FROM)}
          allowDeselect={false}
          {...form.getInputProps('fromPrecision')}
        />
        <TextInput
          label={t('references:control.from-date')}
          placeholder={from === 'year' ? t('references:control.year-form') : t('references:control.day-form')}
          disabled={from === 'unknown'}
          {...form.getInputProps('fromDate')}
        />
        <Select
          label={t('references:control.to-known')}
          data={precision(TO)}
          allowDeselect={false}
          {...form.getInputProps('toPrecision')}
        />
        <TextInput
          label={t('references:control.to-date')}
          placeholder={to === 'year' ? t('references:control.year-form') : t('references:control.day-form')}
          disabled={to === 'unknown' || to === 'in-force'}
          {...form.getInputProps('toDate')}
        />
      </SimpleGrid>
      <TextInput label={t('references:control.scope')} {...form.getInputProps('scope')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormSection>
  );
}
