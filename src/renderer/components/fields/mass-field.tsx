import { NativeSelect, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMassValue, type MassUnit, naturalMassUnit, parseMass } from '../../../i18n/formats/masses';
import classes from './mass-field.module.css';

const UNITS: readonly MassUnit[] = ['µg', 'mg', 'g', 'kg'];

interface MassFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'unit'> {
  /** Whole micrograms; null: not entered; NaN: typed, but no mass. */
  readonly value?: number | null;
  readonly onChange?: (micrograms: number | null) => void;
  readonly firstUnit?: MassUnit;
}

function micrograms(text: string, unit: MassUnit): number | null {
  return text.trim() === '' ? null : (parseMass(text, unit) ?? Number.NaN);
}

/** A mass with its unit inside the field; comma and point are both the decimal sign, nothing finer than a microgram is taken. */
export function MassField({ value = null, onChange, firstUnit = 'g', ...rest }: MassFieldProps) {
  const { t, i18n } = useTranslation();
  const known = value !== null && !Number.isNaN(value);
  const [unit, setUnit] = useState<MassUnit>(known && value > 0 ? naturalMassUnit(value) : firstUnit);
  const [text, setText] = useState(known ? formatMassValue(value, unit, i18n.language) : '');
  const change = (nextText: string, nextUnit: MassUnit): void => {
    setText(nextText);
    setUnit(nextUnit);
    onChange?.(micrograms(nextText, nextUnit));
  };
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ wrapper: classes.field ?? '' }}
      value={text}
      onChange={(event) => change(event.currentTarget.value, unit)}
      rightSectionWidth={62}
      rightSectionPointerEvents="all"
      rightSection={
        <NativeSelect
          variant="unstyled"
          size="xs"
          className={classes.unit}
          rightSectionWidth={18}
          aria-label={t('casework:field.unit-of', { field: String(rest.label ?? '') })}
          disabled={rest.readOnly === true}
          data={[...UNITS]}
          value={unit}
          onChange={(event) => change(text, event.currentTarget.value as MassUnit)}
        />
      }
    />
  );
}
