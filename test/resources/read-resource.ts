import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export const RESOURCES = new URL('../../resources/', import.meta.url);
const SHARED = new URL('../../../shared/data/', import.meta.url);

/** A JSON document of resources/, refused when it does not have the shape. */
export function readResource<S extends z.ZodType>(path: string, shape: S): z.infer<S> {
  return shape.parse(JSON.parse(readFileSync(new URL(path, RESOURCES), 'utf8')));
}

/** Whether other people's data lie beside the project; prints why a test over them is skipped. */
export function sharedDataIsHere(what: string): boolean {
  const here = existsSync(SHARED);
  if (!here) console.log(`skipped: ${what} needs ../shared/data, which is not there`);
  return here;
}

export const inchikeyText = z.string().regex(/^[A-Z]{14}-[A-Z]{8}SA-[A-Z]$/);
