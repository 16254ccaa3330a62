import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ionisation } from '../../../../contract/library';
import type { SubstanceSummary } from '../../../../contract/substances';
import { SubstancePicker } from '../../../components/substance-picker';
import classes from '../library.module.css';
import type { FactsValues } from './facts-values';

/** The fields of what a person states of a reference spectrum. */
export function FactsFields<Values extends FactsValues>(props: {
  readonly form: UseFormReturnType<Values>;
  /** A mass spectrum, which has an ionisation. */
  readonly ofMasses: boolean;
}) {
  const { t } = useTranslation();
  const { ofMasses } = props;
  // The fields of the facts are the same whatever else the form has.
  const form = props.form as unknown as UseFormReturnType<FactsValues>;
  const code = (name: 'cas' | 'inchikey' | 'formula' | 'smiles') => ({
    label: t(`library:spectra.${name}`),
    dir: 'ltr' as const,
    classNames: { input: classes.code },
    spellCheck: false,
    autoComplete: 'off',
    ...form.getInputProps(name),
  });
  const fillFrom = (substance: SubstanceSummary | null): void => {
    if (substance === null) return;
    const { displayName, cas, inchikey, formula } = substance;
    const known = { name: displayName, cas, inchikey, formula };
    for (const [name, value] of Object.entries(known)) {
      const field = name as keyof typeof known;
      // Only what is empty: the file's own words stay.
      if (value !== null && form.getValues()[field].trim() === '') form.setFieldValue(field, value);
    }
  };
  const { onChange, ...substance } = form.getInputProps('substanceId');
  return (
    <>
      <SubstancePicker
        {...substance}
        label={t('library:facts.substance')}
        description={t('library:facts.substance-hint')}
        onChange={(id, picked) => {
          onChange(id);
          fillFrom(picked);
        }}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs">
        <TextInput data-autofocus label={t('library:spectra.name')} {...form.getInputProps('name')} />
        <Textarea
          label={t('library:spectra.synonyms')}
          description={t('library:facts.synonyms-hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={1}
          maxRows={4}
          {...form.getInputProps('synonyms')}
        />
        <TextInput {...code('cas')} />
        <TextInput {...code('formula')} />
        <TextInput {...code('inchikey')} />
        <TextInput {...code('smiles')} />
        {ofMasses && (
          <Select
            label={t('library:spectra.ionisation')}
            allowDeselect={false}
            data={ionisation.options.map((value) => ({ value, label: t(`library:ionisation.${value}`) }))}
            {...form.getInputProps('ionisation')}
          />
        )}
        <TextInput
          className={ofMasses ? undefined : classes.wide}
          label={t('library:spectra.instrument')}
          {...form.getInputProps('instrument')}
        />
        <TextInput label={t('library:spectra.origin')} placeholder={t('library:import.source-example')} {...form.getInputProps('origin')} />
        <TextInput label={t('library:spectra.licence')} {...form.getInputProps('licence')} />
      </SimpleGrid>
    </>
  );
}
