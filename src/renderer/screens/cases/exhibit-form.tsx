import { Alert, Checkbox, Fieldset, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../contract';
import type { Exhibit, ExhibitSummary } from '../../../contract/casework';
import { inputSchema } from '../../app/errors/input-schema';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { MassField } from '../../components/fields/mass-field';
import { FormSection } from '../../components/form-section';
import { ReasonField } from '../../components/reason-field';
import { UnsavedEntries } from '../../components/record-drawer';
import { useRecordForm } from '../../components/use-record-form';
import { useReopening } from '../../components/use-reopening';

interface ExhibitFormProps {
  readonly caseId: string;
  /** Null: a new exhibit, received now. */
  readonly exhibit: ExhibitSummary | null;
  readonly onClose: () => void;
  readonly onSaved?: (exhibit: Exhibit) => void;
}

const NEW = {
  description: '',
  packaging: '',
  conditionOnReceipt: '',
  sealNumber: '',
  sealState: 'intact' as ExhibitSummary['sealState'],
  appearance: '',
  unitCount: null as number | null,
  grossMassMicrograms: null as number | null,
  netMassMicrograms: null as number | null,
  massUncertaintyMicrograms: null as number | null,
  balanceId: null as string | null,
  highPotencySuspected: false,
};

/** A number field gives '' when it is emptied; the record says null. */
const countOrNull = (value: number | string | null): number | null => (typeof value === 'number' ? value : null);

function useBalances() {
  const instruments = useQuery(api.laboratory.instruments.list.queryOptions({ meta: { topics: ['instrument'] } }));
  return (instruments.data ?? [])
    .filter(({ kind, inService }) => kind === 'balance' && inService)
    .map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }));
}

function ExhibitFields({ caseId, exhibit, onClose, onSaved, onReload }: ExhibitFormProps & { readonly onReload: () => void }) {
  const { t } = useTranslation();
  const balances = useBalances();
  const schema = exhibit === null ? inputSchema(contract.casework.exhibits.create) : inputSchema(contract.casework.exhibits.update);
  const form = useRecordForm(schema, { ...NEW, ...exhibit, caseId, receivedFrom: '', location: '', reason: '' });
  const options = {
    form,
    inPlace: true,
    success: ({ code }: Exhibit) => t('casework:exhibit-form.saved', { code }),
    onDone: (saved: Exhibit) => {
      onClose();
      onSaved?.(saved);
    },
  };
  const create = useAction(api.casework.exhibits.create.mutationOptions(), options);
  const update = useAction(api.casework.exhibits.update.mutationOptions(), options);
  const { run, busy, failure } = exhibit === null ? create : update;
  const field = (path: string) => form.getInputProps(path);
  const seals = (['intact', 'broken', 'none'] as const).map((value) => ({ value, label: t(`casework:exhibit.seal.${value}`) }));
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => run({ ...values, id: exhibit?.id ?? '', rowVersion: exhibit?.rowVersion ?? 0 }))}
      submitLabel={t(exhibit === null ? 'casework:exhibit-form.receive' : 'casework:save')}
      busy={busy}
      failure={failure}
      onReload={onReload}
      canSubmit={form.isDirty()}
    >
      <UnsavedEntries unsaved={form.isDirty() && !busy} />
      <Checkbox
        label={t('casework:exhibit-form.potency')}
        description={t('casework:exhibit-form.potency-hint')}
        {...form.getInputProps('highPotencySuspected', { type: 'checkbox' })}
      />
      {form.getValues().highPotencySuspected && (
        <Alert role="alert" color="red" icon={<IconAlertOctagon aria-hidden />} title={t('casework:potency.title')}>
          {t('casework:potency.text')}
        </Alert>
      )}
      <TextInput label={t('casework:exhibit-form.description')} data-autofocus required {...field('description')} />
      <SimpleGrid cols={2} verticalSpacing="sm">
        <TextInput label={t('casework:exhibit-form.packaging')} {...field('packaging')} />
        <TextInput label={t('casework:exhibit-form.condition')} required {...field('conditionOnReceipt')} />
        <TextInput label={t('casework:exhibit-form.seal-number')} {...field('sealNumber')} />
        <Select label={t('casework:exhibit-form.seal-state')} allowDeselect={false} data={seals} {...field('sealState')} />
        {exhibit === null && (
          <>
            <TextInput
              label={t('casework:exhibit-form.received-from')}
              description={t('casework:exhibit-form.received-from-hint')}
              required
              {...field('receivedFrom')}
            />
            <TextInput
              label={t('casework:exhibit-form.location')}
              description={t('casework:exhibit-form.location-hint')}
              {...field('location')}
            />
          </>
        )}
      </SimpleGrid>
      <Fieldset legend={t('casework:exhibit-form.content')}>
        <SimpleGrid cols={2} verticalSpacing="sm">
          <Textarea label={t('casework:exhibit-form.appearance')} autosize minRows={1} maxRows={4} {...field('appearance')} />
          <NumberInput
            label={t('casework:exhibit-form.units')}
            min={1}
            allowDecimal={false}
            {...field('unitCount')}
            value={form.getValues().unitCount ?? ''}
            onChange={(value) => form.setFieldValue('unitCount', countOrNull(value))}
          />
          <MassField label={t('casework:exhibit-form.gross')} {...field('grossMassMicrograms')} />
          <MassField label={t('casework:exhibit-form.net')} {...field('netMassMicrograms')} />
          <MassField label={t('casework:exhibit-form.uncertainty')} firstUnit="mg" {...field('massUncertaintyMicrograms')} />
          <Select label={t('casework:exhibit-form.balance')} clearable data={balances} {...field('balanceId')} />
        </SimpleGrid>
      </Fieldset>
      {exhibit !== null && <ReasonField required {...field('reason')} />}
    </FormSection>
  );
}

/** An exhibit: received (its custody begins with it) or corrected with a reason. */
export function ExhibitForm({ onReload, ...props }: ExhibitFormProps & { readonly onReload: () => Promise<unknown> }) {
  const [opening, reopen] = useReopening(onReload);
  return <ExhibitFields key={opening} {...props} onReload={reopen} />;
}
