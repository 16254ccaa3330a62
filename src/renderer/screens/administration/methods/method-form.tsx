import { Alert, Select, SimpleGrid, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import { type Method, method as methodSchema } from '../../../../contract/laboratory';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { ReasonField } from '../../../components/reason-field';
import { UnsavedEntries } from '../../../components/record-drawer';
import { useRecordForm } from '../../../components/use-record-form';
import { useReopening } from '../../../components/use-reopening';
import { PROPOSED_TOLERANCES, ToleranceFields } from './tolerance-fields';

interface MethodFormProps {
  readonly method: Method | null;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

type MethodValues = Omit<Method, 'id' | 'rowVersion' | 'code' | 'version' | 'validFrom' | 'retiredAt'>;

const EMPTY: MethodValues = {
  title: '',
  kind: 'gcms',
  procedureReference: '',
  solvent: '',
  stationaryPhase: '',
  validatedOn: null,
  validationReference: '',
  tolerances: PROPOSED_TOLERANCES,
};

function MethodFields({ method, onClose, onReload }: MethodFormProps) {
  const { t } = useTranslation();
  const mayEdit = (useMay('methods.edit') && method?.retiredAt === null) || method === null;
  const schema = method === null ? inputSchema(contract.laboratory.methods.create) : inputSchema(contract.laboratory.methods.revise);
  const form = useRecordForm(schema, { ...EMPTY, ...method, reason: '' });
  const options = { form, inPlace: true, success: t('administration:saved'), onDone: onClose };
  const create = useAction(api.laboratory.methods.create.mutationOptions(), options);
  const revise = useAction(api.laboratory.methods.revise.mutationOptions(), options);
  const { run, busy, failure } = method === null ? create : revise;
  const field = (path: string) => ({ ...form.getInputProps(path), readOnly: !mayEdit });
  const kinds = methodSchema.shape.kind.options.map((value) => ({ value, label: t(`administration:method-kind.${value}`) }));
  const chooseKind = (kind: string | null): void => {
    if (kind === null) return;
    form.setFieldValue('kind', kind as Method['kind']);
    form.setFieldValue('tolerances', kind === 'gcms' ? (method?.tolerances ?? PROPOSED_TOLERANCES) : null);
  };
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => run({ ...values, id: method?.id ?? '', rowVersion: method?.rowVersion ?? 0 }))}
      submitLabel={method === null ? t('administration:save') : t('administration:methods.revise')}
      busy={busy}
      failure={failure}
      onReload={onReload}
      canSubmit={mayEdit && (method === null || form.isDirty())}
    >
      <UnsavedEntries unsaved={form.isDirty() && !busy} />
      {method !== null && (
        <Alert color="blue">
          {method.retiredAt === null
            ? t('administration:methods.revise-text', { version: method.version })
            : t('administration:methods.old-text', { version: method.version })}
        </Alert>
      )}
      <TextInput label={t('administration:methods.title')} data-autofocus {...field('title')} />
      <Select label={t('administration:methods.kind')} data={kinds} allowDeselect={false} {...field('kind')} onChange={chooseKind} />
      <SimpleGrid cols={2} verticalSpacing="sm">
        <TextInput label={t('administration:methods.procedure')} {...field('procedureReference')} />
        <TextInput label={t('administration:methods.solvent')} {...field('solvent')} />
        <TextInput label={t('administration:methods.phase')} {...field('stationaryPhase')} />
        <div />
        <DateInput label={t('administration:methods.validated-on')} clearable valueFormat="L" {...field('validatedOn')} />
        <TextInput label={t('administration:methods.validation')} {...field('validationReference')} />
      </SimpleGrid>
      {form.getValues().tolerances !== null && <ToleranceFields field={field} />}
      {method !== null && mayEdit && <ReasonField {...form.getInputProps('reason')} />}
    </FormSection>
  );
}

/** A method, new or as a next version; a replaced version is only shown. */
export function MethodForm({ onReload, ...props }: Omit<MethodFormProps, 'onReload'> & { readonly onReload: () => Promise<unknown> }) {
  const [opening, reopen] = useReopening(onReload);
  return <MethodFields key={opening} {...props} onReload={reopen} />;
}
