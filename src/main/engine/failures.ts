import type { z } from 'zod';
import type { base } from '../../contract/base';

type ErrorMap = (typeof base)['~orpc']['errorMap'];
export type FailureCode = keyof ErrorMap;
/** What each expected failure of the contract says, taken from the contract itself. */
export type FailureData = { readonly [Code in FailureCode]: Readonly<z.input<ErrorMap[Code]['data']>> };

/** An expected failure of a use-case; the router gives it to the window as the contract's typed error. */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  readonly code: Code;
  readonly data: FailureData[Code];

  constructor(code: Code, data: FailureData[Code], cause?: unknown) {
    super(`${code} ${JSON.stringify(data)}`, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    this.code = code;
    this.data = data;
  }
}

/** A rule of the laboratory or of the record says no; `code` is a key under `errors:rule`. */
export function refused(code: string, params: Readonly<Record<string, string | number>> = {}): Failure<'REFUSED'> {
  return new Failure('REFUSED', { code, params: { ...params } });
}

export function notFound(subject: string, id: string): Failure<'NOT_FOUND'> {
  return new Failure('NOT_FOUND', { subject, id });
}
