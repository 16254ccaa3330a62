import type { Ionisation } from '../../../../core/spectrum/mass-spectrum';

/** A published collection whose spectra are searched. */
export interface SearchedCollection {
  readonly collectionId: string;
  readonly rowsSha256: string;
  readonly importKey: number;
  /** How many rows it was published with; `added` came behind them, `withdrawn` of all are out of use. */
  readonly published: number;
  readonly added: number;
  readonly withdrawn: number;
}

export interface SpectrumFilter {
  /** Empty: whatever the family takes by itself. */
  readonly ionisation: readonly Ionisation[];
  readonly nominalMassFrom: number | null;
  readonly nominalMassTo: number | null;
  /** Empty: any. */
  readonly formula: string;
}
