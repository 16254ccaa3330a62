import { Fieldset, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComparisonTolerances } from '../../../../contract/laboratory';

/**
 * A place to start from, shown as such and saved only when a person saves it: the laboratory's own validation sets the values. They are
 * Aliquot's proposal, without a standard behind them.
 */
export const PROPOSED_TOLERANCES: ComparisonTolerances = {
  retentionTimeMinutes: 0.1,
  ionRatioPercent: 20,
  matchFactor: 800,
  diagnosticIonsNeeded: 3,
  blankPercent: 1,
};

type FieldProps = Readonly<Record<string, unknown>>;

/** What a comparison with the reference of the same batch is computed with. */
export function ToleranceFields({ field }: { readonly field: (path: string) => FieldProps }) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('administration:tolerances.legend')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('administration:tolerances.hint')}
      </Text>
      <SimpleGrid cols={2} verticalSpacing="sm">
        <NumberInput
          label={t('administration:tolerances.retention')}
          prefix="± "
          suffix=" min"
          step={0.01}
          min={0}
          {...field('tolerances.retentionTimeMinutes')}
        />
        <NumberInput
          label={t('administration:tolerances.ion-ratio')}
          prefix="± "
          suffix=" %"
          min={0}
          max={100}
          {...field('tolerances.ionRatioPercent')}
        />
        <NumberInput
          label={t('administration:tolerances.match-factor')}
          min={0}
          max={999}
          allowDecimal={false}
          {...field('tolerances.matchFactor')}
        />
        <NumberInput
          label={t('administration:tolerances.ions')}
          min={1}
          max={12}
          allowDecimal={false}
          {...field('tolerances.diagnosticIonsNeeded')}
        />
        <NumberInput label={t('administration:tolerances.blank')} suffix=" %" min={0} max={100} {...field('tolerances.blankPercent')} />
      </SimpleGrid>
    </Fieldset>
  );
}
