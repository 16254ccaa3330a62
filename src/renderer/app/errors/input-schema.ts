import type { z } from 'zod';

/** The schema a use-case checks its input with, for the form that feeds it. */
export function inputSchema<T extends z.ZodType>(procedure: { readonly '~orpc': { readonly inputSchema?: T | undefined } }): T {
  const schema = procedure['~orpc'].inputSchema;
  if (schema === undefined) throw new Error('This use-case takes no input');
  return schema;
}
