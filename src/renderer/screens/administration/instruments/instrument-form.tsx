import { Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import { type Instrument, instrument as instrumentSchema } from '../../../../contract/laboratory';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { ReasonField } from '../../../components/reason-field';
import { UnsavedEntries } from '../../../components/record-drawer';
import { useRecordForm } from '../../../components/use-record-form';
import { useReopening } from '../../../components/use-reopening';

interface InstrumentFormProps {
  readonly instrument: Instrument | null;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

type InstrumentValues = Omit<Instrument, 'id' | 'rowVersion' | 'code'>;

const EMPTY: InstrumentValues = {
  name: '',
  maker: '',
  model: '',
  serialNumber: '',
  kind: 'gcms',
  inService: true,
  calibratedOn: null,
  calibrationDueOn: null,
};

function InstrumentFields({ instrument, onClose, onReload }: InstrumentFormProps) {
  const { t } = useTranslation();
  const mayEdit = useMay('instruments.edit');
  const schema =
    instrument === null ? inputSchema(contract.laboratory.instruments.create) : inputSchema(contract.laboratory.instruments.update);
  const form = useRecordForm(schema, { ...EMPTY, ...instrument, reason: '' });
  const options = { form, inPlace: true, success: t('administration:saved'), onDone: onClose };
  const create = useAction(api.laboratory.instruments.create.mutationOptions(), options);
  const update = useAction(api.laboratory.instruments.update.mutationOptions(), options);
  const { run, busy, failure } = instrument === null ? create : update;
  const field = (path: string) => ({ ...form.getInputProps(path), readOnly: !mayEdit });
  const kinds = instrumentSchema.shape.kind.options.map((value) => ({ value, label: t(`administration:instrument-kind.${value}`) }));
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => run({ ...values, id: instrument?.id ?? '', rowVersion: instrument?.rowVersion ?? 0 }))}
      submitLabel={t('administration:save')}
      busy={busy}
      failure={failure}
      onReload={onReload}
      canSubmit={mayEdit && (instrument === null || form.isDirty())}
    >
      <UnsavedEntries unsaved={form.isDirty() && !busy} />
      <TextInput
        label={t('administration:instruments.name')}
        description={t('administration:instruments.name-hint')}
        data-autofocus
        {...field('name')}
      />
      <Select label={t('administration:instruments.kind')} data={kinds} allowDeselect={false} {...field('kind')} />
      <SimpleGrid cols={2}>
        <TextInput label={t('administration:instruments.maker')} {...field('maker')} />
        <TextInput label={t('administration:instruments.model')} {...field('model')} />
      </SimpleGrid>
      <TextInput label={t('administration:instruments.serial')} {...field('serialNumber')} />
      <SimpleGrid cols={2}>
        <DateInput label={t('administration:instruments.calibrated-on')} clearable valueFormat="L" {...field('calibratedOn')} />
        <DateInput label={t('administration:instruments.due-on')} clearable valueFormat="L" {...field('calibrationDueOn')} />
      </SimpleGrid>
      <Switch
        label={t('administration:instruments.in-service')}
        disabled={!mayEdit}
        {...form.getInputProps('inService', { type: 'checkbox' })}
      />
      {instrument !== null && mayEdit && <ReasonField {...form.getInputProps('reason')} />}
    </FormSection>
  );
}

/** An instrument, new or known. */
export function InstrumentForm({
  onReload,
  ...props
}: Omit<InstrumentFormProps, 'onReload'> & { readonly onReload: () => Promise<unknown> }) {
  const [opening, reopen] = useReopening(onReload);
  return <InstrumentFields key={opening} {...props} onReload={reopen} />;
}
