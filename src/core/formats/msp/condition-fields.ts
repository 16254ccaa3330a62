import type { Conditions } from '../../spectrum/conditions';
import type { MassSpectrum, VerbatimField } from '../../spectrum/mass-spectrum';
import type { ConditionSlot } from '../spectrum-draft';

/** Every condition, with the name of the field that holds it in a text of fields, which has no names of its own for them. */
const FIELD_NAMES: Readonly<Record<keyof Conditions, string>> = {
  sample: 'Condition_sample',
  measuredAt: 'Condition_measured_at',
  instrument: 'Condition_instrument',
  instrumentSerial: 'Condition_instrument_serial',
  software: 'Condition_software',
  operator: 'Condition_operator',
  method: 'Condition_method',
  vial: 'Condition_vial',
  injection: 'Condition_injection',
  injectionVolume: 'Condition_injection_volume',
  resolution: 'Condition_resolution',
  accessory: 'Condition_accessory',
  laser: 'Condition_laser',
  laserPower: 'Condition_laser_power',
  exposure: 'Condition_exposure',
  accumulations: 'Condition_accumulations',
  detector: 'Condition_detector',
  beamsplitter: 'Condition_beamsplitter',
  source: 'Condition_source',
  apodisation: 'Condition_apodisation',
  temperature: 'Condition_temperature',
  pathLength: 'Condition_path_length',
  state: 'Condition_state',
  solvent: 'Condition_solvent',
  nucleus: 'Condition_nucleus',
  frequency: 'Condition_frequency',
  ionisation: 'Condition_ionisation',
  column: 'Condition_column',
  comment: 'Condition_comment',
};

const KEYS = Object.keys(FIELD_NAMES) as readonly (keyof Conditions)[];

/** The same names for the reader, each with the place it is read to. */
export const CONDITION_FIELDS: readonly (readonly [field: string, slot: ConditionSlot])[] = KEYS.map((key) => [
  FIELD_NAMES[key],
  `condition:${key}`,
]);

/** The conditions of a spectrum as fields, and `Centroided: no` for a profile, which reading gives back among the fields without a place. */
export function conditionFields({ conditions = {}, profile }: MassSpectrum): readonly VerbatimField[] {
  const fields = KEYS.flatMap((key) => {
    const value = conditions[key];
    return value === undefined ? [] : [{ field: FIELD_NAMES[key], value }];
  });
  return profile === true ? [...fields, { field: 'Centroided', value: 'no' }] : fields;
}
