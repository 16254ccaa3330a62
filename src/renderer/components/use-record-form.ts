import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { fieldErrors } from '../app/errors/field-errors';

/**
 * A form over one record as it was when it was opened: news from the engine does not change what is being typed,
 * and a stale save is a CONFLICT rather than an overwriting.
 */
export function useRecordForm<T extends Record<string, unknown>>(schema: z.ZodType, record: T): UseFormReturnType<T> {
  const { t } = useTranslation();
  const [initialValues] = useState(record);
  return useForm<T>({ initialValues, validate: fieldErrors(schema, t), validateInputOnBlur: true } as Parameters<typeof useForm<T>>[0]);
}
