import type { ReferenceLot } from '../../../../contract/lots';

export const LOT_KINDS = [
  'certified-reference-material',
  'reference-material',
  'reference-sample',
] as const satisfies readonly ReferenceLot['kind'][];

/** What the form holds: texts as typed, dates as days or null. */
export interface LotEntries {
  readonly substanceId: string;
  readonly saltForm: string;
  readonly producer: string;
  readonly lotNumber: string;
  readonly certificateReference: string;
  readonly certifiedPurityPercent: string;
  readonly expandedUncertaintyPercent: string;
  readonly coverageFactor: number | string;
  readonly traceability: string;
  readonly kind: ReferenceLot['kind'];
  readonly receivedOn: string | null;
  readonly expiresOn: string | null;
  readonly storage: string;
  readonly receivedMassMicrograms: number | null;
  readonly withdrawn: boolean;
  readonly reason: string;
}

export function entriesOf(lot: ReferenceLot | null): LotEntries {
  return {
    substanceId: lot?.substanceId ?? '',
    saltForm: lot?.saltForm ?? '',
    producer: lot?.producer ?? '',
    lotNumber: lot?.lotNumber ?? '',
    certificateReference: lot?.certificateReference ?? '',
    certifiedPurityPercent: lot?.certifiedPurityPercent ?? '',
    expandedUncertaintyPercent: lot?.expandedUncertaintyPercent ?? '',
    coverageFactor: lot?.coverageFactor ?? '',
    traceability: lot?.traceability ?? '',
    kind: lot?.kind ?? 'certified-reference-material',
    receivedOn: lot?.receivedOn ?? null,
    expiresOn: lot?.expiresOn ?? null,
    storage: lot?.storage ?? '',
    receivedMassMicrograms: lot?.receivedMassMicrograms ?? null,
    withdrawn: lot?.withdrawn ?? false,
    reason: '',
  };
}

/** A decimal as the wire writes it; what is no decimal stays as typed, for the field's own error. */
function decimal(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed.replace(',', '.');
}

/** The entries as the contract takes them. An empty day stays an empty text, which the contract refuses where a day is needed. */
export function lotOf(entries: LotEntries) {
  return {
    ...entries,
    certifiedPurityPercent: decimal(entries.certifiedPurityPercent),
    expandedUncertaintyPercent: decimal(entries.expandedUncertaintyPercent),
    coverageFactor: typeof entries.coverageFactor === 'number' ? entries.coverageFactor : null,
    receivedOn: entries.receivedOn ?? '',
  };
}
