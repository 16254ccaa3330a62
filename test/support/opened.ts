import type { OpenedFileSummary } from '../../src/contract/measurements';
import type { QuerySource } from '../../src/contract/search-method';
import type { Client, TestEngine } from './engine';

/** Opens one file that is readable. */
export async function openFile(client: Client, engine: TestEngine, path: string): Promise<OpenedFileSummary> {
  for await (const event of await client.measurements.open({ tokens: [engine.file(path)] })) if (event.type === 'file') return event.file;
  throw new Error(`${path} was not opened`);
}

/** A record of an opened file as the unknown. */
export function opened({ id }: Pick<OpenedFileSummary, 'id'>, index = 0): QuerySource {
  return { kind: 'opened', fileId: id, index, scan: null, averaging: null };
}

/** The same as a record of a kept file: how early searches name their unknown. */
export function kept({ sha256, name }: Pick<OpenedFileSummary, 'sha256' | 'name'>, record = 0): QuerySource {
  return { kind: 'file', sha256, fileName: name, record };
}
