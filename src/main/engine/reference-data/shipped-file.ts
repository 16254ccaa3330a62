import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { sha256 } from '../audit/event';

/** A table that ships with the program, read and checked. */
export interface ShippedFile<Content> {
  readonly content: Content;
  readonly sha256: string;
}

/** @throws ZodError when the file is not what this program was built with */
export async function readShippedFile<Schema extends z.ZodType>(
  resourcesFolder: string,
  path: readonly string[],
  schema: Schema,
): Promise<ShippedFile<z.infer<Schema>>> {
  const bytes = await readFile(join(resourcesFolder, ...path));
  return { content: schema.parse(JSON.parse(bytes.toString('utf8'))), sha256: sha256(bytes) };
}
