import type { TFunction } from 'i18next';
import { processingRefusalKey } from '../../../../core/processing/chain/describe-step';
import type { Coded } from '../../../../core/processing/refused';
import { formatReading } from '../../../../i18n/formats/numbers';
import { namedCode } from '../../../../i18n/named-codes';
import type { Shelved } from '../compare/shelf';

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
      if (name !== 'reference') return [name, namedCode(name, value, t)];
      return [name, records.find((record) => `${record.fileId}/${record.index}` === value)?.label ?? value];
    }),
  );
}

/** Why a step or a measure could not be done, and what to do. */
export function refusalWords(refused: Coded, t: TFunction, language: string, records?: readonly Shelved[]): string {
  return t(processingRefusalKey(refused.code), wordedParams(refused.params, t, language, records));
}
