import type { Batch, Injection, MeasuredSpectrum } from '../../../../../contract/casework';

export interface PlacedSpectrum {
  readonly batch: Batch;
  readonly injection: Injection;
  readonly spectrum: MeasuredSpectrum;
}

/** Every spectrum of a kind of injection, with where it was measured. */
export function spectraOf(batches: readonly Batch[], keep: (injection: Injection) => boolean): readonly PlacedSpectrum[] {
  return batches.flatMap((batch) =>
    batch.injections
      .filter(keep)
      .flatMap((injection) => injection.spectra.map((spectrum): PlacedSpectrum => ({ batch, injection, spectrum }))),
  );
}
