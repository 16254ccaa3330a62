import type { TFunction } from 'i18next';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

function isEmptyIssue(issue: Issue, value: unknown): boolean {
  return (
    value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0 && issue.code === 'too_small')
  );
}

/** One rule that a field breaks, in the person's words. */
export function sayIssue(issue: Issue, value: unknown, t: TFunction): string {
  if (isEmptyIssue(issue, value)) return t('errors:field.required');
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return t('errors:field.too-short', { count: Number(issue.minimum) });
      return t(issue.inclusive === false ? 'errors:field.above' : 'errors:field.at-least', { limit: String(issue.minimum) });
    case 'too_big':
      if (issue.origin === 'string') return t('errors:field.too-long', { count: Number(issue.maximum) });
      return t('errors:field.at-most', { limit: String(issue.maximum) });
    case 'invalid_format':
      return t('errors:field.format');
    default:
      return t('errors:field.invalid');
  }
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    values,
  );
}

/**
 * A validator for a Mantine form from the schema of the wire: one rule for both.
 * `useForm({ validate: fieldErrors(schema, t), validateInputOnBlur: true, … })`.
 */
export function fieldErrors(schema: z.ZodType, t: TFunction): (values: unknown) => Record<string, string> {
  return (values) => {
    const result = schema.safeParse(values);
    const errors: Record<string, string> = {};
    for (const issue of result.error?.issues ?? []) errors[issue.path.join('.')] ??= sayIssue(issue, valueAt(values, issue.path), t);
    return errors;
  };
}
