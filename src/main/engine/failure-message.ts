import type { Message } from '../../contract/base';
import { asStorageFailure } from './database/storage-failure';
import { Failure } from './failures';
import type { IdSource, Log } from './surroundings';

/** The code of an unexpected failure that a person can read out: eight letters and digits, no vowels, nothing that looks alike. */
export function newReference(ids: IdSource): string {
  const letters = '23456789BCDFGHJKMNPQRSTVWXZ';
  return [...ids.randomBytes(8)].map((byte) => letters[byte % letters.length]).join('');
}

/** Any error as an expected failure; what nobody expected is logged under a reference that the window shows. */
export function expectedFailure(error: unknown, log: Log, ids: IdSource): Failure {
  const known = asStorageFailure(error);
  if (known instanceof Failure) {
    if (known.code === 'STORAGE') log.write('error', 'storage', { ...known.data, cause: String(known.cause) });
    return known;
  }
  const reference = newReference(ids);
  log.write('error', 'unexpected', { reference, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return new Failure('UNEXPECTED', { reference }, error);
}

/** A failure as a message of the catalogue, for what is shown later than it happened (jobs): key under `errors:rule`. */
export function failureMessage(error: unknown, log: Log, ids: IdSource): Message {
  const failure = expectedFailure(error, log, ids);
  const { data } = failure;
  if (failure.code === 'REFUSED' && 'code' in data && 'params' in data) return { code: data.code, params: data.params ?? {} };
  const kind = failure.code === 'STORAGE' && 'kind' in data ? `-${data.kind}` : '';
  const plain = Object.entries(data).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1]));
  return { code: `failed.${failure.code.toLowerCase().replaceAll('_', '-')}${kind}`, params: Object.fromEntries(plain) };
}
