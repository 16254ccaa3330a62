import type { ReasonCode } from './reason-codes';

/** Values that fill a sentence of the catalogue: numbers carry their unit in the sentence, substances and lots are given by key. */
export type ReasonParams = Readonly<Record<string, string | number>>;

/** Why something is so: a key of the catalogue (`criteria:reason.<code>`) and what fills it. Never a sentence. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: ReasonParams;
}

/** A reason without, or with, its parameters. */
export function reason(code: ReasonCode, params: ReasonParams = {}): Reason {
  return { code, params };
}
