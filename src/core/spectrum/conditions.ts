/** The terms of `Conditions`. */
export const CONDITION_TERMS = [
  'sample',
  /** Date and time of measurement: ISO 8601 where the file's own form is unambiguous, else as written. */
  'measuredAt',
  'instrument',
  'instrumentSerial',
  'software',
  'operator',
  'method',
  /** Vial or tray position of the autosampler. */
  'vial',
  /** Place of the injection in its sequence. */
  'injection',
  'injectionVolume',
  'resolution',
  /** ATR crystal, cell, probe, objective: what the sample stood in or under. */
  'accessory',
  'laser',
  'laserPower',
  'exposure',
  'accumulations',
  'detector',
  'beamsplitter',
  'source',
  'apodisation',
  'temperature',
  'pathLength',
  'state',
  'solvent',
  'nucleus',
  'frequency',
  'ionisation',
  'column',
  'comment',
] as const;

/**
 * Under what conditions something was measured, in the field's terms. Every value is text as the file writes it (with the unit where the file
 * gives one); what has no term here stays in `otherFields`.
 */
export type Conditions = { readonly [Term in (typeof CONDITION_TERMS)[number]]?: string };
