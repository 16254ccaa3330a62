import { Alert, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../../contract';
import type { Exhibit } from '../../../../../contract/casework';
import { inputSchema } from '../../../../app/errors/input-schema';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { FormSection } from '../../../../components/form-section';
import { UnsavedEntries } from '../../../../components/record-drawer';
import { SubstancePicker } from '../../../../components/substance-picker';
import { useRecordForm } from '../../../../components/use-record-form';

/** Where a component begins: nothing, or the chosen candidate of a search. */
export interface Proposal {
  readonly substanceId: string;
  readonly proposedFrom: string;
}

/** A substance that may be in the exhibit: a hypothesis, to be shown or not. */
export function ComponentForm(props: { readonly exhibit: Exhibit; readonly proposal: Proposal; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { exhibit, proposal, onClose } = props;
  const form = useRecordForm(inputSchema(contract.casework.components.propose), { exhibitId: exhibit.id, saltClaim: '', ...proposal });
  const propose = useAction(api.casework.components.propose.mutationOptions(), {
    form,
    inPlace: true,
    success: ({ substanceName }) => t('casework:components.saved', { substance: substanceName }),
    onDone: onClose,
  });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => propose.run(values))}
      submitLabel={t('casework:components.add')}
      busy={propose.busy}
      failure={propose.failure}
    >
      <UnsavedEntries unsaved={form.isDirty() && !propose.busy} />
      <Alert color="blue">{t('casework:components.hint')}</Alert>
      <SubstancePicker
        label={t('casework:components.substance')}
        autoFocus={proposal.substanceId === ''}
        required
        {...form.getInputProps('substanceId')}
        value={form.getValues().substanceId}
      />
      <TextInput
        label={t('casework:components.salt')}
        description={t('casework:components.salt-hint')}
        {...form.getInputProps('saltClaim')}
      />
      <TextInput
        label={t('casework:components.from')}
        description={t('casework:components.from-hint')}
        {...form.getInputProps('proposedFrom')}
      />
    </FormSection>
  );
}
