import { POOL_SCORES, POOL_TOP } from './pool';

/** What is stored with a result of the Aliquot score. */
export interface AliquotDescriptor {
  readonly id: 'ei-aliquot';
  /** Changes when any input could give another number: terms, weights, pool or calibration. */
  readonly version: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly method: string;
}

export const ALIQUOT_DESCRIPTOR: AliquotDescriptor = {
  id: 'ei-aliquot',
  version: '3',
  parameters: { mzRounding: 'floor(m+0.5)', basePeak: 999, pool: POOL_SCORES.join(' '), poolTop: POOL_TOP, weights: '3' },
  method: 'aliquot-score',
};
