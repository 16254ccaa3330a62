import type { TFunction } from 'i18next';
import { choiceKey, parameterNameKey, processingRefusalKey, stepNameKey } from '../../../../core/processing/chain/describe-step';
import type { Coded } from '../../../../core/processing/refused';
import { formatReading } from '../../../charts/plot-numbers';
import type { Shelved } from '../compare/shelf';

/** Codes of the core that stand in sentences, in the reader's words; several with commas between. Anything else stays as it is. */
function worded(name: string, value: string, t: TFunction): string {
  const each = (key: (code: string) => string): string =>
    value
      .split(/,\s*/)
      .map((code) => t(key(code), { defaultValue: code }))
      .join(', ');
  switch (name) {
    case 'parameter':
      return each(parameterNameKey);
    case 'choices':
    case 'value':
      return each(choiceKey);
    case 'step':
      return t(stepNameKey(value as Parameters<typeof stepNameKey>[0]), { defaultValue: value });
    case 'unit':
      return each((code) => `plot:unit.${code}`);
    case 'quantity':
      return each((code) => `plot:quantity.${code}`);
    case 'needed':
    case 'first':
    case 'second':
      // A quantity or a unit: no word is both.
      return value
        .split(/,\s*/)
        .map((code) => t(`plot:quantity.${code}`, { defaultValue: t(`plot:unit.${code}`, { defaultValue: code }) }))
        .join(', ');
    default:
      return value;
  }
}

/** What fills a sentence on processing: numbers as the reader writes them, codes in words, a reference by its name. */
export function wordedParams(
  params: Coded['params'],
  t: TFunction,
  language: string,
  records: readonly Shelved[] = [],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'number') return [name, formatReading(value, language)];
      if (name !== 'reference') return [name, worded(name, value, t)];
      return [name, records.find((record) => `${record.fileId}/${record.index}` === value)?.label ?? value];
    }),
  );
}

/** Why a step or a measure could not be done, and what to do. */
export function refusalWords(refused: Coded, t: TFunction, language: string, records?: readonly Shelved[]): string {
  return t(processingRefusalKey(refused.code), wordedParams(refused.params, t, language, records));
}
