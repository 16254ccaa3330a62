/** A lot of reference material as it stood when it was used. */
export interface ReferenceLot {
  readonly id: string;
  readonly substanceKey: string;
  /** ISO 8601 date, the last day on which it may be used; null when the certificate gives none. */
  readonly expiresOn: string | null;
  readonly certificateTraceable: boolean;
}

/** Whether a dated thing could be used at a moment: the whole last day counts, by the date part of the UTC time. */
export function validOn(expiresOn: string | null, moment: string): boolean {
  return expiresOn === null || moment.slice(0, 10) <= expiresOn.slice(0, 10);
}
