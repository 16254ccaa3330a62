import { cosine } from './cosine';
import { entropySimilarity } from './entropy';
import type { NominalSpectrum } from './nominal-spectrum';

/** A score of nominal-mass spectra with parameters of one's own. It has no index: every record is compared. */
export type EiMeasure =
  | { readonly id: 'ei-cosine'; readonly massPower: number; readonly intensityPower: number }
  | { readonly id: 'ei-entropy'; readonly weighting: 'by-entropy' | 'none' };

/** What is stored with a result so that it can be understood and run again. */
export interface MeasureDescriptor {
  readonly id: EiMeasure['id'];
  readonly version: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  /** The page under docs/methods that gives formula, source and validation. */
  readonly method: string;
}

const PREPARATION = { mzRounding: 'floor(m+0.5)', basePeak: 999 } as const;

/** The descriptor of a measure with its parameters. */
export function measureDescriptor(measure: EiMeasure): MeasureDescriptor {
  const { id, ...own } = measure;
  return { id, version: '1', parameters: { ...PREPARATION, ...own }, method: id === 'ei-cosine' ? 'cosine' : 'ei-entropy' };
}

/** 0 to 1000 for two prepared spectra. */
export function measured(query: NominalSpectrum, library: NominalSpectrum, measure: EiMeasure): number {
  switch (measure.id) {
    case 'ei-cosine':
      return 1000 * cosine(query, library, { mzPower: measure.massPower, intensityPower: measure.intensityPower });
    case 'ei-entropy':
      return 1000 * entropySimilarity(query, library, measure.weighting === 'by-entropy');
  }
}
