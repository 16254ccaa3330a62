import { ActionIcon, Button, Fieldset, Group, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../../contract';
import type { ColourTest, Exhibit } from '../../../../../contract/casework';
import { inputSchema } from '../../../../app/errors/input-schema';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { DayField } from '../../../../components/fields/day-field';
import { InstantField } from '../../../../components/fields/instant-field';
import { FormSection } from '../../../../components/form-section';
import { UnsavedEntries } from '../../../../components/record-drawer';
import { useRecordForm } from '../../../../components/use-record-form';
import { COLOUR_WORDS } from './colour-words';
import { ReagentReactions } from './reagent-reactions';

type Outcome = ColourTest['outcome'];
const OUTCOMES: readonly Outcome[] = ['positive', 'negative', 'inconclusive'];

export function ColourForm({ exhibit, onClose }: { readonly exhibit: Exhibit; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const reagents = useQuery(api.casework.results.reagents.queryOptions({ meta: { topics: [] } }));
  const methods = useQuery(api.laboratory.methods.list.queryOptions({ meta: { topics: ['method'] } }));
  const aliquots = exhibit.samples.filter(({ kind }) => kind === 'aliquot' || kind === 'extract' || kind === 'unit');
  const form = useRecordForm(inputSchema(contract.casework.results.recordColourTest), {
    exhibitId: exhibit.id,
    sampleId: aliquots.find(({ kind }) => kind === 'aliquot')?.id ?? aliquots[0]?.id ?? '',
    methodId: null as string | null,
    reagent: '',
    reagentLot: '',
    reagentExpiresOn: null as string | null,
    positiveControl: '' as Outcome,
    blankControl: '' as Outcome,
    observed: [{ seconds: 5, colour: '' }],
    outcome: '' as Outcome,
    performedAt: new Date().toISOString(),
  });
  const record = useAction(api.casework.results.recordColourTest.mutationOptions(), {
    form,
    inPlace: true,
    success: t('casework:colour.saved'),
    onDone: onClose,
  });
  const { observed, reagent } = form.getValues();
  const outcomes = OUTCOMES.map((value) => ({ value, label: t(`casework:outcome.${value}`) }));
  const colourMethods = (methods.data ?? []).filter(({ kind, retiredAt }) => kind === 'colour' && retiredAt === null);
  const chosen = reagents.data?.find(({ name }) => name === reagent);
  const words = COLOUR_WORDS.map((value) => ({ value, label: t(`casework:colour.word.${value}`) }));
  return (
    <FormSection
      onSubmit={form.onSubmit(({ reagentExpiresOn, ...values }) => record.run({ ...values, reagentExpiresOn: reagentExpiresOn ?? '' }))}
      submitLabel={t('casework:colour.save')}
      busy={record.busy}
      failure={record.failure}
    >
      <UnsavedEntries unsaved={form.isDirty() && !record.busy} />
      <SimpleGrid cols={2} verticalSpacing="sm">
        <Select
          label={t('casework:colour.sample')}
          required
          allowDeselect={false}
          data={aliquots.map(({ id, code }) => ({ value: id, label: code }))}
          {...form.getInputProps('sampleId')}
        />
        <Select
          label={t('casework:colour.reagent')}
          data-autofocus
          required
          searchable
          allowDeselect={false}
          data={(reagents.data ?? []).map(({ name }) => name)}
          {...form.getInputProps('reagent')}
        />
        <TextInput label={t('casework:colour.reagent-lot')} required {...form.getInputProps('reagentLot')} />
        <DayField label={t('casework:colour.expires')} required {...form.getInputProps('reagentExpiresOn')} />
        <Select
          label={t('casework:colour.positive-control')}
          description={t('casework:colour.positive-control-hint')}
          required
          allowDeselect={false}
          data={outcomes}
          {...form.getInputProps('positiveControl')}
        />
        <Select
          label={t('casework:colour.blank-control')}
          description={t('casework:colour.blank-control-hint')}
          required
          allowDeselect={false}
          data={outcomes}
          {...form.getInputProps('blankControl')}
        />
        <Select
          label={t('casework:colour.method')}
          description={t('casework:colour.method-hint')}
          clearable
          data={colourMethods.map(({ id, code, title, version }) => ({
            value: id,
            label: t('casework:sequence.method-is', { code, title, version }),
          }))}
          {...form.getInputProps('methodId')}
        />
        <InstantField
          label={t('casework:colour.performed')}
          description={t('casework:colour.performed-hint')}
          required
          {...form.getInputProps('performedAt')}
        />
      </SimpleGrid>
      <Fieldset legend={t('casework:colour.seen')}>
        {observed.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: colours are told apart by their place in the order they were seen
          <Group key={index} align="flex-end" gap="xs" mb={6} wrap="nowrap">
            <NumberInput
              w={120}
              label={t('casework:colour.after')}
              suffix=" s"
              min={0}
              allowDecimal={false}
              {...form.getInputProps(`observed.${index}.seconds`)}
            />
            <Select
              flex={1}
              label={t('casework:colour.colour')}
              searchable
              allowDeselect={false}
              data={words}
              {...form.getInputProps(`observed.${index}.colour`)}
            />
            {observed.length > 1 && (
              <ActionIcon
                variant="default"
                size={36}
                aria-label={t('casework:colour.remove-colour', { number: index + 1 })}
                onClick={() => form.removeListItem('observed', index)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem('observed', { seconds: 60, colour: '' })}
        >
          {t('casework:colour.add-colour')}
        </Button>
      </Fieldset>
      {chosen !== undefined && <ReagentReactions reagent={chosen} seen={observed.map(({ colour }) => colour)} />}
      <Select
        label={t('casework:colour.outcome')}
        description={t('casework:colour.outcome-hint')}
        required
        allowDeselect={false}
        data={outcomes}
        {...form.getInputProps('outcome')}
      />
    </FormSection>
  );
}
