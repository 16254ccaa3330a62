import type { SystemFailure } from '../../../contract/system';
import { errorCode, type StorageFailureKind, storageFailureKind } from './storage-failure';

/** Why a laboratory folder cannot be opened: one of the states that have a screen of their own. */
export class OpeningFailure extends Error {
  readonly failure: SystemFailure;

  constructor(kind: SystemFailure['kind'], params: SystemFailure['params'] = {}, cause?: unknown) {
    super(`the laboratory cannot be opened: ${kind} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.name = 'OpeningFailure';
    this.failure = { kind, params };
  }
}

const kinds: Readonly<Record<StorageFailureKind, SystemFailure['kind']>> = {
  corrupt: 'corrupt',
  'read-only': 'read-only',
  'disk-full': 'disk-full',
  busy: 'folder-in-use',
};

/** Any error met while opening, as the state it leads to. */
export function systemFailureOf(error: unknown): SystemFailure {
  if (error instanceof OpeningFailure) return error.failure;
  const kind = storageFailureKind(error);
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: kind === null ? 'unexpected' : kinds[kind], params: { code: errorCode(error), detail } };
}
