import { Group, NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MassTolerance, ScoreId, SearchMethod } from '../../../../contract/search-method';
import { SCORES_OF, withScore } from './scores';

type Of<Family extends SearchMethod['family']> = Extract<SearchMethod, { readonly family: Family }>;
type Change = (method: SearchMethod) => void;

const numberOr = <T,>(value: string | number, otherwise: T): number | T => (typeof value === 'number' ? value : otherwise);

/** Which score ranks, and what that score needs to be told. */
export function MethodFields({ method, onChange }: { readonly method: SearchMethod; readonly onChange: Change }) {
  const { t } = useTranslation();
  const scores = SCORES_OF[method.family];
  return (
    <Stack gap="sm">
      {scores.length > 1 && (
        <Radio.Group
          label={t('identify:settings.score')}
          value={method.score}
          onChange={(value) => onChange(withScore(method, value as ScoreId))}
        >
          <Stack gap={6} mt={4}>
            {scores.map((id) => (
              <Radio key={id} value={id} label={t(`identify:score.${id}.name`)} description={t(`identify:score.${id}.hint`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <OwnFields method={method} onChange={onChange} />
    </Stack>
  );
}

function OwnFields({ method, onChange }: { readonly method: SearchMethod; readonly onChange: Change }) {
  switch (method.family) {
    case 'ei':
      return <EiFields method={method} onChange={onChange} />;
    case 'tandem':
      return <TandemFields method={method} onChange={onChange} />;
    case 'trace':
      return <RangeField method={method} onChange={onChange} />;
    case 'mixture':
      return (
        <>
          <RangeField method={method} onChange={onChange} />
          <MostComponents method={method} onChange={onChange} />
        </>
      );
    case 'energies':
      return (
        <ToleranceFields
          value={method.tolerance}
          labelKey="search:method.tolerance"
          onChange={(tolerance) => onChange({ ...method, tolerance })}
        />
      );
  }
}

function EiFields({ method, onChange }: { readonly method: Of<'ei'>; readonly onChange: Change }) {
  const { t } = useTranslation();
  if (method.score === 'ei-cosine')
    return (
      <Group grow align="flex-start" gap="xs">
        <NumberInput
          label={t('search:method.mass-power')}
          min={0}
          max={5}
          step={0.1}
          value={method.massPower}
          onChange={(value) => onChange({ ...method, massPower: numberOr(value, 1) })}
        />
        <NumberInput
          label={t('search:method.intensity-power')}
          min={0}
          max={5}
          step={0.1}
          value={method.intensityPower}
          onChange={(value) => onChange({ ...method, intensityPower: numberOr(value, 0.5) })}
        />
      </Group>
    );
  if (method.score !== 'ei-hybrid' && method.score !== 'ei-neutral-loss') return null;
  return (
    <NumberInput
      label={t('search:method.molecular-mass')}
      description={t('search:method.molecular-mass-hint')}
      min={1}
      max={5000}
      allowDecimal={false}
      value={method.molecularMass ?? ''}
      onChange={(value) => onChange({ ...method, molecularMass: numberOr(value, null) })}
    />
  );
}

function TandemFields({ method, onChange }: { readonly method: Of<'tandem'>; readonly onChange: Change }) {
  const { t } = useTranslation();
  return (
    <>
      <ToleranceFields
        value={method.tolerance}
        labelKey="search:method.tolerance"
        onChange={(tolerance) => onChange({ ...method, tolerance })}
      />
      <NumberInput
        label={t('search:method.precursor')}
        min={0}
        decimalScale={5}
        value={method.precursorMz ?? ''}
        onChange={(value) => {
          const precursorMz = numberOr(value, null);
          onChange({ ...method, precursorMz, ...(precursorMz === null ? { precursorTolerance: null } : {}) });
        }}
      />
      <Radio.Group
        label={t('search:method.against')}
        value={method.precursorTolerance === null ? 'open' : 'window'}
        onChange={(value) => onChange({ ...method, precursorTolerance: value === 'open' ? null : { value: 10, unit: 'ppm' } })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="open" label={t('search:method.open')} description={t('search:method.open-hint')} />
          <Radio
            value="window"
            disabled={method.precursorMz === null}
            label={t('search:method.window')}
            description={t('search:method.window-hint')}
          />
        </Stack>
      </Radio.Group>
      {method.precursorTolerance !== null && (
        <ToleranceFields
          value={method.precursorTolerance}
          labelKey="search:method.precursor-tolerance"
          onChange={(precursorTolerance) => onChange({ ...method, precursorTolerance })}
        />
      )}
    </>
  );
}

function ToleranceFields(props: {
  readonly value: MassTolerance;
  readonly labelKey: string;
  readonly onChange: (tolerance: MassTolerance) => void;
}) {
  const { t } = useTranslation();
  const { value, labelKey, onChange } = props;
  return (
    <Group grow align="flex-end" gap="xs">
      <NumberInput
        label={t(labelKey)}
        min={0}
        decimalScale={5}
        value={value.value}
        onChange={(number) => {
          const next = numberOr(number, value.value);
          if (next > 0) onChange({ ...value, value: next });
        }}
      />
      <Select
        label={t('search:method.unit')}
        data={['ppm', 'Da']}
        value={value.unit}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(unit) => unit !== null && onChange(unit === 'ppm' ? { value: 10, unit: 'ppm' } : { value: 0.02, unit: 'Da' })}
      />
    </Group>
  );
}

const MOST_COMPONENTS = 10;

function MostComponents({ method, onChange }: { readonly method: Of<'mixture'>; readonly onChange: Change }) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t('search:method.most-components')}
      min={1}
      max={MOST_COMPONENTS}
      allowDecimal={false}
      clampBehavior="strict"
      value={method.mostComponents}
      onChange={(value) => onChange({ ...method, mostComponents: numberOr(value, method.mostComponents) })}
    />
  );
}

/** `650-1800; 2800-3100`; what does not read as stretches is told, and not searched by. */
function RangeField({ method, onChange }: { readonly method: Of<'trace' | 'mixture'>; readonly onChange: Change }) {
  const { t } = useTranslation();
  const [unreadable, setUnreadable] = useState(false);
  return (
    <TextInput
      error={unreadable && t('search:method.ranges-unreadable')}
      label={t('search:method.ranges')}
      description={t('search:method.ranges-hint')}
      placeholder={t('search:method.ranges-all')}
      defaultValue={method.ranges.map(([from, to]) => `${from}-${to}`).join('; ')}
      onChange={(event) => {
        const ranges = readRanges(event.currentTarget.value);
        setUnreadable(ranges === null);
        // The form is not sent while a field of it is not valid.
        event.currentTarget.setCustomValidity(ranges === null ? t('search:method.ranges-unreadable') : '');
        if (ranges !== null) onChange({ ...method, ranges });
      }}
    />
  );
}

export function readRanges(text: string): [number, number][] | null {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ranges = parts.map((part): [number, number] | null => {
    const [, low = '', high = ''] = /^(-?\d+(?:[.,]\d+)?)\s*[-–]\s*(-?\d+(?:[.,]\d+)?)$/.exec(part) ?? [];
    if (high === '') return null;
    const [from, to] = [Number(low.replace(',', '.')), Number(high.replace(',', '.'))];
    return from === to ? null : [Math.min(from, to), Math.max(from, to)];
  });
  return ranges.every((range) => range !== null) ? ranges : null;
}
