import { Checkbox, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import { type FilePreview, ionisation } from '../../../../contract/library';
import { formatNumber } from '../../../../i18n/formats/numbers';
import type { DroppedFile } from '../../../app/drop/file-drop';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { announceImport } from './watched-imports';

const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '');

/** What the collection is called and comes from, and what spectra that state no ionisation are: the person's statement, recorded. */
export function ImportForm(props: { readonly file: DroppedFile; readonly preview: FilePreview; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const number = (value: number): string => formatNumber(value, i18n.language, 0);
  const { file, preview, onClose } = props;
  const form = useForm({
    initialValues: {
      token: file.token,
      name: withoutEnding(preview.fileName),
      source: '',
      licence: '',
      version: '',
      // With spectra that state nothing, the person's statement is asked for, never assumed.
      unstatedIonisation: (preview.unstated > 0 ? '' : 'unknown') as (typeof ionisation.options)[number] | '',
      skipAlreadyHeld: true,
    },
    validate: fieldErrors(inputSchema(contract.library.startImport), t),
    validateInputOnBlur: true,
  });
  const start = useAction(api.library.startImport.mutationOptions(), {
    form,
    inPlace: true,
    onDone: ({ jobId }) => {
      announceImport(jobId);
      onClose();
    },
  });
  return (
    <FormSection
      onSubmit={form.onSubmit(({ unstatedIonisation, ...values }) => {
        if (unstatedIonisation !== '') start.run({ ...values, unstatedIonisation });
      })}
      submitLabel={t('library:import.start', { count: preview.spectra, shown: number(preview.spectra) })}
      busy={start.busy}
      failure={start.failure}
      onCancel={onClose}
      canSubmit={preview.spectra > 0}
    >
      <SimpleGrid cols={2} spacing="xs">
        <TextInput label={t('library:collections.name')} data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t('library:collections.source')}
          placeholder={t('library:import.source-example')}
          {...form.getInputProps('source')}
        />
        <TextInput label={t('library:collections.licence')} {...form.getInputProps('licence')} />
        <TextInput label={t('library:collections.version')} {...form.getInputProps('version')} />
      </SimpleGrid>
      {preview.unstated > 0 && (
        <div>
          <Select
            label={t('library:import.unstated-are', { count: preview.unstated, shown: number(preview.unstated) })}
            description={t('library:import.unstated-hint')}
            allowDeselect={false}
            maw={420}
            placeholder={t('library:import.unstated-choose')}
            data={ionisation.options.map((value) => ({ value, label: t(`library:ionisation.${value}`) }))}
            {...form.getInputProps('unstatedIonisation')}
            value={form.values.unstatedIonisation === '' ? null : form.values.unstatedIonisation}
          />
          {form.values.unstatedIonisation === 'unknown' && (
            <Text size="sm" mt={4}>
              {t('library:import.unknown-not-searched')}
            </Text>
          )}
        </div>
      )}
      <Checkbox
        label={t('library:import.skip')}
        description={t('library:import.skip-hint')}
        {...form.getInputProps('skipAlreadyHeld', { type: 'checkbox' })}
      />
    </FormSection>
  );
}
