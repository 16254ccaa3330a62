import type { Instrument } from '../../../../contract/laboratory';

export type Fitness = 'out-of-service' | 'overdue' | 'not-calibrated' | 'in-service';

/** Whether an instrument may be measured with; `today` is YYYY-MM-DD. A calibration is good through its last day. */
export function fitnessOf({ inService, calibratedOn, calibrationDueOn }: Instrument, today: string): Fitness {
  if (!inService) return 'out-of-service';
  if (calibrationDueOn !== null && calibrationDueOn < today) return 'overdue';
  return calibratedOn === null ? 'not-calibrated' : 'in-service';
}
