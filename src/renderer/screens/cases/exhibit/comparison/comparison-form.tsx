import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, Comparison, Exhibit } from '../../../../../contract/casework';
import type { ReferenceLot } from '../../../../../contract/lots';
import { formatNumber } from '../../../../../i18n/formats/numbers';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { FormSection } from '../../../../components/form-section';
import type { PlacedSpectrum } from '../sequence/placed-spectra';
import { useOwnBatches } from '../sequence/use-batches';
import { referencesFor, unknownsFor, unknownsOf } from './pairs';

interface ComparisonFormProps {
  readonly exhibit: Exhibit;
  readonly onDone: (comparison: Comparison) => void;
}

export function ComparisonForm(props: ComparisonFormProps) {
  const { t } = useTranslation();
  const batches = useOwnBatches(props.exhibit);
  const lots = useQuery(api.lots.list.queryOptions({ meta: { topics: ['reference_lot'] } }));
  if (batches === undefined || lots.data === undefined) return <Text c="dimmed">{t('frame:search.busy')}</Text>;
  return <PairFields {...props} batches={batches} lots={lots.data} />;
}

/** What the comparison proposes: the unknown nearest to a reference of the substance and not compared yet, and that reference. */
function usePair({
  exhibit,
  batches,
  lots,
}: ComparisonFormProps & { readonly batches: readonly Batch[]; readonly lots: readonly ReferenceLot[] }) {
  const components = exhibit.components.filter(({ withdrawnReason }) => withdrawnReason === null);
  const [componentId, setComponentId] = useState(components.at(-1)?.id ?? '');
  const [wishedUnknown, setUnknown] = useState<string | null>(null);
  const [wishedReference, setReference] = useState<string | null>(null);
  const substanceId = components.find(({ id }) => id === componentId)?.substanceId ?? '';
  const referencesOf = (unknown: PlacedSpectrum) => referencesFor(unknown, batches, lots, substanceId);
  const compared = new Set(
    exhibit.comparisons.filter((one) => one.componentId === componentId && one.voidedReason === null).map(({ spectrumId }) => spectrumId),
  );
  const unknowns = unknownsFor(unknownsOf(batches, exhibit), referencesOf, compared);
  const unknown = unknowns.find(({ spectrum }) => spectrum.id === wishedUnknown) ?? unknowns[0];
  const references = unknown === undefined ? [] : referencesOf(unknown);
  const reference = references.find(({ spectrum }) => spectrum.id === wishedReference) ?? references[0];
  return { components, componentId, setComponentId, unknowns, unknown, setUnknown, references, reference, setReference };
}

function PairFields(props: ComparisonFormProps & { readonly batches: readonly Batch[]; readonly lots: readonly ReferenceLot[] }) {
  const { t, i18n } = useTranslation();
  const { exhibit, onDone } = props;
  const pair = usePair(props);
  const { unknown, reference } = pair;
  const compare = useAction(api.casework.results.compare.mutationOptions(), { inPlace: true, onDone });
  const option = (code: string | null, { batch, injection, spectrum }: PlacedSpectrum) => {
    const minutes = spectrum.retentionTimeMinutes;
    const time =
      minutes === null
        ? t('casework:sequence.no-time')
        : t('casework:sequence.time-is', { minutes: formatNumber(minutes, i18n.language, 3) });
    return { value: spectrum.id, label: `${time} · ${code ?? ''} · ${batch.code} / ${injection.position}` };
  };
  return (
    <FormSection
      onSubmit={(event) => {
        event?.preventDefault();
        if (unknown === undefined || reference === undefined) return;
        compare.run({
          exhibitId: exhibit.id,
          componentId: pair.componentId,
          spectrumId: unknown.spectrum.id,
          referenceSpectrumId: reference.spectrum.id,
        });
      }}
      submitLabel={t('casework:comparison.act')}
      busy={compare.busy}
      failure={compare.failure}
      canSubmit={unknown !== undefined && reference !== undefined}
    >
      <Text size="sm" c="dimmed">
        {t('casework:comparison.hint')}
      </Text>
      <Select
        label={t('casework:components.substance')}
        data-autofocus
        allowDeselect={false}
        data={pair.components.map(({ id, substanceName }) => ({ value: id, label: substanceName }))}
        value={pair.componentId}
        onChange={(next) => next !== null && pair.setComponentId(next)}
      />
      <Select
        label={t('casework:comparison.unknown')}
        allowDeselect={false}
        data={pair.unknowns.map((placed) => option(placed.injection.sampleCode, placed))}
        value={unknown?.spectrum.id ?? null}
        onChange={pair.setUnknown}
        error={unknown === undefined ? t('casework:comparison.no-unknown') : undefined}
      />
      <Select
        label={t('casework:comparison.reference')}
        allowDeselect={false}
        data={pair.references.map((placed) => option(placed.injection.referenceLotCode, placed))}
        value={reference?.spectrum.id ?? null}
        onChange={pair.setReference}
        error={unknown !== undefined && reference === undefined ? t('casework:comparison.no-reference') : undefined}
      />
    </FormSection>
  );
}
