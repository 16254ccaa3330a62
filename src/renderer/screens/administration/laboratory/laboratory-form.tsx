import { NumberInput, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { LaboratoryRecord } from '../../../../contract/laboratory';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { AskBeforeLeaving } from '../../../app/record/unsaved';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { CountrySelect } from '../../../components/country-select';
import { FormSection } from '../../../components/form-section';
import { LanguageSelect } from '../../../components/language-select';
import { ReasonField } from '../../../components/reason-field';
import { useRecordForm } from '../../../components/use-record-form';

export function LaboratoryForm({ record, onReopen }: { readonly record: LaboratoryRecord; readonly onReopen: () => void }) {
  const { t } = useTranslation();
  const mayEdit = useMay('laboratory.edit');
  const form = useRecordForm(inputSchema(contract.laboratory.update), { ...record, reason: '' });
  const zones = useMemo(() => [...new Set([record.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])], [record.timeZone]);
  const save = useAction(api.laboratory.update.mutationOptions(), {
    form,
    inPlace: true,
    success: t('administration:laboratory.saved'),
    onDone: onReopen,
  });
  const field = (path: string) => ({ ...form.getInputProps(path), readOnly: !mayEdit });
  return (
    <FormSection
      title={t('administration:laboratory.title')}
      onSubmit={form.onSubmit((values) => save.run(values))}
      submitLabel={t('administration:save')}
      busy={save.busy}
      failure={save.failure}
      onReload={onReopen}
      canSubmit={mayEdit && form.isDirty()}
    >
      <AskBeforeLeaving unsaved={form.isDirty() && !save.busy} />
      <Text c="dimmed">{t('administration:laboratory.hint')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput label={t('administration:laboratory.name')} {...field('name')} />
        <TextInput
          label={t('administration:laboratory.accreditation')}
          description={t('administration:laboratory.accreditation-hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field('accreditation')}
        />
        <Textarea label={t('administration:laboratory.address')} autosize minRows={3} maxRows={5} {...field('address')} />
        <div>
          <TextInput label={t('administration:laboratory.phone')} type="tel" {...field('phone')} />
          <TextInput mt="sm" label={t('administration:laboratory.email')} type="email" {...field('email')} />
        </div>
        <CountrySelect label={t('administration:laboratory.country')} {...field('country')} />
        <LanguageSelect label={t('administration:laboratory.language')} {...field('language')} />
        <Select searchable allowDeselect={false} label={t('administration:laboratory.time-zone')} data={zones} {...field('timeZone')} />
        <NumberInput
          label={t('administration:laboratory.lock-after')}
          min={1}
          max={240}
          allowDecimal={false}
          suffix={` ${t('administration:unit.minutes')}`}
          {...field('lockAfterMinutes')}
        />
      </SimpleGrid>
      {mayEdit && <ReasonField {...form.getInputProps('reason')} />}
    </FormSection>
  );
}
